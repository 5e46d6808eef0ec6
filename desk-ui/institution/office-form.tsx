import { MultiSelect, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { InstitutionKept, OfficeKept } from '../../src/desk/contract.ts';
import { ActForm } from '../parts/act-form.tsx';
import { useDoing } from '../parts/asked.ts';
import { useNotices } from '../parts/notices.tsx';
import { useWords } from '../words/words.tsx';
import { changedFields } from './changed-fields.ts';
import { everyCountry } from './every-country.ts';
import { TextsFields } from './texts-fields.tsx';
import { ZoneField } from './zone-field.tsx';

/** Makes an office, or changes it: its facts where one keeps offices, its words where one may describe it. */
export function OfficeForm(order: {
  readonly kept: InstitutionKept;
  /** Null: a new one. */
  readonly office: OfficeKept | null;
  readonly close: () => void;
}) {
  const { say } = useWords();
  const notices = useNotices();
  const { attempt } = useDoing();
  const { kept, office, close } = order;
  const isNew = office === null;
  const before = useMemo(() => fieldsOf(kept, office), [kept, office]);
  const [code, setCode] = useState(office?.code ?? '');
  const [fields, setFields] = useState(before);
  const put = (more: Partial<typeof fields>) => setFields((all) => ({ ...all, ...more }));
  const tags = kept.organisation.locales.map(({ locale }) => locale);
  const locales = [...new Set([...tags, ...fields.locales, ...Object.keys(before.names)])];
  const save = () => {
    const { slug, ...changed } = changedFields(before, fields);
    const named = slug === undefined || slug.trim() === '' ? {} : { slug: slug.trim() };
    const change = { code: code.trim(), isNew, ...changed, ...named };
    return attempt('POST /desk/api/offices', change, () => notices.say(say('doneSaved')));
  };
  return (
    <ActForm
      className="stack section"
      label={isNew ? say('officeAdd') : code}
      act={say('save')}
      send={save}
      close={close}
    >
      {kept.mayKeepOffices && (
        <>
          {isNew && (
            <TextInput
              name="code"
              label={say('shortCode')}
              description={say('officeCodeHint')}
              value={code}
              required
              maxLength={24}
              data-autofocus
              onChange={(event) => setCode(event.currentTarget.value.toUpperCase())}
            />
          )}
          <Facts {...{ fields, put, locales }} last={kept.offices.length + (isNew ? 1 : 0)} />
        </>
      )}
      <TextsFields
        {...{ locales, put }}
        texts={fields}
        hasIntroduction
        may={(locale) => kept.mayKeepOffices || office?.mayDescribe.includes(locale) === true}
      />
    </ActForm>
  );
}

type Fields = ReturnType<typeof fieldsOf>;

function fieldsOf({ organisation, offices }: InstitutionKept, office: OfficeKept | null) {
  return {
    slug: office?.slug ?? '',
    names: office?.names ?? {},
    introductions: office?.introductions ?? {},
    countries: office?.countries ?? [],
    locales: office?.locales ?? [],
    timeZone: office?.timeZone ?? organisation.timeZone,
    position: office === null ? offices.length + 1 : offices.indexOf(office) + 1,
  };
}

function Facts(order: {
  readonly fields: Fields;
  readonly put: (more: Partial<Fields>) => void;
  readonly locales: readonly string[];
  readonly last: number;
}) {
  const { say, language, languageName, countryName } = useWords();
  const { fields, put, locales, last } = order;
  const countries = useMemo(() => everyCountry(countryName, language), [countryName, language]);
  return (
    <div className="pair">
      <TextInput
        name="slug"
        label={say('slugName')}
        description={say('slugNameHint')}
        value={fields.slug}
        maxLength={200}
        onChange={(event) => put({ slug: event.currentTarget.value })}
      />
      <MultiSelect
        label={say('countries')}
        description={say('officeCountriesHint')}
        value={[...fields.countries]}
        data={countries.map((value) => ({ value, label: countryName(value) }))}
        onChange={(value) => put({ countries: value })}
        searchable
      />
      <MultiSelect
        label={say('officeLanguages')}
        value={[...fields.locales]}
        data={locales.map((value) => ({ value, label: languageName(value) }))}
        onChange={(value) => put({ locales: value })}
        searchable
      />
      <ZoneField value={fields.timeZone} put={(timeZone) => put({ timeZone })} />
      <TextInput
        type="number"
        label={say('position')}
        min={1}
        max={last}
        required
        value={String(fields.position)}
        onChange={(event) => put({ position: Number(event.currentTarget.value) })}
      />
    </div>
  );
}
