import { TextInput, useMantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useWords } from '../words/words.tsx';
import { useAsked } from './asked.ts';
import { Dialogue } from './dialogue.tsx';
import { useHasRole } from './me.tsx';
import { placesFor } from './places.ts';
import { useSignOut } from './sign-out.ts';

interface Command {
  readonly name: string;
  readonly hint?: string;
  readonly act: () => void;
}

const MAX_SHOWN = 30;

/** Everything by its name, from the keyboard: screens, acts, and the texts of the newsroom. */
export function Commands({ close }: { readonly close: () => void }) {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const list = useId();
  const [acts] = useState(actsOfScreen);
  const commands = useCommands(typed, acts);
  const place = Math.min(chosen, Math.max(0, commands.length - 1));
  const run = (command: Command | undefined) => {
    if (command === undefined) return;
    close();
    command.act();
  };
  const steer = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setChosen((place + step + commands.length) % Math.max(1, commands.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(commands[place]);
    }
  };
  useEffect(() => {
    document.getElementById(`${list}-${place}`)?.scrollIntoView({ block: 'nearest' });
  }, [list, place]);

  return (
    <Dialogue close={close} title={say('commands')}>
      <TextInput
        aria-label={say('commandsHint')}
        placeholder={say('commandsHint')}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={steer}
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={commands.length === 0 ? undefined : `${list}-${place}`}
        autoComplete="off"
        data-autofocus
      />
      <div className="commands" role="listbox" id={list} aria-label={say('commands')}>
        {commands.map((command, at) => (
          <div
            key={`${command.name} ${command.hint ?? ''}`}
            id={`${list}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === place}
            onPointerMove={() => setChosen(at)}
            onClick={() => run(command)}
            onKeyDown={steer}
          >
            <span>{command.name}</span>
            <span className="small">{command.hint}</span>
          </div>
        ))}
      </div>
      {commands.length === 0 && (
        <p className="empty" role="status">
          {say('noCommand')}
        </p>
      )}
    </Dialogue>
  );
}

/** What can be done at the screen as it stands: its own buttons, by their names. */
function actsOfScreen(): readonly Command[] {
  const found = document.querySelectorAll<HTMLElement>(
    'main :is(.opening, .acts, .side > section) > :is(a, button), main .opening .row > :is(a, button)',
  );
  return [...found]
    .filter((one) => !one.matches(':disabled, [data-disabled], [data-loading]') && one.offsetParent !== null)
    .map((one) => ({
      name: (one.textContent ?? '').replace(/[\s▾]+$/u, ''),
      // After the palette is gone and has given the focus back: what opens now takes it.
      act: () => setTimeout(() => one.click()),
    }));
}

function useCommands(typed: string, acts: readonly Command[]): readonly Command[] {
  const { say, languageName } = useWords();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { setColorScheme } = useMantineColorScheme();
  const isKeeper = useHasRole('office-administrator', 'administrator');
  const mayWrite = useHasRole('writer', 'editor', 'publisher');
  const words = typed.trim().toLowerCase();
  const { answer } = useAsked('GET /desk/api/releases', { search: typed.trim() }, words.length > 1);

  const fixed: readonly Command[] = [
    ...acts,
    ...placesFor(isKeeper).map(({ to, word }) => ({ name: say(word), act: () => void navigate({ to }) })),
    ...(mayWrite ? [{ name: say('newRelease'), act: () => void navigate({ to: '/releases/new' }) }] : []),
    { name: say('account'), act: () => void navigate({ to: '/account' }) },
    { name: say('publicSite'), act: () => location.assign('/') },
    ...(['light', 'dark', 'auto'] as const).map((scheme) => ({
      name: say('labelled', { label: say('colours'), words: say(scheme === 'auto' ? 'likeSystem' : scheme) }),
      act: () => setColorScheme(scheme),
    })),
    { name: say('signOut'), act: () => void signOut() },
  ];
  const texts = (words.length > 1 ? (answer?.texts ?? []) : []).map(
    ({ release, locale, headline, state, reference }): Command => ({
      name: headline || say('untitled'),
      hint: [languageName(locale), say(`state-${state}`), reference].filter(Boolean).join(' · '),
      act: () => void navigate({ to: '/releases/$release/$locale', params: { release, locale } }),
    }),
  );
  // A button of the screen comes before the way to a screen of the same name.
  const isFirst = ({ name }: Command, at: number) => fixed.findIndex((one) => one.name === name) === at;
  const known = fixed.filter(isFirst).filter(({ name }) => name.toLowerCase().includes(words));
  return [...known, ...texts].slice(0, MAX_SHOWN);
}
