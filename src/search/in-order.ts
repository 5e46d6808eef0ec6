/**
 * The places of texts in nearly the order of the table, which puts what it is given into its own. Asked again, only those are
 * sorted that were not there before.
 */
export function inOrder(texts: readonly string[]): () => readonly number[] {
  let order: number[] = [];
  const byText = (one: number, other: number) => ((texts[one] as string) < (texts[other] as string) ? -1 : 1);
  return () => {
    if (order.length === texts.length) return order;
    const fresh = Array.from({ length: texts.length - order.length }, (_, place) => order.length + place).sort(byText);
    const merged: number[] = [];
    let at = 0;
    for (const one of fresh) {
      while (at < order.length && byText(order[at] as number, one) < 0) merged.push(order[at++] as number);
      merged.push(one);
    }
    order = [...merged, ...order.slice(at)];
    return order;
  };
}
