/**
 * The known word that was probably meant.
 *
 * @returns null when none is near: more than two letters differ, or half of the word.
 */
export function nearest(word: string, known: readonly string[]): string | null {
  const [best] = known
    // A word of another length is not looked at letter by letter, however long.
    .filter((one) => Math.abs(one.length - word.length) <= 2)
    .map((one) => ({ one, steps: stepsBetween(word, one) }))
    .filter(({ one, steps }) => steps <= 2 && steps < one.length / 2)
    .sort((a, b) => a.steps - b.steps);
  return best?.one ?? null;
}

/** Letters to put in, take out, replace or swap with their neighbour (optimal string alignment). */
function stepsBetween(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const [above, row] = [rows[i - 1] as number[], [i]];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (above[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? ((rows[i - 2] as number[])[j - 2] as number) + 1 : replaced;
      row.push(Math.min(replaced, swapped, (above[j] as number) + 1, (row[j - 1] as number) + 1));
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] as number;
}
