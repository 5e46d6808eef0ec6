import type { Draft } from './draft.ts';

/** Has the text that this one translates been saved, or begun a new edition, since the translation caught up with it? */
export function isStale(
  { source }: Pick<Draft, 'source'>,
  sourceDraft: Pick<Draft, 'edition' | 'revision'> | null,
): boolean {
  if (source === null || sourceDraft === null) return false;
  const { edition, revision } = sourceDraft;
  return edition > source.edition || (edition === source.edition && revision > source.revision);
}
