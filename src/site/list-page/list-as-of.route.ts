import { numberIn } from '../../http/public-path.ts';
import { isSpelled, movedTo, nowAt } from '../../http/redirect.ts';
import type { Answer, Route, SurfaceSettings, Visit } from '../../http/route.ts';
import { Fault } from '../../platform/faults.ts';
import { type Instant, instantOf } from '../../platform/instant.ts';
import { asOfPath, listPath } from '../../published/addresses.ts';
import { mementoHeaders } from '../../published/memento.ts';
import { listBases, namedList } from '../../published/named-list.ts';
import type { Directory } from '../../published/named-subject.ts';
import type { Published } from '../../published/published.ts';
import { earlierPage } from '../around/answers.ts';
import { stationeryFor } from '../around/stationery.ts';
import { ListPageView } from './list-page.view.tsx';

/** What each list showed after any public act; and, by an instant, the way to what it showed then. */
export function listAsOfRoutes(published: Published, { origin }: SurfaceSettings): Route[] {
  return listBases.map(({ path, directory }): Route => {
    const answer = (visit: Visit) => answerAsOf({ published, origin, directory }, visit);
    return { name: 'list-as-of', path: `${path}/as-of/:moment`, answer };
  });
}

interface Asked {
  readonly published: Published;
  readonly origin: string;
  readonly directory: Directory | null;
}

async function answerAsOf({ published, origin, directory }: Asked, visit: Visit): Promise<Answer | null> {
  const wanted = await namedList(published, directory, visit.params);
  if (wanted === null) return null;
  const { institution, locale, subject } = wanted;
  const base = listPath(locale, subject, institution);

  const { moment = '' } = visit.params;
  const sequence = numberIn(moment);
  if (sequence === null) {
    const at = instantIn(moment);
    const state = at === null ? null : await published.listStateAt(subject, at);
    return state === null ? null : { ...nowAt(asOfPath(base, state.sequence)), keep: false };
  }
  if (!isSpelled(visit.path, asOfPath(base, sequence))) return movedTo(asOfPath(base, sequence));

  const found = await published.listAsOf(subject, locale, sequence);
  if (found === null) return null;
  const stationery = stationeryFor(institution, locale, origin);
  const years = await published.years(subject, locale);
  const view = ListPageView({ page: found.page, asOf: found.at, after: undefined, stationery, years });
  return earlierPage(view, mementoHeaders(base, found.at));
}

/** Null for what is none. */
function instantIn(text: string): Instant | null {
  try {
    return instantOf(text);
  } catch (cause) {
    if (cause instanceof Fault) return null;
    throw cause;
  }
}
