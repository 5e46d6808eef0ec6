import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Overridden } from '../../src/desk/contract.ts';
import { Dialogue } from '../parts/dialogue.tsx';
import { FormActs } from '../parts/form-acts.tsx';
import { findingWords } from '../words/refusal-words.ts';
import { useWords } from '../words/words.tsx';
import type { TextInHand } from './use-autosave.ts';

/** Asks whether the text is to be submitted; each error of the copy desk needs a reason why it may stand. */
export function SubmitDialog(order: {
  readonly text: TextInHand;
  readonly locale: string;
  readonly close: () => void;
  readonly submit: (overrides: readonly Overridden[]) => Promise<unknown>;
}) {
  const words = useWords();
  const { say } = words;
  const { text, close } = order;
  const errors = text.findings.filter(({ severity }) => severity === 'error');
  const codes = [...new Set(errors.map(({ code }) => code))];
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [isDoing, setDoing] = useState(false);
  const isReady = codes.every((code) => (reasons[code] ?? '').trim() !== '');
  return (
    <Dialogue close={close} title={say('submit')}>
      <form
        className="stack"
        onSubmit={async (event) => {
          event.preventDefault();
          setDoing(true);
          await order.submit(codes.map((code) => ({ code, reason: (reasons[code] ?? '').trim() })));
          close();
        }}
      >
        <p>{codes.length === 0 ? say('submitAsk') : say('overrideLead')}</p>
        {codes.map((code) => (
          <div key={code}>
            <p>
              <strong>{findingWords(code, words)}</strong>
            </p>
            {errors
              .filter((one) => one.code === code && one.excerpt !== '')
              .map(({ excerpt, field }) => (
                <p className="small" key={`${field} ${excerpt}`}>
                  <q lang={order.locale}>{excerpt}</q>
                </p>
              ))}
            <Textarea
              label={say('overrideReason')}
              value={reasons[code] ?? ''}
              autosize
              onChange={(event) => {
                const { value } = event.currentTarget;
                setReasons((all) => ({ ...all, [code]: value }));
              }}
            />
          </div>
        ))}
        <FormActs act={say('submit')} isReady={isReady} isDoing={isDoing} close={close} />
      </form>
    </Dialogue>
  );
}
