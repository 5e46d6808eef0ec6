import { expect, test } from 'vitest';
import { sharePreview } from '../../src/desk/previews/share-preview.ts';
import { openedRelease } from '../../src/desk/writing/open-release.ts';
import { holdDraft } from '../../src/embargo/hold-draft.ts';
import { scheduleDraft } from '../../src/embargo/schedule-draft.ts';
import type { Person } from '../../src/people/person.ts';
import { addLanguage } from '../../src/releases/add-language.ts';
import { approveDraft } from '../../src/releases/approve-draft.ts';
import { bundleDrafts } from '../../src/releases/bundle-drafts.ts';
import { changeNote } from '../../src/releases/change-note.ts';
import { correctDraft } from '../../src/releases/correct-draft.ts';
import { discardDrafts } from '../../src/releases/discard-drafts.ts';
import { publishDraft, publishDraftsWithin } from '../../src/releases/publish-draft.ts';
import { recallDraft } from '../../src/releases/recall-draft.ts';
import { restoreDrafts } from '../../src/releases/restore-drafts.ts';
import { returnDraft } from '../../src/releases/return-draft.ts';
import { submitDraft } from '../../src/releases/submit-draft.ts';
import { unbundleDraft } from '../../src/releases/unbundle-draft.ts';
import { approved, correction, openDeskAtWork, publishedFerry } from '../support/desk-at-work.ts';
import { ferryText, ines, mara, otto, quayPicture, tomas, wen } from '../support/desk-cast.ts';
import { auditedActs, differences, done, everything, reasonsOf } from '../support/desk-looks.ts';
import { eachEngine } from '../support/engines.ts';
import { previewDeps } from '../support/preview-deps.ts';

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

  test('everything that is asked of it is refused, and says who threw it away and when', async () => {
    const { deps, engine, begin, save, clock } = await openDeskAtWork(await open());
    const release = await begin();
    done(await save(mara, release, 1, ferryText()));
    done(await discardDrafts(deps, { by: mara, release, texts: [{ locale: 'en', revision: 2 }] }));
    const before = await everything(engine);
    const on = { by: wen, release, locale: 'en' };
    const seen = { ...on, revision: 2 };
    const change = { ...seen, change: correction };
    const outcomes = {
      revise: await save(wen, release, 2, ferryText({ kicker: 'Ferries' })),
      note: await changeNote(deps, change),
      submit: await submitDraft(deps, { ...seen, overrides: [] }),
      recall: await recallDraft(deps, seen),
      return: await returnDraft(deps, { ...seen, reason: 'Shorter.' }),
      approve: await approveDraft(deps, seen),
      publish: await publishDraft(deps, { ...seen, forced: null }),
      force: await publishDraft(deps, { ...seen, forced: 'A storm is near.' }),
      lift: await deps.inTransaction(async (tx) =>
        publishDraftsWithin(tx, deps, await deps.drafts.draftsOf(tx, release), wen),
      ),
      correct: await correctDraft(deps, change),
      bundle: await bundleDrafts(deps, { by: wen, name: 'Spring', into: null, texts: [on] }),
      unbundle: await unbundleDraft(deps, on),
      schedule: await scheduleDraft(deps, { ...seen, local: '2026-03-09T09:00', timeZone: 'UTC', choice: null }),
      hold: await holdDraft(deps, on),
      translate: await addLanguage(deps, { ...on, locale: 'fr', source: 'en' }),
      again: await addLanguage(deps, { ...on, source: null }),
      share: await sharePreview(previewDeps(deps), { ...on, days: 3 }),
      discard: await discardDrafts(deps, { by: wen, release, texts: [{ locale: 'en', revision: 2 }] }),
    };
    const told = { reason: 'discarded', by: mara.id, at: clock.now() };
    for (const [asked, outcome] of Object.entries(outcomes)) {
      expect([asked, outcome.ok ? [] : outcome.refusals]).toEqual([asked, expect.arrayContaining([told])]);
    }
    expect(await everything(engine)).toBe(before);
  });

  test('a text leaves its bundle when it is discarded, by whoever may take it out, and does not come back into it', async () => {
    const { deps, engine, begin, save, draft, told } = await openDeskAtWork(await open());
    const [ferry, quay] = [await begin(), await begin()];
    for (const release of [ferry, quay]) done(await save(mara, release, 1, ferryText()));
    const texts = [ferry, quay].map((release) => ({ release, locale: 'en' }));
    const { bundle } = done(await bundleDrafts(deps, { by: ines, name: 'Spring', into: null, texts }));
    const discard = (by: Person) => discardDrafts(deps, { by, release: ferry, texts: [{ locale: 'en', revision: 2 }] });
    expect(await discard(mara)).toEqual({ ok: false, refusals: [{ reason: 'not-allowed', act: 'unbundle' }] });
    const before = told.schedule;
    done(await discard(ines));
    expect(told.schedule).toBe(before + 1);
    expect(await draft(ferry, 'en')).toMatchObject({ bundle: null });
    await approved(deps, quay, 2);
    done(await publishDraft(deps, { by: ines, release: quay, locale: 'en', revision: 2, forced: null }));
    done(await restoreDrafts(deps, { by: mara, release: ferry, locales: ['en'] }));
    expect(await draft(ferry, 'en')).toMatchObject({ bundle: null, standing: { state: 'draft' } });
    const [entry] = await deps.inTransaction((tx) => deps.audit.read(tx, { act: 'discarded' }, 9));
    expect(entry).toMatchObject({ name: 'Ines', release: ferry, detail: { edition: 1, revision: 2, bundle } });
    expect((await auditedActs(engine)).slice(-1)).toEqual([expect.stringMatching(/Mara restored en$/)]);
  });

  test('whoever comes to a release that was discarded finds every text of it, and what may be done', async () => {
    const { deps, begin, save } = await openDeskAtWork(await open());
    const release = await begin();
    done(await save(mara, release, 1, ferryText()));
    done(await discardDrafts(deps, { by: mara, release, texts: [{ locale: 'en', revision: 2 }] }));
    const opened = await deps.inTransaction((tx) => openedRelease(tx, deps, mara, release));
    expect(opened.drafts).toMatchObject([
      { state: 'discarded', discarded: { by: 'Mara' }, content: ferryText(), may: ['restore'] },
    ]);
  });

  test('a discarded correction leaves what is public, and the next one begins without its writers', async () => {
    const desk = await openDeskAtWork(await open());
    const { deps, save, draft, engine } = desk;
    const release = await publishedFerry(desk);
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
    const desk = await openDeskAtWork(await open());
    const { deps, save } = desk;
    const release = await publishedFerry(desk);
    done(await correctDraft(deps, { by: ines, release, locale: 'en', change: correction }));
    done(await save(tomas, release, 3, ferryText({ kicker: 'Ferries' })));
    done(await discardDrafts(deps, { by: ines, release, texts: [{ locale: 'en', revision: 4 }] }));
    expect(reasonsOf(await restoreDrafts(deps, { by: mara, release, locales: ['en'] }))).toEqual(['not-allowed']);
    done(await correctDraft(deps, { by: ines, release, locale: 'en', change: correction }));
    await approved(deps, release, 5);
  });

  test('what was let pass at a discarded correction is asked again at the next one; the log keeps it', async () => {
    const { deps, engine, begin, save, draft } = await openDeskAtWork(await open());
    const release = await begin();
    const picture = quayPicture(1);
    await deps.inTransaction((tx) => deps.pictures.add(tx, picture));
    done(await save(mara, release, 1, ferryText()));
    await approved(deps, release, 2);
    done(await publishDraft(deps, { by: ines, release, locale: 'en', revision: 2, forced: null }));
    const wordless = ferryText({ pictures: [{ picture: picture.id, alt: '', caption: '' }] });
    const overrides = [{ code: 'alt-missing', reason: 'It comes tonight.' }] as const;
    const beginAnew = async (revision: number) => {
      done(await correctDraft(deps, { by: ines, release, locale: 'en', change: correction }));
      return { release, locale: 'en', revision: done(await save(mara, release, revision, wordless)).draft.revision };
    };
    const first = await beginAnew(3);
    done(await submitDraft(deps, { by: ines, ...first, overrides }));
    done(await returnDraft(deps, { by: tomas, ...first, reason: 'Not needed.' }));
    done(await discardDrafts(deps, { by: ines, release, texts: [first] }));
    done(await restoreDrafts(deps, { by: ines, release, locales: ['en'] }));
    done(await submitDraft(deps, { by: ines, ...first, overrides: [] }));
    done(await returnDraft(deps, { by: tomas, ...first, reason: 'Really not.' }));
    done(await discardDrafts(deps, { by: ines, release, texts: [first] }));
    const again = await beginAnew(5);
    expect(reasonsOf(await submitDraft(deps, { by: mara, ...again, overrides: [] }))).toEqual(['copy-desk']);
    expect(await draft(release, 'en')).toMatchObject({ edition: 2, revision: 6 });
    const entries = await deps.inTransaction((tx) => deps.audit.read(tx, { act: 'overrode' }, 9));
    expect(entries).toMatchObject([{ name: 'Ines', detail: { edition: 2, ...overrides[0] } }]);
    expect(await auditedActs(engine)).toEqual(expect.arrayContaining([expect.stringMatching(/Mara revised en$/)]));
  });
});
