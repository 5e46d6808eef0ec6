import { expect, test } from 'vitest';
import { scheduleDraft } from '../../src/embargo/schedule-draft.ts';
import { approveDraft } from '../../src/releases/approve-draft.ts';
import { bundleDrafts } from '../../src/releases/bundle-drafts.ts';
import { publishDraft } from '../../src/releases/publish-draft.ts';
import { recallDraft } from '../../src/releases/recall-draft.ts';
import { submitDraft } from '../../src/releases/submit-draft.ts';
import { unbundleDraft } from '../../src/releases/unbundle-draft.ts';
import { approved, openDeskAtWork } from '../support/desk-at-work.ts';
import { ferryText, ines, mara, somebody, tomas, wen } from '../support/desk-cast.ts';
import { auditedActs, done, everything, reasonsOf } from '../support/desk-looks.ts';
import { eachEngine } from '../support/engines.ts';

const nine = { local: '2026-03-09T09:00', timeZone: 'Europe/London', choice: null } as const;

eachEngine('a text that was submitted', (open) => {
  test('is recalled by whoever submitted it, is a draft again, and can be submitted again', async () => {
    const { deps, engine, begin, save, draft } = await openDeskAtWork(await open());
    const release = await begin();
    const { revision } = done(await save(mara, release, 1, ferryText())).draft;
    const on = { release, locale: 'en', revision };
    done(await submitDraft(deps, { by: mara, ...on, overrides: [] }));
    expect(done(await recallDraft(deps, { by: mara, ...on }))).toEqual({ ok: true, state: 'draft', revision });
    expect(await draft(release, 'en')).toMatchObject({ submitted: null, standing: { state: 'draft' } });
    expect((await auditedActs(engine)).at(-1)).toMatch(/Mara recalled en$/);

    done(await save(mara, release, revision, ferryText({ headline: 'The ferry sails at one' })));
    await approved(deps, release, revision + 1);
  });

  test('is recalled by whoever wrote at it, too', async () => {
    const { deps, begin, save } = await openDeskAtWork(await open());
    const release = await begin();
    done(await save(mara, release, 1, ferryText()));
    const { revision } = done(await save(wen, release, 2, ferryText({ place: 'Bruges' }))).draft;
    const on = { release, locale: 'en', revision };
    done(await submitDraft(deps, { by: ines, ...on, overrides: [] }));
    done(await recallDraft(deps, { by: wen, ...on }));
  });

  test('is not recalled by others, nor once it is approved', async () => {
    const { deps, engine, begin, save } = await openDeskAtWork(await open());
    const release = await begin();
    const { revision } = done(await save(mara, release, 1, ferryText())).draft;
    const on = { release, locale: 'en', revision };
    done(await submitDraft(deps, { by: mara, ...on, overrides: [] }));
    const before = await everything(engine);
    const colleague = somebody(9, 'Nell', 'writer');
    expect(reasonsOf(await recallDraft(deps, { by: colleague, ...on }))).toEqual(['others-text']);
    expect(reasonsOf(await recallDraft(deps, { by: mara, ...on, revision: 1 }))).toEqual(['changed-meanwhile']);
    expect(await everything(engine)).toBe(before);
    done(await approveDraft(deps, { by: tomas, ...on }));
    expect(reasonsOf(await recallDraft(deps, { by: mara, ...on }))).toEqual(['wrong-state']);
  });
});

eachEngine('a text of a bundle', (open) => {
  async function twoTied(desk: Awaited<ReturnType<typeof openDeskAtWork>>) {
    const texts: { release: string; locale: string; revision: number }[] = [];
    for (const headline of ['The ferry sails at noon', 'The quay is open']) {
      const release = await desk.begin();
      const { revision } = done(await desk.save(mara, release, 1, ferryText({ headline }))).draft;
      await approved(desk.deps, release, revision);
      texts.push({ release, locale: 'en', revision });
    }
    done(await bundleDrafts(desk.deps, { by: ines, name: 'Spring', into: null, texts }));
    return texts as [(typeof texts)[0], (typeof texts)[0]];
  }

  test('is taken out again: it goes public alone, and the other no longer waits for it', async () => {
    const desk = await openDeskAtWork(await open());
    const { deps, engine, draft } = desk;
    const [ferry, quay] = await twoTied(desk);
    done(await unbundleDraft(deps, { by: ines, ...ferry }));
    expect(await draft(ferry.release, 'en')).toMatchObject({ bundle: null });
    expect((await auditedActs(engine)).at(-1)).toMatch(/Ines unbundled en$/);
    done(await publishDraft(deps, { by: ines, ...ferry, forced: null }));
    expect(await draft(quay.release, 'en')).toMatchObject({ standing: { state: 'approved' } });
    done(await publishDraft(deps, { by: ines, ...quay, forced: null }));
  });

  test('keeps its time when it is taken out of the schedule’s bundle, and the watch is told', async () => {
    const desk = await openDeskAtWork(await open());
    const { deps, told, draft } = desk;
    const [ferry, quay] = await twoTied(desk);
    done(await scheduleDraft(deps, { by: ines, ...ferry, ...nine }));
    const before = told.schedule;
    expect(done(await unbundleDraft(deps, { by: ines, ...quay }))).toMatchObject({ state: 'scheduled' });
    expect(told.schedule).toBe(before + 1);
    const standing = { state: 'scheduled', goesPublicAt: '2026-03-09T09:00:00.000Z', heldAt: null };
    for (const { release } of [ferry, quay]) expect(await draft(release, 'en')).toMatchObject({ standing });
  });

  test('takes others into its bundle, which keeps its name and whoever is in it', async () => {
    const desk = await openDeskAtWork(await open());
    const { deps, draft, begin, engine } = desk;
    const [ferry, quay] = await twoTied(desk);
    const bundle = (await draft(ferry.release, 'en'))?.bundle ?? '';
    const third = { release: await begin(), locale: 'en' };
    done(await bundleDrafts(deps, { by: ines, name: 'Other', into: bundle, texts: [ferry, third] }));
    for (const { release } of [ferry, quay, third]) expect(await draft(release, 'en')).toMatchObject({ bundle });
    expect(await engine.newsroom.selectFrom('bundle').select('name').execute()).toEqual([{ name: 'Spring' }]);

    const foreign = { by: ines, name: 'Other', into: bundle, texts: [{ release: await begin(), locale: 'en' }] };
    expect(reasonsOf(await bundleDrafts(deps, foreign))).toEqual(['text-invalid']);
  });

  test('that is in none is left as it is, and nothing is written', async () => {
    const { deps, engine, begin } = await openDeskAtWork(await open());
    const release = await begin();
    const before = await everything(engine);
    done(await unbundleDraft(deps, { by: ines, release, locale: 'en' }));
    expect(await everything(engine)).toBe(before);
  });
});
