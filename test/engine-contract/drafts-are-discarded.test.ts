import { expect, test } from 'vitest';
import { addLanguage } from '../../src/releases/add-language.ts';
import { correctDraft } from '../../src/releases/correct-draft.ts';
import { discardDrafts } from '../../src/releases/discard-drafts.ts';
import { publishDraft } from '../../src/releases/publish-draft.ts';
import { restoreDrafts } from '../../src/releases/restore-drafts.ts';
import { submitDraft } from '../../src/releases/submit-draft.ts';
import { approved, correction, openDeskAtWork } from '../support/desk-at-work.ts';
import { ferryText, ines, mara, otto, tomas, wen } from '../support/desk-cast.ts';
import { differences, done, reasonsOf } from '../support/desk-looks.ts';
import { eachEngine } from '../support/engines.ts';

eachEngine('a draft that is thrown away', (open) => {
  test('a discarded draft refuses what is asked of it, and comes back as it was', async () => {
    const { deps, begin, save, draft } = await openDeskAtWork(await open());
    const release = await begin();
    done(await save(mara, release, 1, ferryText()));
    const before = await draft(release, 'en');
    done(await discardDrafts(deps, { by: mara, release, texts: [{ locale: 'en', revision: 2 }] }));
    expect((await draft(release, 'en'))?.standing).toMatchObject({ state: 'discarded', by: mara.id });
    expect(reasonsOf(await save(mara, release, 2, ferryText()))).toEqual(['discarded']);
    const submitted = await submitDraft(deps, { by: mara, release, locale: 'en', revision: 2, overrides: [] });
    expect(reasonsOf(submitted)).toContain('discarded');
    done(await restoreDrafts(deps, { by: mara, release, locales: ['en'] }));
    expect(await draft(release, 'en')).toEqual(before);
  });

  test('of several languages all are discarded or none', async () => {
    const { deps, begin, save, draft } = await openDeskAtWork(await open());
    const release = await begin();
    done(await save(mara, release, 1, ferryText()));
    done(await addLanguage(deps, { by: mara, release, locale: 'fr', source: 'en' }));
    const states = async () => [
      (await draft(release, 'en'))?.standing.state,
      (await draft(release, 'fr'))?.standing.state,
    ];
    const discard = (revision: number) =>
      discardDrafts(deps, {
        ...{ by: mara, release },
        texts: [
          { locale: 'en', revision: 2 },
          { locale: 'fr', revision },
        ],
      });
    expect(reasonsOf(await discard(9))).toEqual(['changed-meanwhile']);
    expect(await states()).toEqual(['draft', 'draft']);
    done(await discard(1));
    expect(await states()).toEqual(['discarded', 'discarded']);
  });

  test('what only others wrote is not for every writer to discard, and every reason is told at once', async () => {
    const { deps, begin, save } = await openDeskAtWork(await open());
    const release = await begin(wen);
    done(await save(wen, release, 1, ferryText()));
    const discard = (revision: number) =>
      discardDrafts(deps, { by: mara, release, texts: [{ locale: 'en', revision }] });
    expect(reasonsOf(await discard(1))).toEqual(['changed-meanwhile', 'others-draft']);
    expect(reasonsOf(await discardDrafts(deps, { by: mara, release, texts: [] }))).toEqual(['text-invalid']);
    const stranger = discardDrafts(deps, { by: otto, release, texts: [{ locale: 'en', revision: 2 }] });
    await expect(stranger).rejects.toMatchObject({ code: 'DRAFT_NOT_FOUND' });
  });

  test('a discarded correction leaves what is public, and the next one begins without its writers', async () => {
    const { deps, begin, save, draft, engine } = await openDeskAtWork(await open());
    const release = await begin();
    done(await save(mara, release, 1, ferryText()));
    await approved(deps, release, 2);
    done(await publishDraft(deps, { by: ines, release, locale: 'en', revision: 2, forced: null }));
    done(await correctDraft(deps, { by: ines, release, locale: 'en', change: correction }));
    done(await save(mara, release, 3, ferryText({ headline: 'The ferry sails at one' })));
    done(await discardDrafts(deps, { by: ines, release, texts: [{ locale: 'en', revision: 4 }] }));
    expect(await differences(engine)).toEqual([]);
    const again = done(await correctDraft(deps, { by: ines, release, locale: 'en', change: correction })).draft;
    expect(again).toMatchObject({ edition: 2, revision: 5, content: { headline: 'The ferry sails at noon' } });
    expect(again).toMatchObject({ standing: { state: 'draft' }, submitted: null, approved: null });
    expect(reasonsOf(await restoreDrafts(deps, { by: ines, release, locales: ['en'] }))).toEqual(['wrong-state']);
    const kept = await draft(release, 'en');
    const hands = kept === null ? null : await deps.inTransaction((tx) => deps.drafts.handsOf(tx, kept));
    expect([...(hands ?? [])]).toEqual([ines.id]);
  });

  test('a correction begun again after a discarded one is approved by whoever wrote only at that', async () => {
    const { deps, begin, save } = await openDeskAtWork(await open());
    const release = await begin();
    done(await save(mara, release, 1, ferryText()));
    await approved(deps, release, 2);
    done(await publishDraft(deps, { by: ines, release, locale: 'en', revision: 2, forced: null }));
    done(await correctDraft(deps, { by: ines, release, locale: 'en', change: correction }));
    done(await save(tomas, release, 3, ferryText({ kicker: 'Ferries' })));
    done(await discardDrafts(deps, { by: ines, release, texts: [{ locale: 'en', revision: 4 }] }));
    expect(reasonsOf(await restoreDrafts(deps, { by: mara, release, locales: ['en'] }))).toEqual(['not-allowed']);
    done(await correctDraft(deps, { by: ines, release, locale: 'en', change: correction }));
    await approved(deps, release, 5);
  });
});
