import { isSpelled, movedTo } from '../../http/redirect.ts';
import type { Route, SurfaceSettings } from '../../http/route.ts';
import { listPath } from '../../published/addresses.ts';
import { listBases, namedList } from '../../published/named-list.ts';
import type { Published } from '../../published/published.ts';
import { page } from '../around/answers.ts';
import { stationeryFor } from '../around/stationery.ts';
import { archivePath } from '../site-addresses.ts';
import { ArchivePageView } from './archive-page.view.tsx';

/** How many releases each list has per year and month. */
export function archivePageRoutes(published: Published, { origin }: SurfaceSettings): Route[] {
  return listBases.map(({ path, directory }): Route => {
    return {
      name: 'archive-page',
      path: archivePath(path),
      answer: async (visit) => {
        const wanted = await namedList(published, directory, visit.params);
        if (wanted === null) return null;
        const { institution, locale, subject } = wanted;
        const canonical = archivePath(listPath(locale, subject, institution));
        if (!isSpelled(visit.path, canonical)) return movedTo(canonical);
        const months = await published.months(subject, locale);
        return page(ArchivePageView({ subject, months, stationery: stationeryFor(institution, locale, origin) }));
      },
    };
  });
}
