import Type, { type Static } from 'typebox';
import type { InLocales } from '../../platform/locales.ts';
import { type ListSubject, releaseTypes } from '../../published/list.ts';
import { siteLocale } from '../../published/named-locale.ts';
import { countriesOf, type Directory, readSubject } from '../../published/named-subject.ts';
import type { Institution, Published } from '../../published/published.ts';
import type { ApiName } from '../api-paths.ts';
import { type Operation, type Outcome, operation } from '../operation.ts';
import type { ReleaseWriter } from '../releases/write-release.ts';
import { LARGEST_NUMBER, oneOf, type Told } from '../shapes.ts';
import * as shape from './list-shape.ts';
import { listName, subjectPath } from './subject-path.ts';
import { writeListPage } from './write-list.ts';

export const LocaleAsked = Type.Optional(
  Type.String({
    maxLength: 35,
    description: 'A language of the site, in any case. Left out: the organisation’s default.',
    'x-write': 'a language of the site; /api/v1/organisation names them',
    examples: ['en'],
  }),
);
const pageQuery = Type.Object({
  locale: LocaleAsked,
  page: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: LARGEST_NUMBER,
      description: 'A fixed page; 1 is the oldest. Left out: the newest with the one before it joined.',
    }),
  ),
  after: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: LARGEST_NUMBER,
      description: 'Goes on below the item with this sequence, on a page of more than 40. `links.rest` writes it.',
    }),
  ),
});
const localeQuery = Type.Object({ locale: LocaleAsked });
const named = Type.Object({
  directory: oneOf(['offices', 'countries', 'topics', 'types'], { examples: ['offices'] }),
  name: Type.String({
    maxLength: 200,
    description: 'A code or slug of that kind, in any case.',
    examples: ['CO-BEIJING'],
  }),
});

interface ListDeps {
  readonly published: Published;
  readonly writer: ReleaseWriter;
  readonly origin: string;
}

type Names = 'lists' | 'organisationList' | 'organisationMonths' | 'list' | 'months';

/** The lists of the site, on the same fixed pages. */
export function listOperations(deps: ListDeps): Pick<Record<ApiName, Operation>, Names> {
  const organisation = async () => ({ kind: 'organisation' }) as const;
  const directory = async ({ directory: kind, name }: { directory: string; name: string }) =>
    readSubject(kind as Directory, name, await deps.published.institution());
  const page = {
    tag: 'Lists',
    scope: 'read',
    description: 'Newest first, on fixed pages: follow `links.older` and you pass every release once.',
    query: pageQuery,
    answer: shape.ListPage,
    refusals: { 404: 'There is no such list, or it has no such page.' },
  } as const;
  const months = {
    tag: 'Lists',
    scope: 'read',
    description: 'Counted on the calendars of the offices; what was retracted keeps its place, and counts.',
    query: localeQuery,
    answer: shape.Months,
    refusals: { 404: 'There is no such list.' },
  } as const;

  return {
    lists: operation({
      tag: 'Lists',
      scope: 'read',
      summary: 'Which lists there are',
      description: 'The organisation’s, which holds every release, and one of each office, country, topic and type.',
      params: Type.Object({}),
      query: Type.Object({}),
      answer: shape.Lists,
      refusals: {},
      async run() {
        const institution = await deps.published.institution();
        const lists = allLists(institution).map(([subject, names]) => {
          const path = deps.origin + subjectPath(subject);
          return { list: listName(subject), names, links: { newest: path, months: `${path}/months` } };
        });
        return { ok: true, body: { lists } };
      },
    }),
    organisationList: operation({
      ...page,
      summary: 'The list of everything',
      params: Type.Object({}),
      run: async ({ query }) => pageFound(deps, await organisation(), query),
    }),
    list: operation({
      ...page,
      summary: 'A list',
      params: named,
      run: async ({ params, query }) => pageFound(deps, await directory(params), query),
    }),
    organisationMonths: operation({
      ...months,
      summary: 'How many releases a month',
      params: Type.Object({}),
      run: async ({ query }) => monthsFound(deps, await organisation(), query),
    }),
    months: operation({
      ...months,
      summary: 'How many releases of a list a month',
      params: named,
      run: async ({ params, query }) => monthsFound(deps, await directory(params), query),
    }),
  };
}

function allLists(institution: Institution): readonly (readonly [ListSubject, InLocales | null])[] {
  const { organisation, offices, topics } = institution;
  return [
    [{ kind: 'organisation' }, organisation.names],
    ...offices.map(({ code, names }) => [{ kind: 'office', code }, names] as const),
    ...countriesOf(institution).map((code) => [{ kind: 'country', code }, null] as const),
    ...topics.map(({ code, names }) => [{ kind: 'topic', code }, names] as const),
    ...releaseTypes.map((type) => [{ kind: 'type', type }, null] as const),
  ];
}

async function pageFound(
  deps: ListDeps,
  subject: ListSubject | null,
  { locale: asked, page, after }: Static<typeof pageQuery>,
): Promise<Outcome<Told<typeof shape.ListPage>>> {
  const institution = await deps.published.institution();
  const locale = localeAsked(institution, asked);
  if (subject === null) return noList;
  if (locale === null) return notOfTheSite(institution);
  if (after !== undefined && page === undefined) {
    const detail = 'The parameter “after” goes with “page”: it goes on within that page. Give both, or neither.';
    return { ok: false, problem: 'parameter-invalid', detail };
  }
  const found =
    page === undefined
      ? await deps.published.newestPage(subject, locale)
      : await deps.published.fixedPage(subject, locale, page, after);
  if (found === null) {
    const detail = 'The list has no such page. Without “page” it shows the newest, which leads to all others.';
    return { ok: false, problem: 'not-found', detail };
  }
  const { origin, writer } = deps;
  const newest = found.newest ?? (await deps.published.newestNumber(subject, locale));
  const pinned = page === undefined ? await deps.published.pinned(subject, locale) : [];
  const around = { origin, writer, institution, pinned, after: after ?? null };
  return { ok: true, body: writeListPage({ ...found, newest }, around) };
}

async function monthsFound(
  { published }: ListDeps,
  subject: ListSubject | null,
  { locale: asked }: Static<typeof localeQuery>,
): Promise<Outcome<Told<typeof shape.Months>>> {
  const institution = await published.institution();
  const locale = localeAsked(institution, asked);
  if (subject === null) return noList;
  if (locale === null) return notOfTheSite(institution);
  const months = await published.months(subject, locale);
  const counted = months.map(({ year, month, count }) => ({ year, month, releases: count }));
  return { ok: true, body: { list: listName(subject), locale, months: counted } };
}

const noList = {
  ok: false,
  problem: 'not-found',
  detail: 'There is no such list. /api/v1/lists names them all.',
} as const;

export function notOfTheSite({ organisation }: Institution): Outcome<never> {
  const locales = organisation.locales.map(({ locale }) => locale).join(', ');
  const detail = `The parameter “locale” is not a language of the site. Write one of: ${locales}.`;
  return { ok: false, problem: 'parameter-invalid', detail };
}

function localeAsked(institution: Institution, asked: string | undefined): string | null {
  return asked === undefined ? institution.organisation.defaultLocale : siteLocale(asked, institution);
}
