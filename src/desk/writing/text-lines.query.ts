import { type Expression, type ExpressionBuilder, sql } from 'kysely';
import { holdsWord, searchedWords } from '../../database/holds-words.ts';
import { inside, type NewsroomHandle, type Tables } from '../../database/schema.ts';
import type { Tx } from '../../database/transaction.ts';
import type { Person } from '../../people/person.ts';
import { formatReference } from '../../published/reference.ts';
import type { DraftState } from '../../releases/draft.ts';
import { isStale } from '../../releases/staleness.ts';
import type { TextLine } from '../contract.ts';
import { isReadable } from './readable-drafts.query.ts';
import { referredReleases } from './referred-releases.query.ts';
import { sourceNow, sourceNowIn } from './source-now.query.ts';
import { officesRead } from './who-may-read.ts';

/** What a desk list asks for. Every answer is bounded and in total order. */
export interface LinesOrder {
  readonly state?: DraftState | undefined;
  readonly office?: string | undefined;
  readonly locale?: string | undefined;
  readonly search?: string | undefined;
  /** An id: only editions that this person did not write at. */
  readonly notBy?: string | undefined;
  /** `changed_at release locale` of the last line before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** A search looks at as many of the last changed: a list must answer at once, however much the desk holds. */
const MAX_SEARCHED = 10_000;

/** Of the releases that somebody began, as many of the newest are looked at for what is still in work. */
const MAX_BEGUN = 200;

/** Drafts that somebody may read, last changed first. */
export async function draftLines(tx: Tx, person: Person, order: LinesOrder): Promise<TextLine[]> {
  const offices = officesAsked(person, order.office);
  const search = order.search?.trim() ?? '';
  const lines: TextLine[] = [];
  // Office by office, so that each goes through its own index and stops after as many as are wanted.
  for (const office of offices ?? [undefined]) {
    const query = linesOf(tx, person, { ...order, office });
    const held = search === '' ? query : query.where((row) => row.and([holdsWords(row, search), isSearched()]));
    lines.push(...(await held.execute()).map(lineFrom));
  }
  const referred = search === '' ? [] : await referredReleases(tx, search, offices);
  if (referred.length > 0)
    lines.push(...(await linesAmong(tx, person, { ...order, referred }).execute()).map(lineFrom));
  return lastChangedFirst(lines, order.limit);
}

/** The offices whose drafts a list is of; null: all of them. None where one may not read those of the office that is asked for. */
function officesAsked(person: Person, office: string | undefined): readonly string[] | null {
  const read = officesRead(person);
  if (office === undefined) return read;
  return read === null || read.includes(office) ? [office] : [];
}

function linesOf(tx: Tx, person: Person, order: LinesOrder) {
  const isDiscarded = order.state === 'discarded';
  // What was thrown away is little, and found by an index of its own.
  const query = readable(inside(tx), person).orderBy('draft.changed_at', 'desc');
  return filtered(query, order, isDiscarded ? beside : by);
}

/** Of a few releases: found by these, whatever else is asked. */
function linesAmong(
  tx: Tx,
  person: Person,
  { referred, ...order }: LinesOrder & { readonly referred: readonly string[] },
) {
  const query = readable(inside(tx), person)
    .where('draft.release', 'in', referred)
    .orderBy(beside('changed_at'), 'desc');
  return filtered(query, order, beside);
}

type Column = (name: 'office' | 'locale' | 'state' | 'changed_at') => Expression<string>;

/** A column through whose index a list may go. */
const by: Column = (name) => sql.ref<string>(`draft.${name}`);

/** One that is only compared: not by the index of all that an office or a language has. */
const beside: Column = (name) => sql<string>`draft.${sql.raw(name)} || ''`;

function filtered(lines: ReturnType<typeof readable>, order: LinesOrder, column: Column) {
  const { state, office, locale, notBy, after, limit } = order;
  const isDiscarded = state === 'discarded';
  // What was thrown away is in no list but its own.
  let query = lines.orderBy('draft.release', 'desc').where('draft.discarded_at', isDiscarded ? 'is not' : 'is', null);
  if (state !== undefined && !isDiscarded) query = query.where(column('state'), '=', state);
  if (office !== undefined) query = query.where(column('office'), '=', office);
  if (locale !== undefined) query = query.where(column('locale'), '=', locale);
  if (notBy !== undefined) query = query.where((row) => row.not(row.exists(writtenBy(row, notBy))));
  if (after !== undefined) {
    const [at = '', release = '', last = ''] = after.split(' ');
    query = query.where(
      sql<boolean>`(${column('changed_at')}, draft.release, draft.locale) < (${at}, ${release}, ${last})`,
    );
  }
  return query.orderBy('draft.locale', 'desc').limit(limit);
}

/** Drafts that somebody last wrote at, or of releases they began, and that are not public yet; last changed first. */
export async function ownLines(tx: Tx, person: Person, limit: number): Promise<TextLine[]> {
  const inWork = readable(inside(tx), person)
    .where('draft.state', '<>', sql.lit('published'))
    .where('draft.discarded_at', 'is', null)
    .orderBy('draft.changed_at', 'desc')
    .orderBy('draft.release', 'desc')
    .orderBy('draft.locale', 'desc')
    .limit(limit);
  const written = await inWork.where('draft.changed_by', '=', person.id).execute();
  const begun = inside(tx).selectFrom('draft_release').select('id').where('created_by', '=', person.id);
  const newest = (await begun.orderBy('id', 'desc').limit(MAX_BEGUN).execute()).map(({ id }) => id);
  const others = newest.length === 0 ? [] : await inWork.where('draft.release', 'in', newest).execute();
  return lastChangedFirst([...written, ...others].map(lineFrom), limit);
}

/** Scheduled drafts, the next to go public first. */
export async function dueLines(tx: Tx, person: Person, limit: number): Promise<TextLine[]> {
  const rows = await readable(inside(tx), person)
    .where('draft.state', '=', 'scheduled')
    .orderBy('draft.goes_public_at')
    .orderBy('draft.release')
    .orderBy('draft.locale')
    .limit(limit)
    .execute();
  return rows.map(lineFrom);
}

/** When the next of them goes public that is not held up. Every list asks, so no more of a draft is read than that. */
export async function nextLift(tx: Tx, person: Person): Promise<string | null> {
  const scheduled = inside(tx)
    .selectFrom('draft')
    .innerJoin('draft_release', 'draft_release.id', 'draft.release')
    .select('draft.goes_public_at')
    .where((row) => isReadable(row, person))
    // As a value of its own SQLite would not know that the index of the schedule will do.
    .where('draft.state', '=', sql.lit('scheduled' as const))
    .where('draft.held_at', 'is', null);
  return (await scheduled.orderBy('draft.goes_public_at').limit(1).executeTakeFirst())?.goes_public_at ?? null;
}

/** What is in bundles, as far as somebody may read it; in the order in which it was begun. */
export async function bundledLines(tx: Tx, person: Person, bundles: readonly string[]): Promise<TextLine[]> {
  if (bundles.length === 0) return [];
  const rows = await readable(inside(tx), person)
    .where('draft.bundle', 'in', bundles)
    .orderBy('draft.release')
    .orderBy('draft.position')
    .execute();
  return rows.map(lineFrom);
}

/** In one order, each once. */
export function lastChangedFirst(lines: readonly TextLine[], limit: number): TextLine[] {
  const byCursor = new Map(lines.map((line) => [cursorOf(line), line]));
  const inOrder = [...byCursor].toSorted(([one], [other]) => (one < other ? 1 : -1));
  return inOrder.map(([, line]) => line).slice(0, limit);
}

export function cursorOf({ changedAt, release, locale }: TextLine): string {
  return `${changedAt} ${release} ${locale}`;
}

function readable(db: NewsroomHandle, person: Person) {
  return db
    .selectFrom('draft')
    .innerJoin('draft_release', 'draft_release.id', 'draft.release')
    .leftJoin('draft as source', (join) =>
      join.onRef('source.release', '=', 'draft.release').onRef('source.locale', '=', 'draft.source_locale'),
    )
    .leftJoin('language_version as version', (join) =>
      join.onRef('version.release', '=', 'draft.release').onRef('version.locale', '=', 'draft.locale'),
    )
    .leftJoin('person as changer', 'changer.id', 'draft.changed_by')
    .leftJoin('release', 'release.id', 'draft.release')
    .select(['draft.release', 'draft.locale', 'draft.edition', 'draft.state', 'draft.headline', 'draft.bundle'])
    .select(['draft.goes_public_at', 'draft.held_at', 'draft.changed_at', 'draft_release.office', 'draft_release.type'])
    .select(['draft_release.is_limited', 'draft.source_edition', 'draft.source_revision', 'changer.name as changer'])
    .select(['draft.discarded_at', ...sourceNow()])
    .select(['release.reference_year', 'release.reference_number', 'version.standing'])
    .where((row) => isReadable(row, person));
}

function isSearched() {
  return sql<boolean>`draft.changed_at >= coalesce(
    (select changed_at from draft order by changed_at desc limit 1 offset ${sql.lit(MAX_SEARCHED)}), '')`;
}

function writtenBy(row: ExpressionBuilder<Tables, 'draft'>, person: string) {
  return row
    .selectFrom('draft_hand as hand')
    .select('hand.person')
    .whereRef('hand.release', '=', 'draft.release')
    .whereRef('hand.locale', '=', 'draft.locale')
    .whereRef('hand.edition', '=', 'draft.edition')
    .where('hand.person', '=', person);
}

function holdsWords(row: ExpressionBuilder<Tables, 'draft'>, search: string) {
  return row.and(searchedWords(search).map((word) => holdsWord('draft.headline', word)));
}

type Row = Awaited<ReturnType<ReturnType<typeof readable>['execute']>>[number];

function lineFrom(row: Row): TextLine {
  const { source_edition: edition, source_revision: revision } = row;
  const { office, reference_year: year, reference_number: number } = row;
  const source = edition === null || revision === null ? null : { edition, revision };
  return {
    release: row.release,
    locale: row.locale,
    headline: row.headline,
    office: row.office,
    type: row.type,
    // What became of a public text is told, unless its next edition is in work.
    state:
      row.state === 'published' ? (row.standing ?? row.state) : row.discarded_at === null ? row.state : 'discarded',
    reference: year === null || number === null ? null : formatReference({ office, year, number }),
    edition: row.edition,
    goesPublicAt: row.goes_public_at,
    isHeld: row.held_at !== null,
    isStale: isStale(source, sourceNowIn(row)),
    isLimited: row.is_limited === 1,
    bundle: row.bundle,
    changedAt: row.changed_at,
    changedBy: row.changer ?? '',
  };
}
