import { Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Change, DraftOpened, TextNamed } from '../../src/desk/contract.ts';
import { openKeepNote } from '../keep/kept-note.ts';
import { useDoing } from '../parts/asked.ts';
import { directionOf, useDesk } from '../parts/me.tsx';
import { TroubleShown } from '../parts/notices.tsx';
import { useWords } from '../words/words.tsx';
import type { TextInHand } from './use-autosave.ts';

const kinds = ['correction', 'clarification', 'update'] as const;

/** After the last key. */
const SAVE_AFTER_MILLISECONDS = 2_000;

/** The public note of a later edition: what was wrong. Saved while one writes, as the text is. */
export function ChangeNote(order: {
  readonly named: TextNamed;
  readonly draft: DraftOpened;
  readonly text: TextInHand;
  readonly isEditable: boolean;
}) {
  const { say } = useWords();
  const { draft, named, isEditable } = order;
  const { change, put, isSaved, flush, trouble } = useNote(order);
  return (
    <fieldset
      className="banner stack"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) void flush();
      }}
    >
      <legend>
        <strong>{say('changeTitle')}</strong>
      </legend>
      <ChangeFields change={change} put={put} locale={named.locale} isEditable={isEditable} />
      {isEditable && (
        <p className="save-state" role="status">
          {isSaved ? change.note !== '' && say('noteSaved') : say('unsaved')}
        </p>
      )}
      <TroubleShown trouble={trouble} />
    </fieldset>
  );
}

function useNote({ named, draft, text, isEditable }: Parameters<typeof ChangeNote>[0]) {
  const { me } = useDesk();
  const held = draft.change ?? { kind: 'correction', note: '', isMajor: false };
  const [keep] = useState(() => openKeepNote(localStorage, [me.person.id, named.release, named.locale, draft.edition]));
  const [change, setChange] = useState<Change>(() => (isEditable ? keep.read() : null) ?? held);
  const { doIt, trouble } = useDoing();
  const isSaved = JSON.stringify(change) === JSON.stringify(held);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  /** @returns whether the newsroom has it. */
  const flush = async (): Promise<boolean> => {
    clearTimeout(timer.current);
    if (isSaved || !isEditable) return true;
    await text.autosave.flush();
    const answer = await doIt('POST /desk/api/draft/change', { ...named, revision: text.autosave.revision, change });
    if (answer === undefined) return false;
    text.autosave.heard(text.autosave.base, answer.revision);
    keep.drop();
    return true;
  };
  const latest = useRef(flush);
  latest.current = flush;
  useEffect(() => text.alsoSave(() => latest.current()), [text.alsoSave]);
  useEffect(() => {
    if (isSaved || !isEditable) return;
    keep.write(change);
    timer.current = setTimeout(() => void latest.current(), SAVE_AFTER_MILLISECONDS);
    return () => clearTimeout(timer.current);
  }, [change, isSaved, isEditable, keep]);
  return { change, put: setChange, isSaved, flush, trouble };
}

export function ChangeFields(order: {
  readonly change: Change;
  readonly put: (change: Change) => void;
  readonly locale: string;
  readonly isEditable: boolean;
}) {
  const { say } = useWords();
  const { change, put, locale, isEditable } = order;
  return (
    <div className="stack">
      <NativeSelect
        label={say('changeKind')}
        value={change.kind}
        disabled={!isEditable}
        data={kinds.map((value) => ({ value, label: say(`change-${value}`) }))}
        onChange={(event) => put({ ...change, kind: event.currentTarget.value as Change['kind'] })}
      />
      <Textarea
        label={say('changeNote')}
        description={say('changeNoteHint')}
        lang={locale}
        dir={directionOf(locale)}
        value={change.note}
        readOnly={!isEditable}
        autosize
        minRows={2}
        onChange={(event) => put({ ...change, note: event.currentTarget.value })}
      />
      <Checkbox
        label={say('changeMajor')}
        checked={change.isMajor}
        disabled={!isEditable}
        onChange={(event) => put({ ...change, isMajor: event.currentTarget.checked })}
      />
    </div>
  );
}
