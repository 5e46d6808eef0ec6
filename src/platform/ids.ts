import { randomUUIDv7 } from 'node:crypto';

/** Makes identities: UUIDv7, lower case. Handed to whoever creates, so a test can choose them. */
export type NewId = () => string;

export const newId: NewId = () => randomUUIDv7();
