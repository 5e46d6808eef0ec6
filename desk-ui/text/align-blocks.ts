import type { Block } from './pieces.ts';

/** A row of the view of source and translation: null where one has nothing that answers the other. */
export interface Row {
  readonly source: Block | null;
  readonly translation: Block | null;
}

/** What it costs to leave a block alone; two blocks that cost more together stand apart. */
const ALONE = 1.1;
/** A heading does not translate a paragraph. */
const OTHER_KIND = 1.6;

/**
 * Puts a translation beside its source, block by block and in order: like stands by like, and by its length, measured by
 * how long the whole translation is.
 */
export function alignBlocks(source: readonly Block[], translation: readonly Block[]): readonly Row[] {
  const stretch = lengthOf(translation) / Math.max(1, lengthOf(source)) || 1;
  const cost = (a: Block, b: Block) => {
    const ratio = (b.text.length + 1) / (a.text.length * stretch + 1);
    return (kindOf(a) === kindOf(b) ? 0 : OTHER_KIND) + Math.min(0.9, Math.abs(Math.log2(ratio)) * 0.35);
  };

  // best[i][j]: the least cost of what is behind the i-th and j-th block.
  const best = Array.from({ length: source.length + 1 }, () => new Float64Array(translation.length + 1));
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  for (let i = source.length; i >= 0; i -= 1) {
    for (let j = translation.length; j >= 0; j -= 1) {
      const [a, b] = [source[i], translation[j]];
      const row = best[i];
      if (row === undefined || (a === undefined && b === undefined)) continue;
      row[j] = Math.min(
        a !== undefined && b !== undefined ? cost(a, b) + at(i + 1, j + 1) : Number.POSITIVE_INFINITY,
        a !== undefined ? ALONE + at(i + 1, j) : Number.POSITIVE_INFINITY,
        b !== undefined ? ALONE + at(i, j + 1) : Number.POSITIVE_INFINITY,
      );
    }
  }

  const rows: Row[] = [];
  for (let i = 0, j = 0; i < source.length || j < translation.length; ) {
    const [a = null, b = null] = [source[i], translation[j]];
    if (a !== null && b !== null && at(i, j) === cost(a, b) + at(i + 1, j + 1)) {
      rows.push({ source: a, translation: b });
      i += 1;
      j += 1;
    } else if (a !== null && (b === null || at(i, j) === ALONE + at(i + 1, j))) {
      rows.push({ source: a, translation: null });
      i += 1;
    } else {
      rows.push({ source: null, translation: b });
      j += 1;
    }
  }
  return rows;
}

function kindOf({ tag }: Block): string {
  return tag === 'h2' || tag === 'h3' ? 'heading' : tag;
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}
