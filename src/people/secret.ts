import { createHash } from 'node:crypto';

/** In bytes: nobody guesses 256 bits. */
const TOKEN_BYTES = 32;

/** What a cookie or a link holds: base64url, 43 characters. Only its hash is stored. */
export function newToken(randomBytes: (count: number) => Buffer): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** SHA-256, 64 hexadecimal digits: enough for what is random, never for what a person thought of. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
