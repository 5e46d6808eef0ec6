import { sql } from 'kysely';
import type { PublishedHandle } from '../database/schema.ts';
import { officeFrom, topicFrom } from '../offices/office-row.ts';
import { assetFrom } from './asset.query.ts';
import { harvestQueries } from './harvest.query.ts';
import { itemsIn } from './item.query.ts';
import { legacyQueries } from './legacy/legacy.query.ts';
import { type ListKey, type ListSubject, listKey, releaseTypes, scopeOf } from './list.ts';
import { mappedAfter } from './map.query.ts';
import { listAsOf, listStateAt, listStates } from './memento.query.ts';
import { fixedPage, newestNumber, newestPage, yearPage } from './page.query.ts';
import { textAt } from './path-ledger.query.ts';
import { pinnedTo } from './pin.query.ts';
import type { Institution, Published } from './published.ts';
import type { MonthCount } from './published-release.ts';
import { fullTextsOf, textOf } from './text.query.ts';

/** The most texts that the news map of one language names (Google's limit for one file). */
const MAX_NEWS = 1_000;

/** What one version of the published half has told so far. */
interface Known {
  readonly version: number;
  readonly institution: Institution;
  /** Of each list that was asked for: every page of it names them. */
  readonly years: Map<string, readonly number[]>;
}

/** What pages have kept of the institution holds until it changes itself, however much is published. */
function unlessSame(fresh: Institution, before: Institution | undefined): Institution {
  return before !== undefined && JSON.stringify(fresh) === JSON.stringify(before) ? before : fresh;
}

/** Opens the one door out, over a handle that cannot reach anything else. */
export function publishedQueries(db: PublishedHandle, version: () => number | Promise<number>): Published {
  let known: Known | null = null;
  const current = async (): Promise<Known> => {
    const now = await version();
    if (known?.version !== now) {
      const institution = unlessSame(await institutionOf(db), known?.institution);
      known = { version: now, institution, years: new Map() };
    }
    return known;
  };
  const asked = async (subject: ListSubject, locale: string) => {
    const { institution } = await current();
    return { subject, locale, organisation: institution.organisation };
  };

  return {
    institution: async () => (await current()).institution,
    version,
    newestPage: async (subject, locale) => newestPage(db, await asked(subject, locale)),
    pinned: async (subject, locale) => pinnedTo(db, await asked(subject, locale)),
    newestNumber: async (subject, locale) => newestNumber(db, await asked(subject, locale)),
    fixedPage: async (subject, locale, number, after) =>
      fixedPage(db, await asked(subject, locale), number, after ?? null),
    yearPage: async (subject, locale, year, number, after) =>
      yearPage(db, await asked(subject, locale), year, number, after ?? null),

    async months(subject, locale) {
      const { organisation } = (await current()).institution;
      return monthsOf(db, listKey(subject), scopeOf(organisation, locale));
    },

    async years(subject, locale) {
      const { institution, years } = await current();
      const [list, scope] = [listKey(subject), scopeOf(institution.organisation, locale)];
      const told = years.get(`${list} ${scope}`);
      if (told !== undefined) return told;
      const fresh = [...new Set((await monthsOf(db, list, scope)).map(({ year }) => year))];
      years.set(`${list} ${scope}`, fresh);
      return fresh;
    },

    text: (reference, locale, edition) => textOf(db, reference, locale, edition),
    fullTexts: (items) => fullTextsOf(db, items),

    pathLeadsTo: (path) => textAt(db, path),

    ...legacyQueries(db, version),
    ...harvestQueries(db),
    listStates: (subject, after, limit) => listStates(db, subject, after, limit),
    listStateAt: (subject, at) => listStateAt(db, subject, at),
    listAsOf: async (subject, locale, sequence) => listAsOf(db, await asked(subject, locale), sequence),

    async asset(hash) {
      const row = await db.selectFrom('asset').selectAll().where('hash', '=', hash).executeTakeFirst();
      return row === undefined ? null : assetFrom(row);
    },

    mapped: (after, limit) => mappedAfter(db, after, limit),

    async mapParts(size) {
      const newest = await db
        .selectFrom('release')
        .select(sql<number>`max(sequence)`.as('sequence'))
        .executeTakeFirst();
      return Array.from({ length: Math.ceil((newest?.sequence ?? 0) / size) }, (_, part) => part * size);
    },

    async since(locale, since) {
      const { institution } = await current();
      const stretch = { list: 'organisation', scope: locale, until: null, year: null, limit: MAX_NEWS };
      const showing = { scope: locale, locale, fallback: institution.organisation.defaultLocale };
      const items = await itemsIn(db, { ...stretch, from: { at: since, sequence: 0 } }, showing);
      return items.filter((item) => item.text !== null);
    },
  };
}

/** Newest first. */
async function monthsOf(db: PublishedHandle, list: ListKey, scope: string): Promise<MonthCount[]> {
  const rows = await db
    .selectFrom('month_count')
    .select(['month', 'count'])
    .where('list', '=', list)
    .where('scope', '=', scope)
    .orderBy('month', 'desc')
    .execute();
  return rows.map(({ month, count }) => ({ year: Number(month.slice(0, 4)), month: Number(month.slice(5)), count }));
}

async function institutionOf(db: PublishedHandle): Promise<Institution> {
  const [organisation, offices, topics, countries, types] = await Promise.all([
    db.selectFrom('organisation').selectAll().executeTakeFirst(),
    db.selectFrom('office').selectAll().orderBy('position').orderBy('code').execute(),
    db.selectFrom('topic').selectAll().orderBy('position').orderBy('code').execute(),
    listedUnder(db, 'country'),
    listedUnder(db, 'type'),
  ]);
  return {
    organisation: {
      names: JSON.parse(organisation?.names ?? '{"en":"Newsroom"}'),
      introductions: JSON.parse(organisation?.introductions ?? '{}'),
      locales: JSON.parse(organisation?.locales ?? '[{"locale":"en","scope":"any"}]'),
      defaultLocale: organisation?.default_locale ?? 'en',
      timeZone: organisation?.time_zone ?? 'UTC',
    },
    offices: offices.map(officeFrom),
    topics: topics.map(topicFrom),
    countries,
    types: releaseTypes.filter((type) => types.includes(type)),
  };
}

/** Whatever has a list of this kind. Leaps from one list to the next: of the pages between them there may be very many. */
async function listedUnder(db: PublishedHandle, kind: 'country' | 'type'): Promise<string[]> {
  const [opens, closes] = [`${kind}:`, `${kind};`];
  const first = sql<string | null>`min(page.list)`.as('list');
  const rows = await db
    .withRecursive('found(list)', (query) =>
      query
        .selectFrom('page')
        .select(first)
        .where('page.list', '>=', opens)
        .where('page.list', '<', closes)
        .unionAll(
          query
            .selectFrom('found')
            .select((found) =>
              found
                .selectFrom('page')
                .select(first)
                .whereRef('page.list', '>', 'found.list')
                .where('page.list', '<', closes)
                .as('list'),
            )
            .where('found.list', 'is not', null),
        ),
    )
    .selectFrom('found')
    .select('list')
    .execute();
  return rows.flatMap(({ list }) => (list === null ? [] : [list.slice(opens.length)])).sort();
}
