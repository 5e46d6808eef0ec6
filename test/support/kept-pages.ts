import type { Engine } from '../../src/database/engine.ts';
import { feedRoutes } from '../../src/feeds/feed-routes.ts';
import { mapRoutes } from '../../src/feeds/maps/map-routes.ts';
import { type NewsroomServer, openServer } from '../../src/http/open-server.ts';
import type { Clock } from '../../src/platform/clock.ts';
import { editionPath, listPath, textPath } from '../../src/published/addresses.ts';
import type { ListSubject } from '../../src/published/list.ts';
import { notedReads } from '../../src/published/noted-reads.ts';
import { publishedQueries } from '../../src/published/published.query.ts';
import { openReadNotes } from '../../src/published/read-notes.ts';
import { problemPages } from '../../src/site/problem-page/problem-pages.ts';
import { siteRoutes } from '../../src/site/site-routes.ts';

const origin = 'https://newsroom.example';

/** A server over an engine that keeps its pages, or none of them. `renderings`: the paths that it had to render. */
export async function openReaders(
  engine: Engine,
  clock: Clock,
  cacheBytes: number,
): Promise<{ readonly renderings: string[]; text(url: string): Promise<string>; close(): Promise<void> }> {
  const renderings: string[] = [];
  const { note, noting } = openReadNotes();
  const published = notedReads(publishedQueries(engine.published, engine.publicVersion), note);
  const settings = { origin, clock };
  const routes = [
    ...feedRoutes(published, settings),
    ...mapRoutes(published, settings),
    ...siteRoutes(published, settings),
  ];
  const server: NewsroomServer = await openServer({
    routes: routes.map((route) => ({
      ...route,
      answer: (visit) => {
        renderings.push(visit.path);
        return route.answer(visit);
      },
    })),
    problems: problemPages(published, settings),
    version: engine.publicVersion,
    keeping: { changesAfter: engine.publicChanges, noting },
    ...{ origin, cacheBytes, pageFiles: null, newRequestId: () => 'request-1' },
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  return {
    renderings,
    async text(url) {
      const { status, headers, body } = await server.visit({ method: 'GET', url, headers: {} });
      return `${status} ${headers['location'] ?? ''}\n${body}`;
    },
    close: () => server.close(),
  };
}

interface Asked {
  readonly subjects: readonly ListSubject[];
  readonly locales: readonly string[];
  readonly years: readonly number[];
}

/** More than a list of these tests gets, so that one which opens is asked for before and after. */
const MOST_PAGES = 7;

/** Every kind of address that a small newsroom has: lists with their pages, years and feeds, directories, texts, maps. */
export async function everyAddress(engine: Engine, { subjects, locales, years }: Asked): Promise<string[]> {
  const institution = await publishedQueries(engine.published, engine.publicVersion).institution();
  const pages = Array.from({ length: MOST_PAGES }, (_, index) => `/page/${index + 1}`);
  const parts = [
    ...['', '/archive', '/feed.atom', '/feed.json', ...pages, ...pages.map((page) => `${page}/feed.json`)],
    ...years.flatMap((year) => [`/${year}`, ...pages.map((page) => `/${year}${page}`)]),
  ];
  const lists = subjects.flatMap((subject) =>
    locales.flatMap((locale) => parts.map((part) => listPath(locale, subject, institution) + part)),
  );
  const directories = locales.flatMap((locale) => ['offices', 'countries', 'topics'].map((one) => `/${locale}/${one}`));
  return [
    ...lists,
    ...directories,
    ...(await textAddresses(engine)),
    ...['/sitemap.xml', '/sitemaps/lists.xml', '/sitemaps/1.xml', '/robots.txt'],
  ];
}

const TEXTS_ASKED = 30;

/** Of the texts that changed last, and of their editions. */
async function textAddresses({ newsroom }: Engine): Promise<string[]> {
  const rows = await newsroom
    .selectFrom('language_version')
    .innerJoin('release', 'release.id', 'language_version.release')
    .select(['office', 'reference_year', 'reference_number', 'locale', 'slug', 'edition'])
    .orderBy('language_version.changed_at', 'desc')
    .limit(TEXTS_ASKED)
    .execute();
  return rows.flatMap(({ office, reference_year: year, reference_number: number, locale, slug, edition }) => {
    const reference = { office, year, number };
    const earlier = Array.from({ length: edition - 1 }, (_, index) => index + 1);
    return [textPath(locale, reference, slug), ...earlier.map((one) => editionPath(locale, reference, slug, one))];
  });
}
