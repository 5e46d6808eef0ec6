import { type Expression, type SqlBool, sql } from 'kysely';
import { holdsWord, searchedWords } from '../../database/holds-words.ts';
import { inside } from '../../database/schema.ts';
import type { Tx } from '../../database/transaction.ts';
import type { Person } from '../../people/person.ts';
import { referenceFrom } from '../../published/columns.query.ts';
import { currentEdition } from '../../published/current-edition.query.ts';
import { formatReference } from '../../published/reference.ts';
import type { TextLine } from '../contract.ts';
import { isReadable } from './readable-drafts.query.ts';
import { referredReleases } from './referred-releases.query.ts';
import { behindInPublic } from './source-now.query.ts';

/** A search looks at as many of the newest public texts: a list must answer at once, however long the archive is. */
const MAX_SEARCHED = 10_000;

/** The texts of an office with so many releases are met soon enough on the way through all; those of others are gathered. */
const LARGE_OFFICE = 5_000;

export interface PublicLinesOrder extends PublicFilter {
  readonly state: 'published' | 'withdrawn' | 'retracted';
  /** Sequence of the last line before. */
  readonly after?: string | undefined;
}

interface PublicFilter {
  readonly office?: string | undefined;
  readonly locale?: string | undefined;
  readonly search?: string | undefined;
  readonly limit: number;
}

/** As large as the column goes. */
const LAST_SEQUENCE = 2_147_483_647;

/** Public texts, those of imported archives too, newest first. */
export async function publicLines(
  tx: Tx,
  person: Person,
  { state, after, ...filter }: PublicLinesOrder,
): Promise<{ lines: TextLine[]; after: string | null }> {
  const { query: all } = await versions(tx, filter);
  let query = all.where('version.standing', '=', state).orderBy('version.sequence', 'desc');
  if (after !== undefined) query = query.where('version.sequence', '<', sequenceIn(after));
  const bySequence = new Map((await found(tx, query, filter)).map((row) => [row.sequence, row]));
  const rows = [...bySequence.values()].toSorted((one, other) => other.sequence - one.sequence).slice(0, filter.limit);
  const last = rows.at(-1);
  return {
    lines: await linesFrom(tx, person, rows),
    after: rows.length < filter.limit || last === undefined ? null : String(last.sequence),
  };
}

export interface UndraftedOrder extends PublicFilter {
  /** `changed_at release locale` of the last line before. */
  readonly after?: string | undefined;
  /** Only what was changed at this instant or later. */
  readonly since: string | null;
}

/** Public texts of which there is no draft that somebody may read, as of imported archives; in the order of drafts. */
export async function undraftedLines(
  tx: Tx,
  person: Person,
  { after, since, ...filter }: UndraftedOrder,
): Promise<TextLine[]> {
  // A search has a way of its own to what it looks at, and must not be led through the index of this order.
  const changedAt = (filter.search ?? '') === '' ? sql`version.changed_at` : sql`version.changed_at || ''`;
  const { query: all } = await versions(tx, filter);
  let query = all.orderBy(changedAt, 'desc').orderBy('version.release', 'desc').orderBy('version.locale', 'desc');
  if (since !== null) query = query.where('version.changed_at', '>=', since);
  if (after !== undefined) {
    const [at = '', release = '', last = ''] = after.split(' ');
    query = query.where(
      sql<boolean>`(version.changed_at, version.release, version.locale) < (${at}, ${release}, ${last})`,
    );
  }
  const undrafted = (some: Versions) => some.where((row) => row.not(row.exists(draftOfVersion(tx, person))));
  return linesFrom(tx, person, await found(tx, query, filter, undrafted));
}

function draftOfVersion(tx: Tx, person: Person) {
  return inside(tx)
    .selectFrom('draft')
    .innerJoin('draft_release', 'draft_release.id', 'draft.release')
    .select('draft.release')
    .where(sql<boolean>`draft.release = version.release and draft.locale = version.locale`)
    .where('draft.discarded_at', 'is', null)
    .where((row) => isReadable(row, person));
}

async function versions(tx: Tx, { office, locale, limit }: PublicFilter) {
  let query = inside(tx)
    .selectFrom('language_version as version')
    .innerJoin('release', 'release.id', 'version.release')
    .leftJoin('edition', currentEdition)
    .select(['version.release', 'version.locale', 'version.edition', 'version.standing', 'version.sequence'])
    .select(['version.published_at', 'version.day', 'version.precision'])
    .select(['version.changed_at', 'release.office', 'release.type', 'release.reference_year'])
    .select(['release.reference_number', 'edition.headline'])
    .limit(limit);
  if (locale !== undefined) query = query.where('version.locale', '=', locale);
  if (office === undefined) return { query };
  const some = inside(tx).selectFrom('release').select('id').where('office', '=', office).limit(LARGE_OFFICE);
  const isLarge = (await some.execute()).length === LARGE_OFFICE;
  return {
    query: isLarge ? query.where(sql`release.office || ''`, '=', office) : query.where('release.office', '=', office),
  };
}

type Versions = Awaited<ReturnType<typeof versions>>['query'];
type Row = Awaited<ReturnType<Versions['execute']>>[number];

/** Those whose headline holds the words, and those whose reference they are; some may be both. */
async function found(
  tx: Tx,
  query: Versions,
  filter: PublicFilter,
  // Asked last, of the few that are found.
  narrowed: (some: Versions) => Versions = (some) => some,
): Promise<Row[]> {
  const search = filter.search?.trim() ?? '';
  if (search === '') return narrowed(query).execute();
  // Asked for beforehand: a planner that does not know how few they are reads every headline.
  const newest = inside(tx)
    .selectFrom('language_version')
    .select(({ fn }) => fn.max('sequence').as('sequence'));
  const { sequence } = await newest.executeTakeFirstOrThrow();
  const rows = await narrowed(query.where(holdsWords(search, sequence ?? 0))).execute();
  const referred = await referredReleases(tx, search, filter.office === undefined ? null : [filter.office]);
  if (referred.length > 0) {
    rows.push(...(await narrowed(query.where('version.release', 'in', referred)).execute()));
  }
  return rows;
}

/** The headline is looked up for each of the few that are searched: a join would be planned as if it were for all. */
function holdsWords(search: string, newest: number): Expression<SqlBool> {
  const held = searchedWords(search).map((word) => holdsWord('searched.headline', word));
  return sql<SqlBool>`version.sequence > ${newest - MAX_SEARCHED} and (
    select ${sql.join(held, sql` and `)} from edition as searched where searched.release = version.release
      and searched.locale = version.locale and searched.number = version.edition)`;
}

async function linesFrom(tx: Tx, person: Person, rows: readonly Row[]): Promise<TextLine[]> {
  const behind = await behindInPublic(tx, person, rows);
  return rows.map((row) => ({ ...lineFrom(row), isStale: behind.has(row) }));
}

function lineFrom(row: Row): Omit<TextLine, 'isStale'> {
  return {
    release: row.release,
    locale: row.locale,
    headline: row.headline ?? '',
    office: row.office,
    type: row.type,
    state: row.standing,
    reference: formatReference(referenceFrom(row)),
    edition: row.edition,
    goesPublicAt: null,
    isHeld: false,
    isLimited: false,
    bundle: null,
    changedAt: row.changed_at,
    changedDay: row.precision === 'day' && row.changed_at === row.published_at ? row.day : null,
    changedBy: '',
  };
}

/** What is no place in the list has nothing behind it. */
function sequenceIn(after: string): number {
  return /^\d{1,16}$/.test(after) ? Math.min(Number(after), LAST_SEQUENCE) : 0;
}
