import type { SpanColumns } from './span-texts.ts';

/** Texts from one sequence up to another: whole spans, and, where it is the newest part, what no span holds yet. */
export interface ArchivePart {
  readonly first: number;
  readonly last: number;
  /** None of its texts was published later. In milliseconds since 1970. */
  readonly newestAt: number;
}

/** A span that is searched, by its first sequence. */
export interface ReadSpan {
  readonly first: number;
  readonly texts: number;
  /** As of its part. */
  readonly newestAt: number;
}

/** About as many as a span of a large archive has: smaller parts would cost a statement each, for little to read. */
export const TEXTS_A_PART = 20_000;

/**
 * The archive in parts, the newest public acts first. Each has about as many texts as those before it together: whoever finds enough
 * in the first reads no other, and whoever reads to the end reads few.
 *
 * @param spans ascending. @param last sequence of the newest text. @param least texts of a part, but for the oldest.
 */
export function partsOf(spans: readonly ReadSpan[], last: number, least: number): readonly ArchivePart[] {
  const parts: ArchivePart[] = [];
  let before = 0;
  let own = { texts: 0, last, newestAt: Number.NEGATIVE_INFINITY };
  for (const { first, texts, newestAt } of spans.toReversed()) {
    own = { ...own, texts: own.texts + texts, newestAt: Math.max(own.newestAt, newestAt) };
    if (own.texts < Math.max(least, before) && first !== spans[0]?.first) continue;
    parts.push({ first, last: own.last, newestAt: own.newestAt });
    before += own.texts;
    own = { texts: 0, last: first - 1, newestAt: Number.NEGATIVE_INFINITY };
  }
  return parts.length > 0 ? parts : [{ first: 1, last, newestAt: Number.POSITIVE_INFINITY }];
}

/** When the newest text of a span was published. */
export function newestOf({ publishedAt }: Pick<SpanColumns, 'publishedAt'>): number {
  return publishedAt.reduce((newest, one) => Math.max(newest, one), Number.NEGATIVE_INFINITY);
}
