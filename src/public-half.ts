import { apiProblemPages } from './api/api-problem-pages.ts';
import { apiRoutes } from './api/api-routes.ts';
import { type BulkFiles, openBulk } from './api/bulk/open-bulk.ts';
import { keyReads } from './api/keys/key.query.ts';
import type { PublishedHalf } from './database/engine.ts';
import { feedRoutes } from './feeds/feed-routes.ts';
import { mapRoutes } from './feeds/maps/map-routes.ts';
import type { Keeping } from './http/known-changes.ts';
import type { ProblemPages, Route } from './http/route.ts';
import { mediaRoutes } from './media/media.route.ts';
import type { Media } from './media/media.ts';
import type { Clock } from './platform/clock.ts';
import type { Logger } from './platform/log.ts';
import { notedReads, unnamedReads } from './published/noted-reads.ts';
import { publishedQueries } from './published/published.query.ts';
import type { Published } from './published/published.ts';
import { openReadNotes } from './published/read-notes.ts';
import { wholeReleaseQueries } from './published/whole-release.query.ts';
import type { Search } from './search/search.ts';
import { withFormerAddresses } from './site/former-address.ts';
import { problemPages } from './site/problem-page/problem-pages.ts';
import { searchPageRoutes } from './site/search-page/search-page.route.ts';
import { siteRoutes } from './site/site-routes.ts';
import { syndicationRoutes } from './syndication/syndication-routes.ts';

export interface PublicHalfOrder {
  /** Refused every desk table and every write by the database itself. */
  readonly half: PublishedHalf;
  readonly search: Search;
  readonly media: Media;
  /** Is an original known to be no longer what it was? */
  readonly isUnsound: (hash: string) => Promise<boolean>;
  readonly clock: Clock;
  readonly origin: string;
  /** Requests to the API in a minute without a key. */
  readonly apiRate: number;
  /** Whom harvesters may write to; null: the webmaster of the origin's host. */
  readonly adminEmail: string | null;
  /** Path of the folder of the bulk files. */
  readonly bulkFolder: string;
  readonly newId: () => string;
  readonly log: Logger;
}

export interface PublicHalf {
  readonly published: Published;
  readonly routes: readonly Route[];
  readonly problems: ProblemPages;
  readonly version: () => number | Promise<number>;
  readonly keeping: Keeping;
  readonly bulk: BulkFiles;
}

/**
 * The wiring of all that readers and their programs reach: pages, search, feeds, maps, pictures, the API, what
 * archives take. Each door to what is public is noted, so that what is kept of it goes in time.
 */
export function publicHalf(order: PublicHalfOrder): PublicHalf {
  const { half, media, clock, origin, apiRate: anonymousRate, adminEmail, bulkFolder: path, newId, log } = order;
  const { note, noting } = openReadNotes();
  const published = notedReads(publishedQueries(half.published, half.publicVersion), note);
  const search = unnamedReads(order.search, note);
  const whole = wholeReleaseQueries(half.published);
  const releases = unnamedReads(whole, note);
  const surface = { origin, clock };
  const originals = {
    read: media.read,
    bytesKept: async (hash: string) => ((await order.isUnsound(hash)) ? null : media.bytesKept(hash)),
  };
  // Files are no answers: nobody keeps them in a cache.
  const bulk = openBulk({ releases: whole, path, origin, clock, newId, log });
  const api = {
    ...{ published, releases, search, keys: keyReads(half.published), bulk: bulk.folder },
    ...{ clock, origin, anonymousRate },
  };
  const routes = [
    ...apiRoutes(api),
    ...searchPageRoutes(published, search, surface),
    ...siteRoutes(published, surface),
    ...withFormerAddresses(published, surface, [
      ...feedRoutes(published, surface),
      ...mapRoutes(published, surface),
      ...syndicationRoutes(published, { ...surface, adminEmail, originals }),
      ...mediaRoutes(published, media),
    ]),
  ];
  return {
    bulk,
    ...{ published, routes },
    problems: problemsOf(problemPages(published, surface), apiProblemPages(origin)),
    version: half.publicVersion,
    keeping: { changesAfter: half.publicChanges, noting },
  };
}

/** Programs are told in their own form. */
function problemsOf(site: ProblemPages, api: ProblemPages): ProblemPages {
  return { problem: (order) => (/^\/api(?:\/|$)/.test(order.path) ? api : site).problem(order) };
}
