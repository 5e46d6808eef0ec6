import { expect, test } from 'vitest';
import type { ReleaseQuery } from '../../src/desk/contract.ts';
import type { Asked, Handler } from '../../src/desk/handler.ts';
import { listHandlers } from '../../src/desk/writing/lists.route.ts';
import { holdDraft } from '../../src/embargo/hold-draft.ts';
import { scheduleDraft } from '../../src/embargo/schedule-draft.ts';
import type { Person } from '../../src/people/person.ts';
import { paragraph } from '../../src/platform/html.ts';
import { civilDayOf, instantOf } from '../../src/platform/instant.ts';
import { localeOf } from '../../src/platform/locales.ts';
import { correctDraft } from '../../src/releases/correct-draft.ts';
import { limitReaders } from '../../src/releases/limit-readers.ts';
import { publishDraft } from '../../src/releases/publish-draft.ts';
import { publishRelease } from '../../src/releases/publish-release.ts';
import { submitDraft } from '../../src/releases/submit-draft.ts';
import { approved, correction, openDeskAtWork } from '../support/desk-at-work.ts';
import { ada, ferryText, ines, mara, tomas } from '../support/desk-cast.ts';
import { done } from '../support/desk-looks.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';

type Signed = Extract<Handler<'GET /desk/api/releases'>, { answer: unknown }>;

async function openList(open: OpenEngine) {
  const desk = await openDeskAtWork(await open());
  const { deps, begin, save } = desk;
  const list = listHandlers(deps)['GET /desk/api/releases'] as Signed;
  const page = async (query: ReleaseQuery, person: Person = mara) => {
    const told = await list.answer({ person, order: query } as Asked<'GET /desk/api/releases'>);
    if (!told.ok) expect.fail(JSON.stringify(told));
    return told.answer;
  };
  return {
    ...desk,
    page,
    headlines: async (query: ReleaseQuery, person?: Person) =>
      (await page(query, person)).texts.map(({ headline }) => headline),
    written: async (headline: string) => {
      const release = await begin();
      done(await save(mara, release, 1, ferryText({ headline })));
      return release;
    },
    publish: async (release: string, revision = 2) => {
      await approved(deps, release, revision);
      done(await publishDraft(deps, { by: ines, release, locale: 'en', revision, forced: null }));
    },
    /** As archives come in: public, and never a draft. */
    imported: async (headline: string, at: string, number = 0, office = 'CO-BRUGES') => {
      const moment = at.length === 10 ? { day: civilDayOf(at) } : { instant: instantOf(at) };
      const id = deps.newId();
      const facts = { type: 'news' as const, countries: [], topics: [], organisationWide: false };
      const reference = number === 0 ? null : { office, year: Number(at.slice(0, 4)), number };
      const text = { kicker: null, headline, summary: null, place: null, body: paragraph('At noon.'), notes: null };
      const outcome = await publishRelease(deps.publishing, [
        {
          release: { id, office, ...facts, reference, origin: 'imported' },
          ...{ text, locale: localeOf('en'), slug: null, pictures: [], at: moment, change: null },
          ...{ translatedFrom: null, legacyPaths: [] },
        } as never,
      ]);
      expect(outcome.ok).toBe(true);
      return id;
    },
  };
}

