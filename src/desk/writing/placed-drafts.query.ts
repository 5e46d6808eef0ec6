import { type Expression, type ExpressionBuilder, sql } from 'kysely';
import { holdsWord, searchedWords } from '../../database/holds-words.ts';
import { inside, type NewsroomHandle, type Tables } from '../../database/schema.ts';
import type { Tx } from '../../database/transaction.ts';
import type { Person } from '../../people/person.ts';
import type { DraftState } from '../../releases/draft.ts';
import { lastChangedFirst, type Placed } from './last-changed-first.ts';
import { isReadable } from './readable-drafts.query.ts';
import { referredReleases } from './referred-releases.query.ts';
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

/**
 * Which drafts a list is of, last changed first, as far as somebody may read them: no more is read of each than that, however many
 * are looked at.
 */
export async function placedDrafts(tx: Tx, person: Person, order: LinesOrder): Promise<Placed[]> {
  const offices = officesAsked(person, order.office);
  const search = order.search?.trim() ?? '';
  const found: Placed[] = [];
  // Office by office, so that each goes through its own index and stops after as many as are wanted.
  const since = search === '' ? '' : await searchedSince(tx);
  for (const office of offices ?? [undefined]) {
    const query = placesOf(tx, person, { ...order, office });
    const held = query.where((row) => row.and([holdsWords(row, search), row('draft.changed_at', '>=', since)]));
    found.push(...(await (search === '' ? query : held).execute()));
  }
  const referred = search === '' ? [] : await referredReleases(tx, search, offices);
  if (referred.length > 0) found.push(...(await placesAmong(tx, person, { ...order, referred }).execute()));
  return lastChangedFirst(found, order.limit);
}

/** The offices whose drafts a list is of; null: all of them. None where one may not read those of the office that is asked for. */
function officesAsked(person: Person, office: string | undefined): readonly string[] | null {
  const read = officesRead(person);
  if (office === undefined) return read;
  return read === null || read.includes(office) ? [office] : [];
}

function placesOf(tx: Tx, person: Person, order: LinesOrder) {
  const isDiscarded = order.state === 'discarded';
  // What was thrown away is little, and found by an index of its own.
  const query = places(inside(tx), person).orderBy('draft.changed_at', 'desc');
  return filtered(query, order, isDiscarded ? beside : by);
}

/** Of a few releases: found by these, whatever else is asked. */
function placesAmong(
  tx: Tx,
  person: Person,
  { referred, ...order }: LinesOrder & { readonly referred: readonly string[] },
) {
  const query = places(inside(tx), person).where('draft.release', 'in', referred).orderBy(beside('changed_at'), 'desc');
  return filtered(query, order, beside);
}

type Column = (name: 'office' | 'locale' | 'state' | 'changed_at') => Expression<string>;

/** A column through whose index a list may go. */
const by: Column = (name) => sql.ref<string>(`draft.${name}`);

/** One that is only compared: not by the index of all that an office or a language has. */
const beside: Column = (name) => sql<string>`draft.${sql.raw(name)} || ''`;

function filtered(all: ReturnType<typeof places>, order: LinesOrder, column: Column) {
  const { state, office, locale, notBy, after, limit } = order;
  const isDiscarded = state === 'discarded';
  // What was thrown away is in no list but its own.
  let query = all.orderBy('draft.release', 'desc').where('draft.discarded_at', isDiscarded ? 'is not' : 'is', null);
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

function places(db: NewsroomHandle, person: Person) {
  return db
    .selectFrom('draft')
    .innerJoin('draft_release', 'draft_release.id', 'draft.release')
    .select(['draft.release', 'draft.locale', 'draft.changed_at as changedAt'])
    .where((row) => isReadable(row, person));
}

/** When the last of those that a search looks at was changed. Asked beforehand: a planner that does not know how few they are reads all. */
async function searchedSince(tx: Tx): Promise<string> {
  const all = inside(tx).selectFrom('draft').select('changed_at').orderBy('changed_at', 'desc');
  return (await all.offset(MAX_SEARCHED).limit(1).executeTakeFirst())?.changed_at ?? '';
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
