import type { Tx } from '../database/transaction.ts';
import type { Actor } from '../people/person.ts';
import { may } from '../people/rights.ts';
import type { Locale } from '../platform/locales.ts';
import { changeDraft } from './change-draft.ts';
import type { DeskDeps } from './desk-deps.ts';
import { type DeskOutcome, type DeskRefusal, refused, saidOf } from './desk-outcome.ts';
import { type OpenText, openText, whyNot, whyNotAllowed } from './open-text.ts';

export interface DiscardOrder {
  readonly by: Actor;
  readonly release: string;
  /** Language versions of the release, each as somebody saw it. */
  readonly texts: readonly { readonly locale: Locale; readonly revision: number }[];
}

/**
 * Throws drafts away, all of those named or none. A text that was never public is hidden as a whole; of a public one only the
 * correction that was begun, and what is public stays as it is. Nothing is deleted: they can be restored.
 *
 * @throws Fault DRAFT_NOT_FOUND
 */
export async function discardDrafts(deps: DeskDeps, { by, release, texts }: DiscardOrder): Promise<DeskOutcome> {
  return deps.inTransaction(async (tx): Promise<DeskOutcome> => {
    const refusals: DeskRefusal[] = texts.length === 0 ? [noneNamed] : [];
    const opened: OpenText[] = [];
    const seen = new Map(texts.map(({ locale, revision }) => [locale, revision]));
    for (const locale of seen.keys()) opened.push(await openText(tx, deps, { by, release, locale }));
    for (const text of opened) {
      const { draft } = text;
      const why = whyNot(text, by, { act: 'discard', seen: seen.get(draft.locale) ?? draft.revision });
      why.push(...whyNotToDiscard(text, by, await deps.drafts.handsOf(tx, draft)));
      refusals.push(...saidOf(draft, opened, why));
    }
    if (by.id === null || refusals.length > 0) return refused(...refusals);

    for (const text of opened) await discard(tx, deps, text, { by, person: by.id });
    // What goes public together has changed.
    if (opened.some(({ draft }) => draft.bundle !== null)) deps.onSchedule(tx);
    return { ok: true };
  });
}

/**
 * Beside the right to discard: a begun correction is for whoever may begin one, a bundled text for whoever may take it out of
 * its bundle, and what only others wrote at for whoever may send it back to them.
 *
 * @param hands who wrote at it.
 */
export function whyNotToDiscard(
  { release: { office }, draft }: OpenText,
  by: Actor,
  hands: ReadonlySet<string>,
): DeskRefusal[] {
  const on = { office, locale: draft.locale };
  const refusals: DeskRefusal[] = draft.edition > 1 ? whyNotAllowed(by, 'correct', on) : [];
  if (draft.bundle !== null) refusals.push(...whyNotAllowed(by, 'unbundle', on));
  // Where not a word was written yet there is no hand: it is whose who began it.
  const isOwn = by.id !== null && (hands.has(by.id) || draft.changedBy === by.id);
  if (!isOwn && !may(by, 'return', on)) refusals.push({ reason: 'others-draft' });
  return refusals;
}

/** For discarding and restoring. */
export const noneNamed: DeskRefusal = {
  reason: 'text-invalid',
  field: 'texts',
  problem: 'there is none. Choose at least one.',
};

async function discard(
  tx: Tx,
  deps: DeskDeps,
  text: OpenText,
  { by, person }: { readonly by: Actor; readonly person: string },
): Promise<void> {
  const { bundle } = text.draft;
  const standing = { state: 'discarded', by: person, at: deps.clock.now() } as const;
  const detail = bundle === null ? {} : { bundle };
  await changeDraft(tx, deps, text, { by, to: { standing, bundle: null }, act: 'discarded', detail });
}
