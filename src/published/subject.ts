import type { ListKey } from './list.ts';
import { formatReference, type Reference } from './reference.ts';

/**
 * What a page is read from and a publication changes, named alike on both sides: a page is kept until a publication names one
 * of its subjects. What has no name of its own here is part of everything, and everything goes.
 */
export type Subject = string;

interface Shelf {
  readonly list: ListKey;
  /** A locale, or `any`. */
  readonly scope: string;
}

export const subjectOf = {
  /** What organisation, offices, topics and boilerplate say, and which lists there are. */
  institution: 'institution',
  /** All that is public, for what names every release. */
  map: 'map',
  /** A release with all its texts, and the pictures in them. */
  release: (reference: Reference): Subject => `release ${formatReference(reference)}`,
  /** Who is on one page of a list. */
  page: ({ list, scope }: Shelf, number: number): Subject => `page ${list} ${scope} ${number}`,
  /** How many pages a list has. */
  end: ({ list, scope }: Shelf): Subject => `end ${list} ${scope}`,
  /** Who is on a list in one year. */
  year: ({ list, scope }: Shelf, year: number): Subject => `year ${list} ${scope} ${year}`,
  /** In which years a list has something. */
  years: ({ list, scope }: Shelf): Subject => `years ${list} ${scope}`,
  /** What is pinned above a list, with all texts of these releases. */
  pins: (list: ListKey): Subject => `pins ${list}`,
  /** How much a list has in each month. */
  months: ({ list, scope }: Shelf): Subject => `months ${list} ${scope}`,
} as const;
