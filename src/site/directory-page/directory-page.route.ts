import { isSpelled, movedTo } from '../../http/redirect.ts';
import type { Route, SurfaceSettings } from '../../http/route.ts';
import { siteLocale } from '../../published/named-locale.ts';
import type { Published } from '../../published/published.ts';
import { page } from '../around/answers.ts';
import { stationeryFor } from '../around/stationery.ts';
import { directories, directoryPath } from '../site-addresses.ts';
import { DirectoryPageView } from './directory-page.view.tsx';

/** Where all offices, countries, topics and types are named. */
export function directoryPageRoutes(published: Published, { origin }: SurfaceSettings): Route[] {
  return directories.map((directory): Route => {
    return {
      name: 'directory-page',
      path: `/:locale/${directory}`,
      answer: async (visit) => {
        const institution = await published.institution();
        const locale = siteLocale(visit.params['locale'], institution);
        if (locale === null) return null;
        const canonical = directoryPath(locale, directory);
        if (!isSpelled(visit.path, canonical)) return movedTo(canonical);
        return page(DirectoryPageView({ directory, stationery: stationeryFor(institution, locale, origin) }));
      },
    };
  });
}
