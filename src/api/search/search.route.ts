import Type, { type Static } from 'typebox';
import type { Locale } from '../../platform/locales.ts';
import { siteLocale } from '../../published/named-locale.ts';
import type { Institution, Published } from '../../published/published.ts';
import type { WholeReleases } from '../../published/whole-release.ts';
import type { QueryRead } from '../../search/query.ts';
import { codesOnly } from '../../search/query-words.ts';
import { isUnfiltered, readQuery } from '../../search/read-query.ts';
import { DEEPEST, noFacets, type Search, type SearchFound, type SearchOrder } from '../../search/search.ts';
import { writeQuery } from '../../search/write-query.ts';
import { type ApiName, apiPaths } from '../api-paths.ts';
import { LocaleAsked, notOfTheSite } from '../lists/list.route.ts';
import { type Operation, type Outcome, operation } from '../operation.ts';
import type { ReleaseWriter } from '../releases/write-release.ts';
import { oneOf, type Told } from '../shapes.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { findBelow } from './find-below.ts';
import { Searched } from './search-shape.ts';
import { writeFound } from './write-found.ts';

const several = (description: string) =>
  Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 20, description }));

const searchQuery = Type.Object({
  q: Type.Optional(
    Type.String({
      maxLength: 2_000,
      description:
        'As on the search page: words, "a phrase", -without, begin*, and office: country: topic: type: lang: has: before: after:.',
      examples: ['"low water" -tide*'],
    }),
  ),
  office: several('Codes of offices; one of them must hold. So with the next five.'),
  country: several('Codes of countries.'),
  topic: several('Codes of topics.'),
  type: several('Types of releases.'),
  lang: several('Languages of texts.'),
  has: several('What a text has beside its words: picture.'),
  from: Type.Optional(Type.String({ maxLength: 40, description: 'The first day, month or year.' })),
  to: Type.Optional(Type.String({ maxLength: 40, description: 'The last day, month or year.' })),
  sort: Type.Optional(oneOf(['best', 'newest'], { description: 'Left out: best first where there are words.' })),
  locale: LocaleAsked,
  limit: Type.Integer({ minimum: 1, maximum: 50, default: 20 }),
  cursor: Type.Optional(
    Type.String({
      maxLength: 200,
      description: 'Where the last answer ended; `links.next` writes it.',
      'x-write': 'what `links.next` of the answer before holds, or leave it out to begin',
    }),
  ),
});
type Asked = Static<typeof searchQuery>;

interface SearchDeps {
  readonly published: Published;
  readonly releases: Pick<WholeReleases, 'sequence'>;
  readonly search: Search;
  readonly writer: ReleaseWriter;
  readonly origin: string;
}

export function searchOperations(deps: SearchDeps): Pick<Record<ApiName, Operation>, 'search'> {
  return {
    search: operation({
      tag: 'Search',
      scope: 'read',
      summary: 'Search in everything public',
      description:
        'Full text of every public text in every language, with the language of queries of the search page. What is wrong in a query is told in `notes`; the rest is looked for.',
      params: Type.Object({}),
      query: searchQuery,
      answer: Searched,
      refusals: {},
      async run({ query }) {
        const institution = await deps.published.institution();
        const locale = query.locale === undefined ? defaultOf(institution) : siteLocale(query.locale, institution);
        return locale === null ? notOfTheSite(institution) : searched(deps, query, { locale, institution });
      },
    }),
  };
}

const defaultOf = ({ organisation }: Institution) => organisation.defaultLocale;

async function searched(
  { releases, search, writer, origin }: SearchDeps,
  asked: Asked,
  { locale, institution }: { readonly locale: Locale; readonly institution: Institution },
): Promise<Outcome<Told<typeof Searched>>> {
  const read = readQuery(parametersOf(asked), { institution, words: codesOnly });
  const sort = asked.sort ?? (read.query.words.length > 0 ? 'best' : 'newest');
  const address = addressOf(read, { ...asked, sort, locale });
  const cursor = asked.cursor === undefined ? null : readCursor(asked.cursor, address);
  if (cursor === null && asked.cursor !== undefined) {
    const detail = 'The parameter “cursor” was not written for this search. Leave it out to begin anew.';
    return { ok: false, problem: 'parameter-invalid', detail };
  }

  const { limit } = asked;
  const order: SearchOrder = { query: read.query, locale, fallback: defaultOf(institution), sort, skip: 0, limit };
  const sequence = await releases.sequence();
  const { found, skip } = isAsked(read) ? await findBelow(search, order, cursor, sequence) : nothing;
  const last = found.hits.at(-1);
  const reached = skip + found.hits.length;
  const isEnd = last === undefined || found.hits.length < limit || reached >= DEEPEST;
  const next = isEnd ? null : writeCursor({ skip: reached, last: last.item.release, sequence }, address);
  const links = {
    self: origin + (asked.cursor === undefined ? address : `${address}&cursor=${asked.cursor}`),
    next: next === null ? null : `${origin}${address}&cursor=${next}`,
  };
  return { ok: true, body: { sort, ...writeFound(found, read.notes, { origin, writer }), links } };
}

/** Words to leave out alone are nothing to look for. */
function isAsked({ query: { words, filters } }: QueryRead): boolean {
  return words.length > 0 || !isUnfiltered(filters);
}

const nothing: { found: SearchFound; skip: number } = {
  found: { hits: [], count: { count: 0, isMore: false }, facets: noFacets, didYouMean: null, notes: [] },
  skip: 0,
};

function parametersOf(asked: Asked): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const name of ['q', 'office', 'country', 'topic', 'type', 'lang', 'has', 'from', 'to'] as const) {
    for (const value of [asked[name] ?? []].flat()) parameters.append(name, value);
  }
  return parameters;
}

/** The search in its one spelling, as an address. */
function addressOf(
  { query }: QueryRead,
  { sort, locale, limit }: { readonly sort: string; readonly locale: Locale; readonly limit: number },
): string {
  const written = writeQuery(query);
  written.set('sort', sort);
  written.set('locale', locale);
  written.set('limit', String(limit));
  return `${apiPaths.search}?${written}`;
}
