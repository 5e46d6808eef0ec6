import type { ComponentChild } from 'preact';
import { writeQuery, writeWords } from '../../search/write-query.ts';
import type { Stationery } from '../around/stationery.ts';
import { searchPath, suggestionsPath } from '../site-addresses.ts';
import { type SearchAsked, usualSort } from './search-asked.ts';

interface SearchFormProps {
  readonly asked: SearchAsked;
  readonly stationery: Stationery;
}

/** The field with what was asked, and the limits that the next query keeps. */
export function SearchForm({ asked, stationery: { words, locale } }: SearchFormProps): ComponentChild {
  const { query, sort } = asked;
  const typed = writeWords(query);
  const kept = [...writeQuery(query)].filter(([name]) => name !== 'q');
  if (sort !== usualSort(query)) kept.push(['sort', sort]);
  return (
    <form class="seek" role="search" action={searchPath(locale)}>
      <label for="q">{words('searchAll')}</label>
      <div class="field">
        <input
          id="q"
          type="search"
          name="q"
          value={typed}
          dir={typed === '' ? undefined : 'auto'}
          enterkeyhint="search"
          data-suggestions={suggestionsPath(locale)}
          data-label={words('suggestions')}
        />
        <button>{words('search')}</button>
      </div>
      {kept.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </form>
  );
}
