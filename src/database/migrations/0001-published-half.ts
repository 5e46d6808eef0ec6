import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { EngineWords } from '../engine.ts';

/** The published half, and what the newsroom keeps behind the wall to fill it. */
export const publishedHalf = (words: EngineWords): Migration => ({
  async up(db: Kysely<unknown>) {
    await makeInstitution(db, words);
    await makeTexts(db, words);
    await makeLists(db, words);
    await makeDesk(db, words);
    await sql`insert into counter (name, value) values ('sequence', 0), ('version', 0)`.execute(db);
  },
});

async function makeInstitution(db: Kysely<unknown>, { strict }: EngineWords): Promise<void> {
  await sql`create table organisation (
    id integer primary key check (id = 1),
    names text not null, introductions text not null, locales text not null,
    default_locale text not null, time_zone text not null
  ) ${strict}`.execute(db);

  await sql`create table office (
    code text primary key check (code = upper(code) and length(code) between 1 and 24),
    slug text not null unique check (slug = lower(slug)),
    names text not null, introductions text not null, countries text not null, locales text not null,
    time_zone text not null, position integer not null
  ) ${strict}`.execute(db);

  await sql`create table office_boilerplate (
    office text not null references office, locale text not null,
    from_day text not null check (length(from_day) = 10),
    boilerplate text not null, contacts text not null,
    primary key (office, locale, from_day)
  ) ${strict}`.execute(db);

  await sql`create table topic (
    code text primary key, slug text not null unique, names text not null, position integer not null
  ) ${strict}`.execute(db);
}

async function makeTexts(db: Kysely<unknown>, { strict, orderedText, clustered }: EngineWords): Promise<void> {
  await sql`create table release (
    id text primary key check (length(id) = 36),
    office text not null references office,
    type text not null
      check (type in ('press-release', 'news', 'statement', 'media-advisory', 'speech', 'notice')),
    reference_year integer not null check (reference_year between 1 and 9999),
    reference_number integer not null check (reference_number > 0),
    countries text not null, topics text not null,
    organisation_wide integer not null check (organisation_wide in (0, 1)),
    published_at ${orderedText} not null check (length(published_at) = 24),
    sequence integer not null unique,
    day text not null check (length(day) = 10),
    precision text not null check (precision in ('instant', 'day')),
    origin text not null check (origin in ('written', 'imported')),
    unique (office, reference_year, reference_number)
  ) ${strict}`.execute(db);

  await sql`create table language_version (
    release text not null references release, locale text not null,
    slug text not null check (slug <> ''),
    standing text not null check (standing in ('published', 'withdrawn', 'retracted')),
    edition integer not null check (edition > 0),
    published_at ${orderedText} not null check (length(published_at) = 24),
    sequence integer not null unique,
    day text not null check (length(day) = 10),
    precision text not null check (precision in ('instant', 'day')),
    changed_at ${orderedText} not null check (length(changed_at) = 24),
    ended_at text check (length(ended_at) = 24),
    ended_sequence integer unique, end_reason text,
    primary key (release, locale),
    check ((standing = 'published') = (ended_at is null)),
    check ((ended_at is null) = (ended_sequence is null)),
    check ((ended_at is null) = (end_reason is null))
  ) ${clustered}`.execute(db);

  await sql`create table edition (
    release text not null, locale text not null, number integer not null check (number > 0),
    kicker text, headline text not null check (headline <> ''), summary text, place text,
    body text not null, notes text, pictures text not null,
    published_at ${orderedText} not null check (length(published_at) = 24),
    sequence integer not null unique,
    change_kind text check (change_kind in ('correction', 'clarification', 'update')),
    change_note text check (change_note <> ''),
    major integer not null check (major in (0, 1)),
    translated_from_locale text, translated_from_edition integer,
    primary key (release, locale, number),
    foreign key (release, locale) references language_version (release, locale),
    check ((number = 1) = (change_kind is null)),
    check ((change_kind is null) = (change_note is null)),
    check ((translated_from_locale is null) = (translated_from_edition is null))
  ) ${strict}`.execute(db);

  await sql`create table asset (
    id text primary key check (length(id) = 36),
    hash text unique check (length(hash) = 64),
    media_type text, bytes integer check (bytes > 0), width integer check (width > 0), height integer check (height > 0),
    credit text, creator text, agency text, copyright_holder text,
    copyright_year integer check (copyright_year between 1800 and 9999), usage_terms text,
    check ((hash is null) = (media_type is null) and (hash is null) = (bytes is null)
      and (hash is null) = (width is null) and (hash is null) = (height is null)),
    check (hash is not null or credit is not null)
  ) ${strict}`.execute(db);

  await sql`create table path_ledger (
    path text primary key check (path like '/%'),
    release text not null references release, locale text not null,
    outcome text not null check (outcome in ('text', 'moved'))
  ) ${clustered}`.execute(db);
  // Only addresses of an older site: export asks for them by release, and they are few.
  await sql`create index path_moved on path_ledger (release) where outcome = 'moved'`.execute(db);

  await sql`create table legacy_address (
    address ${orderedText} primary key check (address like '/%'), target text check (target like '/%')
  ) ${clustered}`.execute(db);

  await sql`create table legacy_pattern (
    pattern text primary key check (pattern like '^%$'), position integer not null unique,
    target text check (target <> '')
  ) ${clustered}`.execute(db);
}

async function makeLists(db: Kysely<unknown>, { clustered, orderedText }: EngineWords): Promise<void> {
  await sql`create table placement (
    list ${orderedText} not null, scope text not null,
    published_at ${orderedText} not null, sequence integer not null, release text not null,
    primary key (list, scope, published_at, sequence)
  ) ${clustered}`.execute(db);

  await sql`create table page (
    list ${orderedText} not null, scope text not null, number integer not null check (number > 0),
    starts_at ${orderedText} not null, starts_sequence integer not null,
    count integer not null check (count > 0),
    primary key (list, scope, number),
    unique (list, scope, starts_at, starts_sequence)
  ) ${clustered}`.execute(db);

  await sql`create table month_count (
    list ${orderedText} not null, scope text not null, month text not null check (length(month) = 7),
    count integer not null check (count > 0),
    primary key (list, scope, month)
  ) ${clustered}`.execute(db);

  await sql`create table counter (
    name text primary key check (name in ('sequence', 'version')), value integer not null
  ) ${clustered}`.execute(db);
}

async function makeDesk(db: Kysely<unknown>, { clustered, strict }: EngineWords): Promise<void> {
  await sql`create table reference_counter (
    office text not null, year integer not null, last integer not null check (last > 0), primary key (office, year)
  ) ${clustered}`.execute(db);

  // Which editions show a picture: `edition` keeps the words about it, and this the question of a retraction.
  await sql`create table asset_shown (
    asset text not null, release text not null, locale text not null, number integer not null,
    primary key (asset, release, locale, number)
  ) ${clustered}`.execute(db);

  await sql`create table outbox (
    sequence integer primary key, act text not null, release text not null, locale text not null,
    created_at text not null
  ) ${strict}`.execute(db);

  await sql`create table import_batch (
    id text primary key, fingerprint text not null unique,
    file text not null, office text, locale text, created_at text not null
  ) ${strict}`.execute(db);

  await sql`create table import_item (
    batch text not null references import_batch, position integer not null, sort_key text not null,
    fingerprint text not null, content text not null, primary key (batch, position)
  ) ${strict}`.execute(db);
  await sql`create index import_item_in_order on import_item (batch, sort_key)`.execute(db);

  await sql`create table imported (fingerprint text primary key, release text not null) ${clustered}`.execute(db);
}
