import { siteLocale } from '../../published/named-locale.ts';
import type { Institution } from '../../published/published.ts';
import type { PublishedText } from '../../published/published-release.ts';
import { pageOf } from '../around/answers.ts';
import { stationeryFor } from '../around/stationery.ts';
import { ReleasePageView } from './release-page.view.tsx';

/** The page of a text exactly as readers will see it, for whoever may read the text already. */
export function releasePreview(text: PublishedText, institution: Institution, origin: string): string {
  const locale = siteLocale(text.locale, institution) ?? institution.organisation.defaultLocale;
  return pageOf(ReleasePageView({ text, stationery: stationeryFor(institution, locale, origin) }));
}
