import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../words/words.tsx';
import type { Question } from './ask.tsx';
import { Dialogue } from './dialogue.tsx';
import { type Trouble, TroubleInDialogue } from './trouble.tsx';
import { useHeldTyping } from './use-held-typing.ts';

/** The question itself: what will happen, why, and the act's own word on the button. */
export function AskedQuestion({
  question,
  end,
}: {
  readonly question: Question;
  readonly end: (reason: string | null) => void;
}) {
  const { say } = useWords();
  const held = useHeldTyping(question.title, () => '');
  const [reason, setReason] = useState(held.before);
  const [word, setWord] = useState('');
  const [trouble, setTrouble] = useState<Trouble>(null);
  const [isDoing, setDoing] = useState(false);
  const { confirmWord } = question;
  const isReady =
    (question.reason === undefined || reason.trim() !== '') &&
    (confirmWord === undefined || word.trim() === confirmWord);
  const answer = async () => {
    setDoing(true);
    const inTheWay = (await question.attempt?.(reason.trim())) ?? null;
    setDoing(false);
    setTrouble(inTheWay);
    if (inTheWay !== null) return;
    held.done();
    end(reason.trim());
  };
  const leave = () => {
    held.leave(trouble, reason);
    end(null);
  };
  return (
    <Dialogue close={leave} title={question.title}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void answer();
        }}
      >
        <p>{question.text}</p>
        {question.note !== undefined && <p className="small">{question.note}</p>}
        {question.reason !== undefined && (
          <Textarea
            label={question.reason.label}
            description={question.reason.hint}
            lang={question.reason.lang}
            dir={question.reason.dir}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            autosize
            minRows={3}
            required
            data-autofocus
          />
        )}
        {confirmWord !== undefined && (
          <TextInput
            label={say('typeToConfirm', { word: confirmWord })}
            value={word}
            onChange={(event) => setWord(event.currentTarget.value)}
            autoComplete="off"
          />
        )}
        <TroubleInDialogue trouble={trouble} />
        <div className="row">
          <Button
            type="submit"
            color={question.isGrave === true ? 'grave' : 'petrol'}
            aria-disabled={!isReady}
            disabled={!isReady}
            loading={isDoing}
          >
            {question.act}
          </Button>
          <Button variant="default" onClick={leave}>
            {say('cancel')}
          </Button>
        </div>
      </form>
    </Dialogue>
  );
}
