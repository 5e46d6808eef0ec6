import type { ComponentChild, VNode } from 'preact';
import { dayIn, type Instant } from '../../platform/instant.ts';
import { asOfPath, listPath } from '../../published/addresses.ts';
import type { ListSubject } from '../../published/list.ts';
import type { ListState } from '../../published/memento.ts';
import { formatDay, formatYear } from '../../words/as-written.ts';
import { Document } from '../around/document.view.tsx';
import { inLanguages } from '../around/in-languages.ts';
import { Named, sentence } from '../around/inline.view.tsx';
import type { Stationery } from '../around/stationery.ts';
import { listPastPath } from '../site-addresses.ts';
import { subjectName } from './subject.ts';

export interface ListPastProps {
  readonly subject: ListSubject;
  readonly stationery: Stationery;
  /** On whose clocks days begin and end (IANA name). */
  readonly zone: string;
  readonly now: Instant;
  /** The oldest state that can be told; null: there is none. */
  readonly first: ListState | null;
  /** Why what was asked leads nowhere; null: nothing is wrong. */
  readonly refusal: 'not-a-day' | 'to-come' | 'too-early' | null;
  /** As somebody wrote it. */
  readonly asked: string;
}

/** The most years a reader is offered the end of. */
const MAX_YEARS = 50;

/** In characters: what is repeated of a moment that was not understood. */
const MAX_REPEATED = 40;

/** A form for a day, which leads to the list as it stood when that day was over. */
export function ListPastView({ subject, stationery, zone, now, first, refusal, asked }: ListPastProps): VNode {
  const { words, locale, slugs } = stationery;
  const name = subjectName(subject, stationery);
  const base = listPath(locale, subject, slugs);
  const languages = inLanguages(stationery, (one) => listPastPath(listPath(one, subject, slugs)));
  const oldest = first === null ? null : { ...first, day: dayIn(first.at, zone) };
  const today = dayIn(now, zone);
  return (
    <Document
      stationery={stationery}
      title={words('listPastOf', { list: name.text })}
      description={null}
      canonical={listPastPath(base)}
      alternates={[]}
      languages={languages}
      isHidden
    >
      <div class="opening">
        <p class="kicker">
          <a href={base}>
            <Named name={name} />
          </a>
        </p>
        <h1>{words('listPast')}</h1>
        <p class="introduction">{words(oldest === null ? 'listPastNone' : 'listPastText')}</p>
      </div>
      {refusal === null ? null : (
        <p class="notice">{why(refusal, asked, oldest === null ? '' : formatDay(oldest.day, locale), stationery)}</p>
      )}
      {oldest === null ? null : (
        <>
          <form class="seek" action={listPastPath(base)}>
            <label for="day">{words('day')}</label>
            <div class="field">
              <input id="day" type="date" name="day" min={oldest.day} max={today} required />
              <button>{words('showList')}</button>
            </div>
          </form>
          <ul class="choices">
            {endsOfYears(base, oldest.day, today, stationery)}
            <li>
              <a rel="nofollow" href={asOfPath(base, oldest.sequence)}>
                {words('listOldest', { day: formatDay(oldest.day, locale) })}
              </a>
            </li>
          </ul>
        </>
      )}
    </Document>
  );
}

function why(
  refusal: NonNullable<ListPastProps['refusal']>,
  asked: string,
  oldest: string,
  { words }: Stationery,
): ComponentChild {
  const about = <bdi>{[...asked].slice(0, MAX_REPEATED).join('')}</bdi>;
  if (refusal === 'not-a-day') return sentence(words, 'note-not-a-day', { about });
  if (refusal === 'to-come') return sentence(words, 'momentToCome', { about });
  return oldest === '' ? words('listPastNone') : sentence(words, 'momentTooEarly', { about }, { day: oldest });
}

/** Of each year that is over and whose end can be told, newest first. */
function endsOfYears(base: string, oldest: string, today: string, { words, locale }: Stationery): ComponentChild {
  const [first, current] = [Number(oldest.slice(0, 4)), Number(today.slice(0, 4))];
  const count = Math.max(0, Math.min(current - first, MAX_YEARS));
  return Array.from({ length: count }, (_, back) => current - 1 - back).map((year) => (
    <li>
      <a rel="nofollow" href={`${listPastPath(base)}?day=${String(year).padStart(4, '0')}`}>
        {words('endOfYear', { year: formatYear(year, locale) })}
      </a>
    </li>
  ));
}
