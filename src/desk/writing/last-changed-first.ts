/** What a line of the desk's lists has its place by. */
export interface Placed {
  readonly changedAt: string;
  readonly release: string;
  readonly locale: string;
}

/** In one order, each once. */
export function lastChangedFirst<Line extends Placed>(lines: readonly Line[], limit: number): Line[] {
  const byCursor = new Map(lines.map((line) => [cursorOf(line), line]));
  const inOrder = [...byCursor].toSorted(([one], [other]) => (one < other ? 1 : -1));
  return inOrder.map(([, line]) => line).slice(0, limit);
}

export function cursorOf({ changedAt, release, locale }: Placed): string {
  return `${changedAt} ${release} ${locale}`;
}
