import type { Route } from '../http/route.ts';
import type { Published } from '../published/published.ts';
import { citationRoutes } from './citations/citation-routes.ts';
import { embedRoutes } from './embed/embed-routes.ts';
import { mementoRoutes } from './memento/memento-routes.ts';
import type { OaiSettings } from './oai/oai.ts';
import { oaiRoutes } from './oai/oai-routes.ts';
import { oembedRoute } from './oembed-route.ts';
import { type KitSettings, pressKitRoutes } from './press-kit/press-kit-routes.ts';

/** What other archives and sites take from here. */
export function syndicationRoutes(published: Published, settings: OaiSettings & KitSettings): Route[] {
  return [
    ...citationRoutes(published, settings),
    ...pressKitRoutes(published, settings),
    ...oaiRoutes({ published, settings, atOnce: HARVESTED_AT_ONCE }),
    ...embedRoutes(published, settings),
    ...mementoRoutes(published, settings),
    oembedRoute(published, settings),
  ];
}

const HARVESTED_AT_ONCE = { ListRecords: 100, ListIdentifiers: 500 };
