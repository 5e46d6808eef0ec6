import type { ComponentChild, VNode } from 'preact';
import { noFilters } from '../../search/query.ts';
import { DEEPEST, type SearchFound, type SearchSort } from '../../search/search.ts';
import { writeQuery, writeWords } from '../../search/write-query.ts';
import { Document } from '../around/document.view.tsx';
import { Html, markup } from '../around/html.view.tsx';
import { inLanguages } from '../around/in-languages.ts';
import { sentence } from '../around/inline.view.tsx';
import type { Stationery } from '../around/stationery.ts';
import { assetPath, openSearchPath, searchPath } from '../site-addresses.ts';
import { scriptFile } from '../style/assets.ts';
import { Facets, Limits } from './facets.view.tsx';
import { withFilters } from './limits.ts';
import { QueryNotes } from './query-notes.view.tsx';
import { LAST_PAGE, PAGE_SIZE, type SearchAsked, searchAddress } from './search-asked.ts';
import { SearchForm } from './search-form.view.tsx';
import { SearchHelp } from './search-help.view.tsx';
import { hitMarkup } from './search-hit.view.ts';

interface SearchPageProps {
  readonly asked: SearchAsked;
  /** Null where nothing was asked. */
  readonly found: SearchFound | null;
  readonly stationery: Stationery;
}

export function SearchPageView({ asked, found, stationery }: SearchPageProps): VNode {
  const { words, locale } = stationery;
  const typed = writeWords(asked.query);
  const languages = inLanguages(stationery, (one) => searchAddress(one, asked));
  return (
    <Document
      stationery={stationery}
      title={typed === '' ? words('search') : words('searchTitle', { query: typed })}
      description={words('searchAll')}
      canonical={null}
      alternates={[]}
      languages={languages}
      isHidden
      isSearch
      head={head(stationery)}
    >
      <div class="opening">
        <h1>{words('search')}</h1>
      </div>
      <SearchForm asked={asked} stationery={stationery} />
      <QueryNotes notes={[...asked.notes, ...(found?.notes ?? [])]} stationery={stationery} />
      <Limits asked={asked} stationery={stationery} />
      {found === null ? <SearchHelp stationery={stationery} /> : results(asked, found, stationery)}
      {found === null ? null : (
        <p class="feeds">
          <a href={`${searchPath(locale)}#how`}>{words('howToSearch')}</a>
        </p>
      )}
    </Document>
  );
}

function head({ locale, organisation }: Stationery): ComponentChild {
  const description = 'application/opensearchdescription+xml';
  return [
    <link rel="search" type={description} title={organisation.text} href={openSearchPath(locale)} />,
    <script src={assetPath(scriptFile)} defer />,
  ];
}

function results(asked: SearchAsked, found: SearchFound, stationery: Stationery): ComponentChild {
  if (found.count.count === 0) return nothingFound(asked, found, stationery);
  return [
    <Facets asked={asked} found={found} stationery={stationery} />,
    <div class="tally">
      <h2>{countOf(found, stationery)}</h2>
      {orders(asked, stationery)}
    </div>,
    found.hits.length === 0 ? (
      pastTheEnd(asked, stationery)
    ) : (
      <Html as="ol" class="hits" value={markup`${found.hits.map((hit) => hitMarkup(hit, stationery))}`} />
    ),
    pages(asked, found, stationery),
  ];
}

function countOf({ count: { count, isMore } }: SearchFound, { words }: Stationery): string {
  return words(isMore ? 'searchFoundMore' : 'searchFound', { count });
}

function orders(asked: SearchAsked, { words, locale }: Stationery): ComponentChild {
  if (asked.query.words.length === 0) return null;
  const link = (sort: SearchSort, name: string) => (
    <li>
      <a
        href={searchAddress(locale, { query: asked.query, sort })}
        aria-current={asked.sort === sort ? 'true' : undefined}
      >
        {name}
      </a>
    </li>
  );
  return (
    <nav class="orders" aria-label={words('order')}>
      <ul>
        {link('best', words('orderBest'))}
        {link('newest', words('orderNewest'))}
      </ul>
    </nav>
  );
}

function nothingFound(
  { query, sort }: SearchAsked,
  { didYouMean }: SearchFound,
  stationery: Stationery,
): ComponentChild {
  const { words, locale } = stationery;
  const unlimited = withFilters(query, noFilters);
  const isLimited = writeQuery(unlimited).size < writeQuery(query).size;
  return (
    <div class="nothing">
      <h2>{words('searchNothing')}</h2>
      {didYouMean === null ? null : <p>{sentence(words, 'didYouMean', { query: meant(didYouMean) })}</p>}
      <p class="introduction">{words('searchNothingText')}</p>
      {isLimited && query.words.length > 0 ? (
        <p>
          <a href={searchAddress(locale, { query: unlimited, sort })}>{words('searchUnlimited')}</a>
        </p>
      ) : null}
    </div>
  );

  function meant(text: string): ComponentChild {
    const written = writeQuery({ ...query, words: [] });
    written.set('q', `${text} ${written.get('q') ?? ''}`.trim());
    return (
      <a href={`${searchPath(locale)}?${written}`}>
        <bdi>{text}</bdi>
      </a>
    );
  }
}

function pastTheEnd(asked: SearchAsked, { words, locale }: Stationery): ComponentChild {
  return (
    <p class="empty">
      {words('searchEnd')} <a href={searchAddress(locale, { ...asked, page: 1 })}>{words('searchFirst')}</a>
    </p>
  );
}

function pages(asked: SearchAsked, { count }: SearchFound, { words, locale }: Stationery): ComponentChild {
  const { page } = asked;
  const isLast = page * PAGE_SIZE >= count.count && !count.isMore;
  const isDeepest = page >= LAST_PAGE && !isLast;
  if (page === 1 && isLast) return null;
  return (
    <nav class="pages" aria-label={words('pages')}>
      {page === 1 ? null : (
        <a class="newer" rel="prev" href={searchAddress(locale, { ...asked, page: page - 1 })}>
          {words('previousResults')}
        </a>
      )}
      <span>{words('pageNumber', { number: page })}</span>
      {isLast || isDeepest ? null : (
        <a class="older" rel="next" href={searchAddress(locale, { ...asked, page: page + 1 })}>
          {words('nextResults')}
        </a>
      )}
      {isDeepest ? <p class="small">{words('searchDeepest', { count: DEEPEST })}</p> : null}
    </nav>
  );
}
