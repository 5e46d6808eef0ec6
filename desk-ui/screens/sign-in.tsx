import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { SignedIn } from '../../src/desk/contract.ts';
import { call } from '../api.ts';
import { useAsked } from '../parts/asked.ts';
import { Door } from '../parts/door.tsx';
import { SecretInput } from '../parts/secret-input.tsx';
import { wasSignedIn } from '../parts/signed-in.ts';
import { type Trouble, TroubleShown } from '../parts/trouble.tsx';
import { useWords } from '../words/words.tsx';

/** By password and code, by passkey, or through the organisation's own sign-in. */
export function SignInScreen() {
  const { say } = useWords();
  const { next, oidc } = useSearch({ from: '/sign-in' });
  const ways = useAsked('GET /desk/api/ways-in', {});
  const oidcName = ways.answer?.oidc ?? null;
  const navigate = useNavigate();
  const client = useQueryClient();
  const [typed, setTyped] = useState({ email: '', password: '', code: '' });
  const [outcome, setOutcome] = useState<SignedIn | null>(null);
  const [trouble, setTrouble] = useState<Trouble>(null);
  const [note, setNote] = useState('');
  const [isDoing, setDoing] = useState(false);
  const needsCode = outcome?.outcome === 'code-needed' || typed.code !== '';

  const take = async (answer: SignedIn) => {
    setOutcome(answer);
    if (answer.outcome !== 'signed-in') return;
    client.clear();
    await navigate({ href: next !== undefined && next.startsWith('/') && !next.startsWith('//') ? next : '/' });
  };
  const signIn = async (event: FormEvent) => {
    event.preventDefault();
    setDoing(true);
    setNote('');
    const answer = await call('POST /desk/api/sign-in', typed);
    setDoing(false);
    setTrouble(answer.kind === 'done' || answer.kind === 'signed-out' ? null : answer);
    if (answer.kind === 'done') await take(answer.answer);
    else if (answer.kind === 'signed-out') setOutcome({ outcome: 'refused' });
  };
  const usePasskey = async () => {
    setNote('');
    setOutcome(null);
    const begun = await call('POST /desk/api/passkeys/challenge', {});
    if (begun.kind !== 'done') return setTrouble(begun);
    const { answerChallenge } = await import('../parts/passkeys.ts');
    const response = await answerChallenge(begun.answer.options);
    if (response === null) return setNote(say('passkeyFailed'));
    const answer = await call('POST /desk/api/passkeys/sign-in', { response });
    if (answer.kind === 'done') await take(answer.answer);
    else setNote(say('passkeyFailed'));
  };
  const forgotten = async () => {
    if (typed.email === '') return setNote(say('email'));
    const answer = await call('POST /desk/api/reset-requests', { email: typed.email });
    setTrouble(answer.kind === 'done' ? null : answer);
    if (answer.kind === 'done') setNote(say('resetAsked'));
  };
  const field = (name: keyof typeof typed) => ({
    value: typed[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      // The event is spent by the time the state is set.
      const { value } = event.currentTarget;
      setTyped((all) => ({ ...all, [name]: value }));
    },
  });

  return (
    <Door title={say('signInTitle')}>
      <form className="stack" onSubmit={(event) => void signIn(event)}>
        {next !== undefined && wasSignedIn() && outcome === null && <p className="small">{say('signInSession')}</p>}
        <TextInput label={say('email')} type="email" autoComplete="username webauthn" required {...field('email')} />
        <SecretInput label={say('password')} autoComplete="current-password" required {...field('password')} />
        {needsCode && (
          <TextInput
            label={say('code')}
            description={say('codeHint')}
            autoComplete="one-time-code"
            inputMode="text"
            autoFocus
            {...field('code')}
          />
        )}
        <div role="alert">
          {outcome?.outcome === 'refused' && <p className="banner grave">{say('signInRefused')}</p>}
          {outcome?.outcome === 'code-needed' && <p className="banner">{say('codeNeeded')}</p>}
          {outcome?.outcome === 'too-many' && (
            <p className="banner grave">{say('signInTooMany', { seconds: outcome.seconds })}</p>
          )}
          {oidc !== undefined && outcome === null && (
            <p className="banner grave">{say(oidc === 'refused' ? 'oidcRefused' : 'oidcUnavailable')}</p>
          )}
          {note !== '' && <p className="banner">{note}</p>}
        </div>
        <TroubleShown trouble={trouble} />
        <Button type="submit" loading={isDoing} fullWidth>
          {say('signIn')}
        </Button>
        <p className="or">{say('or')}</p>
        <Button variant="default" fullWidth onClick={() => void usePasskey()}>
          {say('withPasskey')}
        </Button>
        {oidcName !== null && (
          <Button variant="default" fullWidth component="a" href="/desk/oidc/begin">
            {say('withOidc', { name: oidcName })}
          </Button>
        )}
        <Button variant="subtle" size="xs" onClick={() => void forgotten()}>
          {say('forgotten')}
        </Button>
      </form>
    </Door>
  );
}
