import type { Tx } from '../database/transaction.ts';
import type { Office } from '../offices/office.ts';
import type { CivilDay, Instant } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';
import type { Placeable } from './list.ts';
import type { Reference } from './reference.ts';

/** A release as the publishing transaction finds it. */
export interface KnownRelease extends Placeable {
  readonly id: string;
  readonly reference: Reference;
  /** Its place on lists of scope `any`. */
  readonly published: Moment;
  readonly versions: ReadonlyMap<Locale, KnownVersion>;
}

export interface KnownVersion {
  readonly standing: 'published' | 'withdrawn' | 'retracted';
  readonly edition: number;
  readonly slug: string;
  readonly changedAt: Instant;
  readonly published: Moment;
}

/** When, on the issuing office's calendar, and after which public acts. */
export interface Moment {
  readonly at: Instant;
  readonly day: CivilDay;
  readonly precision: 'instant' | 'day';
  readonly sequence: number;
}

export interface NewRelease extends Placeable {
  readonly id: string;
  readonly reference: Reference;
  readonly origin: 'written' | 'imported';
  readonly published: Moment;
}

export interface NewVersion {
  readonly release: string;
  readonly locale: Locale;
  readonly slug: string;
  readonly published: Moment;
}

export interface NewEdition {
  readonly release: string;
  readonly locale: Locale;
  readonly number: number;
  readonly kicker: string | null;
  readonly headline: string;
  readonly summary: string | null;
  readonly place: string | null;
  readonly body: string;
  readonly notes: string | null;
  readonly pictures: readonly { readonly asset: string; readonly alt: string; readonly caption: string | null }[];
  readonly publishedAt: Instant;
  readonly sequence: number;
  readonly change: {
    readonly kind: 'correction' | 'clarification' | 'update';
    readonly note: string;
    readonly major: boolean;
  } | null;
  readonly translatedFrom: { readonly locale: Locale; readonly edition: number } | null;
}

/** One more place on the lists of a scope. */
export interface NewPlacement {
  readonly lists: readonly string[];
  readonly scope: Locale | 'any';
  readonly release: string;
  readonly moment: Moment;
}

/** What one publishing transaction writes; each part in the order in which it became public. */
export interface Publication {
  readonly releases: readonly NewRelease[];
  readonly versions: readonly NewVersion[];
  readonly editions: readonly NewEdition[];
  readonly placements: readonly NewPlacement[];
  readonly paths: readonly {
    readonly path: string;
    readonly release: string;
    readonly locale: Locale;
    readonly outcome: 'text' | 'moved';
  }[];
  readonly references: ReadonlyMap<string, { readonly office: string; readonly year: number; readonly last: number }>;
  /** Rows for the outbox: none for what was imported. */
  readonly leaving: readonly {
    readonly sequence: number;
    readonly act: string;
    readonly release: string;
    readonly locale: Locale;
    readonly at: Instant;
  }[];
  readonly acts: number;
  /** The time of this act, which a backdated text does not have. */
  readonly doneAt: Instant;
}

/** The rows of the published half, for the verbs that may change them. */
export interface PublicationStore {
  offices(tx: Tx): Promise<readonly Office[]>;
  /** Public acts so far. */
  sequence(tx: Tx): Promise<number>;
  /** Grows with every transaction that changes something public. */
  version(tx: Tx): Promise<number>;
  releases(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, KnownRelease>>;
  /** The last number given, 0 where none was. */
  lastReference(tx: Tx, office: string, year: number): Promise<number>;
  isReferenceTaken(tx: Tx, reference: Reference): Promise<boolean>;
  knownAssets(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Which of these paths have an owner already. */
  ownersOf(tx: Tx, paths: readonly string[]): Promise<ReadonlyMap<string, string>>;
  write(tx: Tx, publication: Publication): Promise<void>;
  /** Releases on the lists of these countries and organisation-wide ones, that are not yet on the office's list. */
  missingFrom(tx: Tx, office: Office): Promise<readonly string[]>;
  /** How many releases on the office's list concern a country, and were not issued by it. */
  concerning(tx: Tx, office: string, country: string): Promise<number>;
  /** Was any text of this language ever public? */
  hasTextsIn(tx: Tx, locale: Locale): Promise<boolean>;
  /** Puts releases on further lists; each joins the span it falls in. */
  place(tx: Tx, placements: readonly NewPlacement[]): Promise<void>;
  /** Withdraws or retracts; a retraction takes the text of every edition out of the published half. */
  end(tx: Tx, ending: Ending): Promise<void>;
}

export interface Ending {
  readonly release: string;
  readonly locale: Locale;
  readonly standing: 'withdrawn' | 'retracted';
  /** Takes the words out of its address, too. */
  readonly forgetsAddress?: boolean;
  readonly reason: string;
  readonly at: Instant;
  readonly sequence: number;
  /** The time of this act, which a backdated end does not have. */
  readonly doneAt: Instant;
}
