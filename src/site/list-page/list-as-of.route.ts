import { numberIn } from '../../http/public-path.ts';
import { isSpelled, movedTo } from '../../http/redirect.ts';
import type { Answer, Route, SurfaceSettings, Visit } from '../../http/route.ts';
import { asOfPath, listPath } from '../../published/addresses.ts';
import { mementoHeaders } from '../../published/memento.ts';
import { listBases, type NamedList, namedList } from '../../published/named-list.ts';
import type { Directory } from '../../published/named-subject.ts';
import type { Published } from '../../published/published.ts';
import { earlierPage } from '../around/answers.ts';
import { stationeryFor } from '../around/stationery.ts';
import { yearIn } from '../around/wanted.ts';
import { listPastPath } from '../site-addresses.ts';
import { ListPageView } from './list-page.view.tsx';
import { answerMoment } from './list-past.ts';

/**
 * What each list showed after any public act; and, by an instant, a day, a month or a year, the way to what it showed then. A
 * number alone is that of an act: a year has its own form, `?day=2019`.
 */
export function listAsOfRoutes(published: Published, settings: SurfaceSettings): Route[] {
  return listBases.flatMap(({ path, directory }): Route[] => {
    const asked = { published, settings, directory };
    return [
      { name: 'list-past', path: listPastPath(path), answer: (visit) => answerPast(asked, visit) },
      { name: 'list-as-of', path: `${listPastPath(path)}/:moment`, answer: (visit) => answerAsOf(asked, visit) },
    ];
  });
}

interface Asked {
  readonly published: Published;
  readonly settings: SurfaceSettings;
  readonly directory: Directory | null;
}

/** The form for a day; or what it sent. */
async function answerPast({ published, settings, directory }: Asked, visit: Visit): Promise<Answer | null> {
  const wanted = await namedList(published, directory, visit.params);
  if (wanted === null) return null;
  const canonical = listPastPath(baseOf(wanted));
  if (!isSpelled(visit.path, canonical)) return movedTo(canonical);
  return answerMoment({ published, settings, wanted }, visit.query.get('day'));
}

async function answerAsOf({ published, settings, directory }: Asked, visit: Visit): Promise<Answer | null> {
  const wanted = await namedList(published, directory, visit.params);
  if (wanted === null) return null;
  const { institution, locale, subject } = wanted;
  const base = baseOf(wanted);

  const { moment = '' } = visit.params;
  const sequence = numberIn(moment);
  if (sequence === null) {
    const answer = await answerMoment({ published, settings, wanted }, moment);
    // Only the form is told what a day looks like.
    return answer.status === 400 ? null : answer;
  }
  if (!isSpelled(visit.path, asOfPath(base, sequence))) return movedTo(asOfPath(base, sequence));

  const found = await published.listAsOf(subject, locale, sequence);
  if (found === null) return yearIn(moment) === null ? null : notAYear({ published, settings, wanted });
  const stationery = stationeryFor(institution, locale, settings.origin);
  const years = await published.years(subject, locale);
  const view = ListPageView({ page: found.page, asOf: found.at, after: undefined, stationery, years });
  return earlierPage(view, mementoHeaders(base, found.at));
}

/** Who wrote a year finds its end on the form. */
async function notAYear(asked: Parameters<typeof answerMoment>[0]): Promise<Answer> {
  return { ...(await answerMoment(asked, null)), status: 404 };
}

function baseOf({ institution, locale, subject }: NamedList): string {
  return listPath(locale, subject, institution);
}
