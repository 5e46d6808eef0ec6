import type { Actor } from '../people/person.ts';
import type { Locale } from '../platform/locales.ts';
import type { ReleaseType } from '../published/list.ts';
import { beginText } from './begin-text.ts';
import type { DeskDeps } from './desk-deps.ts';
import { type DeskOutcome, type DeskRefusal, refused } from './desk-outcome.ts';
import { type DraftRelease, emptyContent } from './draft.ts';
import { whyNotAllowed } from './open-text.ts';
import { languagesOf } from './working-languages.ts';

export interface DraftReleaseOrder {
  readonly by: Actor;
  readonly office: string;
  readonly type: ReleaseType;
  /** The language it is first written in: one of the office's or of the organisation's. */
  readonly original: Locale;
}

/** Begins a release, and its first text. */
export async function draftRelease(
  deps: DeskDeps,
  { by, office, type, original }: DraftReleaseOrder,
): Promise<DeskOutcome<{ release: string }>> {
  return deps.inTransaction(async (tx): Promise<DeskOutcome<{ release: string }>> => {
    const refusals: DeskRefusal[] = whyNotAllowed(by, 'draft', { office, locale: original });
    const languages = await languagesOf(tx, deps, office);
    if (languages === null) refusals.push({ reason: 'office-unknown', office });
    else if (!languages.has(original)) refusals.push({ reason: 'language-unknown', locale: original });
    if (by.id === null || refusals.length > 0) return refused(...refusals);

    const release: DraftRelease = {
      ...{ id: deps.newId(), office, type, original, createdBy: by.id, createdAt: deps.clock.now() },
      ...{ countries: [], topics: [], organisationWide: false, limitedTo: null },
    };
    await deps.drafts.addRelease(tx, release);
    const text = { locale: original, content: emptyContent, source: null };
    await beginText(tx, deps, { by, release, text, act: 'drafted' });
    return { ok: true, release: release.id };
  });
}
