import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsked } from '../parts/asked.ts';
import { Opening } from '../parts/frame.tsx';
import { TroubleShown } from '../parts/notices.tsx';
import { TextLineShown } from '../parts/text-line.tsx';
import { useWords } from '../words/words.tsx';

/** What needs somebody: overdue, refused by the clock, late, without a credit, still in the building. */
export function HealthScreen() {
  const { say, moment, languageName } = useWords();
  const { answer, trouble } = useAsked('GET /desk/api/health', {});
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
              {answer.refusedLifts.map(({ release, locale, dueAt, detail }) => (
                <li className="line" key={`${release} ${locale} ${dueAt}`}>
                  <time className="margin" dateTime={dueAt}>
                    {moment(dueAt)}
                  </time>
                  <div>
                    <Link to="/releases/$release/$locale" params={{ release, locale }}>
                      {languageName(locale)}
                    </Link>
                    <p className="small">{detail}</p>
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
          <Part title={say('waitingToLeave')} none={null}>
            <p>{say('waitingToLeaveCount', { count: answer.waitingToLeave })}</p>
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
