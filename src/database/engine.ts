import type { RawBuilder } from 'kysely';
import type { Clock } from '../platform/clock.ts';
import type { Instant } from '../platform/instant.ts';
import type { PublicChange } from './public-version.ts';
import type { NewsroomHandle, PublishedHandle, Tables } from './schema.ts';
import type { InTransaction, Tx } from './transaction.ts';

/** All that the public half needs of a database. */
export interface PublishedHalf {
  /** The database itself refuses it every desk table and every write. */
  readonly published: PublishedHandle;

  /**
   * A number that grows whenever anything public changed, anywhere. A number at once where asking costs microseconds, so
   * that a cached page needs no promise.
   */
  publicVersion(): number | Promise<number>;

  /** What the versions above one changed, oldest first, as far as it is remembered. At once where `publicVersion` is. */
  publicChanges(after: number): readonly PublicChange[] | Promise<readonly PublicChange[]>;

  close(): Promise<void>;
}

/** What SQLite and PostgreSQL truly do differently; all else is shared SQL. */
export interface Engine extends PublishedHalf {
  readonly name: 'sqlite' | 'postgres';

  /** For reads of the newsroom's own tables outside a transaction. */
  readonly newsroom: NewsroomHandle;

  /** One at a time: BEGIN IMMEDIATE on SQLite, an advisory lock held until the end on PostgreSQL. */
  readonly inTransaction: InTransaction;

  /** Many rows of one shape in as few steps as the engine can. Every row has the keys of the first. */
  insertRows<Table extends keyof Tables>(tx: Tx, table: Table, rows: readonly Tables[Table][]): Promise<void>;

  /** As `insertRows`. Where a row of the same key is there, the counts are added up. No two of `rows` have the same key. */
  addUpRows<Table extends keyof Tables>(
    tx: Tx,
    table: Table,
    rows: readonly Tables[Table][],
    columns: AddedUp<keyof Tables[Table] & string>,
  ): Promise<void>;

  /**
   * What time it is for everybody who shares this database: PostgreSQL's own clock, so that no node is ahead of another. A
   * file's writers share a machine: on SQLite it is the clock that is handed in.
   */
  now(tx: Tx, clock: Clock): Promise<Instant>;

  /**
   * Until it is closed, what a commit leaves to be done later is done beside the thread that answers pages, where it is the engine's to do:
   * PostgreSQL has processes for that.
   */
  tidyBeside(): { close(): Promise<void> };

  /** Tells a broken uniqueness rule from any other failure. */
  isDuplicate(error: unknown): boolean;

  /** Puts what the migrations made behind the wall: grants, read roles, immutability of editions. Safe to run twice. */
  raiseWall(): Promise<void>;
  /** Can the public half read what is its own? Not where it has got a login since the wall was raised. */
  isWallUp(): Promise<boolean>;

  readonly words: EngineWords;
}

/** The key by which rows are the same, and what of them is added up. */
export interface AddedUp<Column extends string = string> {
  readonly key: readonly Column[];
  readonly count: Column;
}

/** The few words of data definition that differ. */
export interface EngineWords {
  /** A text column that sorts by code point. */
  readonly orderedText: RawBuilder<unknown>;
  /** Behind a table's closing bracket, for tables read by their whole primary key. */
  readonly clustered: RawBuilder<unknown>;
  readonly strict: RawBuilder<unknown>;
  /** A column of bytes. */
  readonly bytes: RawBuilder<unknown>;
}
