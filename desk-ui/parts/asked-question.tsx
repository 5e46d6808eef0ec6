import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../words/words.tsx';
import { ActForm } from './act-form.tsx';
import type { Question } from './ask.tsx';
import { Dialogue } from './dialogue.tsx';
import { useHeldTyping } from './use-held-typing.ts';
import { Warning } from './warning.tsx';

/** The question itself: what will happen, why, and the act's own word on the button. */
export function AskedQuestion({
  question,
  end,
}: {
  readonly question: Question;
  readonly end: (reason: string | null) => void;
}) {
  const { say } = useWords();
  const { typed: reason, put: setReason, told } = useHeldTyping(question.title, () => '');
  const [word, setWord] = useState('');
  const { confirmWord } = question;
  const isReady =
    (question.reason === undefined || reason.trim() !== '') &&
    (confirmWord === undefined || word.trim() === confirmWord);
  const answer = async () => {
    const inTheWay = told((await question.attempt?.(reason.trim())) ?? null);
    if (inTheWay === null) end(reason.trim());
    return inTheWay;
  };
  return (
    <Dialogue close={() => end(null)} title={question.title}>
      <ActForm
        act={question.act}
        send={answer}
        close={() => end(null)}
        isReady={isReady}
        isGrave={question.isGrave === true}
      >
        <p>{question.text}</p>
        <Warning words={question.warning} />
        {question.note !== undefined && <p className="small">{question.note}</p>}
        {question.reason !== undefined && (
          <Textarea
            name={question.reason.name ?? 'reason'}
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
      </ActForm>
    </Dialogue>
  );
}
