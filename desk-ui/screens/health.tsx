import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsked } from '../parts/asked.ts';
import { Opening } from '../parts/frame.tsx';
import { useNextLift } from '../parts/lift.ts';
import { directionOf } from '../parts/me.tsx';
import { Reasons } from '../parts/reasons.tsx';
import { TextLineShown } from '../parts/text-line.tsx';
import { TroubleShown } from '../parts/trouble.tsx';
import { useWords } from '../words/words.tsx';

/** What needs somebody: overdue, refused by the clock, late, without a credit, leading nowhere. */
export function HealthScreen() {
  const { say, moment, languageName } = useWords();
  const { answer, trouble } = useAsked('GET /desk/api/health', {});
  useNextLift(answer?.nextLift ?? null);
  const figure = (count: number) => say('milliseconds', { count });
  return (
    <>
      <Opening title={say('health')} />
      <TroubleShown trouble={trouble} />
      {answer !== undefined && (
        <>
          <Part title={say('overdue')} none={answer.overdue.length === 0 ? say('overdueNone') : null}>
            <ul>
              {answer.overdue.map((line) => (
                <TextLineShown line={line} key={`${line.release} ${line.locale}`} />
              ))}
            </ul>
          </Part>
          <Part title={say('refusedLifts')} none={answer.refusedLifts.length === 0 ? say('refusedLiftsNone') : null}>
            <ul>
              {answer.refusedLifts.map(({ release, locale, dueAt, refusals }) => (
                <li className="line" key={`${release} ${locale} ${dueAt}`}>
                  <time className="margin" dateTime={dueAt}>
                    {moment(dueAt)}
                  </time>
                  <div>
                    <Link to="/releases/$release/$locale" params={{ release, locale }}>
                      {languageName(locale)}
                    </Link>
                    <Reasons refusals={refusals} />
                  </div>
                </li>
              ))}
            </ul>
          </Part>
          <Part title={say('delay')} none={answer.delay === null ? say('delayNone') : null}>
            {answer.delay !== null && (
              <dl className="facts">
                <Fact name={say('delayCount')} value={String(answer.delay.count)} />
                <Fact name={say('delayMedian')} value={figure(answer.delay.median)} />
                <Fact name={say('delayP99')} value={figure(answer.delay.p99)} />
                <Fact name={say('delayMost')} value={figure(answer.delay.most)} />
              </dl>
            )}
          </Part>
          <Part title={say('withoutCredit')} none={answer.withoutCredit.length === 0 ? say('withoutCreditNone') : null}>
            <ul>
              {answer.withoutCredit.map(({ picture, fileName }) => (
                <li key={picture}>{fileName}</li>
              ))}
            </ul>
          </Part>
          <Part title={say('originals')} none={null}>
            <p className="small">
              {answer.originals.readAt === null
                ? say('originalsNotRead')
                : say('originalsRead', { count: answer.originals.originals, when: moment(answer.originals.readAt) })}
            </p>
            {answer.originals.unsoundCount === 0 && answer.originals.readAt !== null && (
              <p className="empty">{say('originalsSound')}</p>
            )}
            {answer.originals.unsoundCount > 0 && (
              <p>{say('originalsUnsound', { count: answer.originals.unsoundCount })}</p>
            )}
            <ul>
              {answer.originals.unsound.map(({ hash, found, file, since }) => (
                <li className="line" key={hash}>
                  <time className="margin" dateTime={since}>
                    {moment(since)}
                  </time>
                  <div>
                    {say(`original-${found}`)}
                    <p className="ref">{file}</p>
                  </div>
                </li>
              ))}
            </ul>
          </Part>
          <Part title={say('lostLinks')} none={null}>
            <p className="small">
              {answer.linksLookedAt === null
                ? say('linksNotLookedAt')
                : say('linksLookedAt', { when: moment(answer.linksLookedAt) })}{' '}
              {say('linksElsewhere')}
            </p>
            {answer.lostLinks.length === 0 && answer.linksLookedAt !== null && (
              <p className="empty">{say('lostLinksNone')}</p>
            )}
            <ul>
              {answer.lostLinks.map(({ release, locale, headline, target }) => (
                <li className="line" key={`${release} ${locale} ${target}`}>
                  <span className="margin">{languageName(locale)}</span>
                  <div>
                    <Link to="/releases/$release/$locale" params={{ release, locale }}>
                      <span lang={locale} dir={directionOf(locale)}>
                        {headline || say('untitled')}
                      </span>
                    </Link>
                    <p className="ref">{target}</p>
                  </div>
                </li>
              ))}
            </ul>
          </Part>
        </>
      )}
    </>
  );
}

function Part({
  title,
  none,
  children,
}: {
  readonly title: string;
  readonly none: string | null;
  readonly children: ReactNode;
}) {
  return (
    <section className="section">
      <h2>{title}</h2>
      {none === null ? <div>{children}</div> : <p className="empty">{none}</p>}
    </section>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
