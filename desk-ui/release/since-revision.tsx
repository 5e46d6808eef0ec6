import { type ReactNode, useMemo } from 'react';
import type { TextNamed } from '../../src/desk/contract.ts';
import { useAsked } from '../parts/asked.ts';
import { directionOf } from '../parts/me.tsx';
import { TroubleShown } from '../parts/trouble.tsx';
import { compareWords } from '../text/compare-words.ts';
import { Differences } from '../text/differences.tsx';
import { wholeText } from '../text/whole-text.ts';
import type { Content } from '../types.ts';
import { useWords } from '../words/words.tsx';

/** What has changed in a text since one of its revisions, word by word. */
export function SinceRevision(order: {
  readonly named: TextNamed;
  readonly revision: number;
  /** As it is now, typed words too. */
  readonly now: Content;
  /** Below it, once the revision is there. */
  readonly more?: (then: Content) => ReactNode;
}) {
  const { say } = useWords();
  const { named, revision, now, more } = order;
  const { answer, trouble, isLoading } = useAsked('GET /desk/api/draft/revision', { ...named, revision });
  const parts = useMemo(
    () => (answer === undefined ? [] : compareWords(wholeText(answer.content), wholeText(now), named.locale)),
    [answer, now, named.locale],
  );
  if (isLoading) return <p>{say('loading')}</p>;
  if (answer === undefined) return <TroubleShown trouble={trouble} />;
  return (
    <div className="stack">
      <p className="small">{say('compareWithNow')}</p>
      <div lang={named.locale} dir={directionOf(named.locale)}>
        {parts.every(({ kind }) => kind === 'same') ? <p>{say('noDifference')}</p> : <Differences parts={parts} />}
      </div>
      {more?.(answer.content)}
    </div>
  );
}
