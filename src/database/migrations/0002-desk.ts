import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { EngineWords } from '../engine.ts';

/** The desk: people, drafts, schedules, and what was done. */
export const desk = (words: EngineWords): Migration => ({
  async up(db: Kysely<unknown>) {
    await makePeople(db, words);
    await makeDrafts(db, words);
    await makePictures(db, words);
    await makeTraces(db, words);
  },
});

async function makePeople(db: Kysely<unknown>, { strict, clustered }: EngineWords): Promise<void> {
  await sql`create table person (
    id text primary key check (length(id) = 36), name text not null check (name <> ''),
    email text not null unique check (email = lower(email)), language text not null,
    standing text not null check (standing in ('invited', 'active', 'disabled')),
    password_hash text check (password_hash like '$argon2id$%'),
    totp_secret text, totp_confirmed_at text, totp_last_step integer, created_at text not null,
    check (totp_confirmed_at is null or totp_secret is not null)
  ) ${strict}`.execute(db);

  await sql`create table assignment (
    person text not null references person,
    role text not null check (role in ('writer', 'editor', 'publisher', 'office-administrator', 'administrator')),
    office text not null, locale text not null,
    primary key (person, role, office, locale),
    check (role <> 'administrator' or (office = '' and locale = ''))
  ) ${clustered}`.execute(db);

  await sql`create table passkey (
    id text primary key, person text not null references person, public_key text not null,
    counter integer not null, transports text not null, name text not null, created_at text not null, used_at text
  ) ${strict}`.execute(db);

  await sql`create table challenge (
    hash text primary key, purpose text not null check (purpose in ('register', 'sign-in', 'oidc')),
    content text not null, expires_at text not null
  ) ${strict}`.execute(db);

  await sql`create table recovery_code (
    person text not null references person, hash text not null, used_at text, primary key (person, hash)
  ) ${clustered}`.execute(db);

  await sql`create table oidc_identity (
    issuer text not null, subject text not null, person text not null references person, primary key (issuer, subject)
  ) ${clustered}`.execute(db);

  await sql`create table session (
    hash text primary key check (length(hash) = 64), id text not null unique, person text not null references person,
    created_at text not null, seen_at text not null, expires_at text not null, ended_at text,
    address text not null, agent text not null
  ) ${strict}`.execute(db);
  await sql`create index session_of_person on session (person)`.execute(db);

  await sql`create table single_use_link (
    hash text primary key check (length(hash) = 64),
    purpose text not null check (purpose in ('first-administrator', 'invitation', 'reset')),
    person text references person, created_at text not null, expires_at text not null, used_at text,
    check ((purpose = 'first-administrator') = (person is null))
  ) ${strict}`.execute(db);

  await sql`create table sign_in_attempt (
    id text primary key, account text not null, address text not null, at text not null
  ) ${strict}`.execute(db);
  await sql`create index sign_in_attempt_of_account on sign_in_attempt (account, at)`.execute(db);
  await sql`create index sign_in_attempt_from_address on sign_in_attempt (address, at)`.execute(db);
}

