import type { Tx } from '../database/transaction.ts';
import type { Instant } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';
import type { Assignment, Person } from './person.ts';

/** A person, and what they prove it with. */
export interface Account {
  readonly person: Person;
  /** argon2id in PHC form; null where the person signs in another way. */
  readonly passwordHash: string | null;
  readonly totp: Totp | null;
}

export interface Totp {
  /** Base32. */
  readonly secret: string;
  /** Null until a first code was right: it is not asked for before. */
  readonly confirmedAt: Instant | null;
  /** The time step of the last code that was taken: a code works once. */
  readonly lastStep: number | null;
}

export interface PersonStore {
  account(tx: Tx, id: string): Promise<Account | null>;
  /** @param email in lower case. */
  accountOfEmail(tx: Tx, email: string): Promise<Account | null>;
  /** By name. */
  everybody(tx: Tx): Promise<readonly Person[]>;
  add(tx: Tx, person: Person, at: Instant): Promise<void>;
  changeName(tx: Tx, id: string, name: string): Promise<void>;
  changeLanguage(tx: Tx, id: string, language: Locale): Promise<void>;
  changeStanding(tx: Tx, id: string, standing: Person['standing']): Promise<void>;
  changePassword(tx: Tx, id: string, hash: string | null): Promise<void>;
  changeTotp(tx: Tx, id: string, totp: Totp | null): Promise<void>;
  /** Replaces all of them. */
  assign(tx: Tx, id: string, assignments: readonly Assignment[]): Promise<void>;
  /** @param besides not counted; null counts everybody. */
  countActiveAdministrators(tx: Tx, besides: string | null): Promise<number>;
}
