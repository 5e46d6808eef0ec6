import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Engine } from '../../src/database/engine.ts';
import { inside } from '../../src/database/schema.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { paragraph } from '../../src/platform/html.ts';
import { type CivilDay, instantOf } from '../../src/platform/instant.ts';
import { checkReads } from '../../src/published/check.query.ts';
import { checkPublished } from '../../src/published/check-published.ts';
import { type ListSubject, listKey, listsOf } from '../../src/published/list.ts';
import { publicationStore } from '../../src/published/publication.store.ts';
import { publishedQueries } from '../../src/published/published.query.ts';
import { formatReference } from '../../src/published/reference.ts';
import type { PublishOrder } from '../../src/releases/publish-order.ts';
import { publishRelease } from '../../src/releases/publish-release.ts';
import { retractRelease } from '../../src/releases/retract-release.ts';
import { withdrawRelease } from '../../src/releases/withdraw-release.ts';
import { indexStore } from '../../src/search/index.store.ts';
import { withoutReleases } from '../support/empty-newsroom.ts';
import { eachEngine } from '../support/engines.ts';
import { addToModel, type ModelList, pagesOfModel } from '../support/model.ts';

const offices = [
  { code: 'HQ', countries: [], zone: 'UTC' },
  { code: 'CO-EAST', countries: ['CN', 'MN'], zone: 'Asia/Ulaanbaatar' },
  { code: 'CO-WEST', countries: ['BR'], zone: 'America/Sao_Paulo' },
];
const locales = ['en', 'mn', 'zh-Hans'];
const clock = fixedClock('2026-11-24T12:00:00Z');

type Act =
  | {
      act: 'publish';
      which: number;
      locale: string;
      hour: number | null;
      office: number;
      countries: string[];
      wide: boolean;
    }
  | { act: 'correct' | 'withdraw' | 'retract'; which: number; locale: string };

const publishAct = fc.record({
  act: fc.constant('publish' as const),
  which: fc.nat(45),
  locale: fc.constantFrom(...locales),
  // Hours before now; many coincide, and null is a civil day around the turn of a year.
  hour: fc.option(fc.integer({ min: 0, max: 400 }), { freq: 4 }),
  office: fc.nat(offices.length - 1),
  countries: fc.subarray(['CN', 'MN', 'BR', 'FR']),
  wide: fc.boolean(),
});
const laterAct = fc.record({
  act: fc.constantFrom('correct' as const, 'withdraw' as const, 'retract' as const),
  which: fc.nat(45),
  locale: fc.constantFrom(...locales),
});
const acts = fc.array(fc.oneof({ weight: 6, arbitrary: publishAct }, { weight: 1, arbitrary: laterAct }), {
  minLength: 60,
  maxLength: 110,
});

eachEngine('lists that do not slide', (open) => {
  describe('any order of publication, backdating, translation, withdrawal and retraction', () => {
    test('pages, references and counts are those of a naive model, and no boundary ever moves', async () => {
      const engine = await open();
      await fc.assert(
        fc.asyncProperty(acts, async (chosen) => {
          await withoutReleases(engine);
          await makeOffices(engine);
          await replay(engine, chosen);
        }),
        { numRuns: 12, seed: 20_261_124 },
      );
    });
  });
});

