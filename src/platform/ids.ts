import { randomUUIDv7 } from 'node:crypto';

/** Makes identities: UUIDv7, lower case. Handed to whoever creates, so a test can choose them. */
export type NewId = () => string;

export const newId: NewId = () => randomUUIDv7();

/** Is it a UUID of any version, in lower case? */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}
