import { movedTo } from '../http/redirect.ts';
import type { Answer, Route, SurfaceSettings, Visit } from '../http/route.ts';
import { textPath } from '../published/addresses.ts';
import type { LedTo, Published } from '../published/published.ts';
import { closestAddress } from './around/wanted.ts';
import { problemPages } from './problem-page/problem-pages.ts';

/**
 * Routes that also know the addresses of the site before this one. An old address whose query counts (`/?p=7`) is asked for
 * before the page that has the same path; any other only where there is no page.
 */
export function withFormerAddresses(
  published: Published,
  settings: SurfaceSettings,
  routes: readonly Route[],
): Route[] {
  const former = formerAddresses(published, settings);
  return routes.map((route) => ({
    ...route,
    answer: async (visit) =>
      (await former.byQuery(visit)) ?? (await route.answer(visit)) ?? (await former.otherwise(visit)),
  }));
}

function formerAddresses(published: Published, settings: SurfaceSettings) {
  const problems = problemPages(published, settings);

  const answerOf = async (led: LedTo | null, visit: Visit): Promise<Answer | null> => {
    if (led === null) return null;
    if (led.to === 'gone') {
      const page = await problems.problem({ status: 410, ...visit });
      return { status: 410, ...page, headers: { 'cache-control': 'no-store', vary: 'accept-language' }, keep: false };
    }
    const canonical = led.to === 'page' ? led.path : textPath(led.locale, led.reference, led.slug);
    return canonical === visit.path ? null : movedTo(canonical);
  };

  return {
    async byQuery(visit: Visit): Promise<Answer | null> {
      if (visit.query.size === 0) return null;
      return answerOf(await published.legacyAddressLeadsTo(visit.path, visit.query), visit);
    },

    /**
     * An address that this server or the site before it once served, one with a slash too many, or one whose language the site
     * calls otherwise.
     */
    async otherwise(visit: Visit): Promise<Answer | null> {
      const { path, query } = visit;
      const known = await published.pathLeadsTo(path);
      if (known !== null) return answerOf({ to: 'text', ...known }, visit);
      const led = await published.legacyAddressLeadsTo(path, null);
      const described = led ?? (await published.legacyPatternLeadsTo(path, query));
      const answer = await answerOf(described, visit);
      if (answer !== null) return answer;
      const trimmed = path.replace(/\/+$/, '');
      // `//elsewhere.example` and `/\\elsewhere.example` would lead out of the site.
      if (trimmed === '' || /^\/[/\\]/.test(trimmed)) return null;
      const closest = closestAddress(trimmed, await published.institution()) ?? trimmed;
      return closest === path ? null : movedTo(closest);
    },
  };
}
