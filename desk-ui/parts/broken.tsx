import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '../words/words.tsx';
import { Opening } from './frame.tsx';

/** A screen that broke: the rest of the desk still stands, and what was typed is in the browser. */
export function Broken() {
  const { say } = useWords();
  return (
    <>
      <Opening title={say('crashedTitle')} />
      <div className="banner grave" role="alert">
        <div>{say('crashed')}</div>
        <Button size="xs" onClick={() => location.reload()}>
          {say('reload')}
        </Button>
      </div>
    </>
  );
}

export function Nowhere() {
  const { say } = useWords();
  return (
    <>
      <Opening title={say('notFoundTitle')} />
      <p className="banner">
        {say('notFound')} <Link to="/">{say('work')}</Link>
      </p>
    </>
  );
}
