import { useMemo } from 'react';
import type { DraftOpened, TextNamed } from '../../src/desk/contract.ts';
import { useAsked } from '../parts/asked.ts';
import { directionOf } from '../parts/me.tsx';
import { TroubleShown } from '../parts/trouble.tsx';
import { compareWords } from '../text/compare-words.ts';
import { Differences } from '../text/differences.tsx';
import { wholeText } from '../text/whole-text.ts';
import { useWords } from '../words/words.tsx';

interface ChangesOrder {
  readonly named: TextNamed;
  readonly draft: DraftOpened;
}

/** What a later edition changes in the public one, word by word, for whoever decides about it. */
export function EditionChanges({ named, draft }: ChangesOrder) {
  const { say } = useWords();
  const { answer, trouble } = useAsked('GET /desk/api/draft/sittings', named);
  // An edition begins with the words of the public one; its sittings come newest first.
  const begun = answer?.sittings.findLast(({ edition }) => edition === draft.edition)?.first;
  return (
    <details className="drawer" open aria-label={say('editionChanges')}>
      <summary>{say('editionChanges')}</summary>
      <div>
        <TroubleShown trouble={trouble} />
        {begun !== undefined && <Compared named={named} draft={draft} begun={begun} />}
      </div>
    </details>
  );
}

/** @param begun the revision with which the edition began. */
function Compared({ named, draft, begun }: ChangesOrder & { readonly begun: number }) {
  const { say } = useWords();
  const { answer, trouble } = useAsked('GET /desk/api/draft/revision', { ...named, revision: begun });
  const parts = useMemo(
    () =>
      answer === undefined ? null : compareWords(wholeText(answer.content), wholeText(draft.content), draft.locale),
    [answer, draft.content, draft.locale],
  );
  if (parts === null) return trouble === null ? <p>{say('loading')}</p> : <TroubleShown trouble={trouble} />;
  if (parts.every(({ kind }) => kind === 'same')) return <p>{say('noDifference')}</p>;
  return (
    <div lang={draft.locale} dir={directionOf(draft.locale)}>
      <Differences parts={parts} />
    </div>
  );
}
