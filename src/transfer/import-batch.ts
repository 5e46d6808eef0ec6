import type { Tx } from '../database/transaction.ts';
import type { Clock } from '../platform/clock.ts';
import type { CivilDay, Instant } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';
import type { PublishedAsset } from '../published/published-release.ts';
import type { PublishDeps } from '../releases/publish-release.ts';
import type { ArchiveAct, ArchiveLine, LegacyLine } from './archive-line.ts';

/** Where an archive comes from; it can be opened again. */
export interface ArchiveFile {
  readonly name: string;
  readonly size: number;
  open(): AsyncIterable<Uint8Array>;
}

export interface ImportDeps {
  readonly publishing: PublishDeps;
  readonly store: ImportStore;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Told now and then, for people who wait. */
  readonly progress: (done: Progress) => void;
  /** Asked between transactions: true leaves the rest for another run. */
  readonly isInterrupted: () => boolean;
}

export interface Progress {
  readonly step: 'reading' | 'publishing';
  readonly releases: number;
  /** Releases in all, as far as known. */
  readonly of: number | null;
}

export interface StagedItem {
  readonly position: number;
  /** The order of publication: oldest first, within a day the order of the source. */
  readonly sortKey: string;
  readonly fingerprint: string;
  /** JSON. */
  readonly content: string;
}

export interface ImportStore {
  /** Starts a batch; what an interrupted run of the same file had staged is dropped. */
  begin(batch: Batch): Promise<void>;
  stage(batch: string, items: readonly StagedItem[]): Promise<void>;
  /** At most 200, in order of sort key, above `after`. */
  nextItems(batch: string, after: string | null): Promise<readonly StagedItem[]>;
  /** Drops what was staged. */
  finish(batch: string): Promise<void>;
  alreadyImported(tx: Tx, fingerprints: readonly string[]): Promise<ReadonlySet<string>>;
  /** The texts of an office with one of these headlines, whatever edition had it, of the days between. */
  headlinesHere(tx: Tx, asked: AskedHeadlines): Promise<readonly HeadlineHere[]>;
  remember(tx: Tx, imported: Iterable<{ readonly fingerprint: string; readonly release: string }>): Promise<void>;
  /**
   * What is said of an address or a pattern here already stays as it is; new patterns are tried behind those.
   *
   * @returns the lines that were new.
   */
  addLegacy(tx: Tx, lines: readonly LegacyLine[]): Promise<readonly LegacyLine[]>;
  /** Whose bytes these are, by their hash; null where nobody's. */
  assetWith(tx: Tx, hash: string): Promise<string | null>;
  /** Known ones stay as they are. @returns how many were new. */
  addAssets(tx: Tx, assets: readonly PublishedAsset[]): Promise<number>;
}

export interface AskedHeadlines {
  readonly office: string;
  readonly locale: Locale;
  readonly first: CivilDay;
  readonly last: CivilDay;
  readonly headlines: readonly string[];
}

export interface HeadlineHere {
  readonly day: string;
  readonly headline: string;
  readonly summary: string | null;
  /** `CO-BEIJING/2017/3`, of the release. */
  readonly reference: string;
}

export interface Batch {
  readonly id: string;
  readonly fingerprint: string;
  readonly file: string;
  readonly office: string | null;
  readonly locale: string | null;
  readonly createdAt: Instant;
}

/** Lines of an archive that are no public act. */
export type OtherKind = Exclude<ArchiveLine, ArchiveAct>['kind'];

/** What came in, what did not, and what was missing from it. */
export interface LossReport {
  readonly file: string;
  readonly imported: number;
  readonly alreadyHere: number;
  /** How many lines of each kind came in beside the texts: offices, topics, pictures. Those that were here are not counted. */
  readonly others: Readonly<Partial<Record<OtherKind, number>>>;
  /** Of those already here, texts whose words here are others. What is public stays. At most 1,000 are named. */
  readonly differing: {
    readonly count: number;
    readonly named: readonly { readonly line: number; readonly headline: string }[];
  };
  /** How many of the texts that came in name who made a picture that did not: a list page has none to move in. */
  readonly creditsAlone: number;
  readonly interrupted: boolean;
  /** Of a listing: whose it was, and in which language. */
  readonly of: { readonly office: string; readonly locale: Locale } | null;
  /** What stood above, between or below a listing's items and was not taken in. At most 20; `text` at most 2,000 characters. */
  readonly outside: readonly OutsideText[];
  /** Left out, each with its line and why. At most 1,000 are named; `leftOutCount` counts all. */
  readonly leftOut: readonly { readonly line: number; readonly headline: string; readonly why: string }[];
  readonly leftOutCount: number;
  /** How often each thing was missing or looked wrong, by warning code. */
  readonly warnings: Readonly<Record<string, number>>;
  /** The first items of each warning, for a person to look at. */
  readonly examples: readonly {
    readonly line: number;
    readonly code: string;
    readonly detail: string;
    readonly headline: string;
  }[];
}

export interface OutsideText {
  readonly line: number;
  readonly text: string;
  /** Above the first item: the list's introduction. */
  readonly isAbove: boolean;
}
