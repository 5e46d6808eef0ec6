import { numberIn } from '../http/public-path.ts';
import { movedTo } from '../http/redirect.ts';
import type { Answer, Route, SurfaceSettings, Visit } from '../http/route.ts';
import { listPath, pagePath } from '../published/addresses.ts';
import type { ListSubject } from '../published/list.ts';
import { type ListBase, listBases, namedList } from '../published/named-list.ts';
import type { Published } from '../published/published.ts';
import type { ListPage } from '../published/published-release.ts';
import { composeFeed } from './compose-feed.ts';
import type { FeedFormat } from './feed.ts';
import { feedFormats } from './formats/all.ts';
import { newerPortion, olderPortion, portionOf } from './neighbours.ts';

/** Where the documents of a list lie: the one to subscribe to, its fixed pages, and portions of overfull ones. */
const places = ['', '/page/:number', '/page/:number/after/:after'] as const;

/** Every list in every language and format, with its whole archive. */
export function feedRoutes(published: Published, settings: SurfaceSettings): Route[] {
  return listBases.flatMap((list) =>
    places.flatMap((place) => feedFormats.map((format) => feedRoute({ published, settings, list, place, format }))),
  );
}

interface FeedRoute {
  readonly published: Published;
  readonly settings: SurfaceSettings;
  readonly list: ListBase;
  readonly place: (typeof places)[number];
  readonly format: FeedFormat;
}

function feedRoute(order: FeedRoute): Route {
  const { list, place, format } = order;
  return {
    name: `feed-${format.extension}`,
    path: `${list.path}${place}/feed.${format.extension}`,
    answer: (visit) => answerFeed(order, visit),
  };
}

async function answerFeed(
  { published, settings: { origin }, list, format }: FeedRoute,
  visit: Visit,
): Promise<Answer | null> {
  const wanted = await wantedFeed(published, list, visit);
  if (wanted === null) return null;
  const { institution, locale, subject, number, after } = wanted;

  const place = pagePath(listPath(locale, subject, institution), {
    year: null,
    number: number ?? null,
    ...(after === undefined ? {} : { after }),
  });
  const canonical = `${place}/feed.${format.extension}`;
  // Whoever follows a list under an older slug of its office is led on as readers of its page are.
  if (visit.path !== canonical) return movedTo(canonical);

  const page = await pageAt(published, subject, locale, number, after);
  if (page === null) return null;
  const newer = page.number === null ? null : await newerPortion(published, page, portionOf(page.number, after));
  const texts = await published.fullTexts(page.items);
  const feed = composeFeed({ origin, institution, page, after, older: olderPortion(page), newer, texts });
  return { status: 200, type: `${format.type}; charset=utf-8`, body: format.write(feed), keep: true };
}

async function wantedFeed(published: Published, { directory }: ListBase, { params }: Visit) {
  const named = await namedList(published, directory, params);
  const number = numberOf(params.number);
  const after = numberOf(params.after);
  return named === null || number === null || after === null ? null : { ...named, number, after };
}

function pageAt(
  published: Published,
  subject: ListSubject,
  locale: string,
  number: number | undefined,
  after: number | undefined,
): Promise<ListPage | null> {
  return number === undefined
    ? published.newestPage(subject, locale)
    : published.fixedPage(subject, locale, number, after);
}

/** Undefined where the address has none, null where it is none. */
function numberOf(text: string | undefined): number | undefined | null {
  return text === undefined ? undefined : numberIn(text);
}
