import { nowAt } from '../../http/redirect.ts';
import type { Answer, SurfaceSettings } from '../../http/route.ts';
import { asOfPath, listPath } from '../../published/addresses.ts';
import type { NamedList } from '../../published/named-list.ts';
import type { Published } from '../../published/published.ts';
import { page } from '../around/answers.ts';
import { stationeryFor } from '../around/stationery.ts';
import { type ListPastProps, ListPastView } from './list-past.view.tsx';
import { readPastMoment } from './past-moment.ts';
import { zoneOf } from './subject.ts';

interface PastAsked {
  readonly published: Published;
  readonly settings: SurfaceSettings;
  readonly wanted: NamedList;
}

/**
 * Leads to the state of the list at a moment that somebody wrote; else says what to write instead, with the form to do so. What it
 * says follows from the clock and from what is public already.
 *
 * @param text null: nothing was written yet.
 */
export async function answerMoment({ published, settings, wanted }: PastAsked, text: string | null): Promise<Answer> {
  const { institution, locale, subject } = wanted;
  const { clock, origin } = settings;
  const [now, zone] = [clock.now(), zoneOf(subject, institution)];
  const [first = null] = await published.listStates(subject, 0, 1);
  const say = (refusal: ListPastProps['refusal'], status: 200 | 400 | 404): Answer => {
    const stationery = stationeryFor(institution, locale, origin);
    const view = ListPastView({ subject, stationery, zone, now, first, refusal, asked: text ?? '' });
    return { ...page(view), status, keep: false };
  };

  if (text === null) return say(null, 200);
  const moment = readPastMoment(text, zone);
  if (moment === null) return say('not-a-day', 400);
  if (moment.from > now) return say('to-come', 404);
  const state = await published.listStateAt(subject, moment.until);
  if (state === null) return say('too-early', 404);
  return { ...nowAt(asOfPath(listPath(locale, subject, institution), state.sequence)), keep: false };
}
