import type { Draft } from './draft.ts';

/**
 * Has the text that this one translates been saved, or begun a new edition, since the translation caught up with it? What of it
 * was discarded counts for nothing: beside a discarded correction only the editions are compared.
 */
export function isStale(
  { source }: Pick<Draft, 'source'>,
  sourceDraft: (Pick<Draft, 'edition' | 'revision'> & { readonly isDiscarded: boolean }) | null,
): boolean {
  if (source === null || sourceDraft === null) return false;
  const { edition, revision, isDiscarded } = sourceDraft;
  if (isDiscarded) return edition - 1 > source.edition;
  return edition > source.edition || (edition === source.edition && revision > source.revision);
}
