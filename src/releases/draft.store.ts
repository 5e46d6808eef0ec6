import { sql } from 'kysely';
import { inside, type NewsroomHandle, type Tables } from '../database/schema.ts';
import type { Instant } from '../platform/instant.ts';
import type { Draft, DraftStanding, DraftStore, Signed } from './draft.ts';
import { draftHistory } from './draft-history.store.ts';
import { draftReleases } from './draft-release.store.ts';
import { publicTexts } from './public-text.store.ts';

export function draftStore(): DraftStore {
  return { ...draftReleases(), ...draftHistory(), ...publicTexts(), ...drafts() };
}

function drafts(): Pick<
  DraftStore,
  | 'draft'
  | 'draftsOf'
  | 'draftsIn'
  | 'standingsIn'
  | 'addBundle'
  | 'addDraft'
  | 'changeDraft'
  | 'markPublished'
  | 'due'
  | 'nextDue'
> {
  return {
    async draft(tx, release, locale) {
      const all = inside(tx).selectFrom('draft').selectAll().where('release', '=', release);
      const row = await all.where('locale', '=', locale).executeTakeFirst();
      return row === undefined ? null : draftFrom(row);
    },

    async draftsOf(tx, release) {
      const all = inside(tx).selectFrom('draft').selectAll().where('release', '=', release);
      return (await all.orderBy('position').execute()).map(draftFrom);
    },

    async draftsIn(tx, bundle) {
      const all = inside(tx).selectFrom('draft').selectAll().where('bundle', '=', bundle);
      return (await all.orderBy('release').orderBy('position').execute()).map(draftFrom);
    },

    async standingsIn(tx, bundle) {
      const all = inside(tx)
        .selectFrom('draft')
        .select(['release', 'locale', ...ofStanding]);
      const rows = await all.where('bundle', '=', bundle).orderBy('release').orderBy('position').execute();
      return rows.map((row) => ({ release: row.release, locale: row.locale, standing: standingFrom(row) }));
    },

    async addBundle(tx, { id, name, createdBy, createdAt }) {
      await inside(tx)
        .insertInto('bundle')
        .values({ id, name, created_by: createdBy, created_at: createdAt })
        .execute();
    },

    async addDraft(tx, draft) {
      const position = await nextPosition(inside(tx), draft.release);
      const office = inside(tx).selectFrom('draft_release').select('office').where('id', '=', draft.release);
      await inside(tx)
        .insertInto('draft')
        .values({ ...rowOf(draft), position, office })
        .execute();
    },

    async changeDraft(tx, draft, from) {
      const { release, locale, ...changed } = rowOf(draft);
      const own = inside(tx).updateTable('draft').set(changed).where('release', '=', release);
      const { numUpdatedRows: count } = await own
        .where('locale', '=', locale)
        .where('revision', '=', from)
        .executeTakeFirst();
      return count > 0n;
    },

    async markPublished(tx, drafts) {
      const db = inside(tx);
      for (let from = 0; from < drafts.length; from += DRAFTS_AT_ONCE) {
        const marked = drafts
          .slice(from, from + DRAFTS_AT_ONCE)
          .map(({ release, locale, forcedReason }) => sql`(${release}, ${locale}, cast(${forcedReason} as text))`);
        await sql`update draft set state = 'published', goes_public_at = null, held_at = null,
            forced_reason = marked.column3 from (values ${sql.join(marked)}) as marked
          where draft.release = marked.column1 and draft.locale = marked.column2`.execute(db);
      }
    },

    async due(tx, at, limit) {
      const waiting = inside(tx).selectFrom('draft').selectAll().where('state', '=', 'scheduled');
      const due = waiting.where('held_at', 'is', null).where('goes_public_at', '<=', at).orderBy('goes_public_at');
      return (await due.orderBy('release').orderBy('position').limit(limit).execute()).map(draftFrom);
    },

    async nextDue(tx) {
      const waiting = inside(tx).selectFrom('draft').select('goes_public_at').where('state', '=', 'scheduled');
      const row = await waiting.where('held_at', 'is', null).orderBy('goes_public_at').limit(1).executeTakeFirst();
      return (row?.goes_public_at ?? null) as Instant | null;
    },
  };
}

