import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import type { TaskSeen } from '../../src/desk/contract.ts';
import { useAsked } from '../parts/asked.ts';
import { useAdministrators } from '../parts/colleagues.ts';
import { Opening } from '../parts/frame.tsx';
import { useLift } from '../parts/lift.ts';
import { useDesk, useHasRole } from '../parts/me.tsx';
import { Lines } from '../parts/text-line.tsx';
import { TroubleShown } from '../parts/trouble.tsx';
import { useWords } from '../words/words.tsx';

/** What this person writes, what waits for them, what goes public next, and what a correction left to do. */
export function WorkScreen() {
  const { say } = useWords();
  const { me } = useDesk();
  const { answer, trouble } = useAsked('GET /desk/api/work', {});
  useLift(answer?.due);
  const mayWrite = useHasRole('writer', 'editor', 'publisher');
  return (
    <>
      <Opening title={say('work')}>
        {mayWrite && (
          <Button component={Link} to="/releases/new">
            {say('newRelease')}
          </Button>
        )}
      </Opening>
      <TroubleShown trouble={trouble} />
      {me.person.assignments.length === 0 && <WithoutRole />}
      <div className="columns">
        <Lines title={say('waiting')} empty={say('waitingEmpty')} lines={answer?.waiting} />
        <Lines title={say('due')} empty={say('dueEmpty')} lines={answer?.due} />
      </div>
      <div className="columns">
        <Lines title={say('mine')} empty={say('mineEmpty')} lines={answer?.mine} />
        <Tasks tasks={answer?.tasks} />
      </div>
    </>
  );
}

/** Nothing below will ever hold anything: says so, and who can change it. */
function WithoutRole() {
  const { say } = useWords();
  const names = useAdministrators();
  return (
    <div className="banner fair">
      <div>
        <p>{say('noRole')}</p>
        {names !== null && <p>{say('noRoleAsk', { names })}</p>}
      </div>
    </div>
  );
}

function Tasks({ tasks }: { readonly tasks: readonly TaskSeen[] | undefined }) {
  const { say, moment, languageName } = useWords();
  const title = useId();
  return (
    <section className="section" aria-labelledby={title}>
      <h2>
        <span id={title}>{say('tasks')}</span>
        {tasks !== undefined && tasks.length > 0 && <span className="count">{tasks.length}</span>}
      </h2>
      {tasks?.length === 0 && <p className="empty">{say('tasksEmpty')}</p>}
      <ul>
        {tasks?.map(({ release, locale, headline, sourceLocale, openedAt }) => (
          <li className="line" key={`${release} ${locale}`}>
            <div className="margin">
              <span>{say('taskFollow', { language: languageName(sourceLocale) })}</span>
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
        ))}
      </ul>
    </section>
  );
}
