import { positionsIn } from './fields.ts';
import type { KnownPositions } from './found-places.ts';
import { firstAtLeast } from './hits.ts';
import type { Places } from './located.ts';
import type { Postings } from './look-up.ts';

/** Where the words that are looked for stand in a text. */
export interface KnownIn {
  readonly headline: KnownPositions;
  /** With the kicker behind it. */
  readonly summary: KnownPositions;
  /** With the notes behind it. */
  readonly body: KnownPositions;
}

export const unknown: KnownIn = { headline: null, summary: null, body: null };

/** More are not asked where they stand in each text: to look through the texts takes less. */
const FEW_TERMS = 256;

/** What the index tells of these terms in each text. @param postings of parts of the archive: a text is in one of them. */
export function knownIn(postings: readonly Postings[], terms: ReadonlySet<string>): (id: number) => KnownIn {
  if (terms.size > FEW_TERMS) return () => unknown;
  const lists = postings.flatMap(({ hitsOf }) => Array.from(terms, hitsOf)).filter(({ ids }) => ids.length > 0);
  return (id) => {
    const own = lists.flatMap((list) => {
      const at = firstAtLeast(list.ids, id, 0);
      return list.ids[at] === id ? [inEachField(list.placesOf(at))] : [];
    });
    const all = (field: keyof KnownIn) => joined(own.map((one) => one[field]));
    return { headline: all('headline'), summary: all('summary'), body: all('body') };
  };
}

function inEachField(places: Places): KnownIn {
  const within = (field: keyof KnownIn) => positionsIn(field, places);
  return { headline: within('headline'), summary: within('summary'), body: within('body') };
}

function joined(positions: readonly KnownPositions[]): KnownPositions {
  const [first = []] = positions;
  if (positions.length <= 1) return first;
  return positions.includes(null) ? null : positions.flatMap((own) => own ?? []).sort((one, other) => one - other);
}
