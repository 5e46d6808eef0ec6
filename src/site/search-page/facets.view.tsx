import type { ComponentChild } from 'preact';
import type { Query } from '../../search/query.ts';
import type { FacetCount, SearchFound } from '../../search/search.ts';
import { formatNumber, formatYear } from '../../words/as-written.ts';
import type { WordKey } from '../../words/en.ts';
import { Named } from '../around/inline.view.tsx';
import type { Name, Stationery } from '../around/stationery.ts';
import { facetKinds, inYear, limitsOf, withFilters } from './limits.ts';
import { type SearchAsked, searchAddress } from './search-asked.ts';

interface FacetsProps {
  readonly asked: SearchAsked;
  readonly found: SearchFound;
  readonly stationery: Stationery;
}

/** Folds of plain links that leave fewer results, each with how many; what is limited already has no fold. */
export function Facets({ asked, found, stationery }: FacetsProps): ComponentChild {
  const { filters } = asked.query;
  const folds = facetKinds
    .filter(({ key }) => filters[key].length === 0)
    .map(({ key, label, nameOf }): Fold => {
      const choices = telling<string>(found.facets[key], found).map(({ value, count }) => {
        return { name: nameOf(value, stationery), count, query: withFilters(asked.query, { [key]: [value] }) };
      });
      return { label, choices };
    });
  const years = telling(found.facets.years, found).map(({ value, count }) => {
    const name = { text: formatYear(value, stationery.locale), lang: undefined };
    return { name, count, query: inYear(asked.query, value) };
  });
  const shown = [...folds, { label: 'year' as const, choices: years }].filter(({ choices }) => choices.length > 0);
  if (shown.length === 0) return null;
  return (
    <nav class="browse facets" aria-label={stationery.words('narrow')}>
      {shown.map((fold) => unfolded(fold, asked, stationery))}
    </nav>
  );
}

interface Fold {
  readonly label: WordKey;
  readonly choices: readonly { readonly name: Name; readonly count: number; readonly query: Query }[];
}

const MOST_CHOICES = 48;

/** A single choice that leaves everything is none. */
function telling<Value>(facet: readonly FacetCount<Value>[], { count }: SearchFound): readonly FacetCount<Value>[] {
  const [first] = facet;
  if (facet.length === 1 && first !== undefined && first.count >= count.count) return [];
  return facet.slice(0, MOST_CHOICES);
}

function unfolded({ label, choices }: Fold, { sort }: SearchAsked, { words, locale }: Stationery): ComponentChild {
  return (
    <details name="browse">
      <summary>{words(label)}</summary>
      <ul class={label === 'year' ? 'years' : undefined}>
        {choices.map(({ name, count, query }) => (
          <li>
            <a href={searchAddress(locale, { query, sort })}>
              <Named name={name} /> <span class="count">{formatNumber(count, locale)}</span>
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What is limited, each a link to the results without it. */
export function Limits({ asked, stationery }: Omit<FacetsProps, 'found'>): ComponentChild {
  const { words, locale } = stationery;
  const limits = limitsOf(asked.query, stationery);
  if (limits.length === 0) return null;
  return (
    <ul class="limits" aria-label={words('limits')}>
      {limits.map(({ kind, name, without }) => {
        const text = kind === null ? name.text : `${words(kind)}: ${name.text}`;
        return (
          <li>
            <a
              href={searchAddress(locale, { query: without, sort: asked.sort })}
              aria-label={words('removeLimit', { limit: text })}
            >
              {kind === null ? null : <span class="kind">{words(kind)}</span>} <Named name={name} />
            </a>
          </li>
        );
      })}
    </ul>
  );
}