eachEngine('the list of releases at the desk', (open) => {
  test('finds a text in work by its reference, written either way, and by the beginning of it', async () => {
    const { deps, headlines, written, publish } = await openList(open);
    const ferry = await written('Ferry at noon');
    await publish(ferry);
    await written('Still without a number');
    done(await correctDraft(deps, { by: ines, release: ferry, locale: 'en', change: correction }));
    for (const search of ['CALDER/2026/1', 'calder-2026-1', ' Calder/2026/1 ', 'CALDER/2026', 'cal', 'calder/20']) {
      expect([search, await headlines({ search, state: 'draft' })]).toEqual([search, ['Ferry at noon']]);
    }
    for (const search of ['CALDER/2026/2', 'CALDER/2025', 'BRUGES', 'ALDER']) {
      expect([search, await headlines({ search, state: 'draft' })]).toEqual([search, []]);
    }
    expect(await headlines({ search: 'CALDER/2026/1', office: 'CO-BRUGES' })).toEqual([]);
  });

  test('finds a public text by its reference, and by the beginning of it', async () => {
    const { headlines, imported } = await openList(open);
    await imported('Lock closed', '2016-05-01T09:00:00Z', 3);
    await imported('Lock open', '2016-06-01T09:00:00Z', 31);
    await imported('Lock renamed CO-BRUGES/2016/3', '2017-06-01T09:00:00Z', 1);
    const state = 'published';
    for (const search of ['CO-BRUGES/2016/31', 'co-bruges-2016-31']) {
      expect([search, await headlines({ search, state })]).toEqual([search, ['Lock open']]);
    }
    expect(await headlines({ search: 'co-bruges/2016/3', state })).toEqual([
      'Lock renamed CO-BRUGES/2016/3',
      'Lock closed',
    ]);
    expect(await headlines({ search: 'CO-BRUGES/2016', state })).toEqual([
      'Lock renamed CO-BRUGES/2016/3',
      'Lock open',
      'Lock closed',
    ]);
    expect(await headlines({ search: 'co-b', state })).toHaveLength(3);
    expect(await headlines({ search: 'CO-BRUGES/2016/31', state, office: 'CALDER' })).toEqual([]);
    expect(await headlines({ search: 'CO-BRUGES/2016/31', state: 'withdrawn' })).toEqual([]);
  });

  test('names the day alone of what is known by its day alone', async () => {
    const { imported, page } = await openList(open);
    await imported('Lock closed', '2017-09-07');
    await imported('Lock open', '2017-09-07T08:00:00Z');
    const days = (await page({})).texts.map(({ headline, changedDay }) => [headline, changedDay]);
    expect(days).toEqual([
      ['Lock open', null],
      ['Lock closed', '2017-09-07'],
    ]);
  });

  test('finds headline words with a capital or without, in every alphabet', async () => {
    const { headlines, written, imported } = await openList(open);
    for (const headline of ['Хөвсгөл нуур', 'Новый ПОСТ открыт', 'École à Évian', 'Harbour 考尔德港']) {
      await written(headline);
      await imported(headline, '2016-05-01T09:00:00Z');
    }
    for (const [search, headline] of [
      ...['Хөвсгөл', 'хөвсгөл', 'ХӨВСГӨЛ', 'вСГ'.toLowerCase()].map((word) => [word, 'Хөвсгөл нуур']),
      ...['Пост', 'пост', 'ПОСТ', 'открыт новый'].map((word) => [word, 'Новый ПОСТ открыт']),
      ...['école', 'ÉCOLE', 'Évian école', 'COLE'].map((word) => [word, 'École à Évian']),
      ...['HARBOUR', 'harbour', '考尔德'].map((word) => [word, 'Harbour 考尔德港']),
    ] as [string, string][]) {
      expect([search, await headlines({ search, state: 'draft' })]).toEqual([search, [headline]]);
      expect([search, await headlines({ search, state: 'published' })]).toEqual([search, [headline]]);
    }
    for (const search of ['100%', '_', '\\']) expect(await headlines({ search, state: 'draft' })).toEqual([]);
  });

  test('has under any state what is in work and what is public, each once and last changed first, page by page', async () => {
    const { page, headlines, written, publish, imported, clock } = await openList(open);
    for (let day = 1; day <= 60; day += 1) {
      await imported(
        `Archive ${day}`,
        `${day % 2 === 0 ? '2016' : '2025'}-01-01T09:00:${String(day % 60).padStart(2, '0')}Z`,
      );
    }
    clock.advanceTo('2026-03-03T09:00:00Z');
    await publish(await written('Published'));
    clock.advanceTo('2026-03-04T09:00:00Z');
    await written('In work');
    const all: string[] = [];
    let after: string | null | undefined;
    while (after !== null) {
      const one = await page(after === undefined ? {} : { after });
      all.push(...one.texts.map(({ changedAt, headline }) => `${changedAt} ${headline}`));
      after = one.after;
    }
    expect(all).toEqual(all.toSorted().toReversed());
    expect(new Set(all).size).toBe(62);
    expect(all.slice(0, 2)).toEqual([expect.stringContaining('In work'), expect.stringContaining('Published')]);
    expect(await headlines({ search: 'archive 47' })).toEqual(['Archive 47']);
    expect(await headlines({ search: 'co-bruges/2016' })).toHaveLength(30);
    expect(await headlines({ office: 'CALDER' })).toEqual(['In work', 'Published']);
    expect(await headlines({ locale: 'fr' })).toEqual([]);
  });

  test('has a public text under any state for whom its next edition is kept from', async () => {
    const { deps, page, written, publish } = await openList(open);
    const release = await written('Ferry at noon');
    done(await limitReaders(deps, { by: tomas, release, people: [mara.id, ines.id] }));
    await publish(release);
    done(await correctDraft(deps, { by: ines, release, locale: 'en', change: correction }));
    const stateFor = async (person: Person) => (await page({}, person)).texts.map(({ state }) => state);
    expect(await stateFor(ines)).toEqual(['draft']);
    expect(await stateFor(ada)).toEqual(['published']);
  });

  test('has for an editor what waits for approval, however much lies above it at which they wrote themselves', async () => {
    const { deps, written, save, clock } = await openList(open);
    const submitted = async (headline: string, revision: number, hand: Person | null) => {
      const release = await written(headline);
      if (hand !== null) done(await save(hand, release, 2, ferryText({ headline, kicker: 'Ferries' })));
      done(await submitDraft(deps, { by: mara, release, locale: 'en', revision, overrides: [] }));
    };
    await submitted('Ferry at noon', 2, null);
    clock.advanceTo('2026-03-03T09:00:00Z');
    for (let number = 1; number <= 50; number += 1) await submitted(`Ferry ${number}`, 3, tomas);
    const work = listHandlers(deps)['GET /desk/api/work'] as Extract<
      Handler<'GET /desk/api/work'>,
      { answer: unknown }
    >;
    const told = await work.answer({ person: tomas, order: {} } as Asked<'GET /desk/api/work'>);
    if (!told.ok) expect.fail(JSON.stringify(told));
    expect(told.answer.waiting.map(({ headline }) => headline)).toEqual(['Ferry at noon']);
  });

  test('tells when the next text that somebody may read goes public, whatever is on the page', async () => {
    const { deps, page, written } = await openList(open);
    const [early, late, quiet] = [await written('Early'), await written('Late'), await written('Quiet')];
    const next = async (query: ReleaseQuery, person?: Person) => (await page(query, person)).nextLift;
    expect(await next({})).toBeNull();
    for (const [release, day] of [
      [late, '05'],
      [early, '04'],
      [quiet, '03'],
    ] as const) {
      await approved(deps, release, 2);
      const local = { local: `2026-03-${day}T09:00`, timeZone: 'UTC', choice: null };
      done(await scheduleDraft(deps, { by: ines, release, locale: 'en', revision: 2, ...local }));
    }
    done(await limitReaders(deps, { by: tomas, release: quiet, people: [tomas.id, ines.id] }));
    for (const query of [{}, { search: 'nothing' }, { state: 'published' }] as const)
      expect(await next(query)).toBe('2026-03-04T09:00:00.000Z');
    expect(await next({}, ines)).toBe('2026-03-03T09:00:00.000Z');
    done(await holdDraft(deps, { by: ines, release: early, locale: 'en' }));
    expect(await next({})).toBe('2026-03-05T09:00:00.000Z');
  });
});
