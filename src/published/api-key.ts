import { createHash } from 'node:crypto';
import type { Tx } from '../database/transaction.ts';
import type { Instant } from '../platform/instant.ts';

/** What a key may be for: reading answers, or taking the bulk files. */
export const scopes = ['read', 'bulk'] as const;
export type Scope = (typeof scopes)[number];

/** What lets a program ask more often than everybody may. The key itself is nowhere kept, only its hash. */
export interface ApiKey {
  readonly id: string;
  /** Whose it is, or what for. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** How many requests a minute. */
  readonly perMinute: number;
  readonly createdAt: Instant;
  readonly revokedAt: Instant | null;
}

export interface KeyStore {
  add(tx: Tx, key: ApiKey, hash: string): Promise<void>;
  /** Newest last. */
  all(tx: Tx): Promise<readonly ApiKey[]>;
  /** @returns false where there is none of this id that is not revoked. */
  revoke(tx: Tx, id: string, at: Instant): Promise<boolean>;
}

export interface KeyReads {
  /** Null for a key that never was; one that was revoked is found. */
  keyOf(hash: string): Promise<ApiKey | null>;
}

const BEGINS = 'dl_';

/** @param bytes 32 random ones. @returns 46 characters that stand in any header. */
export function keyText(bytes: Buffer): string {
  return `${BEGINS}${bytes.toString('base64url')}`;
}

/** As random as it is, a key needs no slow hash: nobody can try them all. */
export function keyHash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
