import { expect, test } from 'vitest';
import type { ReleaseQuery } from '../../src/desk/contract.ts';
import type { Asked, Handler } from '../../src/desk/handler.ts';
import { healthHandlers } from '../../src/desk/looking-back/health.route.ts';
import { openPreview } from '../../src/desk/previews/open-preview.ts';
import { sharePreview } from '../../src/desk/previews/share-preview.ts';
import { scheduleHandlers } from '../../src/desk/schedule/schedule.route.ts';
import { listHandlers } from '../../src/desk/writing/lists.route.ts';
import { openedRelease } from '../../src/desk/writing/open-release.ts';
import { liftReads } from '../../src/embargo/delay.query.ts';
import { scheduleDraft } from '../../src/embargo/schedule-draft.ts';
import { unscheduleDraft } from '../../src/embargo/unschedule-draft.ts';
import { openFixityFolder } from '../../src/media/fixity/fixity-folder.ts';
import { personStore } from '../../src/people/person.store.ts';
import type { Person } from '../../src/people/person.ts';
import { addLanguage } from '../../src/releases/add-language.ts';
import { catchUp } from '../../src/releases/catch-up.ts';
import { correctDraft } from '../../src/releases/correct-draft.ts';
import { discardDrafts } from '../../src/releases/discard-drafts.ts';
import { limitReaders } from '../../src/releases/limit-readers.ts';
import { publishDraft } from '../../src/releases/publish-draft.ts';
import { restoreDrafts } from '../../src/releases/restore-drafts.ts';
import { returnDraft } from '../../src/releases/return-draft.ts';
import { approved, correction, openDeskAtWork } from '../support/desk-at-work.ts';
import { ada, ferryText, ines, mara, quayPicture, tomas, wen } from '../support/desk-cast.ts';
import { done } from '../support/desk-looks.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';
import { previewDeps } from '../support/preview-deps.ts';

const states = ['draft', 'submitted', 'approved', 'scheduled', 'published', 'withdrawn', 'retracted'] as const;

async function openLists(open: OpenEngine) {
  const desk = await openDeskAtWork(await open());
  const { deps, save, begin } = desk;
  const handlers = {
    ...listHandlers(deps),
    ...scheduleHandlers(deps),
    ...healthHandlers({ ...deps, liftReads: liftReads(), originals: openFixityFolder('none') }),
  };
  const ask = async <Name extends keyof typeof handlers>(name: Name, order: object, person: Person = wen) => {
    const { answer } = handlers[name] as Extract<Handler<Name>, { answer: unknown }>;
    const told = await answer({ person, order } as unknown as Asked<Name>);
    return told.ok ? told.answer : expect.fail(JSON.stringify(told));
  };
  const list = async (query: ReleaseQuery, person?: Person) =>
    (await ask('GET /desk/api/releases', query, person)).texts.map(({ headline, state }) => `${state}: ${headline}`);
  return {
    ...{ ...desk, ask, list },
    /** Everything that the desk tells somebody who comes in, but for the list of what was discarded. */
    everything: async (person: Person) => {
      const told: unknown[] = [await list({}, person), await list({ search: 'zebra' }, person)];
      for (const state of states)
        told.push(await list({ state }, person), await list({ state, search: 'zebra' }, person));
      for (const name of ['GET /desk/api/work', 'GET /desk/api/schedule', 'GET /desk/api/health'] as const) {
        told.push(await ask(name, {}, person));
      }
      return JSON.stringify(told);
    },
    written: async (headline: string, by = mara) => {
      const release = await begin(by);
      const { revision } = done(await save(by, release, 1, ferryText({ headline }))).draft;
      return { release, texts: [{ locale: 'en', revision }] as const };
    },
    publish: async (release: string, revision: number, locale = 'en') => {
      await approved(deps, release, revision, locale);
      done(await publishDraft(deps, { by: ines, release, locale, revision, forced: null }));
    },
  };
}

