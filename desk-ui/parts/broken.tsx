import { Button } from '@mantine/core';
import { useWords } from '../words/words.tsx';

/** A screen that broke: the rest of the desk still stands, and what was typed is in the browser. */
export function Broken() {
  const { say } = useWords();
  return (
    <div className="banner grave" role="alert">
      <div>{say('crashed')}</div>
      <Button size="xs" onClick={() => location.reload()}>
        {say('reload')}
      </Button>
    </div>
  );
}

export function Nowhere() {
  const { say } = useWords();
  return <p className="banner">{say('notFound')}</p>;
}
