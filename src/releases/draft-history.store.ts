import { inside, type Tables } from '../database/schema.ts';
import type { Instant } from '../platform/instant.ts';
import type { DraftStore, KeptRevision, Override } from './draft.ts';

/** What was saved, by whom, and what was let pass. */
export function draftHistory(): Pick<
  DraftStore,
  | 'addRevision'
  | 'revision'
  | 'firstRevision'
  | 'revisions'
  | 'addHand'
  | 'handsOf'
  | 'overrides'
  | 'addOverride'
  | 'forgetEdition'
> {
  return {
    async addRevision(tx, { release, locale, edition, revision, content, changedBy, changedAt }) {
      const row = { release, locale, edition, revision, saved_by: changedBy, saved_at: changedAt };
      await inside(tx)
        .insertInto('draft_revision')
        .values({ ...row, content: JSON.stringify(content) })
        .execute();
    },

    async revision(tx, release, locale, revision) {
      const kept = inside(tx).selectFrom('draft_revision').selectAll();
      const own = kept.where('release', '=', release).where('locale', '=', locale);
      const row = await own.where('revision', '=', revision).executeTakeFirst();
      return row === undefined ? null : { ...savedFrom(row), content: JSON.parse(row.content) };
    },

    async firstRevision(tx, { release, locale, edition }) {
      const kept = inside(tx).selectFrom('draft_revision').selectAll();
      const own = kept.where('release', '=', release).where('locale', '=', locale).where('edition', '=', edition);
      const row = await own.orderBy('revision').limit(1).executeTakeFirst();
      return row === undefined ? null : { ...savedFrom(row), content: JSON.parse(row.content) };
    },

    async revisions(tx, release, locale, { from, to, limit }) {
      const kept = inside(tx).selectFrom('draft_revision').select(['edition', 'revision', 'saved_by', 'saved_at']);
      let own = kept.where('release', '=', release).where('locale', '=', locale);
      if (from !== undefined) own = own.where('revision', '>=', from);
      if (to !== undefined) own = own.where('revision', '<=', to);
      return (await own.orderBy('revision', 'desc').limit(limit).execute()).map(savedFrom);
    },

    async addHand(tx, { release, locale, edition }, person) {
      await inside(tx)
        .insertInto('draft_hand')
        .values({ release, locale, edition, person })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async handsOf(tx, { release, locale, edition }) {
      const hands = inside(tx).selectFrom('draft_hand').select('person').where('release', '=', release);
      const rows = await hands.where('locale', '=', locale).where('edition', '=', edition).execute();
      return new Set(rows.map((row) => row.person));
    },

    async overrides(tx, { release, locale, edition }) {
      const all = inside(tx).selectFrom('override').selectAll().where('release', '=', release);
      const rows = await all.where('locale', '=', locale).where('edition', '=', edition).orderBy('code').execute();
      return rows.map(({ code, reason, person, at }): Override => ({ code, reason, person, at: at as Instant }));
    },

    async forgetEdition(tx, { release, locale, edition }) {
      for (const table of ['draft_hand', 'override'] as const) {
        const all = inside(tx).deleteFrom(table).where('release', '=', release);
        await all.where('locale', '=', locale).where('edition', '=', edition).execute();
      }
    },

    async addOverride(tx, { release, locale, edition }, override) {
      await inside(tx)
        .insertInto('override')
        .values({ release, locale, edition, ...override })
        .execute();
    },
  };
}

function savedFrom(
  row: Pick<Tables['draft_revision'], 'edition' | 'revision' | 'saved_by' | 'saved_at'>,
): Omit<KeptRevision, 'content'> {
  return { edition: row.edition, revision: row.revision, savedBy: row.saved_by, savedAt: row.saved_at as Instant };
}
