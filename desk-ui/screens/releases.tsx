import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { ReleaseQuery } from '../../src/desk/contract.ts';
import { useAsked } from '../parts/asked.ts';
import { Opening } from '../parts/frame.tsx';
import { useNextLift } from '../parts/lift.ts';
import { useDesk, useHasRole, useNames } from '../parts/me.tsx';
import { TextLineShown } from '../parts/text-line.tsx';
import { TroubleShown } from '../parts/trouble.tsx';
import { useWords } from '../words/words.tsx';

const states = [
  'draft',
  'submitted',
  'approved',
  'scheduled',
  'published',
  'withdrawn',
  'retracted',
  'discarded',
] as const;
/** After the last key of a search. */
const SEARCH_AFTER_MILLISECONDS = 250;

/** All texts one may know of, newest work first. The address of the page holds the filters. */
export function ReleasesScreen() {
  const { say } = useWords();
  const filters = useSearch({ from: '/inside/releases' });
  const { answer, trouble } = useAsked('GET /desk/api/releases', filters);
  useNextLift(answer?.nextLift ?? null);
  const mayWrite = useHasRole('writer', 'editor', 'publisher');
  return (
    <>
      <Opening title={say('releases')}>
        {mayWrite && (
          <Button component={Link} to="/releases/new">
            {say('newRelease')}
          </Button>
        )}
      </Opening>
      <Filters filters={filters} />
      <TroubleShown trouble={trouble} />
      {answer !== undefined && (
        <>
          <p className="small empty" role="status">
            {answer.texts.length === 0 ? say('emptyList') : say('listCount', { count: answer.texts.length })}
          </p>
          <ul>
            {answer.texts.map((line) => (
              <TextLineShown line={line} key={`${line.release} ${line.locale}`} />
            ))}
          </ul>
          <nav className="pages" aria-label={say('releases')}>
            {filters.after === undefined ? (
              <span />
            ) : (
              <Link to="/releases" search={{ ...filters, after: undefined }}>
                ← {say('newest')}
              </Link>
            )}
            {answer.after !== null && (
              <Link to="/releases" search={{ ...filters, after: answer.after }}>
                {say('older')} →
              </Link>
            )}
          </nav>
        </>
      )}
    </>
  );
}

function Filters({ filters }: { readonly filters: ReleaseQuery }) {
  const { say, languageName } = useWords();
  const { institution } = useDesk();
  const names = useNames();
  const navigate = useNavigate();
  const [search, setSearch] = useState(filters.search ?? '');
  const put = (more: Partial<ReleaseQuery>) =>
    void navigate({ to: '/releases', search: { ...filters, after: undefined, ...more }, replace: true });
  useEffect(() => {
    if (search === (filters.search ?? '')) return;
    const timer = setTimeout(() => put({ search: search === '' ? undefined : search }), SEARCH_AFTER_MILLISECONDS);
    return () => clearTimeout(timer);
  });
  const any = { value: '', label: say('any') };
  return (
    <search className="filters" aria-label={say('filters')}>
      <TextInput
        className="wide"
        type="search"
        label={say('searchText')}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <NativeSelect
        label={say('state')}
        value={filters.state ?? ''}
        data={[any, ...states.map((value) => ({ value, label: say(`state-${value}`) }))]}
        onChange={(event) => put({ state: (event.currentTarget.value || undefined) as ReleaseQuery['state'] })}
      />
      <NativeSelect
        label={say('office')}
        value={filters.office ?? ''}
        data={[any, ...institution.offices.map(({ code }) => ({ value: code, label: names.office(code) }))]}
        onChange={(event) => put({ office: event.currentTarget.value || undefined })}
      />
      <NativeSelect
        label={say('language')}
        value={filters.locale ?? ''}
        data={[any, ...institution.locales.map((value) => ({ value, label: languageName(value) }))]}
        onChange={(event) => put({ locale: event.currentTarget.value || undefined })}
      />
      {Object.values(filters).some((value) => value !== undefined) && (
        <Button
          variant="default"
          onClick={() => {
            setSearch('');
            void navigate({ to: '/releases', search: {} });
          }}
        >
          {say('clear')}
        </Button>
      )}
    </search>
  );
}
