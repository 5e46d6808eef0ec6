import type { Tx } from '../database/transaction.ts';
import type { PatternRow } from '../published/legacy/pattern-table.ts';
import type { Reference } from '../published/reference.ts';

/** A row of a legacy map as it was written down. */
export interface MapRow {
  /** 1-based line of the file. */
  readonly line: number;
  readonly from: { readonly address: string; readonly hasQuery: boolean } | { readonly pattern: string };
  /** As written: what it leads to is found out later. */
  readonly to: string;
}

export interface MapProblem {
  readonly line: number;
  readonly problem: string;
}

/** What an old address leads to. */
export type Target =
  | { readonly to: 'text'; readonly release: string; readonly locale: string; readonly name: string }
  /** `path` of this newsroom; in a pattern's it may hold `$1` … `$9`, and then be the name of a text, too. */
  | { readonly to: 'page'; readonly path: string }
  | { readonly to: 'gone' }
  /** The row is taken back. */
  | { readonly to: 'nothing' };

/** Who an address belongs to already. */
export interface KnownText {
  readonly release: string;
  readonly locale: string;
  readonly reference: Reference;
}

export interface LegacyStore {
  /** The text of that reference and language; null when none was ever public. */
  text(tx: Tx, reference: Reference, locale: string): Promise<KnownText | null>;
  /** Whose these addresses are in the path ledger. */
  owners(tx: Tx, addresses: readonly string[]): Promise<ReadonlyMap<string, KnownText>>;
  /** Where these lead that lead to no text. */
  targets(tx: Tx, addresses: readonly string[]): Promise<ReadonlyMap<string, string | null>>;
  /** How many old addresses each of these releases has in a language: `<release> <locale>`. */
  counts(tx: Tx, releases: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** In the order they are tried. */
  patterns(tx: Tx): Promise<readonly PatternRow[]>;
  write(tx: Tx, changes: MapChanges): Promise<void>;
}

/** Everything that a legacy map changes, for one transaction. */
export interface MapChanges {
  /** Into the path ledger; what else is known of these addresses goes. */
  readonly texts: readonly { readonly path: string; readonly release: string; readonly locale: string }[];
  /** Made or changed. */
  readonly addresses: readonly { readonly address: string; readonly target: string | null }[];
  readonly takenBack: readonly string[];
  /** The whole table; null when it stays as it is. */
  readonly patterns: readonly PatternRow[] | null;
}

/** What a legacy map did, or would do. */
export interface MapReport {
  readonly file: string;
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly takenBack: number;
  readonly alreadyHere: number;
  /** What the rows lead to. */
  readonly leadTo: { readonly texts: number; readonly pages: number; readonly gone: number };
  readonly patterns: number;
}

export type MapOutcome =
  | { readonly ok: true; readonly report: MapReport }
  /** Nothing was written. In order of line. */
  | { readonly ok: false; readonly problems: readonly MapProblem[] };

/** Asks the newsroom for an address as a reader would. */
export type Ask = (address: string) => Promise<{ readonly status: number; readonly location: string | null }>;
