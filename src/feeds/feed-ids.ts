import { createHash } from 'node:crypto';
import type { Locale } from '../platform/locales.ts';
import { type ListSubject, listKey } from '../published/list.ts';

/** Dateline's own name space, chosen once: with another one every reader would see every release again. */
const NAMESPACE = '8f1f3f0a-6f0e-5c55-9d5b-2a3c1f6f4d10';

/**
 * The permanent id of a language version: a UUID of version 5 over the release's UUID and the locale, which no edit, new
 * slug, import or move to another host changes.
 *
 * @see RFC 9562 section 5.5
 */
export function entryId(release: string, locale: Locale): string {
  return named(`release ${release} ${locale}`);
}

/**
 * The permanent id of a list in a language, over its key (which holds codes, not slugs) and the public origin, because
 * every newsroom has a list named `organisation`. All documents of the list share it.
 */
export function feedId(origin: string, subject: ListSubject, locale: Locale): string {
  return named(`list ${origin} ${listKey(subject)} ${locale}`);
}

function named(name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}
