import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { BoilerplateSeen } from '../../src/desk/contract.ts';
import { now } from '../clock.ts';
import { TextEditor } from '../editor/text-editor.tsx';
import { ActForm } from '../parts/act-form.tsx';
import { useAsked, useDoing } from '../parts/asked.ts';
import { Opening } from '../parts/frame.tsx';
import { directionOf, useDesk, useNames } from '../parts/me.tsx';
import { useNotices } from '../parts/notices.tsx';
import { TroubleShown } from '../parts/trouble.tsx';
import { Prose } from '../text/prose.tsx';
import { useWords } from '../words/words.tsx';

/** What stands under every release of an office in a language, from a day on. */
export function BoilerplateScreen() {
  const { say, day, languageName } = useWords();
  const { institution } = useDesk();
  const names = useNames();
  const wantedOffice = useSearch({ from: '/inside/boilerplate' }).office;
  const first = institution.offices.find(({ code }) => code === wantedOffice) ?? institution.offices[0];
  const [office, setOffice] = useState(first?.code ?? '');
  const locales = institution.offices.find(({ code }) => code === office)?.locales ?? institution.locales;
  const [wanted, setLocale] = useState('');
  const locale = locales.includes(wanted) ? wanted : (locales[0] ?? institution.defaultLocale);
  const { answer, trouble } = useAsked('GET /desk/api/boilerplate', { office, locale });
  const [isNew, setNew] = useState(false);
  const versions = [...(answer?.boilerplate ?? [])].sort((a, b) => (a.from < b.from ? 1 : -1));
  return (
    <>
      <Opening title={say('boilerplate')}>
        <Button onClick={() => setNew(true)}>{say('boilerplateAdd')}</Button>
      </Opening>
      <div className="filters">
        <NativeSelect
          label={say('office')}
          value={office}
          data={institution.offices.map(({ code }) => ({ value: code, label: names.office(code) }))}
          onChange={(event) => setOffice(event.currentTarget.value)}
        />
        <NativeSelect
          label={say('language')}
          value={locale}
          data={locales.map((value) => ({ value, label: languageName(value) }))}
          onChange={(event) => setLocale(event.currentTarget.value)}
        />
      </div>
      <p className="small empty">{say('boilerplateHint')}</p>
      <TroubleShown trouble={trouble} />
      {isNew && (
        <Version
          key={`${office} ${locale}`}
          {...{ office, locale }}
          first={versions[0] ?? { from: '', boilerplate: '', contacts: '' }}
          close={() => setNew(false)}
        />
      )}
      {answer !== undefined && versions.length === 0 && <p className="empty">{say('boilerplateEmpty')}</p>}
      {versions.map((one) => (
        <section className="section" key={one.from}>
          <h2>
            {say('boilerplateFrom')} <time dateTime={one.from}>{day(one.from)}</time>
          </h2>
          <div className="stack section">
            <Kept html={one.boilerplate} label={say('boilerplateText')} locale={locale} />
            <Kept html={one.contacts} label={say('contacts')} locale={locale} />
          </div>
        </section>
      ))}
    </>
  );
}

function Kept({ html, label, locale }: { readonly html: string; readonly label: string; readonly locale: string }) {
  if (html === '') return null;
  return (
    <div>
      <h3 className="field-label">{label}</h3>
      <div className="read-text" lang={locale} dir={directionOf(locale)}>
        <Prose html={html} />
      </div>
    </div>
  );
}

function Version(order: {
  readonly office: string;
  readonly locale: string;
  readonly first: BoilerplateSeen;
  readonly close: () => void;
}) {
  const { say } = useWords();
  const notices = useNotices();
  const { office, locale, first, close } = order;
  const { attempt } = useDoing();
  const [version, setVersion] = useState({ ...first, from: now().toISOString().slice(0, 10) });
  const put = (more: Partial<BoilerplateSeen>) => setVersion((all) => ({ ...all, ...more }));
  const editor = { locale, direction: directionOf(locale) };
  return (
    <ActForm
      className="stack section"
      act={say('save')}
      send={() =>
        attempt('POST /desk/api/boilerplate', { ...version, office, locale }, () => notices.say(say('doneSaved')))
      }
      close={close}
    >
      <TextInput
        name="from"
        type="date"
        label={say('boilerplateFrom')}
        value={version.from}
        required
        onChange={(event) => put({ from: event.currentTarget.value })}
      />
      <TextEditor
        {...editor}
        label={say('boilerplateText')}
        html={first.boilerplate}
        onChange={(boilerplate) => put({ boilerplate })}
      />
      <TextEditor
        {...editor}
        label={say('contacts')}
        html={first.contacts}
        onChange={(contacts) => put({ contacts })}
      />
    </ActForm>
  );
}
