import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsked } from '../parts/asked.ts';
import { useDesk, useNames } from '../parts/me.tsx';
import type { Audited } from '../types.ts';
import { useWords } from '../words/words.tsx';
import { audited } from './audited.ts';

/** What of the log is wanted: by people and offices as they are called, acts in words, releases by their reference. */
export function AuditFilters({ restart }: { readonly restart: () => void }) {
  const { say, language } = useWords();
  const { institution } = useDesk();
  const names = useNames();
  const filters = useSearch({ from: '/inside/audit' });
  const navigate = useNavigate();
  const { answer } = useAsked('GET /desk/api/people', {});
  const put = (more: Partial<typeof filters>) => {
    restart();
    void navigate({ to: '/audit', search: { ...filters, ...more }, replace: true });
  };
  const any = { value: '', label: say('any') };
  const acts = audited.map((value) => ({ value: value as string, label: say(`did-${value}`) }));
  const people = answer?.people.map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` })) ?? [];
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  return (
    <search className="filters" aria-label={say('filters')}>
      <NativeSelect
        label={say('auditPerson')}
        value={filters.person ?? ''}
        data={[any, { value: 'clock', label: say('clock') }, ...people]}
        onChange={(event) => put({ person: event.currentTarget.value || undefined })}
      />
      <NativeSelect
        label={say('office')}
        value={filters.office ?? ''}
        data={[any, ...institution.offices.map(({ code }) => ({ value: code, label: names.office(code) }))]}
        onChange={(event) => put({ office: event.currentTarget.value || undefined })}
      />
      <NativeSelect
        label={say('auditAct')}
        value={filters.act ?? ''}
        data={[any, ...acts.toSorted((one, other) => one.label.localeCompare(other.label, language))]}
        onChange={(event) => put({ act: (event.currentTarget.value || undefined) as Audited | undefined })}
      />
      <ReferenceLine
        key={filters.reference}
        value={filters.reference ?? ''}
        put={(reference) => put({ reference: reference || undefined })}
      />
      {isFiltered && (
        <Button
          variant="default"
          onClick={() => {
            restart();
            void navigate({ to: '/audit', search: {} });
          }}
        >
          {say('clear')}
        </Button>
      )}
    </search>
  );
}

/** Asked for when one leaves it or presses Enter: half a reference finds nothing. */
function ReferenceLine({ value, put }: { readonly value: string; readonly put: (value: string) => void }) {
  const { say } = useWords();
  const [typed, setTyped] = useState(value);
  return (
    <TextInput
      label={say('auditReference')}
      placeholder="HQ/2026/2"
      value={typed}
      maxLength={60}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => typed.trim() !== value && put(typed.trim())}
      onKeyDown={(event) => event.key === 'Enter' && put(typed.trim())}
    />
  );
}