eachEngine('a discarded text', (open) => {
  test('is in no list, calendar, search or count, for nobody, but under its own filter', async () => {
    const { deps, everything, list, written } = await openLists(open);
    const zebra = await written('Zebra at the quay');
    await approved(deps, zebra.release, 2);
    const on = { by: ines, release: zebra.release, locale: 'en', revision: 2 };
    done(await scheduleDraft(deps, { ...on, local: '2026-03-09T09:00', timeZone: 'UTC', choice: null }));
    expect(await everything(mara)).toContain('Zebra');
    done(await unscheduleDraft(deps, on));
    done(await returnDraft(deps, { ...on, by: tomas, reason: 'Not now.' }));
    done(await discardDrafts(deps, { by: mara, ...zebra }));
    for (const person of [mara, tomas, ines, ada, wen]) expect(await everything(person)).not.toContain('Zebra');
    for (const query of [{}, { search: 'zebra' }, { office: 'CALDER', locale: 'en' }]) {
      expect(await list({ ...query, state: 'discarded' })).toEqual(['discarded: Zebra at the quay']);
    }
    expect(await list({ state: 'discarded', search: 'gnu' })).toEqual([]);
    done(await restoreDrafts(deps, { by: mara, release: zebra.release, locales: ['en'] }));
    expect(await list({ state: 'discarded' })).toEqual([]);
    expect(await list({ state: 'draft' })).toEqual(['draft: Zebra at the quay']);
  });

  test('that is limited to others is not even under its own filter', async () => {
    const { deps, list, written } = await openLists(open);
    const zebra = await written('Zebra at the quay');
    done(await limitReaders(deps, { by: tomas, release: zebra.release, people: [mara.id] }));
    done(await discardDrafts(deps, { by: mara, ...zebra }));
    expect(await list({ state: 'discarded' }, mara)).toHaveLength(1);
    expect(await list({ state: 'discarded' }, ada)).toEqual([]);
  });

  test('keeps its pictures from whoever may not know of it', async () => {
    const { deps, begin, save } = await openLists(open);
    const release = await begin();
    const quay = quayPicture(1);
    await deps.inTransaction((tx) => deps.pictures.add(tx, quay));
    const shown = [{ picture: quay.id, alt: 'The quay', caption: '' }];
    done(await save(mara, release, 1, ferryText({ pictures: shown })));
    done(await limitReaders(deps, { by: tomas, release, people: [mara.id] }));
    done(await discardDrafts(deps, { by: mara, release, texts: [{ locale: 'en', revision: 2 }] }));
    const knownTo = ({ id }: Person) =>
      deps.inTransaction(async (tx) => (await deps.pictures.knownTo(tx, id, [quay.id])).size);
    expect([await knownTo(mara), await knownTo(tomas), await knownTo(ada)]).toEqual([1, 1, 0]);
  });

  test('makes no translation look old, until it is restored', async () => {
    const { deps, ask, save, written } = await openLists(open);
    const zebra = await written('Zebra at the quay');
    const { release } = zebra;
    done(await addLanguage(deps, { by: mara, release, locale: 'fr', source: 'en' }));
    done(await save(mara, release, 2, ferryText({ headline: 'Zebra at the lock' })));
    const isStale = async () => {
      const { texts } = await ask('GET /desk/api/releases', { locale: 'fr' });
      const opened = await deps.inTransaction((tx) => openedRelease(tx, deps, mara, release));
      const french = opened.drafts.find(({ locale }) => locale === 'fr');
      return [texts[0]?.isStale, french?.source?.isStale];
    };
    expect(await isStale()).toEqual([true, true]);
    done(await discardDrafts(deps, { by: mara, release, texts: [{ locale: 'en', revision: 3 }] }));
    expect(await isStale()).toEqual([false, false]);
    done(await restoreDrafts(deps, { by: mara, release, locales: ['en'] }));
    expect(await isStale()).toEqual([true, true]);
  });

  test('is not led to by links that were shared; once it is restored they lead to it again', async () => {
    const { deps, written } = await openLists(open);
    await deps.inTransaction((tx) => personStore().assign(tx, mara.id, mara.assignments));
    const zebra = await written('Zebra at the quay');
    const { release } = zebra;
    const sharing = previewDeps(deps);
    const { token } = done(await sharePreview(sharing, { by: mara, release, locale: 'en', days: 3 }));
    const follow = () => openPreview(sharing, { token, address: '192.0.2.7', isCounted: false });
    expect(await follow()).toMatchObject({ release });
    done(await discardDrafts(deps, { by: mara, ...zebra }));
    await expect(follow()).rejects.toMatchObject({ code: 'DRAFT_NOT_FOUND' });
    done(await restoreDrafts(deps, { by: mara, release, locales: ['en'] }));
    expect(await follow()).toMatchObject({ release });
  });
});

