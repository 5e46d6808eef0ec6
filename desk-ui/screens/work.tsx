import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import type { TaskSeen, Work } from '../../src/desk/contract.ts';
import { useAsked } from '../parts/asked.ts';
import { Opening } from '../parts/frame.tsx';
import { useLift } from '../parts/lift.ts';
import { Lines } from '../parts/text-line.tsx';
import { TroubleShown } from '../parts/trouble.tsx';
import { useWrites, WithoutRole } from '../parts/without-role.tsx';
import { useWords } from '../words/words.tsx';

/** What this person writes, what waits for them, what goes public next, and what corrections and reviewers left to do. */
export function WorkScreen() {
  const { say } = useWords();
  const { answer, trouble } = useAsked('GET /desk/api/work', {});
  useLift(answer?.due);
  const writes = useWrites();
  return (
    <>
      <Opening title={say('work')}>
        {writes && (
          <Button component={Link} to="/releases/new">
            {say('newRelease')}
          </Button>
        )}
      </Opening>
      <TroubleShown trouble={trouble} />
      {!writes && <WithoutRole />}
      <div className="columns">
        <Lines title={say('waiting')} empty={say('waitingEmpty')} lines={answer?.waiting} />
        <Lines title={say('due')} empty={say('dueEmpty')} lines={answer?.due} />
      </div>
      <div className="columns">
        <Lines title={say('mine')} empty={say('mineEmpty')} lines={answer?.mine} />
        <Tasks work={answer} />
      </div>
    </>
  );
}

function Tasks({ work }: { readonly work: Work | undefined }) {
  const { say, languageName } = useWords();
  const title = useId();
  const count = work === undefined ? 0 : work.tasks.length + work.remarks.length;
  return (
    <section className="section" aria-labelledby={title}>
      <h2>
        <span id={title}>{say('tasks')}</span>
        {count > 0 && <span className="count">{count}</span>}
      </h2>
      {work !== undefined && count === 0 && <p className="empty">{say('tasksEmpty')}</p>}
      <ul>
        {work?.remarks.map(({ name, count: many, ...task }) => (
          <Task key={`remark ${task.release} ${task.locale}`} task={task}>
            {say('taskRemark', { name, count: many })}
          </Task>
        ))}
        {work?.tasks.map(({ sourceLocale, ...task }) => (
          <Task key={`${task.release} ${task.locale}`} task={task}>
            {say('taskFollow', { language: languageName(sourceLocale) })}
          </Task>
        ))}
      </ul>
    </section>
  );
}

function Task(order: {
  readonly task: Pick<TaskSeen, 'release' | 'locale' | 'headline' | 'openedAt'>;
  readonly children: ReactNode;
}) {
  const { say, moment, languageName } = useWords();
  const { release, locale, headline, openedAt } = order.task;
  return (
    <li className="line">
      <div className="margin">
        <span>{order.children}</span>
        <time dateTime={openedAt}>{moment(openedAt)}</time>
      </div>
      <div>
        <p className="title">
          <Link to="/releases/$release/$locale" params={{ release, locale }}>
            <span lang={locale}>{headline || say('untitled')}</span>
          </Link>
        </p>
        <p className="under">{languageName(locale)}</p>
      </div>
    </li>
  );
}
