import { unreachable } from '../platform/faults.ts';
import type { EndRefusal } from '../releases/end-order.ts';
import type { PublishRefusal } from '../releases/publish-order.ts';

/** Why a line of an archive cannot happen, and what to do about it. */
export function wordsOf(refusal: PublishRefusal | EndRefusal): string {
  switch (refusal.reason) {
    case 'office-unknown':
      return `there is no office ${refusal.office}. Put its line before this one.`;
    case 'reference-taken':
      return `the reference ${refusal.reference} belongs to another release. Write the right one, or null for the next free number.`;
    case 'already-public':
      return `this text (${refusal.locale}) is public already. Take the line out, or say in "change" what is new.`;
    case 'nothing-to-correct':
      return `it changes a text (${refusal.locale}) that has no first edition before it. Put that line first, or write null for "change".`;
    case 'ended':
      return `the text was ${refusal.standing} before, and nothing can follow that. Take the line out.`;
    case 'in-the-future':
      return `${refusal.at} is still to come; an archive holds what was public.`;
    case 'picture-unknown':
      return `the picture ${refusal.asset} is not here. Put its asset line before this one.`;
    case 'path-taken':
      return `${refusal.path} leads to another release already. Take it out of one of the two.`;
    case 'not-public':
      return 'it ends a text that has no edition before it. Put that line first.';
    default:
      return unreachable(refusal);
  }
}
