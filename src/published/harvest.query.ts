import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { PublishedHandle } from '../database/schema.ts';
import type { Instant } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';
import { changeFrom, referenceFrom, timeFrom } from './columns.query.ts';
import { currentEdition } from './current-edition.query.ts';
import type { HarvestedText, HarvestOrder, HarvestReads, HarvestSubject } from './harvest.ts';
import type { ReleaseType } from './list.ts';

export function harvestQueries(db: PublishedHandle): HarvestReads {
  return {
    lastChanged: (order) => lastChanged(db, order),

    async harvested(release, locale) {
      const row = await texts(db)
        .where('version.release', '=', release)
        .where('version.locale', '=', locale)
        .executeTakeFirst();
      return row === undefined ? null : textFrom(row);
    },

    async actsUntil(at) {
      if (at === null) {
        const row = await db.selectFrom('counter').select('value').where('name', '=', 'sequence').executeTakeFirst();
        return row?.value ?? 0;
      }
      const states = db.selectFrom('public_state').select('sequence').where('at', '<=', at);
      const last = await states.orderBy('at', 'desc').orderBy('sequence', 'desc').limit(1).executeTakeFirst();
      return last?.sequence ?? 0;
    },

    async firstAct() {
      const first = await db.selectFrom('public_state').select('at').orderBy('sequence').limit(1).executeTakeFirst();
      return (first?.at ?? null) as Instant | null;
    },

    textLocales: () => textLocales(db),
  };
}

/**
 * How many acts are looked through at once for texts of a subject. On SQLite readers wait meanwhile: about two
 * milliseconds.
 */
const STRIDE = 1_000;

async function lastChanged(db: PublishedHandle, order: HarvestOrder): Promise<HarvestedText[]> {
  const { after, upTo, limit, of } = order;
  if (of === null) return between(db, order);
  const found: HarvestedText[] = [];
  for (let from = after; from < upTo && found.length < limit; from += STRIDE) {
    const rest = { after: from, upTo: Math.min(from + STRIDE, upTo), limit: limit - found.length, of };
    found.push(...(await between(db, rest)));
    // Reads of SQLite wait for nothing outside: without this nobody else would be answered.
    await setImmediate();
  }
  return found;
}

async function between(db: PublishedHandle, { after, upTo, limit, of }: HarvestOrder): Promise<HarvestedText[]> {
  const query = texts(db)
    .where('version.last_sequence', '>', after)
    .where('version.last_sequence', '<=', upTo)
    .orderBy('version.last_sequence')
    .limit(limit);
  const rows = await (of === null ? query : query.where(isOf(of))).execute();
  return rows.map(textFrom);
}

/** One statement, so that no publication falls between a text and what is said of it. */
function texts(db: PublishedHandle) {
  return db
    .selectFrom('language_version as version')
    .innerJoin('release', 'release.id', 'version.release')
    .leftJoin('edition', currentEdition)
    .select(['release.id', 'release.office', 'release.type', 'release.reference_year', 'release.reference_number'])
    .select(['release.countries', 'release.topics'])
    .select(['version.locale', 'version.slug', 'version.standing', 'version.end_reason', 'version.last_sequence'])
    .select(['version.published_at', 'version.day', 'version.precision', 'version.edition'])
    .select(['edition.headline', 'edition.summary', 'edition.change_kind', 'edition.change_note'])
    .select('edition.published_at as changed_words_at')
    .select((row) =>
      row
        .selectFrom('public_state')
        .select('public_state.at')
        .whereRef('public_state.sequence', '>=', 'version.last_sequence')
        .orderBy('public_state.sequence')
        .limit(1)
        .as('done_at'),
    );
}

/** Lists are kept as JSON. `replace` tells capitals apart on both engines, as `like` does not. */
function isOf({ kind, value }: HarvestSubject) {
  switch (kind) {
    case 'office':
      return sql<boolean>`release.office = ${value}`;
    case 'type':
      return sql<boolean>`release.type = ${value}`;
    case 'language':
      return sql<boolean>`version.locale = ${value}`;
    case 'country':
    case 'topic': {
      const column = sql.ref(kind === 'country' ? 'release.countries' : 'release.topics');
      if (value === null) return sql<boolean>`${column} <> '[]'`;
      return sql<boolean>`replace(${column}, ${JSON.stringify(value)}, '') <> ${column}`;
    }
  }
}

type Row = Awaited<ReturnType<ReturnType<typeof texts>['execute']>>[number];

function textFrom(row: Row): HarvestedText {
  const { headline, summary, change_kind, change_note, changed_words_at: at, edition } = row;
  const change = at === null ? null : changeFrom({ change_kind, change_note, published_at: at, number: edition });
  return {
    release: row.id,
    reference: referenceFrom(row),
    type: row.type as ReleaseType,
    office: row.office,
    countries: JSON.parse(row.countries),
    topics: JSON.parse(row.topics),
    locale: row.locale,
    slug: row.slug,
    published: timeFrom(row),
    standing: row.standing,
    endReason: row.end_reason,
    lastSequence: row.last_sequence,
    // Every act is part of a state.
    doneAt: row.done_at as Instant,
    edition,
    words: headline === null ? null : { headline, summary, change },
  };
}

/** Leaps from one language to the next: of the pages between there may be very many. */
async function textLocales(db: PublishedHandle): Promise<Locale[]> {
  const locales: Locale[] = [];
  for (let last = ''; ; ) {
    const row = await db
      .selectFrom('page')
      .select(sql<string | null>`min(scope)`.as('scope'))
      .where('list', '=', 'organisation')
      .where('scope', '>', last)
      .executeTakeFirst();
    if (row?.scope == null) return locales.filter((scope) => scope !== 'any').sort();
    last = row.scope;
    locales.push(last);
  }
}
