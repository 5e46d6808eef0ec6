import type { Draft } from './draft.ts';

/**
 * Has the text that this one translates been saved, or begun a new edition, since the translation caught up with it?
 *
 * @param sourceNow as it stands without what was discarded of it; null where nothing of it is left.
 */
export function isStale(
  source: Pick<NonNullable<Draft['source']>, 'edition' | 'revision'> | null,
  sourceNow: Pick<Draft, 'edition' | 'revision'> | null,
): boolean {
  if (source === null || sourceNow === null) return false;
  const { edition, revision } = sourceNow;
  return edition > source.edition || (edition === source.edition && revision > source.revision);
}
