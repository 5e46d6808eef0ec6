import { Link } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import type { TextLine } from '../../src/desk/contract.ts';
import { useWords } from '../words/words.tsx';
import { directionOf, useNames, useZoneOf } from './me.tsx';

/** Where a text stands, by shape and word: never by colour alone. */
export function StateMark({ state }: { readonly state: TextLine['state'] }) {
  const { say } = useWords();
  return <span className={`state state-${state}`}>{say(`state-${state}`)}</span>;
}

/** One text in a list of the desk. */
export function TextLineShown({ line, children }: { readonly line: TextLine; readonly children?: ReactNode }) {
  const { say, moment, day, languageName } = useWords();
  const names = useNames();
  const { release, locale } = line;
  const timeZone = useZoneOf(line.office);
  const when = line.changedDay === null ? moment(line.changedAt, timeZone) : day(line.changedDay);
  const name = line.changedBy;
  // An imported text was changed by nobody who is known here.
  const changed = name === '' ? say('changed', { when }) : say('changedBy', { when, name });
  return (
    <li className="line">
      <div className="margin">
        <StateMark state={line.state} />
        {line.goesPublicAt !== null && line.state === 'scheduled' && (
          <time dateTime={line.goesPublicAt}>{moment(line.goesPublicAt, timeZone)}</time>
        )}
        {line.isHeld && <span className="mark grave">{say('held')}</span>}
      </div>
      <div>
        <p className="title">
          <Link to="/releases/$release/$locale" params={{ release, locale }}>
            {line.headline === '' ? (
              <span className="untitled">{say('untitled')}</span>
            ) : (
              <span lang={locale} dir={directionOf(locale)}>
                {line.headline}
              </span>
            )}
          </Link>
        </p>
        <p className="under">
          <span>{languageName(locale)}</span>
          <span>{names.office(line.office)}</span>
          <span>{say(`type-${line.type}` as 'type-news')}</span>
          {line.reference !== null && <span className="ref">{line.reference}</span>}
          {line.edition > 1 && <span>{say('editionNumber', { number: line.edition })}</span>}
          {line.isStale && <span className="mark fair">{say('stale')}</span>}
          {line.isLimited && <span className="mark">{say('limited')}</span>}
          <span>{changed}</span>
        </p>
        {children}
      </div>
    </li>
  );
}

/** A list under its heading; says so when there is nothing. */
export function Lines(order: {
  readonly title: string;
  readonly empty: string;
  readonly lines: readonly TextLine[] | undefined;
}) {
  const { say } = useWords();
  const title = useId();
  return (
    <section className="section" aria-labelledby={title}>
      <h2>
        <span id={title}>{order.title}</span>
        {order.lines !== undefined && order.lines.length > 0 && <span className="count">{order.lines.length}</span>}
      </h2>
      {order.lines === undefined ? (
        <p className="empty">{say('loading')}</p>
      ) : order.lines.length === 0 ? (
        <p className="empty">{order.empty}</p>
      ) : (
        <ul>
          {order.lines.map((line) => (
            <TextLineShown line={line} key={`${line.release} ${line.locale}`} />
          ))}
        </ul>
      )}
    </section>
  );
}
