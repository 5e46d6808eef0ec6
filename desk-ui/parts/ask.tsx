import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { createContext, type ReactNode, use, useCallback, useState } from 'react';
import { useWords } from '../words/words.tsx';

/** A plain question before what cannot be undone. */
export interface Question {
  readonly title: string;
  readonly text: string;
  readonly note?: string;
  /** What the button says: the act's own word. */
  readonly act: string;
  readonly isGrave?: boolean;
  /** A reason to write; the act waits until there is one. */
  readonly reason?: { readonly label: string; readonly hint?: string; readonly lang?: string; readonly dir?: string };
  /** A word to type, for what removes a public text. */
  readonly confirmWord?: string;
}

/** @returns the reason (empty where none was asked for); null when one thought better of it. */
export type Ask = (question: Question) => Promise<string | null>;

const AskContext = createContext<Ask>(async () => null);

export function AskProvider({ children }: { readonly children: ReactNode }) {
  const [open, setOpen] = useState<{ question: Question; answer: (reason: string | null) => void } | null>(null);
  const ask = useCallback<Ask>((question) => new Promise((answer) => setOpen({ question, answer })), []);
  const end = (reason: string | null) => {
    open?.answer(reason);
    setOpen(null);
  };
  return (
    <AskContext value={ask}>
      {children}
      {open !== null && <Asked question={open.question} end={end} />}
    </AskContext>
  );
}

export function useAsk(): Ask {
  return use(AskContext);
}

function Asked({ question, end }: { readonly question: Question; readonly end: (reason: string | null) => void }) {
  const { say } = useWords();
  const [reason, setReason] = useState('');
  const [word, setWord] = useState('');
  const { confirmWord } = question;
  const isReady =
    (question.reason === undefined || reason.trim() !== '') &&
    (confirmWord === undefined || word.trim() === confirmWord);
  return (
    <Modal opened onClose={() => end(null)} title={question.title} closeButtonProps={{ 'aria-label': say('close') }}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) end(reason.trim());
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
        <div className="row">
          <Button
            type="submit"
            color={question.isGrave === true ? 'grave' : 'petrol'}
            aria-disabled={!isReady}
            disabled={!isReady}
          >
            {question.act}
          </Button>
          <Button variant="default" onClick={() => end(null)}>
            {say('cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
