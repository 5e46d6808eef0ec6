import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReleaseOpened, TextLine, TextNamed } from '../../src/desk/contract.ts';
import { useAsked } from '../parts/asked.ts';
import { directionOf, useNames } from '../parts/me.tsx';
import { TroubleShown } from '../parts/trouble.tsx';
import { useWords } from '../words/words.tsx';

/** A text that may be tied to another, as much of it as one has to see to choose it. */
export type Candidate = Pick<TextLine, 'release' | 'locale' | 'headline' | 'office'>;

/** What goes public together with a text: other languages of its release, and texts of any other; each must be approved. */
export function ChooseTogether(order: {
  readonly opened: ReleaseOpened;
  readonly named: TextNamed;
  readonly chosen: readonly Candidate[];
  readonly put: (chosen: readonly Candidate[]) => void;
}) {
  const { say } = useWords();
  const { opened, named, chosen, put } = order;
  const { release } = opened;
  const [search, setSearch] = useState('');
  const { answer, trouble } = useAsked('GET /desk/api/releases', { state: 'approved', search: search.trim() });
  const own = opened.drafts
    .filter(({ locale, state, bundle }) => locale !== named.locale && state === 'approved' && bundle === null)
    .map(({ locale, content }) => ({
      ...{ release: release.id, office: release.office, locale },
      headline: content.headline,
    }));
  const found = (answer?.texts ?? []).filter((line) => line.release !== release.id && line.bundle === null);
  // What was chosen stays in sight, whatever is looked for next.
  const offered = [...new Map([...own, ...chosen, ...found].map((one) => [keyOf(one), one])).values()];
  const isChosen = (one: Candidate) => chosen.some((other) => keyOf(other) === keyOf(one));
  const choose = (one: Candidate, isWanted: boolean) =>
    put([...chosen.filter((other) => keyOf(other) !== keyOf(one)), ...(isWanted ? [one] : [])]);
  return (
    <fieldset className="stack">
      <legend>{say('bundleWith')}</legend>
      <p className="small">{say('bundleHint')}</p>
      <TextInput
        type="search"
        label={say('bundleSearch')}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <TroubleShown trouble={trouble} />
      <ul className="choices">
        {offered.map((one) => (
          <li key={keyOf(one)}>
            <Checkbox
              checked={isChosen(one)}
              onChange={(event) => choose(one, event.currentTarget.checked)}
              label={<Label text={one} />}
            />
          </li>
        ))}
      </ul>
      <p className="small" role="status">
        {offered.length === 0 ? say('bundleNone') : say('bundleChosen', { count: chosen.length })}
      </p>
    </fieldset>
  );
}

function Label({ text: { headline, locale, office } }: { readonly text: Candidate }) {
  const { say, languageName } = useWords();
  const names = useNames();
  return (
    <>
      <span lang={headline === '' ? undefined : locale} dir={headline === '' ? undefined : directionOf(locale)}>
        {headline || say('untitled')}
      </span>{' '}
      <span className="small">
        {languageName(locale)} · {names.office(office)}
      </span>
    </>
  );
}

function keyOf({ release, locale }: TextNamed): string {
  return `${release} ${locale}`;
}
