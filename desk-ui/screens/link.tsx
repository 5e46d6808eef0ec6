import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { LinkSeen } from '../../src/desk/contract.ts';
import { call } from '../api.ts';
import { useDoing } from '../parts/asked.ts';
import { Door } from '../parts/door.tsx';
import { SecretInput } from '../parts/secret-input.tsx';
import { type Trouble, TroubleShown } from '../parts/trouble.tsx';
import { deskLanguage, useChooseLanguage, useWords } from '../words/words.tsx';

const MIN_PASSWORD_LENGTH = 12;

const titles = {
  'first-administrator': 'linkWelcome',
  invitation: 'linkWelcome',
  reset: 'linkNewPassword',
  none: 'linkTitle',
} as const;

/** A single-use link: of the first administrator, an invitation, or for a new password. The token never leaves the fragment. */
export function LinkScreen() {
  const { say } = useWords();
  const [token] = useState(() => location.hash.slice(1));
  const [seen, setSeen] = useState<LinkSeen | null>(null);
  const [trouble, setTrouble] = useState<Trouble>(null);
  const choose = useRef(useChooseLanguage());
  useEffect(() => {
    void call('POST /desk/api/links/look', { token }).then((outcome) => {
      if (outcome.kind === 'done') {
        setSeen(outcome.answer);
        if ('language' in outcome.answer) choose.current(deskLanguage([outcome.answer.language]));
      } else if (outcome.kind === 'problem') setSeen({ purpose: null, isFirstAwaited: false });
      else setTrouble(outcome);
    });
  }, [token]);
  return (
    <Door title={say(titles[seen?.purpose ?? 'none'])}>
      <TroubleShown trouble={trouble} />
      {seen === null && trouble === null && <p>{say('loading')}</p>}
      {seen?.purpose === null && (
        <p className="banner grave">{say(seen.isFirstAwaited ? 'linkSpentFirst' : 'linkSpent')}</p>
      )}
      {seen !== null && seen.purpose !== null && <UseLink token={token} seen={seen} />}
    </Door>
  );
}

function UseLink({ token, seen }: { readonly token: string; readonly seen: Exclude<LinkSeen, { purpose: null }> }) {
  const { say } = useWords();
  const navigate = useNavigate();
  const isFirst = seen.purpose === 'first-administrator';
  const [typed, setTyped] = useState({
    name: isFirst ? '' : seen.name,
    email: isFirst ? '' : seen.email,
    password: '',
  });
  const [isShort, setShort] = useState(false);
  const [isSpent, setSpent] = useState(false);
  const { doIt, isDoing, trouble } = useDoing();
  const begin = async (event: FormEvent) => {
    event.preventDefault();
    if (typed.password.length < MIN_PASSWORD_LENGTH) return setShort(true);
    const answer = await doIt('POST /desk/api/links/use', { token, ...typed });
    if (answer?.outcome === 'signed-in') await navigate({ to: '/', replace: true });
    else if (answer?.outcome === 'code-needed') await navigate({ to: '/sign-in', replace: true });
    else if (answer !== undefined) setSpent(true);
  };
  const put = (more: Partial<typeof typed>) => setTyped((all) => ({ ...all, ...more }));
  const lead = {
    'first-administrator': () => say('linkFirst'),
    invitation: () => say('linkInvitation', { name: typed.name, email: typed.email }),
    reset: () => say('linkReset', { email: typed.email }),
  }[seen.purpose]();
  return (
    <form className="stack" onSubmit={(event) => void begin(event)}>
      <p>{lead}</p>
      {isFirst && (
        <>
          <TextInput
            label={say('name')}
            autoComplete="name"
            required
            value={typed.name}
            onChange={(event) => put({ name: event.currentTarget.value })}
          />
          <TextInput
            label={say('email')}
            type="email"
            autoComplete="username"
            required
            value={typed.email}
            onChange={(event) => put({ email: event.currentTarget.value })}
          />
        </>
      )}
      <SecretInput
        label={say('password')}
        description={say('passwordRule')}
        autoComplete="new-password"
        required
        value={typed.password}
        error={isShort && say('passwordShort', { count: typed.password.length })}
        onChange={(event) => {
          put({ password: event.currentTarget.value });
          setShort(false);
        }}
      />
      <TroubleShown trouble={trouble} />
      {isSpent && (
        <p className="banner grave" role="alert">
          {say(isFirst ? 'linkSpentFirst' : 'linkSpent')}
        </p>
      )}
      <Button type="submit" loading={isDoing} fullWidth>
        {say('begin')}
      </Button>
    </form>
  );
}
