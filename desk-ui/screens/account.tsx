import { Button, NativeSelect, TextInput, useMantineColorScheme } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { ActForm } from '../parts/act-form.tsx';
import { useAsk } from '../parts/ask.tsx';
import { useAsked, useDoing } from '../parts/asked.ts';
import { CopyLine } from '../parts/copy-line.tsx';
import { Opening } from '../parts/frame.tsx';
import { useDesk } from '../parts/me.tsx';
import { useNotices } from '../parts/notices.tsx';
import { SecretInput } from '../parts/secret-input.tsx';
import { useSignOut } from '../parts/sign-out.ts';
import { TroubleShown } from '../parts/trouble.tsx';
import { deskLanguages, useChooseLanguage, useWords } from '../words/words.tsx';
import { PasskeysPart } from './account-passkeys.tsx';
import { Part } from './part.tsx';

const QrCode = lazy(async () => ({ default: (await import('../parts/qr-code.tsx')).QrCode }));

const MIN_PASSWORD_LENGTH = 12;

/** What belongs to the person alone: their password, second step, passkeys, sessions, and the language of the desk. */
export function AccountScreen() {
  const { say } = useWords();
  const { me } = useDesk();
  const signOut = useSignOut();
  return (
    <>
      <Opening title={say('account')}>
        <Button variant="default" onClick={() => void signOut()}>
          {say('signOut')}
        </Button>
      </Opening>
      <p>
        {me.person.name}, {me.person.email}
      </p>
      <div className="columns">
        <div>
          <LanguagePart />
          {me.hasPassword && <PasswordPart />}
          <TotpPart />
        </div>
        <div>
          <PasskeysPart />
          <SessionsPart />
        </div>
      </div>
    </>
  );
}

function LanguagePart() {
  const { say, language, languageName } = useWords();
  const choose = useChooseLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { doIt, trouble } = useDoing();
  return (
    <Part title={say('deskLanguage')}>
      <NativeSelect
        label={say('language')}
        value={language}
        data={deskLanguages.map((value) => ({ value, label: languageName(value) }))}
        onChange={(event) => {
          const { value } = event.currentTarget;
          choose(value);
          void doIt('POST /desk/api/language', { language: value });
        }}
      />
      <NativeSelect
        label={say('colours')}
        value={colorScheme}
        data={(['auto', 'light', 'dark'] as const).map((value) => ({
          value,
          label: say(value === 'auto' ? 'likeSystem' : value),
        }))}
        onChange={(event) => setColorScheme(event.currentTarget.value as 'auto')}
      />
      <TroubleShown trouble={trouble} />
    </Part>
  );
}

function PasswordPart() {
  const { say } = useWords();
  const notices = useNotices();
  const { attempt } = useDoing();
  const [typed, setTyped] = useState({ current: '', next: '' });
  const [isShort, setShort] = useState(false);
  const change = async () => {
    if (typed.next.length < MIN_PASSWORD_LENGTH) return setShort(true);
    return attempt('POST /desk/api/password', typed, () => {
      setTyped({ current: '', next: '' });
      notices.say(say('passwordChanged'));
    });
  };
  return (
    <Part title={say('yourPassword')}>
      <ActForm act={say('changePassword')} send={change}>
        <SecretInput
          name="current"
          label={say('currentPassword')}
          autoComplete="current-password"
          required
          value={typed.current}
          onChange={(event) => setTyped({ ...typed, current: event.currentTarget.value })}
        />
        <SecretInput
          name="next"
          label={say('newPassword')}
          description={say('passwordRule')}
          autoComplete="new-password"
          required
          value={typed.next}
          error={isShort && say('passwordShort', { count: typed.next.length })}
          onChange={(event) => {
            setTyped({ ...typed, next: event.currentTarget.value });
            setShort(false);
          }}
        />
      </ActForm>
    </Part>
  );
}

function TotpPart() {
  const { say } = useWords();
  const { me } = useDesk();
  const { doIt, attempt, isDoing, trouble } = useDoing();
  const [begun, setBegun] = useState<{ secret: string; address: string } | null>(null);
  const [code, setCode] = useState('');
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [password, setPassword] = useState('');
  const confirm = () =>
    attempt('POST /desk/api/totp/confirm', { code }, ({ recoveryCodes }) => {
      setBegun(null);
      setCodes(recoveryCodes);
    });
  const renew = async () => {
    const answer = await doIt('POST /desk/api/recovery-codes', { password });
    if (answer !== undefined) setCodes(answer.recoveryCodes);
  };
  return (
    <Part title={say('twoSteps')}>
      <p>{say(me.hasTotp ? 'totpOn' : 'totpOff')}</p>
      {codes !== null && (
        <div className="banner">
          <div className="stack">
            <p>{say('recoveryLead')}</p>
            <CopyLine text={codes.join('\n')} />
          </div>
        </div>
      )}
      {!me.hasTotp && begun === null && (
        <div className="row">
          <Button
            variant="default"
            loading={isDoing}
            onClick={() => void doIt('POST /desk/api/totp/begin', {}).then((it) => it !== undefined && setBegun(it))}
          >
            {say('totpBegin')}
          </Button>
        </div>
      )}
      {begun !== null && (
        <ActForm act={say('totpConfirm')} send={confirm} close={() => setBegun(null)}>
          <p>{say('totpExplain')}</p>
          <Suspense fallback={<p>{say('loading')}</p>}>
            <QrCode text={begun.address} label={say('totpCode')} />
          </Suspense>
          <p className="small">
            {say('totpSecret')} <a href={begun.address}>{say('totpAddress')}</a>
          </p>
          <CopyLine text={begun.secret} />
          <TextInput
            name="code"
            label={say('code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        </ActForm>
      )}
      {me.hasTotp && (
        <div className="stack">
          <SecretInput
            label={say('currentPassword')}
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <div className="row">
            <Button variant="default" disabled={password === ''} onClick={() => void renew()}>
              {say('recoveryMake')}
            </Button>
            <Button
              variant="subtle"
              color="grave"
              disabled={password === ''}
              onClick={() => void doIt('POST /desk/api/totp/remove', { password })}
            >
              {say('totpRemove')}
            </Button>
          </div>
        </div>
      )}
      <TroubleShown trouble={trouble} />
    </Part>
  );
}

function SessionsPart() {
  const { say, moment } = useWords();
  const ask = useAsk();
  const { answer, trouble } = useAsked('GET /desk/api/sessions', {});
  const { doIt, trouble: why } = useDoing();
  const end = async (session: string) => {
    const question = { title: say('sessionEnd'), text: say('signInAgain'), act: say('sessionEnd') };
    if ((await ask(question)) !== null) await doIt('POST /desk/api/sessions/end', { session });
  };
  return (
    <Part title={say('sessions')}>
      <TroubleShown trouble={why ?? trouble} />
      <ul>
        {answer?.sessions.map((one) => (
          <li className="finding" key={one.id}>
            <p>{one.agent}</p>
            <p className="where">
              <span>{one.address}</span>
              <span>{say('sessionSeen', { when: moment(one.seenAt) })}</span>
              {one.isThis && <span className="mark">{say('sessionThis')}</span>}
            </p>
            {!one.isThis && (
              <button type="button" className="plain" onClick={() => void end(one.id)}>
                {say('sessionEnd')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}
