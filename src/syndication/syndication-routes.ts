import type { Route, SurfaceSettings } from '../http/route.ts';
import type { Published } from '../published/published.ts';
import { citationRoutes } from './citations/citation-routes.ts';

/** What other archives and sites take from here. */
export function syndicationRoutes(published: Published, settings: SurfaceSettings): Route[] {
  return citationRoutes(published, settings);
}