async function makeDrafts(db: Kysely<unknown>, { strict, clustered, orderedText }: EngineWords): Promise<void> {
  await sql`create table draft_release (
    id text primary key check (length(id) = 36), office text not null,
    type text not null
      check (type in ('press-release', 'news', 'statement', 'media-advisory', 'speech', 'notice')),
    countries text not null, topics text not null,
    organisation_wide integer not null check (organisation_wide in (0, 1)),
    original text not null, is_limited integer not null check (is_limited in (0, 1)),
    created_by text not null, created_at text not null
  ) ${strict}`.execute(db);

  await sql`create table draft_reader (
    release text not null references draft_release, person text not null references person, primary key (release, person)
  ) ${clustered}`.execute(db);

  await sql`create table bundle (
    id text primary key, name text not null, created_by text not null, created_at text not null
  ) ${strict}`.execute(db);

  await sql`create table draft (
    release text not null references draft_release, locale text not null, position integer not null check (position > 0),
    office text not null,
    edition integer not null check (edition > 0), revision integer not null check (revision > 0),
    state text not null check (state in ('draft', 'submitted', 'approved', 'scheduled', 'published')),
    headline text not null, content text not null, slug text check (slug <> ''),
    source_locale text, source_edition integer, source_revision integer,
    change_kind text check (change_kind in ('correction', 'clarification', 'update')),
    change_note text, change_major integer not null check (change_major in (0, 1)),
    submitted_by text, submitted_at text, approved_by text, approved_at text,
    goes_public_at ${orderedText} check (length(goes_public_at) = 24), scheduled_by text, held_at text,
    bundle text references bundle, forced_reason text check (forced_reason <> ''),
    changed_by text not null, changed_at ${orderedText} not null check (length(changed_at) = 24),
    primary key (release, locale), unique (release, position),
    check ((edition = 1) = (change_kind is null)),
    check (state = 'draft' or submitted_at is not null or forced_reason is not null),
    check (state not in ('approved', 'scheduled', 'published') or approved_by is not null or forced_reason is not null),
    check ((state = 'scheduled') = (goes_public_at is not null)),
    check (held_at is null or state = 'scheduled'),
    check ((submitted_by is null) = (submitted_at is null)),
    check ((approved_by is null) = (approved_at is null)),
    check ((source_locale is null) = (source_edition is null) and (source_locale is null) = (source_revision is null))
  ) ${strict}`.execute(db);
  await sql`create index draft_due on draft (goes_public_at) where state = 'scheduled' and held_at is null`.execute(db);
  await sql`create index draft_by_state on draft (state, changed_at)`.execute(db);
  await sql`create index draft_by_change on draft (changed_at)`.execute(db);
  // Lists are ordered by their last change. Each filter, and each two of them, has a way through that order: what matches
  // nowhere must not be looked for in all that there is.
  await sql`create index draft_of_office on draft (office, changed_at)`.execute(db);
  await sql`create index draft_in_locale on draft (locale, changed_at)`.execute(db);
  await sql`create index draft_of_office_by_state on draft (office, state, changed_at)`.execute(db);
  await sql`create index draft_of_office_in_locale on draft (office, locale, changed_at)`.execute(db);
  await sql`create index draft_in_locale_by_state on draft (locale, state, changed_at)`.execute(db);
  await sql`create index draft_of_person on draft (changed_by, changed_at) where state <> 'published'`.execute(db);
  await sql`create index draft_release_of_person on draft_release (created_by, id)`.execute(db);
  await sql`create index draft_of_bundle on draft (bundle) where bundle is not null`.execute(db);

  await sql`create table draft_hand (
    release text not null, locale text not null, edition integer not null, person text not null references person,
    primary key (release, locale, edition, person),
    foreign key (release, locale) references draft (release, locale)
  ) ${clustered}`.execute(db);

  await sql`create table draft_revision (
    release text not null, locale text not null, edition integer not null, revision integer not null,
    content text not null, saved_by text not null, saved_at text not null,
    primary key (release, locale, revision),
    foreign key (release, locale) references draft (release, locale)
  ) ${strict}`.execute(db);

  await sql`create table override (
    release text not null, locale text not null, edition integer not null, code text not null,
    reason text not null check (reason <> ''), person text not null, at text not null,
    primary key (release, locale, edition, code)
  ) ${clustered}`.execute(db);
}

async function makePictures(db: Kysely<unknown>, { strict }: EngineWords): Promise<void> {
  await sql`create table picture (
    id text primary key check (length(id) = 36), hash text not null unique check (length(hash) = 64),
    media_type text not null, bytes integer not null check (bytes > 0),
    width integer not null check (width > 0), height integer not null check (height > 0), file_name text not null,
    credit text, creator text, agency text, copyright_holder text,
    copyright_year integer check (copyright_year between 1800 and 9999), usage_terms text,
    caption text, alt text, uploaded_by text not null, uploaded_at text not null
  ) ${strict}`.execute(db);
}

async function makeTraces(db: Kysely<unknown>, { strict, clustered, orderedText }: EngineWords): Promise<void> {
  await sql`create table preview_link (
    hash text primary key check (length(hash) = 64), id text not null unique,
    release text not null, locale text not null, created_by text not null, created_at text not null,
    expires_at text not null, revoked_at text,
    foreign key (release, locale) references draft (release, locale)
  ) ${strict}`.execute(db);
  await sql`create index preview_link_of_draft on preview_link (release, locale)`.execute(db);

  await sql`create table preview_opening (
    id text primary key, link text not null references preview_link (id), at text not null, address text not null
  ) ${strict}`.execute(db);
  await sql`create index preview_opening_of_link on preview_opening (link)`.execute(db);

  await sql`create table task (
    id text primary key, release text not null, locale text not null,
    kind text not null check (kind in ('follow-correction')),
    source_locale text not null, source_edition integer not null, opened_at text not null, done_at text,
    unique (release, locale, kind, source_locale, source_edition)
  ) ${strict}`.execute(db);

  await sql`create table lift (
    release text not null, locale text not null, edition integer not null, due_at text not null,
    lifted_at ${orderedText} not null, delay_milliseconds integer not null,
    outcome text not null check (outcome in ('lifted', 'refused')), detail text not null,
    primary key (release, locale, edition, due_at, outcome)
  ) ${clustered}`.execute(db);
  await sql`create index lift_by_time on lift (lifted_at)`.execute(db);

  await sql`create table audit_entry (
    number integer primary key check (number > 0), at ${orderedText} not null check (length(at) = 24),
    person text, name text not null, act text not null, release text, locale text, office text, detail text not null
  ) ${strict}`.execute(db);
  await sql`create index audit_entry_of_release on audit_entry (release, number) where release is not null`.execute(db);
}
