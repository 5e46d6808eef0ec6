import { LONGEST_LEGACY_ADDRESS, legacyAddress } from '../published/legacy/legacy-address.ts';
import type { MapRow } from './legacy-map.ts';

/**
 * Reads an old address, whole (`https://old.example/news.aspx?id=7`) or from its path on, or a pattern behind `~`. A host
 * does not count: whatever reaches this newsroom was meant for it.
 */
export function readFrom(text: string): MapRow['from'] | { readonly problem: string } {
  if (text === '') return { problem: '“from” is empty. Write an old address, or take the line out.' };
  if (text.startsWith('~')) return { pattern: text.slice(1).trim() };
  const url = text.startsWith('/') ? inside(text) : /^https?:\/\//i.test(text) ? URL.parse(text) : null;
  if (url === null) {
    return { problem: `“${shown(text)}” is no address. Write https://…, a path that begins with one /, or ~^/…$.` };
  }
  if (url.hash !== '') return { problem: `“${url.hash}” never reaches a server. Leave it out of “from”.` };
  const address = legacyAddress(url.pathname, url.searchParams);
  if (address.length > LONGEST_LEGACY_ADDRESS) {
    return { problem: `the address is longer than ${LONGEST_LEGACY_ADDRESS} characters.` };
  }
  return { address, hasQuery: url.searchParams.size > 0 };
}

/** A path of this site; null for one that leads out of it, as a browser reads it. */
export function inside(path: string): URL | null {
  const url = URL.parse(path, 'https://here.invalid');
  return url?.host === 'here.invalid' && url.protocol === 'https:' ? url : null;
}

export function shown(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
