import type { Route, SurfaceSettings, Visit } from '../http/route.ts';
import type { ListSubject } from '../published/list.ts';
import type { Published } from '../published/published.ts';
import type { ListPage } from '../published/published-release.ts';
import { composeFeed } from './compose-feed.ts';
import type { Feed, FeedFormat } from './feed.ts';
import { feedFormats } from './formats/all.ts';
import { type ListRoute, listRoutes, subjectAt } from './list-address.ts';
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

function feedRoute({ published, settings, list, place, format }: FeedRoute): Route {
  return {
    name: `feed-${format.extension}`,
    path: `${list}${place}/feed.${format.extension}`,
    async answer(visit) {
      const feed = await feedAt(published, settings, list, visit);
      if (feed === null) return null;
      return { status: 200, type: `${format.type}; charset=utf-8`, body: format.write(feed), keep: true };
    },
  };
}

async function feedAt(
  published: Published,
  { origin }: SurfaceSettings,
  list: ListRoute,
  { params }: Visit,
): Promise<Feed | null> {
  const institution = await published.institution();
  const locale = institution.organisation.locales.find((one) => one.locale === params.locale)?.locale;
  const subject = subjectAt(list, params.slug ?? '', institution);
  const number = numberIn(params.number);
  const after = numberIn(params.after);
  if (locale === undefined || subject === null || number === 'unreadable' || after === 'unreadable') return null;

  const page = await pageAt(published, subject, locale, number, after);
  if (page === null) return null;
  const newer = page.number === null ? null : await newerPortion(published, page, portionOf(page.number, after));
  const texts = await published.fullTexts(page.items);
  return composeFeed({ origin, institution, page, after, older: olderPortion(page), newer, texts });
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
