import { sql } from 'kysely';
import type { PublishedHandle } from '../database/schema.ts';
import { officeFrom } from '../offices/office-row.ts';
import { BEGINNING, type Instant } from '../platform/instant.ts';
import { assetFrom } from './asset.query.ts';
import { itemsOf } from './list.query.ts';
import { legacyQueries } from './legacy/legacy.query.ts';
import { type ListSubject, listKey } from './list.ts';
import { mappedAfter } from './map.query.ts';
import { fixedPage, newestPage, yearPage } from './page.query.ts';
import type { Institution, Published } from './published.ts';
import type { MonthCount } from './published-release.ts';
import { fullTextsOf, referenceFrom, textOf } from './text.query.ts';

/** The most texts that the news map of one language names (Google's limit for one file). */
const MAX_NEWS = 1_000;

/** Opens the one door out, over a handle that cannot reach anything else. */
export function publishedQueries(db: PublishedHandle, version: () => number | Promise<number>): Published {
  let known: { version: number; institution: Institution } | null = null;
  const institution = async () => {
    const now = await version();
    if (known?.version !== now) known = { version: now, institution: await institutionOf(db) };
    return known.institution;
  };
  const asked = async (subject: ListSubject, locale: string) => ({
    subject,
    locale,
    organisation: (await institution()).organisation,
  });

  return {
    institution,
    version,
    newestPage: async (subject, locale) => newestPage(db, await asked(subject, locale)),
    fixedPage: async (subject, locale, number, after) =>
      fixedPage(db, await asked(subject, locale), number, after ?? null),
    yearPage: async (subject, locale, year, number, after) =>
      yearPage(db, await asked(subject, locale), year, number, after ?? null),

    async months(subject, locale) {
      const { organisation } = await institution();
      const isOwn = organisation.locales.some((one) => one.locale === locale && one.scope === 'locale');
      const rows = await db
        .selectFrom('month_count')
        .select(['month', 'count'])
        .where('list', '=', listKey(subject))
        .where('scope', '=', isOwn ? locale : 'any')
        .orderBy('month', 'desc')
        .execute();
      return rows.map(({ month, count }): MonthCount => {
        return { year: Number(month.slice(0, 4)), month: Number(month.slice(5)), count };
      });
    },

    text: (reference, locale, edition) => textOf(db, reference, locale, edition),
    fullTexts: (items) => fullTextsOf(db, items),

    async pathLeadsTo(path) {
      const row = await db
        .selectFrom('path_ledger')
        .innerJoin('release', 'release.id', 'path_ledger.release')
        .innerJoin('language_version as version', (join) =>
          join.onRef('version.release', '=', 'path_ledger.release').onRef('version.locale', '=', 'path_ledger.locale'),
        )
        .select([
          'release.office',
          'release.reference_year',
          'release.reference_number',
          'path_ledger.locale',
          'version.slug',
        ])
        .where('path_ledger.path', '=', path)
        .executeTakeFirst();
      return row === undefined ? null : { reference: referenceFrom(row), locale: row.locale, slug: row.slug };
    },

    ...legacyQueries(db, version),

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
      const { organisation } = await institution();
      const stretch = { list: 'organisation', scope: locale, until: null, year: null, limit: MAX_NEWS };
      const shown = { locale, fallback: organisation.defaultLocale };
      const items = await itemsOf(db, { ...stretch, from: { at: since, sequence: 0 } }, shown);
      return items.filter((item) => item.text !== null);
    },
  };
}

async function institutionOf(db: PublishedHandle): Promise<Institution> {
  const [organisation, offices, topics, lists] = await Promise.all([
    db.selectFrom('organisation').selectAll().executeTakeFirst(),
    db.selectFrom('office').selectAll().orderBy('position').orderBy('code').execute(),
    db.selectFrom('topic').selectAll().orderBy('position').orderBy('code').execute(),
    db.selectFrom('page').select('list').where('scope', '=', 'any').where('number', '=', 1).execute(),
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
    topics: topics.map(({ code, slug, names }) => ({ code, slug, names: JSON.parse(names) })),
    countries: lists.flatMap(({ list }) => (list.startsWith('country:') ? [list.slice(8)] : [])).sort(),
  };
}
