import { createHash } from 'node:crypto';
import type { Verb } from './read-request.ts';

/** Where a harvest goes on, and with what it began. */
export interface Position {
  readonly verb: Verb;
  readonly set: string | null;
  readonly from: string | null;
  readonly until: string | null;
  /** The sequence of the last text that was told. */
  readonly after: number;
  /** How many were told before. */
  readonly told: number;
}

/**
 * A token holds the whole position, so the server keeps nothing and it works for ever, on any node. The digest tells one that was
 * cut off, changed or written elsewhere; it is no secret, because a token leads nowhere that its arguments would not.
 *
 * @param origin of the newsroom that wrote it.
 */
export function writeToken(origin: string, { verb, set, from, until, after, told }: Position): string {
  const payload = Buffer.from(JSON.stringify([verb, set, from, until, after, told])).toString('base64url');
  return `${payload}.${digestOf(origin, payload)}`;
}

/** @returns null for what this newsroom did not write. */
export function readToken(origin: string, text: string): Position | null {
  const [, payload = '', digest] = /^([\w-]{1,800})\.([\w-]{16})$/.exec(text) ?? [];
  if (digest === undefined || digest !== digestOf(origin, payload)) return null;
  const [verb, set, from, until, after, told] = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return { verb, set, from, until, after, told };
}

function digestOf(origin: string, payload: string): string {
  return createHash('sha256').update(`${origin} ${payload}`).digest('base64url').slice(0, 16);
}
