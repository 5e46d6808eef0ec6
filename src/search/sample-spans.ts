/** Spans that stand for all of them, by their first sequence, and how many texts all have for each of theirs. */
export interface SpanSample {
  readonly spans: readonly number[];
  readonly times: number;
}

/** More would tell rarities little better, and each costs a look-up of every term. */
const THIRDS = 3;

/** The span in the middle of each third of the texts: words come and go with the years. @param spans ascending. */
export function sampleSpans(spans: readonly { readonly first: number; readonly texts: number }[]): SpanSample {
  const all = spans.reduce((sum, { texts }) => sum + texts, 0);
  const sampled = new Map<number, number>();
  let before = 0;
  for (const { first, texts } of spans) {
    for (let third = 0; third < THIRDS; third += 1) {
      const middle = (all * (2 * third + 1)) / (2 * THIRDS);
      if (middle >= before && middle < before + texts) sampled.set(first, texts);
    }
    before += texts;
  }
  const read = [...sampled.values()].reduce((sum, texts) => sum + texts, 0);
  return { spans: [...sampled.keys()], times: read === 0 ? 0 : all / read };
}