eachEngine('beside a correction that was discarded', (open) => {
  test('the public text is shown everywhere, as if none had been begun', async () => {
    const { deps, everything, list, save, written, publish } = await openLists(open);
    const { release } = await written('Ferry at noon');
    await publish(release, 2);
    // Who submitted and approved the public edition is in the log; that a correction can be restored is told beside it.
    const beside = { discarded: null, submittedBy: null, approvedBy: null };
    const opened = async () => {
      const { drafts } = await deps.inTransaction((tx) => openedRelease(tx, deps, ines, release));
      return drafts.map((text) => ({ ...text, ...beside, may: text.may.filter((act) => act !== 'restore') }));
    };
    const before = await opened();
    for (const revision of [3, 5]) {
      done(await correctDraft(deps, { by: ines, release, locale: 'en', change: correction }));
      done(await save(mara, release, revision, ferryText({ headline: 'Zebra at one' })));
      const texts = [{ locale: 'en', revision: revision + 1 }];
      done(await discardDrafts(deps, { by: ines, release, texts }));
      expect(await opened()).toEqual(before);
      expect(await everything(mara)).not.toContain('Zebra');
      expect(await list({})).toEqual(['published: Ferry at noon']);
      expect(await list({ state: 'published' })).toEqual(['published: Ferry at noon']);
      expect(await list({ state: 'discarded' })).toEqual(['discarded: Zebra at one']);
    }
  });

  test('a translation is compared with the public text, and what it was asked to follow ends with that', async () => {
    const { deps, ask, save, written, publish } = await openLists(open);
    const { release } = await written('Ferry at noon');
    await publish(release, 2);
    done(await addLanguage(deps, { by: mara, release, locale: 'fr', source: 'en' }));
    done(await save(mara, release, 1, ferryText({ headline: 'Le bac part' }), 'fr'));
    await publish(release, 2, 'fr');
    done(await correctDraft(deps, { by: ines, release, locale: 'en', change: correction }));
    await publish(release, 3);
    for (const [locale, revision] of [
      ['en', 4],
      ['fr', 3],
    ] as const) {
      done(await correctDraft(deps, { by: ines, release, locale, change: correction }));
      done(await save(mara, release, revision, ferryText({ headline: 'Zebra at one' }), locale));
      done(await discardDrafts(deps, { by: ines, release, texts: [{ locale, revision: revision + 1 }] }));
    }
    const tasks = async () => (await ask('GET /desk/api/work', {})).tasks.map(({ headline }) => headline);
    const [english, french] = (await deps.inTransaction((tx) => openedRelease(tx, deps, mara, release))).drafts;
    expect(await tasks()).toEqual(['Le bac part']);
    expect([english?.revision, french?.source?.isStale]).toEqual([3, true]);
    done(await catchUp(deps, { by: mara, release, locale: 'fr', revision: 3 }));
    expect(await tasks()).toEqual([]);
  });

  test('a translation that was behind stays behind, whichever of the two corrections was discarded', async () => {
    const { deps, ask, save, written, publish } = await openLists(open);
    const { release } = await written('Ferry at noon');
    done(await addLanguage(deps, { by: mara, release, locale: 'fr', source: 'en' }));
    done(await save(mara, release, 2, ferryText({ headline: 'Ferry at ten' })));
    await publish(release, 3);
    done(await save(mara, release, 1, ferryText({ headline: 'Le bac part' }), 'fr'));
    await publish(release, 2, 'fr');
    const behind = async () => {
      const opened = await deps.inTransaction((tx) => openedRelease(tx, deps, ines, release));
      const french = opened.drafts.find(({ locale }) => locale === 'fr');
      const lists = await Promise.all([
        ask('GET /desk/api/releases', {}),
        ask('GET /desk/api/releases', { state: 'published' }),
      ]);
      const lines = lists.map(({ texts }) => texts.find(({ locale }) => locale === 'fr')?.isStale);
      return [french?.source?.isStale, ...lines];
    };
    const discarded = async (locale: string, revision: number, meanwhile: () => Promise<void>) => {
      done(await correctDraft(deps, { by: ines, release, locale, change: correction }));
      await meanwhile();
      done(await discardDrafts(deps, { by: ines, release, texts: [{ locale, revision }] }));
    };
    expect(await behind()).toEqual([true, true, true]);
    await discarded('en', 4, async () => {});
    expect(await behind()).toEqual([true, true, true]);
    const follow = async () => void done(await catchUp(deps, { by: mara, release, locale: 'fr', revision: 3 }));
    await discarded('fr', 3, follow);
    expect(await behind()).toEqual([true, true, true]);
    done(await correctDraft(deps, { by: ines, release, locale: 'fr', change: correction }));
    expect(await behind()).toEqual([true, true, true]);
    done(await discardDrafts(deps, { by: ines, release, texts: [{ locale: 'fr', revision: 4 }] }));
    await follow();
    expect(await behind()).toEqual([false, false, false]);
  });

  test('another language begins from the public text', async () => {
    const { deps, save, written, publish, draft } = await openLists(open);
    const { release } = await written('Ferry at noon');
    await publish(release, 2);
    done(await correctDraft(deps, { by: ines, release, locale: 'en', change: correction }));
    const picture = quayPicture(1);
    await deps.inTransaction((tx) => deps.pictures.add(tx, picture));
    const pictures = [{ picture: picture.id, alt: 'The quay', caption: '' }];
    done(await save(mara, release, 3, ferryText({ pictures })));
    done(await discardDrafts(deps, { by: ines, release, texts: [{ locale: 'en', revision: 4 }] }));
    done(await addLanguage(deps, { by: mara, release, locale: 'fr', source: 'en' }));
    expect(await draft(release, 'fr')).toMatchObject({
      ...{ source: { locale: 'en', edition: 1, revision: 2 }, content: { pictures: [] } },
    });
  });
});
