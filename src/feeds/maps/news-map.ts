import { type Instant, instantOf } from '../../platform/instant.ts';
import { firstOf, type Locale } from '../../platform/locales.ts';
import { element, type XmlElement, xmlDocument } from '../../platform/xml.ts';
import { textPath } from '../../published/addresses.ts';
import type { Institution } from '../../published/published.ts';
import type { ListItem } from '../../published/published-release.ts';
import { SITEMAP } from './url-set.ts';

/** How long a release is news to those who read news maps. */
const NEWS_MILLISECONDS = 2 * 24 * 60 * 60 * 1000;

export function beginOfNews(now: Instant): Instant {
  return instantOf(new Date(Date.parse(now) - NEWS_MILLISECONDS).toISOString());
}

/**
 * The texts of two days in one language.
 *
 * @see https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
 */
export function newsMap(
  items: readonly ListItem[],
  { organisation }: Institution,
  { origin, locale }: { origin: string; locale: Locale },
): string {
  const name = firstOf(organisation.names, [locale, organisation.defaultLocale])?.text ?? '';
  const urls = items.flatMap((item): XmlElement[] => {
    if (item.text === null || item.standing !== 'published') return [];
    const news = element(
      'news:news',
      {},
      element(
        'news:publication',
        {},
        element('news:name', {}, name),
        element('news:language', {}, newsLanguage(locale)),
      ),
      element('news:publication_date', {}, item.published.precision === 'day' ? item.published.day : item.published.at),
      element('news:title', {}, item.text.headline),
    );
    return [element('url', {}, element('loc', {}, origin + textPath(item.locale, item.reference, item.slug)), news)];
  });
  return xmlDocument(element('urlset', {}, urls), SITEMAP);
}

/** ISO 639, except that Chinese is told apart by places that stand for its scripts. */
function newsLanguage(locale: Locale): string {
  const { language, script } = new Intl.Locale(locale).maximize();
  if (language === 'zh') return script === 'Hant' ? 'zh-tw' : 'zh-cn';
  return language;
}
