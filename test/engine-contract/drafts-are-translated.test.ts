import { expect, test } from 'vitest';
import { addLanguage } from '../../src/releases/add-language.ts';
import { catchUp } from '../../src/releases/catch-up.ts';
import { correctDraft } from '../../src/releases/correct-draft.ts';
import type { DraftContent } from '../../src/releases/draft.ts';
import { publishDraft } from '../../src/releases/publish-draft.ts';
import { publishRelease } from '../../src/releases/publish-release.ts';
import { isStale } from '../../src/releases/staleness.ts';
import { approved, correction, openDeskAtWork } from '../support/desk-at-work.ts';
import { ferryText, ines, mara, quayPicture } from '../support/desk-cast.ts';
import { differences, done, reasonsOf } from '../support/desk-looks.ts';
import { eachEngine } from '../support/engines.ts';
import { openTasks } from '../support/open-tasks.ts';

eachEngine('a translation', (open) => {
  test('a translation knows when its source has moved on, and when it has caught up', async () => {
    const { deps, begin, save, draft } = await openDeskAtWork(await open());
    const release = await begin();
    const picture = quayPicture(1);
    await deps.inTransaction((tx) => deps.pictures.add(tx, picture));
    const shown = { picture: picture.id, alt: 'The quay', caption: 'At noon' };
    done(await save(mara, release, 1, ferryText({ pictures: [shown] })));
    done(await addLanguage(deps, { by: mara, release, locale: 'fr', source: 'en' }));
    const stale = async () => {
      const [french, english] = [await draft(release, 'fr'), await draft(release, 'en')];
      return french !== null && isStale(french.source, english);
    };
    expect(await draft(release, 'fr')).toMatchObject({
      source: { locale: 'en', edition: 1, revision: 2 },
      content: { headline: '', pictures: [{ ...shown, alt: '', caption: '' }] },
    });
    expect(await stale()).toBe(false);
    done(await save(mara, release, 2, ferryText({ kicker: 'Ferries' })));
    expect(await stale()).toBe(true);
    done(await catchUp(deps, { by: mara, release, locale: 'fr', revision: 2 }));
    expect(await stale()).toBe(true);
    done(await catchUp(deps, { by: mara, release, locale: 'fr', revision: 3 }));
    expect(await stale()).toBe(false);
    expect(reasonsOf(await catchUp(deps, { by: mara, release, locale: 'fr', revision: 4 }))).toEqual(['text-invalid']);
    expect(await draft(release, 'fr')).toMatchObject({ revision: 1 });
  });

  test('a public translation that need not follow ends its task by being compared', async () => {
    const { deps, begin, save } = await openDeskAtWork(await open());
    const release = await begin();
    await approved(deps, release, done(await save(mara, release, 1, ferryText())).draft.revision);
    done(await publishDraft(deps, { by: ines, release, locale: 'en', revision: 2, forced: null }));
    done(await addLanguage(deps, { by: mara, release, locale: 'fr', source: 'en' }));
    await approved(deps, release, done(await save(mara, release, 1, ferryText(), 'fr')).draft.revision, 'fr');
    done(await publishDraft(deps, { by: ines, release, locale: 'fr', revision: 2, forced: null }));
    done(await correctDraft(deps, { by: ines, release, locale: 'en', change: correction }));
    await approved(deps, release, 3);
    done(await publishDraft(deps, { by: ines, release, locale: 'en', revision: 3, forced: null }));
    const tasks = async () => (await deps.inTransaction(openTasks)).map(({ locale }) => locale);
    expect(await tasks()).toEqual(['fr']);
    done(await catchUp(deps, { by: mara, release, locale: 'fr', revision: 3 }));
    expect(await tasks()).toEqual([]);
  });

  test('a text that moved in is corrected and translated like any other', async () => {
    const { deps, engine, draft, save } = await openDeskAtWork(await open());
    const release = '01900000-0000-7000-8000-0000000000f1';
    const picture = quayPicture(1);
    await deps.inTransaction((tx) => deps.pictures.release(tx, picture));
    const facts = { type: 'news', countries: [], topics: [], organisationWide: false } as const;
    const text = { kicker: null, summary: 'Noon.', place: null, notes: null, body: '<p>Noon.</p>' as never };
    const order = {
      release: { id: release, office: 'CALDER', ...facts, reference: null, origin: 'imported' as const },
      ...{ locale: 'en', slug: null, text: { ...text, headline: 'The ferry' }, at: null, change: null },
      ...{ pictures: [{ asset: picture.id, alt: 'Quay', caption: null }], translatedFrom: null, legacyPaths: [] },
    };
    expect(await publishRelease(deps.publishing, [order])).toMatchObject({ ok: true });
    const french = done(await addLanguage(deps, { by: mara, release, locale: 'fr', source: 'en' })).draft;
    expect(french).toMatchObject({ source: { locale: 'en', edition: 1, revision: 0 } });
    expect(french.content.pictures).toEqual([{ picture: picture.id, alt: '', caption: '' }]);
    done(await correctDraft(deps, { by: ines, release, locale: 'en', change: correction }));
    const english = await draft(release, 'en');
    expect(english).toMatchObject({ edition: 2, revision: 1, content: { headline: 'The ferry', summary: 'Noon.' } });
    expect(isStale(french.source, english)).toBe(true);
    const content = { ...(english as { content: DraftContent }).content, headline: 'The ferry, corrected' };
    done(await save(mara, release, 1, content));
    await approved(deps, release, 2);
    done(await publishDraft(deps, { by: ines, release, locale: 'en', revision: 2, forced: null }));
    const editions = await engine.newsroom.selectFrom('edition').select(['number', 'headline']).execute();
    expect(editions).toHaveLength(2);
    expect(await differences(engine)).toEqual([]);
  });
});
