import { Button, Checkbox, NativeSelect, Textarea } from '@mantine/core';
import type { Change } from '../../src/desk/contract.ts';
import { directionOf } from '../parts/me.tsx';
import { TroubleShown } from '../parts/trouble.tsx';
import { compareWords } from '../text/compare-words.ts';
import { Differences } from '../text/differences.tsx';
import { useWords } from '../words/words.tsx';
import type { Note } from './use-note.ts';

const kinds = ['correction', 'clarification', 'update'] as const;

/** The public note of a later edition: what was wrong. Saved while one writes, as the text is. */
export function ChangeNote(order: { readonly note: Note; readonly locale: string; readonly isEditable: boolean }) {
  const { say } = useWords();
  const { locale, isEditable } = order;
  const { change, put, isSaved, theirs, takeTheirs, takeYours, flush, trouble } = order.note;
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
      {theirs !== null && (
        <NotesCompared yours={change} take={{ theirs: takeTheirs, yours: takeYours }} {...{ theirs, locale }} />
      )}
      <ChangeFields change={change} put={put} locale={locale} isEditable={isEditable} />
      {isEditable && (
        <p className="save-state" role="status">
          {isSaved ? change.note !== '' && say('noteSaved') : say('unsaved')}
        </p>
      )}
      <TroubleShown trouble={trouble} />
    </fieldset>
  );
}

/** Somebody saved another note since one began to type: one of the two is chosen. */
function NotesCompared(order: {
  readonly theirs: Change;
  readonly yours: Change;
  readonly locale: string;
  readonly take: { readonly theirs: () => void; readonly yours: () => void };
}) {
  const { say } = useWords();
  const { theirs, yours, locale, take } = order;
  const told = ({ kind, note }: Change) => say('labelled', { label: say(`change-${kind}`), words: note });
  return (
    <section className="banner fair" role="alert">
      <div className="stack">
        <strong>{say('conflictTitle')}</strong>
        <div lang={locale} dir={directionOf(locale)}>
          <Differences parts={compareWords(told(theirs), told(yours), locale)} />
        </div>
        <div className="row">
          <Button variant="default" onClick={take.theirs}>
            {say('takeTheirs')}
          </Button>
          <Button variant="default" onClick={take.yours}>
            {say('takeYours')}
          </Button>
        </div>
      </div>
    </section>
  );
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
        name="note"
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
        description={say('changeMajorHint')}
        checked={change.isMajor}
        disabled={!isEditable}
        onChange={(event) => put({ ...change, isMajor: event.currentTarget.checked })}
      />
    </div>
  );
}
