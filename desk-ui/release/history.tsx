import { Button } from '@mantine/core';
import { useState } from 'react';
import type { SittingSeen, TextNamed } from '../../src/desk/contract.ts';
import { useAsk } from '../parts/ask.tsx';
import { useAsked } from '../parts/asked.ts';
import { TroubleShown } from '../parts/trouble.tsx';
import type { Content } from '../types.ts';
import { useWords } from '../words/words.tsx';
import { SinceRevision } from './since-revision.tsx';
import type { TextInHand } from './use-autosave.ts';

export interface HistoryOrder {
  readonly named: TextNamed;
  readonly text: TextInHand;
  readonly isEditable: boolean;
}

/** Every sitting at a text and every save in it, what each changed word by word, and a way back to it. */
export function History({ named, text, isEditable }: HistoryOrder) {
  const { say, moment, time } = useWords();
  const { answer, trouble } = useAsked('GET /desk/api/draft/sittings', named);
  const [open, setOpen] = useState<number | null>(null);
  return (
    <>
      <TroubleShown trouble={trouble} />
      {answer?.sittings.length === 0 && <p className="small">{say('historyEmpty')}</p>}
      <ol>
        {answer?.sittings.map((one: SittingSeen) => (
          <li className="finding" key={`${one.edition} ${one.last}`}>
            <button
              type="button"
              className="plain"
              aria-expanded={open === one.first}
              onClick={() => setOpen(open === one.first ? null : one.first)}
            >
              {moment(one.from)}
              {one.count > 1 && ` – ${time(one.to)}`}
            </button>
            <p className="where">
              <span>{one.savedBy}</span>
              <span>
                {one.count === 1
                  ? say('revisionLine', { revision: one.last, edition: one.edition })
                  : say('sittingLine', { count: one.count, edition: one.edition })}
              </span>
            </p>
            {open === one.first &&
              (one.count === 1 ? (
                <Revision {...{ named, text, isEditable }} revision={one.last} />
              ) : (
                <Saves {...{ named, text, isEditable }} sitting={one} />
              ))}
          </li>
        ))}
      </ol>
    </>
  );
}

/** The saves of one sitting. */
function Saves({ sitting, ...order }: HistoryOrder & { readonly sitting: SittingSeen }) {
  const { say, time } = useWords();
  const span = { from: sitting.first, to: sitting.last };
  const { answer, trouble, isLoading } = useAsked('GET /desk/api/draft/revisions', { ...order.named, ...span });
  const [open, setOpen] = useState<number | null>(sitting.last);
  if (isLoading) return <p>{say('loading')}</p>;
  return (
    <>
      <TroubleShown trouble={trouble} />
      <ol className="saves">
        {answer?.revisions.map(({ revision, edition, savedAt }) => (
          <li key={revision}>
            <button
              type="button"
              className="plain"
              aria-expanded={open === revision}
              onClick={() => setOpen(open === revision ? null : revision)}
            >
              {time(savedAt)} · {say('revisionLine', { revision, edition })}
            </button>
            {open === revision && <Revision {...order} revision={revision} />}
          </li>
        ))}
      </ol>
    </>
  );
}

function Revision({ named, revision, text, isEditable }: HistoryOrder & { readonly revision: number }) {
  const { say } = useWords();
  const ask = useAsk();
  const putBack = async (content: Content) => {
    const question = { title: say('putBack'), text: say('putBackAsk', { revision }), act: say('putBack') };
    if ((await ask(question)) !== null) text.replace({ content, slug: text.typed.slug });
  };
  return (
    <SinceRevision
      {...{ named, revision }}
      now={text.typed.content}
      more={(then) =>
        isEditable && (
          <Button size="xs" variant="default" onClick={() => void putBack(then)}>
            {say('putBack')}
          </Button>
        )
      }
    />
  );
}
