import { numberIn } from '../../http/public-path.ts';
import { nowAt } from '../../http/redirect.ts';
import type { Answer, Route, SurfaceSettings, Visit } from '../../http/route.ts';
import { readHttpDate } from '../../platform/http-date.ts';
import type { Instant } from '../../platform/instant.ts';
import { timegatePath, timemapPath } from '../../published/addresses.ts';
import type { Published } from '../../published/published.ts';
import { type NamedPage, namedPage, pathOnSite } from '../named-page.ts';
import { retractedAnswer } from '../retracted-answer.ts';
import { pageStates } from './page-states.ts';
import { LINK_FORMAT, writeTimemap } from './write-timemap.ts';

/** The past of every list and every text, for programs that know Memento. @see https://www.rfc-editor.org/rfc/rfc7089 */
export function mementoRoutes(published: Published, { origin }: SurfaceSettings): Route[] {
  const named = (visit: Visit, prefix: string) => pageNamed(published, origin, visit.path.slice(prefix.length));
  return [
    {
      name: 'timegate',
      path: `${timegatePath('')}/*`,
      isForOtherSites: true,
      answer: async (visit) => answered(await named(visit, timegatePath('')), (page) => lead(published, page, visit)),
    },
    {
      name: 'timemap',
      path: `${timemapPath('')}/*`,
      isForOtherSites: true,
      answer: async (visit) =>
        answered(await named(visit, timemapPath('')), (page) => tell(published, page, { origin, visit })),
    },
  ];
}

type StandingPage = Exclude<NamedPage, { is: 'retracted' }>;

/** @param rest of the address, behind the prefix: a path or a whole address of this site. */
async function pageNamed(published: Published, origin: string, rest: string): Promise<NamedPage | null> {
  const path = pathOnSite(rest.replace(/^\/(?=https?:)/i, ''), origin);
  return path === null ? null : namedPage(published, path);
}

async function answered(
  page: NamedPage | null,
  answer: (page: StandingPage) => Promise<Answer | null>,
): Promise<Answer | null> {
  if (page === null) return null;
  return page.is === 'retracted' ? withHeaders(retractedAnswer(page.tombstone), {}) : answer(page);
}

/** To the state that stood when the asker says; to the newest where nothing is said. */
async function lead(published: Published, page: StandingPage, { acceptDatetime }: Visit): Promise<Answer | null> {
  const wanted = acceptDatetime === '' ? null : readHttpDate(acceptDatetime);
  if (wanted === null && acceptDatetime !== '') {
    return refused('Accept-Datetime is no date of HTTP. Write it as “Tue, 24 Nov 2026 12:00:00 GMT”.');
  }
  const memento = await pageStates(published, page).at(wanted === null ? null : endOfSecond(wanted));
  if (memento === null) return null;
  const timemap = `<${timemapPath(page.path)}>; rel="timemap"; type="${LINK_FORMAT}"`;
  const headers = { vary: 'accept-datetime', link: `<${page.path}>; rel="original", ${timemap}` };
  return withHeaders({ ...nowAt(memento.path), keep: false }, headers);
}

/** Names all states, as many to a part as fit. */
async function tell(
  published: Published,
  page: StandingPage,
  { origin, visit }: { origin: string; visit: Visit },
): Promise<Answer> {
  const asked = visit.query.get('after');
  const after = asked === null ? 0 : numberIn(asked);
  if (after === null) return refused('“after” is no number of this list. Follow the link to the next part.');
  const part = await pageStates(published, page).part(after);
  const body = writeTimemap(origin, page.path, after, part);
  return withHeaders({ status: 200, type: LINK_FORMAT, body, keep: false }, {});
}

/** A date of HTTP names a whole second, and a state that began within it is the one that is meant. */
function endOfSecond(at: Instant): Instant {
  return `${at.slice(0, 19)}.999Z` as Instant;
}

/** Scripts of any site may read it. */
const everySite = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'link, memento-datetime',
  'cross-origin-resource-policy': 'cross-origin',
};

function withHeaders(answer: Answer, headers: Readonly<Record<string, string>>): Answer {
  return { ...answer, headers: { ...answer.headers, ...everySite, ...headers } };
}

function refused(message: string): Answer {
  return withHeaders({ status: 400, type: 'text/plain; charset=utf-8', body: `${message}\n`, keep: false }, {});
}
