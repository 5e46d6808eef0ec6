import { isPlainSlug } from './checked-office.ts';
import type { InstitutionRefusal } from './institution-refusal.ts';
import type { Topic } from './office.ts';
import { whyNoTexts } from './why-no-texts.ts';

/** In UTF-16 units. */
const LONGEST_CODE = 60;

/** Everything that is wrong with a topic in itself. @param isNew one that came with an archive may have any code. */
export function whyNoTopic({ code, slug, names }: Topic, isNew: boolean): InstitutionRefusal[] {
  const refusals: InstitutionRefusal[] = [];
  if (isNew && (!isPlainSlug(code) || code.length > LONGEST_CODE)) refusals.push({ reason: 'code-malformed', code });
  if (!isPlainSlug(slug)) refusals.push({ reason: 'slug-malformed', slug });
  return [...refusals, ...whyNoTexts({ names })];
}
