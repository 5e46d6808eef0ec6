import type { PublishedText } from '../published/published-release.ts';
import { referenceSlug } from '../published/reference.ts';

/** Names a text, or an edition of it, among the files of others: `co-beijing-2017-3-en`. ASCII, and safe on every system. */
export function fileKey({ reference, locale, edition }: PublishedText, isOfEdition: boolean): string {
  return `${referenceSlug(reference)}-${locale.toLowerCase()}${isOfEdition ? `-edition-${edition}` : ''}`;
}
