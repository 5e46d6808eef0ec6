import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { KeyScope, KeySeen } from '../../src/desk/contract.ts';
import { ActForm } from '../parts/act-form.tsx';
import { useAsk } from '../parts/ask.tsx';
import { useAsked, useDoing } from '../parts/asked.ts';
import { CopyLine } from '../parts/copy-line.tsx';
import { useNotices } from '../parts/notices.tsx';
import { TroubleShown } from '../parts/trouble.tsx';
import { useWords } from '../words/words.tsx';

const scopes: readonly KeyScope[] = ['read', 'bulk'];

/** Requests a minute that most programs get along with. */
const USUAL_RATE = 600;

/** Keys of the API: made, shown once, revoked. */
export function KeysPart() {
  const { say } = useWords();
  const { answer, trouble } = useAsked('GET /desk/api/keys', {});
  const [isNew, setNew] = useState(false);
  const [text, setText] = useState<string | null>(null);
  return (
    <section className="section">
      <h2>{say('keys')}</h2>
      <p className="small">{say('keysLead')}</p>
      <TroubleShown trouble={trouble} />
      {text !== null && (
        <div className="banner">
          <div className="stack">
            <p role="status">{say('keyMade')}</p>
            <CopyLine text={text} />
          </div>
        </div>
      )}
      {answer?.keys.length === 0 && <p className="empty">{say('keysNone')}</p>}
      <ul>
        {answer?.keys.map((one) => (
          <KeyLine one={one} key={one.id} />
        ))}
      </ul>
      {isNew ? (
        <KeyForm close={() => setNew(false)} made={setText} />
      ) : (
        <div className="row section">
          <Button onClick={() => setNew(true)}>{say('keyAdd')}</Button>
        </div>
      )}
    </section>
  );
}

function KeyLine({ one }: { readonly one: KeySeen }) {
  const { say, moment } = useWords();
  const ask = useAsk();
  const notices = useNotices();
  const { doIt, trouble } = useDoing();
  const { name, perMinute, createdAt, revokedAt } = one;
  const revoke = async () => {
    const question = { title: say('keyRevoke'), text: say('keyRevokeAsk', { name }), act: say('keyRevoke') };
    if ((await ask({ ...question, isGrave: true })) === null) return;
    if ((await doIt('POST /desk/api/keys/revoke', { key: one.id })) !== undefined) notices.say(say('doneSaved'));
  };
  return (
    <li className="line">
      <div className="margin">
        <span className={revokedAt === null ? 'mark' : 'mark grave'}>
          {revokedAt === null
            ? say('keySince', { when: moment(createdAt) })
            : say('keyRevoked', { when: moment(revokedAt) })}
        </span>
      </div>
      <div className="stack">
        <div>
          <p className="title">{name}</p>
          <p className="under">
            <span>{one.scopes.map((scope) => say(`scope-${scope}`)).join(say('comma'))}</span>
            <span>{say('keyRateShown', { count: perMinute })}</span>
          </p>
        </div>
        {revokedAt === null && (
          <div className="row">
            <Button
              size="xs"
              variant="subtle"
              color="grave"
              aria-label={say('labelled', { label: say('keyRevoke'), words: name })}
              onClick={() => void revoke()}
            >
              {say('keyRevoke')}
            </Button>
          </div>
        )}
        <TroubleShown trouble={trouble} />
      </div>
    </li>
  );
}

function KeyForm({ close, made }: { readonly close: () => void; readonly made: (text: string) => void }) {
  const { say } = useWords();
  const { attempt } = useDoing();
  const [name, setName] = useState('');
  const [rate, setRate] = useState(String(USUAL_RATE));
  const [chosen, setChosen] = useState<readonly KeyScope[]>(scopes);
  const save = () => {
    const key = { name: name.trim(), scopes: chosen, perMinute: Number(rate) };
    return attempt('POST /desk/api/keys', key, ({ text }) => made(text));
  };
  return (
    <ActForm
      className="stack section"
      label={say('keyAdd')}
      act={say('keyAdd')}
      send={save}
      close={close}
      isReady={chosen.length > 0}
    >
      <div className="pair">
        <TextInput
          name="name"
          label={say('keyName')}
          value={name}
          required
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          type="number"
          label={say('keyRate')}
          min={1}
          max={1_000_000}
          required
          value={rate}
          onChange={(event) => setRate(event.currentTarget.value)}
        />
      </div>
      <fieldset className="row">
        <legend className="small">{say('keyScopes')}</legend>
        {scopes.map((scope) => (
          <Checkbox
            key={scope}
            label={say(`scope-${scope}`)}
            checked={chosen.includes(scope)}
            onChange={({ currentTarget: { checked } }) =>
              setChosen(scopes.filter((one) => (one === scope ? checked : chosen.includes(one))))
            }
          />
        ))}
      </fieldset>
    </ActForm>
  );
}
