import { type Expression, type SqlBool, sql } from 'kysely';
import { holdsWord, searchedWords } from '../../database/holds-words.ts';
import { inside } from '../../database/schema.ts';
import type { Tx } from '../../database/transaction.ts';
import { referenceFrom } from '../../published/columns.query.ts';
import { currentEdition } from '../../published/current-edition.query.ts';
import { formatReference } from '../../published/reference.ts';
import type { TextLine } from '../contract.ts';
import { referredReleases } from './referred-releases.query.ts';

/** A search looks at as many of the newest public texts: a list must answer at once, however long the archive is. */
const MAX_SEARCHED = 10_000;

export interface PublicLinesOrder {
  readonly state: 'published' | 'withdrawn' | 'retracted';
  readonly office?: string | undefined;
  readonly locale?: string | undefined;
  readonly search?: string | undefined;
  /** Sequence of the last line before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** As large as the column goes. */
const LAST_SEQUENCE = 2_147_483_647;

/** Public texts, those of imported archives too, newest first. */
export async function publicLines(
  tx: Tx,
  order: PublicLinesOrder,
): Promise<{ lines: TextLine[]; after: string | null }> {
  const { limit } = order;
  const search = order.search?.trim() ?? '';
  const query = linesOf(tx, order);
  const rows = await (search === '' ? query : query.where(holdsWords(search))).execute();
  const referred = search === '' ? [] : await referredReleases(tx, search);
  if (referred.length > 0) rows.push(...(await query.where('version.release', 'in', referred).execute()));
  const bySequence = new Map(rows.map((row) => [row.sequence, row]));
  const found = [...bySequence.values()].toSorted((one, other) => other.sequence - one.sequence).slice(0, limit);
  const last = found.at(-1);
  return {
    lines: found.map(lineFrom),
    after: found.length < limit || last === undefined ? null : String(last.sequence),
  };
}

function linesOf(tx: Tx, { state, office, locale, after, limit }: PublicLinesOrder) {
  let query = inside(tx)
    .selectFrom('language_version as version')
    .innerJoin('release', 'release.id', 'version.release')
    .leftJoin('edition', currentEdition)
    .select(['version.release', 'version.locale', 'version.edition', 'version.standing', 'version.sequence'])
    .select(['version.changed_at', 'release.office', 'release.type', 'release.reference_year'])
    .select(['release.reference_number', 'edition.headline'])
    .where('version.standing', '=', state)
    .orderBy('version.sequence', 'desc')
    .limit(limit);
  if (locale !== undefined) query = query.where('version.locale', '=', locale);
  if (office !== undefined) query = query.where('release.office', '=', office);
  if (after !== undefined) query = query.where('version.sequence', '<', sequenceIn(after));
  return query;
}

function holdsWords(search: string): Expression<SqlBool> {
  const isSearched = sql<SqlBool>`version.sequence >
    (select coalesce(max(sequence), 0) - ${sql.lit(MAX_SEARCHED)} from language_version)`;
  const held = searchedWords(search).map((word) => holdsWord('edition.headline', word));
  return sql<SqlBool>`(${sql.join([isSearched, ...held], sql` and `)})`;
}

type Row = Awaited<ReturnType<ReturnType<typeof linesOf>['execute']>>[number];

function lineFrom(row: Row): TextLine {
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
    isStale: false,
    isLimited: false,
    bundle: null,
    changedAt: row.changed_at,
    changedBy: '',
  };
}

/** What is no place in the list has nothing behind it. */
function sequenceIn(after: string): number {
  return /^\d{1,16}$/.test(after) ? Math.min(Number(after), LAST_SEQUENCE) : 0;
}
