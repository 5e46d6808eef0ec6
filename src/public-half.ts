import { apiProblemPages } from './api/api-problem-pages.ts';
import { apiRoutes } from './api/api-routes.ts';
import { keyReads } from './api/keys/key.query.ts';
import type { PublishedHandle } from './database/schema.ts';
import { feedRoutes } from './feeds/feed-routes.ts';
import { mapRoutes } from './feeds/maps/map-routes.ts';
import type { ProblemPages, Route } from './http/route.ts';
import { mediaRoutes } from './media/media.route.ts';
import type { Media } from './media/media.ts';
import type { Clock } from './platform/clock.ts';
import type { Published } from './published/published.ts';
import { wholeReleaseQueries } from './published/whole-release.query.ts';
import type { Search } from './search/search.ts';
import { withFormerAddresses } from './site/former-address.ts';
import { problemPages } from './site/problem-page/problem-pages.ts';
import { searchPageRoutes } from './site/search-page/search-page.route.ts';
import { siteRoutes } from './site/site-routes.ts';
import { syndicationRoutes } from './syndication/syndication-routes.ts';

export interface PublicHalfOrder {
  /** Refused every desk table and every write by the database itself. */
  readonly handle: PublishedHandle;
  readonly published: Published;
  readonly search: Search;
  readonly media: Media;
  readonly clock: Clock;
  readonly origin: string;
  /** Requests to the API in a minute without a key. */
  readonly apiRate: number;
  /** Whom harvesters may write to; null: the webmaster of the origin's host. */
  readonly adminEmail: string | null;
}

/** The wiring of all that readers and their programs reach: pages, search, feeds, maps, pictures, the API, what archives take. */
export function publicHalf(order: PublicHalfOrder): { routes: readonly Route[]; problems: ProblemPages } {
  const { handle, published, search, media, clock, origin, apiRate: anonymousRate, adminEmail } = order;
  const surface = { origin, clock };
  const api = {
    ...{ published, releases: wholeReleaseQueries(handle), keys: keyReads(handle) },
    ...{ search, clock, origin, anonymousRate },
  };
  const routes = [
    ...apiRoutes(api),
    ...searchPageRoutes(published, search, surface),
    ...siteRoutes(published, surface),
    ...withFormerAddresses(published, surface, [
      ...feedRoutes(published, surface),
      ...mapRoutes(published, surface),
      ...syndicationRoutes(published, { ...surface, adminEmail }),
      ...mediaRoutes(published, media),
    ]),
  ];
  return { routes, problems: problemsOf(problemPages(published, surface), apiProblemPages(origin)) };
}

/** Programs are told in their own form. */
function problemsOf(site: ProblemPages, api: ProblemPages): ProblemPages {
  return { problem: (order) => (/^\/api(?:\/|$)/.test(order.path) ? api : site).problem(order) };
}
