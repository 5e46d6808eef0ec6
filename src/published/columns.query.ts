import type { Tables } from '../database/schema.ts';
import type { CivilDay, Instant } from '../platform/instant.ts';
import type { Change, PublishedTime } from './published-release.ts';
import type { Reference } from './reference.ts';

/** What several queries read out of the columns of a row. */

/** As an edition keeps a picture: JSON in one column, in the order of the text. */
export interface StoredPicture {
  readonly asset: string;
  readonly alt: string;
  readonly caption: string | null;
}

export function picturesOf(edition: { pictures: string }): readonly StoredPicture[] {
  return edition.pictures === '[]' ? [] : JSON.parse(edition.pictures);
}

/** Null for a first edition. */
export function changeFrom(
  edition: Pick<Tables['edition'], 'change_kind' | 'change_note' | 'published_at' | 'number'>,
): Change | null {
  const { change_kind: kind, change_note: note, published_at: at, number } = edition;
  return kind === null || note === null ? null : { kind, note, at: at as Instant, edition: number };
}

export function referenceFrom(row: { office: string; reference_year: number; reference_number: number }): Reference {
  return { office: row.office, year: row.reference_year, number: row.reference_number };
}

export function timeFrom(row: { published_at: string; day: string; precision: 'instant' | 'day' }): PublishedTime {
  return { at: row.published_at as Instant, day: row.day as CivilDay, precision: row.precision };
}
