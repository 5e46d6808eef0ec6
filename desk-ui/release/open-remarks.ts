import type { DraftOpened } from '../../src/desk/contract.ts';
import type { Words } from '../words/words.tsx';

/**
 * What people outside remarked and nobody has settled, for whoever is about to act on the text.
 *
 * @param isPublic does the act take the texts of its bundle along?
 * @returns undefined where there is nothing to say.
 */
export function openRemarksWarning(
  { openRemarks }: DraftOpened,
  { say }: Words,
  { isPublic }: { readonly isPublic: boolean },
): string | undefined {
  const told = openRemarks.filter(({ of }) => isPublic || of === null);
  if (told.length === 0) return undefined;
  const quoted = told.map(({ name, excerpt, of }) => {
    const words = say('remarkQuoted', { name, excerpt });
    return of === null ? words : say('labelled', { label: of.headline || say('untitled'), words });
  });
  return [say('remarksWarn', { count: told.length }), ...quoted].join('\n');
}