const DRAFTS_AT_ONCE = 100;

const ofStanding = ['state', 'goes_public_at', 'held_at', 'discarded_by', 'discarded_at'] as const;

async function nextPosition(db: NewsroomHandle, release: string): Promise<number> {
  const last = db.selectFrom('draft').select(sql<number | null>`max(position)`.as('last'));
  return ((await last.where('release', '=', release).executeTakeFirst())?.last ?? 0) + 1;
}

function rowOf(draft: Draft): Omit<Tables['draft'], 'position' | 'office'> {
  const { release, locale, edition, revision, standing, content, slug, source, change, submitted, approved } = draft;
  const isScheduled = standing.state === 'scheduled';
  const isDiscarded = standing.state === 'discarded';
  return {
    ...{ release, locale, edition, revision, slug, state: isDiscarded ? 'draft' : standing.state },
    headline: content.headline,
    content: JSON.stringify(content),
    source_locale: source?.locale ?? null,
    source_edition: source?.edition ?? null,
    source_revision: source?.revision ?? null,
    public_source_edition: draft.publicSource?.edition ?? null,
    public_source_revision: draft.publicSource?.revision ?? null,
    change_kind: change?.kind ?? null,
    change_note: change?.note ?? null,
    change_major: change?.isMajor === true ? 1 : 0,
    submitted_by: submitted?.by ?? null,
    submitted_at: submitted?.at ?? null,
    approved_by: approved?.by ?? null,
    approved_at: approved?.at ?? null,
    goes_public_at: isScheduled ? standing.goesPublicAt : null,
    scheduled_by: draft.scheduledBy,
    held_at: isScheduled ? standing.heldAt : null,
    bundle: draft.bundle,
    forced_reason: draft.forcedReason,
    discarded_by: isDiscarded ? standing.by : null,
    discarded_at: isDiscarded ? standing.at : null,
    changed_by: draft.changedBy,
    changed_at: draft.changedAt,
  };
}

function draftFrom(row: Tables['draft']): Draft {
  const { release, locale, edition, revision, slug, bundle } = row;
  const { source_locale: from, source_edition: sourceEdition, source_revision: sourceRevision } = row;
  const { public_source_edition: publicEdition, public_source_revision: publicRevision } = row;
  const sourceAt = (edition: number | null, revision: number | null) =>
    from === null || edition === null || revision === null ? null : { locale: from, edition, revision };
  const change = { note: row.change_note ?? '', isMajor: row.change_major === 1 };
  return {
    ...{ release, locale, edition, revision, slug, bundle },
    standing: standingFrom(row),
    content: JSON.parse(row.content),
    source: sourceAt(sourceEdition, sourceRevision),
    publicSource: sourceAt(publicEdition, publicRevision),
    change: row.change_kind === null ? null : { kind: row.change_kind, ...change },
    submitted: signedFrom(row.submitted_by, row.submitted_at),
    approved: signedFrom(row.approved_by, row.approved_at),
    scheduledBy: row.scheduled_by,
    forcedReason: row.forced_reason,
    changedBy: row.changed_by,
    changedAt: row.changed_at as Instant,
  };
}

function standingFrom({
  state,
  goes_public_at: at,
  held_at: heldAt,
  ...discarded
}: Pick<Tables['draft'], (typeof ofStanding)[number]>): DraftStanding {
  // The database keeps neither of the two without the other.
  const { discarded_by: by, discarded_at: discardedAt } = discarded;
  if (by !== null && discardedAt !== null) return { state: 'discarded', by, at: discardedAt as Instant };
  if (state !== 'scheduled') return { state };
  // The database keeps no scheduled row without its instant.
  return { state, goesPublicAt: at as Instant, heldAt: heldAt as Instant | null };
}

function signedFrom(by: string | null, at: string | null): Signed | null {
  return by === null || at === null ? null : { by, at: at as Instant };
}
