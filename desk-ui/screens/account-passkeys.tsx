import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '../api.ts';
import { useAsk } from '../parts/ask.tsx';
import { useAsked, useDoing } from '../parts/asked.ts';
import { type Trouble, TroubleShown } from '../parts/trouble.tsx';
import { useWords } from '../words/words.tsx';
import { Part } from './part.tsx';

/** Keys that a device keeps: added here, named by their owner, removed with a question. */
export function PasskeysPart() {
  const { say, moment } = useWords();
  const ask = useAsk();
  const { answer, trouble } = useAsked('GET /desk/api/passkeys', {});
  const { doIt, trouble: why } = useDoing();
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const [notBegun, setNotBegun] = useState<Trouble>(null);
  const add = async () => {
    setNote('');
    const begun = await call('POST /desk/api/passkeys/begin', {});
    setNotBegun(begun.kind === 'done' ? null : begun);
    if (begun.kind !== 'done') return;
    const { makePasskey } = await import('../parts/passkeys.ts');
    const response = await makePasskey(begun.answer.options);
    if (response === null) return setNote(say('passkeyFailed'));
    if ((await doIt('POST /desk/api/passkeys/add', { response, name: name.trim() })) !== undefined) setName('');
  };
  const remove = async (passkey: string, called: string) => {
    const question = {
      title: say('passkeys'),
      text: say('passkeyRemoveAsk', { name: called }),
      act: say('remove'),
      isGrave: true,
    };
    if ((await ask(question)) !== null) await doIt('POST /desk/api/passkeys/remove', { passkey });
  };
  return (
    <Part title={say('passkeys')}>
      {answer?.passkeys.length === 0 && <p>{say('passkeysNone')}</p>}
      <ul>
        {answer?.passkeys.map((one) => (
          <li className="finding" key={one.id}>
            <p>{one.name}</p>
            <p className="where">
              <span>{moment(one.createdAt)}</span>
              <span>
                {one.usedAt === null ? say('passkeyNeverUsed') : say('passkeyUsed', { when: moment(one.usedAt) })}
              </span>
            </p>
            <button type="button" className="plain" onClick={() => void remove(one.id, one.name)}>
              {say('remove')}
            </button>
          </li>
        ))}
      </ul>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') void add();
        }}
      >
        <TextInput label={say('passkeyName')} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <div className="row">
          <Button type="submit" variant="default" disabled={name.trim() === ''}>
            {say('passkeyAdd')}
          </Button>
        </div>
      </form>
      {note !== '' && (
        <p role="alert" className="banner">
          {note}
        </p>
      )}
      <TroubleShown trouble={notBegun ?? why ?? trouble} />
    </Part>
  );
}
