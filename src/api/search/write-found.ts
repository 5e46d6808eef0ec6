import type { QueryNote } from '../../search/query.ts';
import type { Extract, FacetCount, SearchFound } from '../../search/search.ts';
import { writeItem } from '../lists/write-list.ts';
import type { ReleaseWriter } from '../releases/write-release.ts';
import type { Told } from '../shapes.ts';
import { noteWords } from './note-words.ts';
import type * as shape from './search-shape.ts';

type Written = Omit<Told<typeof shape.Searched>, 'sort' | 'links'>;

export function writeFound(
  { hits, count, facets, didYouMean, notes: onFinding }: SearchFound,
  notes: readonly QueryNote[],
  around: { readonly origin: string; readonly writer: ReleaseWriter },
): Written {
  return {
    notes: [...notes, ...onFinding].map(({ note, about }) => ({ note, about, detail: noteWords[note] })),
    count: count.count,
    more: count.isMore,
    hits: hits.map(({ item, headline, extract }) => ({
      item: writeItem(item, around),
      headline: writeExtract(headline),
      extract: extract === null ? null : writeExtract(extract),
    })),
    facets: {
      offices: facets.offices.map(counted),
      countries: facets.countries.map(counted),
      topics: facets.topics.map(counted),
      types: facets.types.map(counted),
      locales: facets.locales.map(counted),
      has: facets.has.map(counted),
      years: facets.years.map(counted),
    },
    didYouMean,
  };
}

function counted<Value>({ value, count }: FacetCount<Value>) {
  return { value, releases: count };
}

function writeExtract(pieces: Extract): Told<typeof shape.Extract> {
  let text = '';
  const marks: { start: number; end: number }[] = [];
  for (const piece of pieces) {
    if (piece.isFound) marks.push({ start: text.length, end: text.length + piece.text.length });
    text += piece.text;
  }
  return { text, marks };
}
