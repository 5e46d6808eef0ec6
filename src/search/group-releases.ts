import type { KnownTexts } from './known-texts.ts';
import { openMarks } from './marks.ts';
import { openScratch } from './scratch.ts';

/** The texts found, each release once, until others are grouped. Places are those of `release`; the newest public acts come first. */
export interface Groups {
  readonly count: number;
  readonly release: Uint32Array;
  /** What decides the place of a release: the score of its best text, or when its newest was published. */
  readonly key: Float64Array;
  /** The edition that is shown: of the languages found the reader’s, else the fallback, else the one that decides. */
  readonly shown: Uint32Array;
}

/** Begun anew by each call. A release is never later than its texts. */
const places = openMarks();
const roomForReleases = openScratch(Uint32Array);
const roomForKeys = openScratch(Float64Array);
const roomForShown = openScratch(Uint32Array);

/**
 * @param ids ascending.
 * @param order.keys of each text; the largest of a release decides.
 * @param order.preferred languages, the reader’s first.
 */
export function groupReleases(
  ids: Uint32Array,
  texts: KnownTexts,
  { keys, preferred }: { readonly keys: Float64Array; readonly preferred: readonly string[] },
): Groups {
  const { release, coded, codes } = texts;
  const rank = Uint8Array.from(codes.locale, (locale) => {
    const at = preferred.indexOf(locale);
    return at < 0 ? 0 : preferred.length - at;
  });
  places.begin((ids.at(-1) ?? 0) + 1);
  const groups = {
    release: roomForReleases(ids.length),
    key: roomForKeys(ids.length),
    shown: roomForShown(ids.length),
  };
  let count = 0;
  for (let at = ids.length - 1; at >= 0; at -= 1) {
    const id = ids[at] as number;
    const key = keys[at] as number;
    const own = release[id] as number;
    const known = places.of(own);
    if (known < 0) {
      places.set(own, count);
      groups.release[count] = own;
      groups.key[count] = key;
      groups.shown[count++] = id;
      continue;
    }
    const shown = groups.shown[known] as number;
    const [mine, other] = [rank[coded.locale[id] as number] as number, rank[coded.locale[shown] as number] as number];
    if (mine > other || (mine === other && key > (groups.key[known] as number))) groups.shown[known] = id;
    if (key > (groups.key[known] as number)) groups.key[known] = key;
  }
  return { count, ...groups };
}
