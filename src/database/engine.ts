import type { RawBuilder } from 'kysely';
import type { NewsroomHandle, PublishedHandle, Tables } from './schema.ts';
import type { InTransaction, Tx } from './transaction.ts';

/** What SQLite and PostgreSQL truly do differently; all else is shared SQL. */
export interface Engine {
  readonly name: 'sqlite' | 'postgres';

  /** For reads of the newsroom's own tables outside a transaction. */
  readonly newsroom: NewsroomHandle;

  /** The public half's connection: the database itself refuses it every desk table and every write. */
  readonly published: PublishedHandle;

  /** One at a time: BEGIN IMMEDIATE on SQLite, an advisory lock held until the end on PostgreSQL. */
  readonly inTransaction: InTransaction;

  /** Many rows of one shape in as few steps as the engine can. Every row has the keys of the first. */
  insertRows<Table extends keyof Tables>(tx: Tx, table: Table, rows: readonly Tables[Table][]): Promise<void>;

  /**
   * A number that grows whenever anything public changed, anywhere. A number at once where asking costs microseconds, so
   * that a cached page needs no promise.
   */
  publicVersion(): number | Promise<number>;

  /** Tells a broken uniqueness rule from any other failure. */
  isDuplicate(error: unknown): boolean;

  /** Puts what the migrations made behind the wall: grants, read roles, immutability of editions. Safe to run twice. */
  raiseWall(): Promise<void>;

  readonly words: EngineWords;

  close(): Promise<void>;
}

/** The few words of data definition that differ. */
export interface EngineWords {
  /** A text column that sorts by code point. */
  readonly orderedText: RawBuilder<unknown>;
  /** Behind a table's closing bracket, for tables read by their whole primary key. */
  readonly clustered: RawBuilder<unknown>;
  readonly strict: RawBuilder<unknown>;
}
