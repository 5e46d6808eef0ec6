/** A row of source and translation, with the heights that they have by themselves. */
export interface Standing {
  /** Height of the block of the source; null where the translation stands alone. */
  readonly source: number | null;
  /** Where the block of the translation is by itself, from the top; null where it is missing. */
  readonly translation: { readonly top: number; readonly height: number } | null;
}

export interface Placed {
  /** From the top, for each block of the source. */
  readonly tops: readonly number[];
  /** To be left above each block of the translation. */
  readonly room: readonly number[];
}

/** Between two blocks of the source. */
const GAP = 16;

/** Places each block of the source where its translation begins, and makes room in the translation where the source is longer. */
export function placeBeside(rows: readonly Standing[]): Placed {
  const tops: number[] = [];
  const room: number[] = [];
  let [lowered, sourceEnd, translationEnd] = [0, -GAP, -GAP];
  for (const { source, translation } of rows) {
    const free = sourceEnd + GAP;
    if (translation === null) {
      const top = Math.max(free, translationEnd + GAP);
      tops.push(top);
      sourceEnd = top + (source ?? 0);
      continue;
    }
    const top = translation.top + lowered;
    const more = source === null ? 0 : Math.max(0, free - top);
    lowered += more;
    room.push(more);
    translationEnd = top + more + translation.height;
    if (source === null) continue;
    tops.push(top + more);
    sourceEnd = top + more + source;
  }
  return { tops, room };
}
