import type { Locale } from '../platform/locales.ts';
import type { Directory } from '../published/named-subject.ts';

/** Paths that belong to pages of the site alone; what is published has its own in published/addresses.ts. */

/** @param base of the list. */
export function archivePath(base: string): string {
  return `${base}/archive`;
}

/** Leads to the list as it stood when a day was over: with `?day=`. @param base of the list. */
export function listPastPath(base: string): string {
  return `${base}/as-of`;
}

export const directories: readonly Directory[] = ['offices', 'countries', 'topics', 'types'];

/** Where all offices, countries, topics or types are named. */
export function directoryPath(locale: Locale, directory: Directory): string {
  return `/${locale}/${directory}`;
}

/** @param base of the list or of a fixed page of it. */
export function feedPath(base: string, format: 'atom' | 'rss' | 'json'): string {
  return `${base}/feed.${format}`;
}

export function searchPath(locale: Locale): string {
  return `/${locale}/search`;
}

/** What the script of the search page asks while somebody types: with `?q=`. */
export function suggestionsPath(locale: Locale): string {
  return `/${locale}/search/suggestions`;
}

/** Tells browsers how to search here. */
export function openSearchPath(locale: Locale): string {
  return `/${locale}/opensearch.xml`;
}

/** @param file its name holds the hash of its bytes. */
export function assetPath(file: string): string {
  return `/assets/${file}`;
}
