import type { CivilDay } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';
import type { PublishedText } from './published-release.ts';

interface Issued {
  readonly locale: Locale;
  readonly day: string;
  readonly sequence: number;
}

/**
 * In which language and on which day a release was first issued, where that was another day than that of a text of it.
 *
 * @param sequence of the release. @param versions its own among them.
 */
export function firstPublished(
  sequence: number,
  versions: readonly Issued[],
  day: string,
): PublishedText['firstPublished'] {
  const first = versions.find((version) => version.sequence === sequence);
  return first === undefined || first.day === day ? null : { day: first.day as CivilDay, locale: first.locale };
}
