import './schedule.css';
import { Button } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { BundleSeen, DueSeen } from '../../src/desk/contract.ts';
import { now } from '../clock.ts';
import { useAsked } from '../parts/asked.ts';
import { Opening } from '../parts/frame.tsx';
import { useLift } from '../parts/lift.ts';
import { directionOf, useNames } from '../parts/me.tsx';
import { TroubleShown } from '../parts/trouble.tsx';
import { BundleShown } from '../release/bundle.tsx';
import { localTime } from '../release/local-time.ts';
import { useWords } from '../words/words.tsx';
import { firstDayOf, monthAfter, weeksOf } from './month-days.ts';

/** What goes public and when: as a line of time, and as a month; each by the clock of its office. */
export function ScheduleScreen() {
  const { say } = useWords();
  const navigate = useNavigate();
  const { month } = useSearch({ from: '/inside/schedule' });
  const { answer, trouble } = useAsked('GET /desk/api/schedule', {});
  useLift(answer?.due);
  const isCalendar = month !== undefined;
  const today = localTime(now().toISOString(), Intl.DateTimeFormat().resolvedOptions().timeZone).day;
  const show = (next: string | undefined) => void navigate({ to: '/schedule', search: { month: next } });
  return (
    <>
      <Opening title={say('schedule')}>
        <Button variant={isCalendar ? 'default' : 'filled'} aria-pressed={!isCalendar} onClick={() => show(undefined)}>
          {say('timeline')}
        </Button>
        <Button
          variant={isCalendar ? 'filled' : 'default'}
          aria-pressed={isCalendar}
          onClick={() => show(month ?? today.slice(0, 7))}
        >
          {say('calendar')}
        </Button>
      </Opening>
      <TroubleShown trouble={trouble} />
      {answer !== undefined &&
        (isCalendar ? <Month month={month} today={today} {...answer} show={show} /> : <Timeline {...answer} />)}
    </>
  );
}

interface Due {
  readonly due: readonly DueSeen[];
  readonly bundles: readonly BundleSeen[];
}

function Timeline({ due, bundles }: Due) {
  const { say, instant, languageName } = useWords();
  const names = useNames();
  if (due.length === 0) return <p className="empty">{say('dueEmpty')}</p>;
  const days = Map.groupBy(due, (one) => dayOf(one));
  return [...days].map(([day, texts]) => (
    <section className="section" key={day}>
      <h2>
        <Day day={day} />
      </h2>
      <ul>
        {texts.map((one) => (
          <li className="line" key={`${one.release} ${one.locale}`}>
            <div className="margin">
              <time dateTime={one.goesPublicAt ?? ''} className="state state-scheduled">
                {localTime(one.goesPublicAt ?? '', one.timeZone).time}
              </time>
              <span>{one.timeZone}</span>
              {one.isHeld && <span className="mark grave">{say('held')}</span>}
            </div>
            <div>
              <p className="title">
                <Link
                  to="/releases/$release/$locale"
                  params={{ release: one.release, locale: one.locale }}
                  lang={one.locale}
                  dir={directionOf(one.locale)}
                >
                  {one.headline || say('untitled')}
                </Link>
              </p>
              <p className="under">
                <span>{languageName(one.locale)}</span>
                <span>{names.office(one.office)}</span>
                {one.goesPublicAt !== null && <span>{instant(one.goesPublicAt, 'UTC')}</span>}
              </p>
              {bundles
                .filter(({ id }) => id === one.bundle)
                .map((bundle) => (
                  <details key={bundle.id}>
                    <summary className="small">
                      {say('bundleOf', { name: bundle.name })} · {say('bundleCount', { count: bundle.texts.length })}
                    </summary>
                    <BundleShown bundle={bundle} at={one} />
                  </details>
                ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  ));
}

function Month(
  order: Due & {
    readonly month: string;
    readonly today: string;
    readonly show: (month: string) => void;
  },
) {
  const { say, dates } = useWords();
  const { month, today, due, bundles, show } = order;
  const weeks = weeksOf(month, firstDayOf(dates));
  const byDay = Map.groupBy(due, (one) => dayOf(one));
  const written = (day: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(dates, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  return (
    <div className="stack">
      <div className="row">
        <Button size="xs" variant="default" onClick={() => show(monthAfter(month, -1))}>
          ← {say('previousMonth')}
        </Button>
        <Button size="xs" variant="default" onClick={() => show(today.slice(0, 7))}>
          {say('thisMonth')}
        </Button>
        <Button size="xs" variant="default" onClick={() => show(monthAfter(month, 1))}>
          {say('nextMonth')} →
        </Button>
      </div>
      <h2 aria-live="polite">{written(`${month}-01`, { month: 'long', year: 'numeric' })}</h2>
      <div className="month-scroll" tabIndex={0} role="region" aria-label={say('calendar')}>
        <table className="month">
          <thead>
            <tr>
              {weeks[0]?.map(({ day }) => (
                <th key={day} scope="col">
                  {written(day, { weekday: 'short' })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week[0]?.day}>
                {week.map(({ day, number, isInMonth }) => (
                  <td key={day} className={`${isInMonth ? '' : 'other'} ${day === today ? 'is-today' : ''}`}>
                    <time className="number" dateTime={day} aria-current={day === today ? 'date' : undefined}>
                      {number}
                    </time>
                    {byDay.get(day)?.map((one) => (
                      <Link
                        key={`${one.release} ${one.locale}`}
                        to="/releases/$release/$locale"
                        params={{ release: one.release, locale: one.locale }}
                        className={one.isHeld ? 'is-held' : undefined}
                        lang={one.locale}
                      >
                        <span className="ref">{localTime(one.goesPublicAt ?? '', one.timeZone).time}</span>{' '}
                        {one.headline || say('untitled')}
                        {one.isHeld && ` · ${say('held')}`}
                        {bundles
                          .filter(({ id }) => id === one.bundle)
                          .map(({ id, name }) => (
                            <span className="small" key={id}>
                              {' '}
                              · {name}
                            </span>
                          ))}
                      </Link>
                    ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** The day on the clock of the office. */
function dayOf({ goesPublicAt, timeZone }: DueSeen): string {
  return goesPublicAt === null ? '' : localTime(goesPublicAt, timeZone).day;
}

function Day({ day }: { readonly day: string }) {
  const { dates } = useWords();
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return day === '' ? '' : new Intl.DateTimeFormat(dates, options).format(new Date(`${day}T00:00:00Z`));
}
