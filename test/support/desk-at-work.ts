import type { Engine } from '../../src/database/engine.ts';
import type { Person } from '../../src/people/person.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { approveDraft } from '../../src/releases/approve-draft.ts';
import type { DeskDeps } from '../../src/releases/desk-deps.ts';
import type { DraftContent } from '../../src/releases/draft.ts';
import { draftRelease } from '../../src/releases/draft-release.ts';
import { publishDraft } from '../../src/releases/publish-draft.ts';
import { reviseDraft } from '../../src/releases/revise-draft.ts';
import { submitDraft } from '../../src/releases/submit-draft.ts';
import { ferryText, ines, mara, openDeskForTest, tomas } from './desk-cast.ts';
import { done } from './desk-looks.ts';

export const correction = { kind: 'correction', note: 'The ferry sails at one.', isMajor: true } as const;

/** The desk on 2 March 2026 at nine, and the short ways to what most tests begin with. */
export async function openDeskAtWork(engine: Engine) {
  const clock = fixedClock('2026-03-02T09:00:00Z');
  const { deps, told } = await openDeskForTest(engine, clock);
  return {
    ...{ deps, engine, clock, told },
    draft: (release: string, locale: string) => deps.inTransaction((tx) => deps.drafts.draft(tx, release, locale)),
    begin: async (by: Person = mara) =>
      done(await draftRelease(deps, { by, office: 'CALDER', type: 'news', original: 'en' })).release,
    save: (by: Person, release: string, revision: number, content: DraftContent, locale = 'en') =>
      reviseDraft(deps, { by, release, locale, revision, content, slug: null }),
  };
}

/** Submitted by Mara and approved by Tomas. */
export async function approved(deps: DeskDeps, release: string, revision: number, locale = 'en'): Promise<void> {
  done(await submitDraft(deps, { by: mara, release, locale, revision, overrides: [] }));
  done(await approveDraft(deps, { by: tomas, release, locale, revision }));
}

/** Written by Mara, approved by Tomas and published by Ines, at revision 2. @returns its release. */
export async function publishedFerry({
  deps,
  begin,
  save,
}: Awaited<ReturnType<typeof openDeskAtWork>>): Promise<string> {
  const release = await begin();
  done(await save(mara, release, 1, ferryText()));
  await approved(deps, release, 2);
  done(await publishDraft(deps, { by: ines, release, locale: 'en', revision: 2, forced: null }));
  return release;
}
