import { httpDate } from '../platform/http-date.ts';
import type { Instant } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';
import { timegatePath, timemapPath } from './addresses.ts';
import type { ListSubject } from './list.ts';
import type { ListPage } from './published-release.ts';

/**
 * What a list showed when. A state is one of the whole newsroom, named by the sequence of its last act, and lasts until the next
 * begins; so a list may show the same in several.
 */
export interface MementoReads {
  /** States that can be told of this list, oldest first, that come after the act `after`; at most `limit`. */
  listStates(subject: ListSubject, after: number, limit: number): Promise<readonly ListState[]>;

  /** The state at an instant: null where none had begun. @param at null: the newest. */
  listStateAt(subject: ListSubject, at: Instant | null): Promise<ListState | null>;

  /**
   * The newest page of the list, and the one before it joined, as they stood: with the texts of then, but for those that were
   * retracted since, of which only the tombstone is left. `older` and `rest` lead to pages of today.
   *
   * @returns null where there was no such state, or it cannot be told any more.
   */
  listAsOf(subject: ListSubject, locale: Locale, sequence: number): Promise<ListAsOf | null>;
}

export interface ListState {
  readonly sequence: number;
  readonly at: Instant;
}

export interface ListAsOf {
  readonly at: Instant;
  readonly page: ListPage;
}

/**
 * What a page says of its earlier states, beside itself (RFC 7089). deploy/nginx.conf says the same of the files that it serves
 * itself, of every path that is a list or a text.
 *
 * @param page its path.
 */
export function originalHeaders(page: string): Readonly<Record<string, string>> {
  return { link: linksOf(page) };
}

/** What an earlier state says of itself. @param page the path of what it is a state of. */
export function mementoHeaders(page: string, at: Instant): Readonly<Record<string, string>> {
  return { 'memento-datetime': httpDate(at), link: `<${page}>; rel="original", ${linksOf(page)}` };
}

function linksOf(page: string): string {
  const timemap = `<${timemapPath(page)}>; rel="timemap"; type="application/link-format"`;
  return `<${timegatePath(page)}>; rel="timegate", ${timemap}`;
}
