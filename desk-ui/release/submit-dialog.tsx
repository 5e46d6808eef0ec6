import { Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { DraftOpened, Overridden, ReleaseOpened } from '../../src/desk/contract.ts';
import { ActForm } from '../parts/act-form.tsx';
import { Dialogue } from '../parts/dialogue.tsx';
import { directionOf } from '../parts/me.tsx';
import type { Trouble } from '../parts/trouble.tsx';
import { useHeldTyping } from '../parts/use-held-typing.ts';
import { Warning } from '../parts/warning.tsx';
import type { Finding } from '../types.ts';
import { findingWords } from '../words/refusal-words.ts';
import { useWords } from '../words/words.tsx';
import { goToField } from './findings.tsx';
import { neverOverridden } from './never-overridden.ts';
import type { TextInHand } from './use-autosave.ts';
import type { Note } from './use-note.ts';
import { WhoApproves } from './who-can.tsx';

/** Asks whether the text is to be submitted; each error needs a reason why it may stand, where somebody may give one. */
export function SubmitDialog(order: {
  readonly text: TextInHand;
  readonly note: Note | null;
  readonly release: ReleaseOpened['release'];
  readonly draft: DraftOpened;
  readonly mayOverride: boolean;
  readonly warning: string | undefined;
  readonly close: () => void;
  /** @returns what stands in the way; null when it is submitted. */
  readonly submit: (overrides: readonly Overridden[]) => Promise<Trouble>;
}) {
  const words = useWords();
  const { say } = words;
  const { text, note, release, draft, mayOverride, close } = order;
  // It stays while one types in it.
  const [isNoteAsked] = useState(note !== null && note.change.note.trim() === '');
  const isNoted = note === null || note.change.note.trim() !== '';
  const errors = text.findings.filter(({ severity }) => severity === 'error');
  const codes = [...new Set(errors.map(({ code }) => code))];
  const isToMend = (code: string) => !mayOverride || code in neverOverridden;
  const toMend = codes.filter(isToMend);
  const toExcuse = codes.filter((code) => !isToMend(code));
  const held = useHeldTyping<Readonly<Record<string, string>>>(say('submit'), () => ({}));
  const reasons = held.typed;
  const isReady = isNoted && toMend.length === 0 && toExcuse.every((code) => (reasons[code] ?? '').trim() !== '');
  const submit = async () =>
    held.told(await order.submit(toExcuse.map((code) => ({ code, reason: (reasons[code] ?? '').trim() }))));
  const found = (code: string) => errors.filter((one) => one.code === code);
  return (
    <Dialogue close={close} title={say('submit')}>
      <ActForm act={say('submit')} send={submit} close={close} isReady={isReady}>
        <Warning words={order.warning} />
        {codes.length === 0 && <p>{say('submitAsk')}</p>}
        {isNoteAsked && note !== null && (
          <Textarea
            name="note"
            label={say('changeNote')}
            description={say('submitNote')}
            lang={draft.locale}
            dir={directionOf(draft.locale)}
            value={note.change.note}
            required
            autosize
            minRows={2}
            onChange={(event) => note.put({ ...note.change, note: event.currentTarget.value })}
          />
        )}
        {toMend.length > 0 && <p>{say('mendLead')}</p>}
        {toMend.map((code) => (
          <ErrorShown key={code} code={code} found={found(code)} locale={draft.locale}>
            {' '}
            <button
              type="button"
              className="plain"
              onClick={() => {
                close();
                // The dialogue gives the focus back when it goes.
                setTimeout(() => goToField(found(code)[0]?.field ?? ''));
              }}
            >
              {say('goToField')}
            </button>
          </ErrorShown>
        ))}
        {toExcuse.length > 0 && <p>{say('overrideLead')}</p>}
        {toExcuse.map((code) => (
          <div key={code}>
            <ErrorShown code={code} found={found(code)} locale={draft.locale} />
            <Textarea
              label={say('overrideReason')}
              value={reasons[code] ?? ''}
              autosize
              onChange={(event) => {
                const { value } = event.currentTarget;
                held.put((all) => ({ ...all, [code]: value }));
              }}
            />
          </div>
        ))}
        <WhoApproves release={release} draft={draft} />
      </ActForm>
    </Dialogue>
  );
}

/** An error, and what it was found in. */
function ErrorShown(order: {
  readonly code: string;
  readonly found: readonly Finding[];
  readonly locale: string;
  readonly children?: ReactNode;
}) {
  const words = useWords();
  const { code, found, locale, children } = order;
  return (
    <div>
      <p>
        <strong>{findingWords(code, words)}</strong>
        {children}
      </p>
      {found
        .filter(({ excerpt }) => excerpt !== '')
        .map(({ excerpt, field }) => (
          <p className="small" key={`${field} ${excerpt}`}>
            <q lang={locale}>{excerpt}</q>
          </p>
        ))}
    </div>
  );
}
