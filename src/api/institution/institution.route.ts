import Type from 'typebox';
import type { Office } from '../../offices/office.ts';
import { listPath } from '../../published/addresses.ts';
import type { ListSubject } from '../../published/list.ts';
import { countriesOf, readSubject } from '../../published/named-subject.ts';
import type { Institution, Published } from '../../published/published.ts';
import type { WholeReleases } from '../../published/whole-release.ts';
import { type ApiName, apiPaths } from '../api-paths.ts';
import { subjectPath } from '../lists/subject-path.ts';
import { type Operation, operation } from '../operation.ts';
import type { Told } from '../shapes.ts';
import * as shape from './institution-shape.ts';

const nothing = { params: Type.Object({}), query: Type.Object({}), refusals: {} } as const;

/** Who publishes here. */
export function institutionOperations(
  { published, releases }: { readonly published: Published; readonly releases: WholeReleases },
  origin: string,
): Pick<Record<ApiName, Operation>, 'start' | 'organisation' | 'offices' | 'office' | 'countries' | 'topics'> {
  const linksOf = (subject: ListSubject, institution: Institution) => ({
    list: origin + subjectPath(subject),
    page: origin + listPath(institution.organisation.defaultLocale, subject, institution),
  });
  const officeOf = (office: Office, institution: Institution): Told<typeof shape.Office> => {
    const { code, slug, names, introductions, countries, locales, timeZone } = office;
    const links = { self: `${origin}/api/v1/offices/${code}`, ...linksOf({ kind: 'office', code }, institution) };
    return { code, slug, names, introductions, countries, locales, timeZone, links };
  };

  return {
    start: operation({
      ...nothing,
      tag: 'Newsroom',
      scope: 'read',
      summary: 'What there is',
      description: 'Leads to everything else.',
      answer: shape.Start,
      async run() {
        const { organisation } = await published.institution();
        const links = Object.fromEntries(linked.map((name) => [name, origin + apiPaths[name]])) as Record<
          (typeof linked)[number],
          string
        >;
        return { ok: true, body: { names: organisation.names, sequence: await releases.sequence(), links } };
      },
    }),

    organisation: operation({
      ...nothing,
      tag: 'Newsroom',
      scope: 'read',
      summary: 'The organisation',
      description: 'Its names, the languages of its site, and what the lists in each show.',
      answer: shape.Organisation,
      async run() {
        const institution = await published.institution();
        const links = linksOf({ kind: 'organisation' }, institution);
        return { ok: true, body: { ...institution.organisation, links } };
      },
    }),

    offices: operation({
      ...nothing,
      tag: 'Newsroom',
      scope: 'read',
      summary: 'Its offices',
      description: 'All of them, in the order the site names them.',
      answer: shape.Offices,
      async run() {
        const institution = await published.institution();
        return { ok: true, body: { offices: institution.offices.map((one) => officeOf(one, institution)) } };
      },
    }),

    office: operation({
      tag: 'Newsroom',
      scope: 'read',
      summary: 'An office',
      description: 'By its code or its slug, in any case.',
      params: Type.Object({ office: Type.String({ maxLength: 100, examples: ['CO-BEIJING'] }) }),
      query: Type.Object({}),
      answer: shape.Office,
      refusals: { 404: 'There is no such office.' },
      async run({ params }) {
        const institution = await published.institution();
        const subject = readSubject('offices', params.office, institution);
        const office = institution.offices.find(({ code }) => subject?.kind === 'office' && code === subject.code);
        if (office === undefined) {
          const detail = 'There is no office of this code or slug. /api/v1/offices names them.';
          return { ok: false, problem: 'not-found', detail };
        }
        return { ok: true, body: officeOf(office, institution) };
      },
    }),

    countries: operation({
      ...nothing,
      tag: 'Newsroom',
      scope: 'read',
      summary: 'Countries',
      description: 'Those that releases concern and those that offices cover, in the order of their codes.',
      answer: shape.Countries,
      async run() {
        const institution = await published.institution();
        const countries = countriesOf(institution).map((code) => ({
          code,
          offices: institution.offices.filter((one) => one.countries.includes(code)).map((one) => one.code),
          links: linksOf({ kind: 'country', code }, institution),
        }));
        return { ok: true, body: { countries } };
      },
    }),

    topics: operation({
      ...nothing,
      tag: 'Newsroom',
      scope: 'read',
      summary: 'Topics',
      description: 'All of them, in the order the site names them.',
      answer: shape.Topics,
      async run() {
        const institution = await published.institution();
        const topics = institution.topics.map(({ code, slug, names }) => ({
          ...{ code, slug, names },
          links: linksOf({ kind: 'topic', code }, institution),
        }));
        return { ok: true, body: { topics } };
      },
    }),
  };
}

const linked = [
  'document',
  'docs',
  'organisation',
  'offices',
  'countries',
  'topics',
  'lists',
  'search',
  'changes',
  'bulk',
] as const;
