import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { EngineWords } from '../engine.ts';

/** Links whose reader is asked to review a text, and what such readers remarked of which revision of it. */
export const reviews = ({ strict, orderedText }: EngineWords): Migration => ({
  async up(db: Kysely<unknown>) {
    await sql`alter table preview_link add column question text`.execute(db);
    await sql`create table remark (
      id text primary key, link text not null references preview_link (id),
      release text not null, locale text not null, edition integer not null check (edition > 0),
      revision integer not null check (revision > 0), content_hash text not null check (length(content_hash) = 64),
      made_at ${orderedText} not null check (length(made_at) = 24),
      name text not null, words text, paragraph integer check (paragraph > 0),
      settled_by text, settled_at text check (length(settled_at) = 24), answer text,
      check ((settled_at is null) = (settled_by is null) and (settled_at is null) = (answer is null)),
      check (words is not null or (paragraph is null and settled_at is null)),
      foreign key (release, locale, revision) references draft_revision (release, locale, revision)
    ) ${strict}`.execute(db);
    await sql`create index remark_of_draft on remark (release, locale, made_at)`.execute(db);
    await sql`create index remark_of_link on remark (link, made_at)`.execute(db);
    await sql`create index remark_open on remark (made_at) where settled_at is null and words is not null`.execute(db);
  },
});