async function replay(engine: Engine, chosen: readonly Act[]): Promise<void> {
  const deps = {
    inTransaction: engine.inTransaction,
    publications: publicationStore(engine),
    index: indexStore(engine),
    clock,
    beforePublic: async () => {},
  };
  const published = publishedQueries(engine.published, engine.publicVersion);
  const model = new Map<string, ModelList>();
  const releases = new Map<string, { lists: string[]; versions: Map<string, string> }>();
  const numbers = new Map<string, number>();
  let sequence = 0;

  const place = (list: string, scope: string, at: string, release: string) => {
    const key = `${list} ${scope}`;
    const known = model.get(key) ?? { members: [], starts: [] };
    model.set(key, known);
    addToModel(known, { at, sequence, release });
  };

  for (const act of chosen) {
    const id = `01900000-0000-7000-8000-${String(act.which).padStart(12, '0')}`;
    const known = releases.get(id);
    const standing = known?.versions.get(act.locale);
    if (act.act !== 'publish') {
      if (act.act === 'correct') {
        const order = orderFor(id, { ...publishDefaults, act: 'publish', which: act.which, locale: act.locale });
        const outcome = await publishRelease(deps, [
          { ...order, at: null, change: { kind: 'correction', note: 'n', major: true } },
        ]);
        expect(outcome.ok).toBe(standing === 'published');
        if (outcome.ok) sequence += 1;
        continue;
      }
      const end = act.act === 'withdraw' ? withdrawRelease : retractRelease;
      const outcome = await end(deps, { release: id, locale: act.locale, reason: 'because', at: null });
      const may = standing === 'published' || (standing === 'withdrawn' && act.act === 'retract');
      expect(outcome.ok).toBe(may);
      if (!outcome.ok) continue;
      sequence += 1;
      known?.versions.set(act.locale, act.act === 'withdraw' ? 'withdrawn' : 'retracted');
      continue;
    }

    const outcome = await publishRelease(deps, [orderFor(id, act)]);
    expect(outcome.ok).toBe(standing === undefined);
    if (!outcome.ok) continue;
    sequence += 1;
    const [done] = outcome.published;
    expect(done?.sequence).toBe(sequence);
    const at = done?.publishedAt ?? '';
    const office = offices[act.office] ?? offices[0];
    const order = orderFor(id, act);
    if (known === undefined) {
      const lists = listsOf(order.release, offices);
      releases.set(id, { lists, versions: new Map([[act.locale, 'published']]) });
      for (const list of lists) place(list, 'any', at, id);
      for (const list of lists) place(list, act.locale, at, id);
      const year = `${office?.code}/${done?.reference.year}`;
      numbers.set(year, (numbers.get(year) ?? 0) + 1);
      expect(formatReference(done?.reference ?? { office: '', year: 0, number: 0 })).toBe(
        `${year}/${numbers.get(year)}`,
      );
    } else {
      known.versions.set(act.locale, 'published');
      for (const list of known.lists) place(list, act.locale, at, id);
    }
  }

  for (const subject of subjects) {
    const expected = pagesOfModel(model.get(`${listKey(subject)} any`) ?? { members: [], starts: [] });
    const newest = await published.newestPage(subject, 'en');
    expect(newest.newest).toBe(expected.length);
    expect(newest.items.map((item) => item.release)).toEqual(expected.slice(-2).reverse().flat().slice(0, 40));
    for (const [index, members] of expected.entries()) {
      const page = await published.fixedPage(subject, 'mn', index + 1);
      const rest = page?.rest ? await published.fixedPage(subject, 'mn', index + 1, page.rest.after) : null;
      const shown = [...(page?.items ?? []), ...(rest?.items ?? [])].map((item) => item.release);
      expect(shown).toEqual(members);
      // Below its oldest item a page has nothing to go on with.
      const oldest = (rest ?? page)?.items.at(-1);
      const below = await published.fixedPage(subject, 'mn', index + 1, oldest?.sequence ?? 0);
      expect(below).toBeNull();
    }
    const years = await published.months(subject, 'en');
    for (const year of new Set(years.map((one) => one.year))) {
      const total = years.filter((one) => one.year === year).reduce((sum, one) => sum + one.count, 0);
      expect(await countYear(published, subject, year)).toBe(total);
    }
  }
  const differences = [];
  for await (const difference of checkPublished(checkReads(engine.newsroom))) differences.push(difference);
  expect(differences).toEqual([]);
}

const subjects: ListSubject[] = [
  { kind: 'organisation' },
  { kind: 'office', code: 'CO-EAST' },
  { kind: 'country', code: 'CN' },
  { kind: 'type', type: 'news' },
];
const publishDefaults = { hour: 0, office: 0, countries: [] as string[], wide: false };

function orderFor(id: string, act: Extract<Act, { act: 'publish' }>): PublishOrder {
  const office = offices[act.office] ?? { code: 'HQ' };
  const hoursAgo = act.hour === null ? null : new Date(Date.parse('2026-11-24T12:00:00Z') - act.hour * 3_600_000 * 6);
  return {
    release: {
      id,
      office: office.code,
      type: 'news',
      countries: act.countries,
      topics: [],
      organisationWide: act.wide,
      reference: null,
      origin: 'written',
    },
    locale: act.locale,
    slug: null,
    text: {
      kicker: null,
      headline: `Release ${act.which}`,
      summary: null,
      place: null,
      body: paragraph('…'),
      notes: null,
    },
    pictures: [],
    at: hoursAgo === null ? { day: '2026-01-01' as CivilDay } : { instant: instantOf(hoursAgo.toISOString()) },
    change: null,
    translatedFrom: null,
    legacyPaths: [],
  };
}

async function countYear(
  published: ReturnType<typeof publishedQueries>,
  subject: ListSubject,
  year: number,
): Promise<number> {
  const ids = new Set<string>();
  const front = await published.yearPage(subject, 'en', year, null);
  for (let number = front?.newest ?? 0; number >= 1; number -= 1) {
    let page = await published.yearPage(subject, 'en', year, number);
    while (page !== null) {
      for (const item of page.items) {
        expect(item.published.day.slice(0, 4)).toBe(String(year));
        ids.add(item.release);
      }
      page = page.rest === null ? null : await published.yearPage(subject, 'en', year, number, page.rest.after);
    }
  }
  return ids.size;
}

async function makeOffices(engine: Engine): Promise<void> {
  await engine.inTransaction(async (tx) => {
    await inside(tx).deleteFrom('office').execute();
    for (const [position, { code, countries, zone }] of offices.entries()) {
      await inside(tx)
        .insertInto('office')
        .values({
          code,
          slug: code.toLowerCase(),
          former_slugs: '[]',
          names: '{}',
          introductions: '{}',
          countries: JSON.stringify(countries),
          locales: '[]',
          time_zone: zone,
          position,
        })
        .execute();
    }
  });
}
