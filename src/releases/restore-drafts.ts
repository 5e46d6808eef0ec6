import type { Actor } from '../people/person.ts';
import type { Locale } from '../platform/locales.ts';
import { changeDraft } from './change-draft.ts';
import { whyNotCorrectable } from './correct-draft.ts';
import type { DeskDeps } from './desk-deps.ts';
import { type DeskOutcome, type DeskRefusal, refused, saidOf } from './desk-outcome.ts';
import { noneNamed } from './discard-drafts.ts';
import { type OpenText, openText, whyNot, whyNotAllowed } from './open-text.ts';

export interface RestoreOrder {
  readonly by: Actor;
  readonly release: string;
  readonly locales: readonly Locale[];
}

/**
 * Brings discarded drafts back as they were, all of those named or none; not into the bundle that they were in. A correction
 * comes back for whoever may begin one, as long as its text is public.
 *
 * @throws Fault DRAFT_NOT_FOUND
 */
export async function restoreDrafts(deps: DeskDeps, { by, release, locales }: RestoreOrder): Promise<DeskOutcome> {
  return deps.inTransaction(async (tx): Promise<DeskOutcome> => {
    const refusals: DeskRefusal[] = locales.length === 0 ? [noneNamed] : [];
    const opened: OpenText[] = [];
    for (const locale of new Set(locales)) opened.push(await openText(tx, deps, { by, release, locale }));
    for (const text of opened) {
      const { locale, edition } = text.draft;
      const why = [...whyNot(text, by, { act: 'restore' }), ...whyNotToRestore(text, by)];
      if (edition > 1) why.push(...(await whyNotCorrectable(tx, deps, release, locale)));
      refusals.push(...saidOf(text.draft, opened, why));
    }
    if (refusals.length > 0) return refused(...refusals);

    for (const text of opened) {
      await changeDraft(tx, deps, text, { by, to: { standing: { state: 'draft' } }, act: 'restored' });
    }
    return { ok: true };
  });
}

/** Beside the right to restore: a correction is for whoever may begin one. */
export function whyNotToRestore({ release: { office }, draft }: OpenText, by: Actor): DeskRefusal[] {
  return draft.edition > 1 ? whyNotAllowed(by, 'correct', { office, locale: draft.locale }) : [];
}
