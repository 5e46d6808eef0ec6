import { expect, test } from 'vitest';
import { toldRefusals } from '../../src/desk/told-refusals.ts';
import { scheduleDraft } from '../../src/embargo/schedule-draft.ts';
import { addLanguage } from '../../src/releases/add-language.ts';
import { bundleDrafts } from '../../src/releases/bundle-drafts.ts';
import type { DeskOutcome } from '../../src/releases/desk-outcome.ts';
import { discardDrafts } from '../../src/releases/discard-drafts.ts';
import { publishDraft } from '../../src/releases/publish-draft.ts';
import { restoreDrafts } from '../../src/releases/restore-drafts.ts';
import { submitDraft } from '../../src/releases/submit-draft.ts';
import { approved, openDeskAtWork } from '../support/desk-at-work.ts';
import { ferryText, ines, mara } from '../support/desk-cast.ts';
import { done } from '../support/desk-looks.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';

/** One release in English, at revision 2, and in French, at revision 2. */
async function openTwoLanguages(open: OpenEngine) {
  const desk = await openDeskAtWork(await open());
  const { deps, begin, save } = desk;
  const release = await begin();
  done(await save(mara, release, 1, ferryText({ headline: 'The ferry' })));
  done(await addLanguage(deps, { by: mara, release, locale: 'fr', source: 'en' }));
  done(await save(mara, release, 1, ferryText({ headline: 'Le bac' }), 'fr'));
  return {
    ...{ deps, release },
    both: [
      { release, locale: 'en' },
      { release, locale: 'fr' },
    ],
    /** `fr Le bac: wrong-state`, as people are told. */
    why: async (outcome: DeskOutcome<unknown>) => {
      const refusals = outcome.ok ? [] : await toldRefusals(deps.inTransaction, outcome.refusals);
      return refusals.map(({ of, reason }) => `${of?.locale ?? '-'} ${of?.headline ?? '-'}: ${reason}`);
    },
  };
}

eachEngine('an act for several texts that is refused', (open) => {
  test('says for which of them, and every reason of each', async () => {
    const { deps, release, both, why } = await openTwoLanguages(open);
    done(await submitDraft(deps, { by: mara, release, locale: 'fr', revision: 2, overrides: [] }));
    const texts = [
      { locale: 'en', revision: 1 },
      { locale: 'fr', revision: 1 },
    ];
    const reasons = ['en The ferry: changed-meanwhile', 'fr Le bac: wrong-state', 'fr Le bac: changed-meanwhile'];
    expect(await why(await discardDrafts(deps, { by: mara, release, texts }))).toEqual(reasons);
    const locales = both.map(({ locale }) => locale);
    expect(await why(await restoreDrafts(deps, { by: mara, release, locales }))).toEqual([
      ...['en The ferry: wrong-state', 'fr Le bac: wrong-state'],
    ]);
    expect(await why(await bundleDrafts(deps, { by: mara, name: 'Ferries', texts: both, into: null }))).toEqual([
      ...['en The ferry: not-allowed', 'fr Le bac: not-allowed'],
    ]);
  });

  test('that go public together says of which of them its reasons are', async () => {
    const { deps, release, both, why } = await openTwoLanguages(open);
    await approved(deps, release, 2);
    done(await bundleDrafts(deps, { by: ines, name: 'Ferries', texts: both, into: null }));
    const on = { by: ines, release, locale: 'en', revision: 1 };
    const reasons = ['en The ferry: changed-meanwhile', 'fr Le bac: bundle-waits'];
    const local = { local: '2026-03-09T09:00', timeZone: 'UTC', choice: null };
    expect((await why(await scheduleDraft(deps, { ...on, ...local }))).toSorted()).toEqual(reasons);
    expect(await why(await publishDraft(deps, { ...on, forced: null }))).toEqual(reasons);
    expect(await why(await scheduleDraft(deps, { ...on, ...local, by: mara }))).toEqual([
      ...['en The ferry: not-allowed', 'fr Le bac: not-allowed', 'fr Le bac: bundle-waits'],
      ...['en The ferry: changed-meanwhile'],
    ]);
  });

  test('for a single text says no more than why', async () => {
    const { deps, release, why } = await openTwoLanguages(open);
    const texts = [{ locale: 'en', revision: 1 }];
    expect(await why(await discardDrafts(deps, { by: mara, release, texts }))).toEqual(['- -: changed-meanwhile']);
  });
});
