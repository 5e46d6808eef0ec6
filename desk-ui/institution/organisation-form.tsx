import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { OrganisationKept } from '../../src/desk/contract.ts';
import { ActForm } from '../parts/act-form.tsx';
import { useAsk } from '../parts/ask.tsx';
import { useDoing } from '../parts/asked.ts';
import { useNotices } from '../parts/notices.tsx';
import { useWords } from '../words/words.tsx';
import { changedFields } from './changed-fields.ts';
import { TextsFields } from './texts-fields.tsx';
import { ZoneField } from './zone-field.tsx';

type SiteLocale = OrganisationKept['locales'][number];

/** What the organisation is called, the languages of its site, and its clock. */
export function OrganisationForm(order: { readonly organisation: OrganisationKept; readonly close: () => void }) {
  const words = useWords();
  const { say, languageName } = words;
  const ask = useAsk();
  const notices = useNotices();
  const { attempt } = useDoing();
  const { organisation: before, close } = order;
  const [fields, setFields] = useState(before);
  const put = (more: Partial<OrganisationKept>) => setFields((all) => ({ ...all, ...more }));
  const tags = fields.locales.map(({ locale }) => locale);
  const save = async () => {
    const moved = fields.locales.filter(({ locale, scope }) =>
      before.locales.some((one) => one.locale === locale && one.scope !== scope),
    );
    if (moved.length > 0) {
      const languages = moved.map(({ locale }) => languageName(locale)).join(say('comma'));
      const question = { title: say('siteScope'), text: say('scopeAsk', { languages }), act: say('save') };
      if ((await ask(question)) === null) return;
    }
    return attempt('POST /desk/api/organisation', changedFields(before, fields), () => notices.say(say('doneSaved')));
  };
  return (
    <ActForm className="stack section" label={say('organisation')} act={say('save')} send={save} close={close}>
      <SiteLocales locales={fields.locales} put={(locales) => put({ locales })} />
      <div className="pair">
        <NativeSelect
          label={say('defaultLanguage')}
          value={fields.defaultLocale}
          data={[...new Set([...tags, fields.defaultLocale])].map((value) => ({ value, label: languageName(value) }))}
          onChange={(event) => put({ defaultLocale: event.currentTarget.value })}
        />
        <ZoneField value={fields.timeZone} put={(timeZone) => put({ timeZone })} />
      </div>
      <TextsFields
        locales={[...new Set([...tags, ...Object.keys(before.names)])]}
        texts={fields}
        put={put}
        hasIntroduction
        may={() => true}
      />
    </ActForm>
  );
}

function SiteLocales(order: {
  readonly locales: readonly SiteLocale[];
  readonly put: (locales: readonly SiteLocale[]) => void;
}) {
  const { say, languageName } = useWords();
  const { locales, put } = order;
  const [tag, setTag] = useState('');
  const add = () => {
    const locale = tag.trim();
    if (locale === '' || locales.some((one) => one.locale === locale)) return;
    put([...locales, { locale, scope: 'any' }]);
    setTag('');
  };
  const swap = (at: number, other: number) =>
    put(locales.map((one, place) => (place === at ? locales[other] : place === other ? locales[at] : one) ?? one));
  return (
    <fieldset className="stack">
      <legend>{say('siteLanguages')}</legend>
      <ol className="bundle">
        {locales.map(({ locale, scope }, at) => (
          <li className="row" key={locale}>
            <span className="language">{languageName(locale)}</span>
            <NativeSelect
              aria-label={say('labelled', { label: say('siteScope'), words: languageName(locale) })}
              value={scope}
              data={(['any', 'locale'] as const).map((value) => ({ value, label: say(`scope-${value}`) }))}
              onChange={(event) =>
                put(
                  locales.map((one, place) =>
                    place === at ? { locale, scope: event.currentTarget.value as SiteLocale['scope'] } : one,
                  ),
                )
              }
            />
            {at > 0 && <Plain word="moveUp" of={locale} act={() => swap(at, at - 1)} />}
            {at < locales.length - 1 && <Plain word="moveDown" of={locale} act={() => swap(at, at + 1)} />}
            <Plain word="remove" of={locale} act={() => put(locales.filter((one) => one.locale !== locale))} />
          </li>
        ))}
      </ol>
      <div className="row end">
        <TextInput
          label={say('addLanguage')}
          description={say('foreignTag')}
          value={tag}
          maxLength={35}
          onChange={(event) => setTag(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
        <Button variant="default" onClick={add}>
          {say('addLanguage')}
        </Button>
      </div>
    </fieldset>
  );
}

function Plain(order: {
  readonly word: 'moveUp' | 'moveDown' | 'remove';
  readonly of: string;
  readonly act: () => void;
}) {
  const { say, languageName } = useWords();
  return (
    <button
      type="button"
      className="plain"
      aria-label={say('labelled', { label: say(order.word), words: languageName(order.of) })}
      onClick={order.act}
    >
      {say(order.word)}
    </button>
  );
}
