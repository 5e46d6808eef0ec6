import { Button, Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Change, DraftOpened, TextNamed } from '../../src/desk/contract.ts';
import { useDoing } from '../parts/asked.ts';
import { directionOf } from '../parts/me.tsx';
import { TroubleShown, useNotices } from '../parts/notices.tsx';
import { useWords } from '../words/words.tsx';
import type { TextInHand } from './use-autosave.ts';

const kinds = ['correction', 'clarification', 'update'] as const;

/** The public note of a later edition: what was wrong. */
export function ChangeNote(order: {
  readonly named: TextNamed;
  readonly draft: DraftOpened;
  readonly text: TextInHand;
  readonly isEditable: boolean;
}) {
  const { say } = useWords();
  const notices = useNotices();
  const { named, draft, text, isEditable } = order;
  const [change, setChange] = useState<Change>(draft.change ?? { kind: 'correction', note: '', isMajor: false });
  const { doIt, isDoing, trouble } = useDoing();
  const isUnsaved = JSON.stringify(change) !== JSON.stringify(draft.change);
  const save = async () => {
    if (!isUnsaved || !isEditable) return;
    await text.autosave.flush();
    const answer = await doIt('POST /desk/api/draft/change', { ...named, revision: text.autosave.revision, change });
    if (answer === undefined) return;
    text.autosave.heard(text.autosave.base, answer.revision);
    notices.say(say('doneSaved'));
  };
  return (
    <fieldset className="banner stack">
      <legend>
        <strong>{say('changeTitle')}</strong>
      </legend>
      <ChangeFields change={change} put={setChange} locale={named.locale} isEditable={isEditable} />
      {isEditable && (
        <Button size="xs" variant="default" disabled={!isUnsaved} loading={isDoing} onClick={() => void save()}>
          {say('changeSave')}
        </Button>
      )}
      <TroubleShown trouble={trouble} />
    </fieldset>
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
