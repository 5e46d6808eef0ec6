import type { Kysely } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import { type WritingTables, writingTables } from './desk-schema.ts';
import type { Tx } from './transaction.ts';

/**
 * The tables. Instants are 24-character UTC text, days `YYYY-MM-DD`, booleans 0 or 1, JSON is text: one way on both
 * engines. The meaning of each time is in docs/times.md, the words in docs/glossary.md.
 */
export interface PublishedTables {
  organisation: {
    id: 1;
    names: string;
    introductions: string;
    locales: string;
    default_locale: string;
    time_zone: string;
  };
  office: {
    code: string;
    slug: string;
    /** JSON array, oldest first. */
    former_slugs: string;
    names: string;
    introductions: string;
    countries: string;
    locales: string;
    time_zone: string;
    /** Order in which offices are named. */
    position: number;
  };
  office_boilerplate: { office: string; locale: string; from_day: string; boilerplate: string; contacts: string };
  topic: { code: string; slug: string; former_slugs: string; names: string; position: number };
  release: {
    id: string;
    office: string;
    type: string;
    reference_year: number;
    reference_number: number;
    /** JSON array of ISO 3166-1 alpha-2. */
    countries: string;
    /** JSON array of topic codes. */
    topics: string;
    organisation_wide: 0 | 1;
    /** Of the first language version to go public: its place in `any` lists. */
    published_at: string;
    sequence: number;
    day: string;
    precision: 'instant' | 'day';
    origin: 'written' | 'imported';
  };
  language_version: {
    release: string;
    locale: string;
    slug: string;
    standing: 'published' | 'withdrawn' | 'retracted';
    /** Number of its current edition. */
    edition: number;
    published_at: string;
    sequence: number;
    day: string;
    precision: 'instant' | 'day';
    /** When readers last had reason to read again. */
    changed_at: string;
    ended_at: string | null;
    ended_sequence: number | null;
    end_reason: string | null;
    /** Of the last act upon it: its publication, a new edition, its end. */
    last_sequence: number;
  };
  edition: {
    release: string;
    locale: string;
    number: number;
    kicker: string | null;
    headline: string;
    summary: string | null;
    place: string | null;
    body: string;
    notes: string | null;
    /** JSON array of Picture: { asset, alt, caption }. */
    pictures: string;
    published_at: string;
    sequence: number;
    change_kind: 'correction' | 'clarification' | 'update' | null;
    change_note: string | null;
    major: 0 | 1;
    translated_from_locale: string | null;
    translated_from_edition: number | null;
  };
  asset: {
    id: string;
    /** SHA-256 of the original, 64 hexadecimal digits; null where only the credit has come down to us. */
    hash: string | null;
    media_type: string | null;
    bytes: number | null;
    width: number | null;
    height: number | null;
    credit: string | null;
    creator: string | null;
    agency: string | null;
    copyright_holder: string | null;
    copyright_year: number | null;
    usage_terms: string | null;
  };
  /** Releases kept in sight above a list. `place`: one of its three; they are shown by `pinned_at`, the latest first. */
  pin: { list: string; release: string; place: number; pinned_at: string };
  placement: { list: string; scope: string; published_at: string; sequence: number; release: string };
  page: {
    list: string;
    scope: string;
    number: number;
    starts_at: string;
    starts_sequence: number;
    count: number;
  };
  /** How many placements a list has in a month (`YYYY-MM` of the release's civil day). */
  month_count: { list: string; scope: string; month: string; count: number };
  /** The path ledger: every public path of a text, for ever. */
  path_ledger: { path: string; release: string; locale: string; outcome: 'text' | 'moved' };
  /** Old addresses that lead to a page, or (null) to nothing any more. Those of texts are in the path ledger. */
  legacy_address: { address: string; target: string | null };
  /** Describe old addresses; tried in order of position. `target` may hold `$1` … `$9`; null: nothing any more. */
  legacy_pattern: { pattern: string; position: number; target: string | null };
  /** `sequence`: public acts so far. `version`: +1 whenever anything public changes. */
  counter: { name: 'sequence' | 'version'; value: number };
  /** What was public after the act `sequence`, from `at` on until the next row: one row for each transaction that published. */
  public_state: { sequence: number; at: string };
  /** Lists that were given earlier releases after the act `sequence`: what they showed before it cannot be told. */
  list_since: { list: string; sequence: number };
  /** What the last versions changed: JSON array of subjects (published/subject.ts), null where it may be anything. */
  public_change: { version: number; subjects: string | null };
  /**
   * Which texts of a span hold a term, and where. A text is named by the sequence of its edition; `first` is the first of
   * `texts` in `data`, a block of search/posting-block.ts.
   */
  search_posting: { span: number; term: string; first: number; texts: number; data: Uint8Array };
  /** Words as they are written, the term that each is found under, and in how many editions it stands. */
  search_word: { word: string; term: string; texts: number };
  /**
   * Editions `first` to `last`, by sequence, whose words are in the postings. Those above the last span are looked through
   * as they are. `texts`: who issued them, when, in which language: search/span-texts.ts.
   */
  search_span: { first: number; last: number; alphabet: number; texts: Uint8Array };
  /** `hash`: SHA-256 of the key, 64 hexadecimal digits. `scopes`: JSON array. */
  api_key: {
    id: string;
    name: string;
    hash: string;
    scopes: string;
    per_minute: number;
    created_at: string;
    revoked_at: string | null;
  };
}

export interface DeskTables extends WritingTables {
  /** Every edition that shows a picture, by the picture. */
  asset_shown: { asset: string; release: string; locale: string; number: number };
  reference_counter: { office: string; year: number; last: number };
  outbox: {
    sequence: number;
    act: string;
    release: string;
    locale: string;
    created_at: string;
  };
  import_batch: {
    id: string;
    /** SHA-256 of the file and of what it was imported as. */
    fingerprint: string;
    file: string;
    office: string | null;
    locale: string | null;
    created_at: string;
  };
  import_item: { batch: string; position: number; sort_key: string; fingerprint: string; content: string };
  imported: { fingerprint: string; release: string };
  /** Who extends the index at this moment, and until when nobody else may. */
  search_lease: { id: 1; holder: string; until: string };
}

export type Tables = PublishedTables & DeskTables;

export const deskTables = [
  'asset_shown',
  'reference_counter',
  'outbox',
  'import_batch',
  'import_item',
  'imported',
  'search_lease',
  ...writingTables,
] as const satisfies readonly (keyof DeskTables)[];

export const publishedTables = [
  'organisation',
  'office',
  'office_boilerplate',
  'topic',
  'release',
  'language_version',
  'edition',
  'asset',
  'pin',
  'placement',
  'page',
  'month_count',
  'path_ledger',
  'legacy_address',
  'legacy_pattern',
  'counter',
  'public_state',
  'list_since',
  'public_change',
  'search_posting',
  'search_word',
  'search_span',
  'api_key',
] as const satisfies readonly (keyof PublishedTables)[];

/** All tables, for the newsroom's stores. */
export type NewsroomHandle = Kysely<Tables>;

/** The public half's handle: it cannot write, and it cannot name a desk table. */
export type PublishedHandle = ReadonlyKysely<PublishedTables>;

/** Opens a transaction's inside; only stores can import this file. */
export function inside(tx: Tx): NewsroomHandle {
  return tx as unknown as NewsroomHandle;
}

/** Closes it again for passing on. */
export function sealed(handle: NewsroomHandle): Tx {
  return handle as unknown as Tx;
}
