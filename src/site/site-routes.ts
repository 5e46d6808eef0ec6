import type { Route, SurfaceSettings } from '../http/route.ts';
import type { Published } from '../published/published.ts';
import { archivePageRoutes } from './archive-page/archive-page.route.ts';
import { directoryPageRoutes } from './directory-page/directory-page.route.ts';
import { withFormerAddresses } from './former-address.ts';
import { frontDoorRoutes } from './front-door/front-door.route.ts';
import { listAsOfRoutes } from './list-page/list-as-of.route.ts';
import { listPageRoutes } from './list-page/list-page.route.ts';
import { releasePageRoutes } from './release-page/release-page.route.ts';
import { assetRoutes } from './style/assets.route.ts';

/**
 * Every page that readers see. In this order, for a matcher that takes the first that fits: an address with fixed
 * words stands before one where they could be a name. The last takes every address that nothing else wants.
 */
export function siteRoutes(published: Published, settings: SurfaceSettings): Route[] {
  const pages = [
    ...frontDoorRoutes(published),
    ...directoryPageRoutes(published, settings),
    ...archivePageRoutes(published, settings),
    ...releasePageRoutes(published, settings),
    ...listAsOfRoutes(published, settings),
    ...listPageRoutes(published, settings),
  ];
  const nothing = async () => null;
  return withFormerAddresses(published, settings, [
    ...assetRoutes,
    ...pages,
    ...withSlash(pages).map((path) => ({ name: 'slash-too-many', path, answer: nothing })),
    { name: 'former-address', path: '/*', answer: nothing },
  ]);
}

/** The addresses of all pages with a slash too many: to the router they are others, with an empty last part. */
function withSlash(pages: readonly Route[]): string[] {
  return [...new Set(pages.map(({ path }) => `${path}/`))].filter((path) => path !== '//');
}
