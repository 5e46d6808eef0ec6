/**
 * The best few of many: places 0 to `count - 1`, best first.
 *
 * @param isBetter a total order: of two places exactly one is better.
 */
export function bestOf(count: number, few: number, isBetter: (one: number, other: number) => boolean): number[] {
  // A heap with the worst of the best on top: most are worse than that, and are passed over with one comparison.
  const heap: number[] = [];
  const sink = (from: number) => {
    let at = from;
    for (;;) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && isBetter(heap[worst] as number, heap[child] as number)) worst = child;
      }
      if (worst === at) return;
      [heap[at], heap[worst]] = [heap[worst] as number, heap[at] as number];
      at = worst;
    }
  };
  for (let place = 0; place < count && few > 0; place += 1) {
    if (heap.length < few) {
      heap.push(place);
      if (heap.length === few) for (let at = few >>> 1; at >= 0; at -= 1) sink(at);
    } else if (isBetter(place, heap[0] as number)) {
      heap[0] = place;
      sink(0);
    }
  }
  return heap.sort((one, other) => (isBetter(one, other) ? -1 : 1));
}
