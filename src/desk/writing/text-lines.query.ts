import { sql } from 'kysely';
import { inside, type NewsroomHandle } from '../../database/schema.ts';
import type { Tx } from '../../database/transaction.ts';
import type { Person } from '../../people/person.ts';
import { formatReference } from '../../published/reference.ts';
import { isStale } from '../../releases/staleness.ts';
import type { TextLine } from '../contract.ts';
import { lastChangedFirst } from './last-changed-first.ts';
import { type LinesOrder, placedDrafts } from './placed-drafts.query.ts';
import { isReadable } from './readable-drafts.query.ts';
import { sourceNow, sourceNowIn } from './source-now.query.ts';

/** Of the releases that somebody began, as many of the newest are looked at for what is still in work. */
const MAX_BEGUN = 200;

/** Drafts that somebody may read, last changed first. */
export async function draftLines(tx: Tx, person: Person, order: LinesOrder): Promise<TextLine[]> {
  const placed = await placedDrafts(tx, person, order);
  if (placed.length === 0) return [];
  const rows = await readable(inside(tx), person)
    .where((row) =>
      row.or(placed.map(({ release, locale }) => row.and({ 'draft.release': release, 'draft.locale': locale }))),
    )
    .execute();
  return lastChangedFirst(rows.map(lineFrom), order.limit);
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
    changedDay: null,
    changedBy: row.changer ?? '',
  };
}
