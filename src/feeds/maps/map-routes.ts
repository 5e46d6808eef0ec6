import type { Answer, Route, SurfaceSettings } from '../../http/route.ts';
import type { Locale } from '../../platform/locales.ts';
import { element, xmlDocument } from '../../platform/xml.ts';
import type { Published } from '../../published/published.ts';
import { listLines, releaseLines, spanOf } from './map-lines.ts';
import { beginOfNews, newsMap } from './news-map.ts';
import { robotsText } from './robots.ts';
import { SITEMAP, urlSet } from './url-set.ts';

/** What search engines ask for: the map of all pages, the map of the news, and what they may read. */
export function mapRoutes(published: Published, settings: SurfaceSettings): Route[] {
  const { origin, clock } = settings;
  const inLocales = async () => (await published.institution()).organisation.locales.map(({ locale }) => locale);

  return [
    {
      name: 'map',
      path: '/sitemap.xml',
      answer: async () => kept(await wholeMap(published, origin)),
    },
    {
      name: 'map-of-lists',
      path: '/sitemaps/lists.xml',
      async answer() {
        const institution = await published.institution();
        return kept(urlSet(listLines(institution, origin), institution.organisation.defaultLocale));
      },
    },
    {
      name: 'map-part',
      path: '/sitemaps/:number.xml',
      async answer({ params }) {
        const part = await mapPart(published, origin, params.number ?? '');
        return part === null ? null : kept(part);
      },
    },
    {
      name: 'news-map',
      path: '/sitemaps/news/:locale.xml',
      async answer({ params }) {
        const locale = (await inLocales()).find((one) => one === params.locale);
        if (locale === undefined) return null;
        const items = await published.since(locale, beginOfNews(clock.now()));
        // What is news changes with the clock, not only with what is published.
        return { ...kept(newsMap(items, await published.institution(), { origin, locale })), keep: false };
      },
    },
    {
      name: 'robots',
      path: '/robots.txt',
      async answer() {
        const maps = [MAP, ...(await inLocales()).map(newsMapPath)].map((path) => origin + path);
        return { status: 200, type: 'text/plain; charset=utf-8', body: robotsText(maps), keep: true };
      },
    },
  ];
}

const MAP = '/sitemap.xml';

function newsMapPath(locale: Locale): string {
  return `/sitemaps/news/${locale}.xml`;
}

/** One file while everything fits in it, then an index of the lists and the parts. */
async function wholeMap(published: Published, origin: string): Promise<string> {
  const institution = await published.institution();
  const parts = await published.mapParts(spanOf(institution));
  if (parts.length <= 1) {
    const releases = await releaseLines(published, institution, { origin, after: 0 });
    return urlSet([...listLines(institution, origin), ...releases], institution.organisation.defaultLocale);
  }
  const names = ['lists', ...parts.map((_, index) => String(index + 1))];
  const maps = names.map((name) => element('sitemap', {}, element('loc', {}, `${origin}/sitemaps/${name}.xml`)));
  return xmlDocument(element('sitemapindex', {}, maps), SITEMAP);
}

/** @returns null when the map has no such part. */
async function mapPart(published: Published, origin: string, number: string): Promise<string | null> {
  if (!/^[1-9]\d{0,8}$/.test(number)) return null;
  const institution = await published.institution();
  const after = (await published.mapParts(spanOf(institution)))[Number(number) - 1];
  if (after === undefined) return null;
  const lines = await releaseLines(published, institution, { origin, after });
  return urlSet(lines, institution.organisation.defaultLocale);
}

function kept(body: string): Answer {
  return { status: 200, type: 'application/xml; charset=utf-8', body, keep: true };
}
