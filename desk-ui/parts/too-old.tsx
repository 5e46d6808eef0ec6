import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { watchPage } from '../api.ts';
import { useWords } from '../words/words.tsx';

/** Tells an open page that the server was upgraded under it. @param isKnown found out elsewhere. */
export function TooOld({ isKnown = false }: { readonly isKnown?: boolean }) {
  const { say } = useWords();
  const [isTold, setTold] = useState(false);
  useEffect(
    () =>
      watchPage((kind) => {
        if (kind === 'page-too-old') setTold(true);
      }),
    [],
  );
  if (!isKnown && !isTold) return null;
  return (
    <div className="banner fair" role="alert">
      <div>{say('tooOld')}</div>
      <Button size="xs" onClick={() => location.reload()}>
        {say('reload')}
      </Button>
    </div>
  );
}
