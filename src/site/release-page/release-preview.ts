import { siteLocale } from '../../published/named-locale.ts';
import type { Institution } from '../../published/published.ts';
import type { PublishedText } from '../../published/published-release.ts';
import { pageOf } from '../around/answers.ts';
import { bestLanguage } from '../around/best-language.ts';
import { stationeryFor } from '../around/stationery.ts';
import { ReleasePageView } from './release-page.view.tsx';
import { ReviewEndedView } from './review-ended.view.tsx';
import type { ReviewShown, ReviewTyped } from './review-form.view.tsx';

/**
 * The page of a text exactly as readers will see it, for whoever may read the text already.
 *
 * @param review what stands above it for a reader who is asked to review it.
 */
export function releasePreview(
  text: PublishedText,
  institution: Institution,
  origin: string,
  review: ReviewShown | null = null,
): string {
  const locale = siteLocale(text.locale, institution) ?? institution.organisation.defaultLocale;
  return pageOf(ReleasePageView({ text, stationery: stationeryFor(institution, locale, origin), review }));
}

/**
 * @param typed what somebody sent by it; null: they only opened it.
 * @param wanted the language of the page on which it was typed, or Accept-Language.
 */
export function linkEnded(
  typed: Pick<ReviewTyped, 'name' | 'words'> | null,
  institution: Institution,
  origin: string,
  wanted: string,
): string {
  const { locales, defaultLocale } = institution.organisation;
  const offered = locales.map(({ locale }) => locale);
  const locale = bestLanguage(wanted, offered, defaultLocale);
  return pageOf(ReviewEndedView({ typed, stationery: stationeryFor(institution, locale, origin) }));
}
