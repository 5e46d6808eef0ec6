import type { Answer, Route, SurfaceSettings, Visit } from '../http/route.ts';
import { listPath, pagePath } from '../published/addresses.ts';
import type { ListSubject } from '../published/list.ts';
import { readSubject } from '../published/named-subject.ts';
import type { Institution, Published } from '../published/published.ts';
import type { ListPage } from '../published/published-release.ts';
import { composeFeed } from './compose-feed.ts';
import type { FeedFormat } from './feed.ts';
import { feedFormats } from './formats/all.ts';
import { type ListRoute, listRoutes } from './list-address.ts';
import { newerPortion, olderPortion, portionOf } from './neighbours.ts';

/** Where the documents of a list lie: the one to subscribe to, its fixed pages, and portions of overfull ones. */
const places = ['', '/page/:number', '/page/:number/after/:after'] as const;

/** Every list in every language and format, with its whole archive. */
export function feedRoutes(published: Published, settings: SurfaceSettings): Route[] {
  return listRoutes.flatMap((list) =>
    places.flatMap((place) => feedFormats.map((format) => feedRoute({ published, settings, list, place, format }))),
  );
}

interface FeedRoute {
  readonly published: Published;
  readonly settings: SurfaceSettings;
  readonly list: ListRoute;
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
  const institution = await published.institution();
  const wanted = wantedFeed(institution, list, visit);
  if (wanted === null) return null;
  const { locale, subject, number, after } = wanted;

  const place = pagePath(listPath(locale, subject, institution), {
    year: null,
    number: number ?? null,
    ...(after === undefined ? {} : { after }),
  });
  const canonical = `${place}/feed.${format.extension}`;
  if (visit.path !== canonical) return movedTo(canonical);

  const page = await pageAt(published, subject, locale, number, after);
  if (page === null) return null;
  const newer = page.number === null ? null : await newerPortion(published, page, portionOf(page.number, after));
  const texts = await published.fullTexts(page.items);
  const feed = composeFeed({ origin, institution, page, after, older: olderPortion(page), newer, texts });
  return { status: 200, type: `${format.type}; charset=utf-8`, body: format.write(feed), keep: true };
}

/** Whoever follows a list under an older slug of its office, or another spelling, is led on as readers of its page are. */
function movedTo(path: string): Answer {
  return { status: 301, type: 'text/plain; charset=utf-8', body: '', headers: { location: path }, keep: true };
}

function wantedFeed(institution: Institution, { directory }: ListRoute, { params }: Visit) {
  const named = params.locale?.toLowerCase();
  const locale = institution.organisation.locales.find((one) => one.locale.toLowerCase() === named)?.locale;
  const subject: ListSubject | null =
    directory === null ? { kind: 'organisation' } : readSubject(directory, params.slug ?? '', institution);
  const number = numberIn(params.number);
  const after = numberIn(params.after);
  if (locale === undefined || subject === null || number === 'unreadable' || after === 'unreadable') return null;
  return { locale, subject, number, after };
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

/** A whole number from 1 as this server writes it: one address for one document. */
function numberIn(text: string | undefined): number | undefined | 'unreadable' {
  if (text === undefined) return undefined;
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : 'unreadable';
}
