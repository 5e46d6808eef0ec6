import { type RawBuilder, sql } from 'kysely';

/**
 * Whether somebody may know of a row of `picture`: not of one that, before it is public, only texts show which are limited
 * to others. Whoever brought it in knows of it anyway.
 */
export function mayBeSeenBy(person: string): RawBuilder<boolean> {
  // Drafts in work are few and found by their state; what published ones show is an asset. Discarded ones count: a secret
  // that was thrown away is one still, and may be restored.
  const shows = sql`draft.state in ('draft', 'submitted', 'approved', 'scheduled')
    and draft.content like '%' || picture.id || '%'`;
  const drafts = sql`select 1 from draft join draft_release on draft_release.id = draft.release where ${shows}`;
  const isReader = sql`exists (
    select 1 from draft_reader where draft_reader.release = draft.release and draft_reader.person = ${person})`;
  return sql<boolean>`(
    picture.uploaded_by = ${person}
    or exists (select 1 from asset where asset.hash = picture.hash)
    or not exists (${drafts} and draft_release.is_limited = 1 and not ${isReader})
    or exists (${drafts} and (draft_release.is_limited = 0 or ${isReader})))`;
}
