import type { Refusal } from '../types.ts';
import type { Trouble } from './trouble.tsx';

/** What each reason finds wrong, by the `name` of the field. */
const namedBy: Partial<Record<Refusal['reason'], string>> = {
  'email-taken': 'email',
  'code-malformed': 'code',
  'code-taken': 'code',
  'slug-malformed': 'slug',
  'slug-taken': 'slug',
  'reason-missing': 'reason',
  'note-missing': 'note',
  'wrong-password': 'current',
  'wrong-code': 'code',
};

/** The first field of a form that a refusal is about; null where it is about none, or about one that is not there. */
export function wrongField(form: HTMLFormElement, trouble: Trouble): HTMLElement | null {
  if (trouble?.kind !== 'refused') return null;
  for (const refusal of trouble.refusals) {
    const name = refusal.reason === 'text-invalid' ? refusal.field : namedBy[refusal.reason];
    const field = name === undefined ? null : form.elements.namedItem(name);
    if (field instanceof HTMLElement) return field;
  }
  return null;
}
