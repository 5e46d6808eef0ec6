import { isSpelled, movedTo } from '../../http/redirect.ts';
import type { Answer, Route, SurfaceSettings, Visit } from '../../http/route.ts';
import { listPath, pagePath } from '../../published/addresses.ts';
import { originalHeaders } from '../../published/memento.ts';
import { listBases, type NamedList, namedList } from '../../published/named-list.ts';
import type { Directory } from '../../published/named-subject.ts';
import type { Published } from '../../published/published.ts';
import type { ListPage } from '../../published/published-release.ts';
import { page } from '../around/answers.ts';
import { stationeryFor } from '../around/stationery.ts';
import { readParts } from '../around/wanted.ts';
import { ListPageView } from './list-page.view.tsx';

const spans = ['', '/:year', '/page/:number', '/page/:number/after/:after'];
const ofYear = ['/:year/page/:number', '/:year/page/:number/after/:after'];

/** The list of each subject, its fixed pages, its years and their pages. */
export function listPageRoutes(published: Published, settings: SurfaceSettings): Route[] {
  return listBases.flatMap(({ path, directory }) =>
    [...spans, ...ofYear].map((span): Route => {
      return {
        name: 'list-page',
        path: path + span,
        answer: (visit) => answerList({ published, settings, directory }, visit),
      };
    }),
  );
}

interface Asked {
  readonly published: Published;
  readonly settings: SurfaceSettings;
  readonly directory: Directory | null;
}

async function answerList({ published, settings, directory }: Asked, visit: Visit): Promise<Answer | null> {
  const parts = readParts(visit);
  if (parts === null) return null;
  const wanted = await namedList(published, directory, visit.params);
  if (wanted === null) return null;
  const { institution, locale, subject } = wanted;

  const canonical = pagePath(listPath(locale, subject, institution), parts);
  if (!isSpelled(visit.path, canonical)) return movedTo(canonical);

  const found = await readPage(published, wanted, parts);
  if (found === null) return null;
  const stationery = stationeryFor(institution, locale, settings.origin);
  const years = await published.years(subject, locale);
  const isWhole = parts.year === null && parts.number === null;
  const pinned = isWhole ? await published.pinned(subject, locale) : [];
  const answer = page(ListPageView({ page: found, after: parts.after, stationery, years, pinned }));
  return isWhole ? { ...answer, headers: originalHeaders(canonical) } : answer;
}

function readPage(
  published: Published,
  { subject, locale }: NamedList,
  { year, number, after }: { year: number | null; number: number | null; after?: number },
): Promise<ListPage | null> {
  if (year !== null) return published.yearPage(subject, locale, year, number, after);
  return number === null ? published.newestPage(subject, locale) : published.fixedPage(subject, locale, number, after);
}
