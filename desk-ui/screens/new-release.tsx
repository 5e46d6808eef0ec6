import { NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ActForm } from '../parts/act-form.tsx';
import { useDoing } from '../parts/asked.ts';
import { Opening } from '../parts/frame.tsx';
import { useDesk, useNames } from '../parts/me.tsx';
import { useWrites, WithoutRole, writing } from '../parts/without-role.tsx';
import { useWords } from '../words/words.tsx';

/** The first three facts of a release: who issues it, of which type, in which language it is first written. */
export function NewReleaseScreen() {
  const { say, languageName } = useWords();
  const { me, institution } = useDesk();
  const names = useNames();
  const navigate = useNavigate();
  const { attempt } = useDoing();
  const writes = useWrites();
  const assignments = me.person.assignments.filter(({ role }) => writing.includes(role));
  const isEverywhere = assignments.some(({ office }) => office === null);
  const offices = institution.offices.filter(
    ({ code }) => isEverywhere || assignments.some(({ office }) => office === code),
  );
  const [chosen, setChosen] = useState({
    office: offices[0]?.code ?? '',
    type: institution.types[0] ?? '',
    original: '',
  });
  const locales = institution.offices.find(({ code }) => code === chosen.office)?.locales ?? institution.locales;
  const original = locales.includes(chosen.original) ? chosen.original : (locales[0] ?? institution.defaultLocale);
  const begin = () =>
    attempt('POST /desk/api/releases', { ...chosen, original }, ({ release }) => {
      void navigate({ to: '/releases/$release/$locale', params: { release, locale: original } });
    });
  const put = (more: Partial<typeof chosen>) => setChosen((all) => ({ ...all, ...more }));
  if (!writes) {
    return (
      <>
        <Opening title={say('newRelease')} />
        <WithoutRole />
      </>
    );
  }
  return (
    <>
      <Opening title={say('newRelease')} />
      <ActForm className="stack narrow" act={say('beginRelease')} send={begin}>
        <NativeSelect
          label={say('office')}
          value={chosen.office}
          data={offices.map(({ code }) => ({ value: code, label: names.office(code) }))}
          onChange={(event) => put({ office: event.currentTarget.value })}
        />
        <NativeSelect
          label={say('type')}
          value={chosen.type}
          data={institution.types.map((value) => ({ value, label: say(`type-${value}` as 'type-news') }))}
          onChange={(event) => put({ type: event.currentTarget.value })}
        />
        <NativeSelect
          label={say('begunIn')}
          value={original}
          data={locales.map((value) => ({ value, label: languageName(value) }))}
          onChange={(event) => put({ original: event.currentTarget.value })}
        />
      </ActForm>
    </>
  );
}
