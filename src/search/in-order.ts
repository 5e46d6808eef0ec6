import type { NumberedWords } from './numbered-words.ts';

/**
 * The numbers of words in nearly the order of the table, which puts what it is given into its own. Asked again, only those are
 * sorted that were not there before.
 */
export function inOrder({ size, compare }: Pick<NumberedWords, 'size' | 'compare'>): () => Uint32Array {
  let order = new Uint32Array(0);
  return () => {
    if (order.length === size()) return order;
    const fresh = Uint32Array.from({ length: size() - order.length }, (_, place) => order.length + place).sort(compare);
    const merged = new Uint32Array(size());
    let [at, count] = [0, 0];
    for (const one of fresh) {
      while (at < order.length && compare(order[at] as number, one) < 0) merged[count++] = order[at++] as number;
      merged[count++] = one;
    }
    merged.set(order.subarray(at), count);
    order = merged;
    return order;
  };
}
