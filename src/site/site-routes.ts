import type { Answer, Route, SurfaceSettings, Visit } from '../http/route.ts';
import { textPath } from '../published/addresses.ts';
import type { Published } from '../published/published.ts';
import { archivePageRoutes } from './archive-page/archive-page.route.ts';
import { movedTo } from './around/answers.ts';
import { directoryPageRoutes } from './directory-page/directory-page.route.ts';
import { frontDoorRoutes } from './front-door/front-door.route.ts';
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
    ...listPageRoutes(published, settings),
  ];
  return [
    ...assetRoutes,
    ...pages.map((route): Route => {
      return { ...route, answer: async (visit) => (await route.answer(visit)) ?? redirected(published, visit) };
    }),
    ...withSlash(pages).map((path): Route => {
      return { name: 'slash-too-many', path, answer: (visit) => redirected(published, visit) };
    }),
    { name: 'former-address', path: '/*', answer: (visit) => redirected(published, visit) },
  ];
}

/** The addresses of all pages with a slash too many: to the router they are others, with an empty last part. */
function withSlash(pages: readonly Route[]): string[] {
  return [...new Set(pages.map(({ path }) => `${path}/`))].filter((path) => path !== '//');
}

/** An address that this server or the site before it once served, or one with a slash too many. */
async function redirected(published: Published, { path }: Visit): Promise<Answer | null> {
  const known = await published.pathLeadsTo(path);
  if (known !== null) {
    const canonical = textPath(known.locale, known.reference, known.slug);
    return canonical === path ? null : movedTo(canonical);
  }
  const trimmed = path.replace(/\/+$/, '');
  // `//elsewhere.example` and `/\\elsewhere.example` would lead out of the site.
  return trimmed === path || trimmed === '' || /^\/[/\\]/.test(trimmed) ? null : movedTo(trimmed);
}
