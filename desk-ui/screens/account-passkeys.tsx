import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '../api.ts';
import { ActForm } from '../parts/act-form.tsx';
import { useAsk } from '../parts/ask.tsx';
import { useAsked, useDoing } from '../parts/asked.ts';
import { TroubleShown } from '../parts/trouble.tsx';
import { useWords } from '../words/words.tsx';
import { Part } from './part.tsx';

/** Keys that a device keeps: added here, named by their owner, removed with a question. */
export function PasskeysPart() {
  const { say, moment } = useWords();
  const ask = useAsk();
  const { answer, trouble } = useAsked('GET /desk/api/passkeys', {});
  const { doIt, attempt, trouble: why } = useDoing();
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const add = async () => {
    setNote('');
    const begun = await call('POST /desk/api/passkeys/begin', {});
    if (begun.kind !== 'done') return begun;
    const { makePasskey } = await import('../parts/passkeys.ts');
    const response = await makePasskey(begun.answer.options);
    if (response === null) return setNote(say('passkeyFailed'));
    return attempt('POST /desk/api/passkeys/add', { response, name: name.trim() }, () => setName(''));
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
      <ActForm act={say('passkeyAdd')} send={add} isReady={name.trim() !== ''}>
        <TextInput label={say('passkeyName')} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      </ActForm>
      {note !== '' && (
        <p role="alert" className="banner">
          {note}
        </p>
      )}
      <TroubleShown trouble={why ?? trouble} />
    </Part>
  );
}
