import { Type } from 'typebox';
import { releaseTypes } from '../../published/list.ts';
import type { DeskOutcome } from '../../releases/desk-outcome.ts';
import { answered, type Handlers } from '../handler.ts';
import { bounded, locale, office } from '../order-shapes.ts';
import { institutionKept } from './institution-kept.ts';
import { type BoilerplateDeps, keepBoilerplate } from './keep-boilerplate.ts';
import type { KeepDeps } from './keep-deps.ts';
import { keepOffice } from './keep-office.ts';
import { keepOrganisation } from './keep-organisation.ts';
import { keepTopic } from './keep-topic.ts';

export interface InstitutionRouteDeps extends BoilerplateDeps, KeepDeps {}

type Names =
  | 'GET /desk/api/institution'
  | 'GET /desk/api/institution/kept'
  | 'POST /desk/api/organisation'
  | 'POST /desk/api/offices'
  | 'POST /desk/api/topics'
  | 'GET /desk/api/boilerplate'
  | 'POST /desk/api/boilerplate';

/** Longer than any of these is nothing that a page of the desk sends; the verbs say what is too long, and by how much. */
const words = Type.String({ maxLength: 10_000 });
const inLocales = Type.Record(Type.String(), words, { maxProperties: 200 });
const scope = Type.Union([Type.Literal('locale'), Type.Literal('any')]);
const changed = {
  names: Type.Optional(inLocales),
  introductions: Type.Optional(inLocales),
  slug: Type.Optional(words),
  timeZone: Type.Optional(words),
  position: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
};
const { names, introductions, slug, timeZone, position } = changed;

export function institutionHandlers(deps: InstitutionRouteDeps): Pick<Handlers, Names> {
  return {
    'GET /desk/api/institution': {
      order: bounded({}),
      answer: () =>
        deps.inTransaction(async (tx) => {
          const organisation = await deps.institution.organisation(tx);
          const [offices, topics] = [await deps.institution.offices(tx), await deps.institution.topics(tx)];
          return answered({
            names: organisation?.names ?? { en: 'Newsroom' },
            locales: (organisation?.locales ?? [{ locale: 'en' }]).map((one) => one.locale),
            defaultLocale: organisation?.defaultLocale ?? 'en',
            timeZone: organisation?.timeZone ?? 'UTC',
            offices: offices.map(({ code, names, countries, locales, timeZone }) => {
              return { code, names, countries, locales, timeZone };
            }),
            topics: topics.map(({ code, names }) => ({ code, names })),
            types: releaseTypes,
          });
        }),
    },
    'GET /desk/api/institution/kept': {
      order: bounded({}),
      answer: ({ person }) => deps.inTransaction(async (tx) => answered(await institutionKept(tx, deps, person))),
    },
    'POST /desk/api/organisation': {
      order: bounded({
        ...{ names, introductions, timeZone },
        locales: Type.Optional(Type.Array(bounded({ locale: words, scope }), { maxItems: 200 })),
        defaultLocale: Type.Optional(words),
      }),
      answer: async ({ person, order }) => done(await keepOrganisation(deps, person, order)),
    },
    'POST /desk/api/offices': {
      order: bounded({
        ...{ ...changed, code: words, isNew: Type.Boolean() },
        countries: Type.Optional(Type.Array(words, { maxItems: 300 })),
        locales: Type.Optional(Type.Array(words, { maxItems: 200 })),
      }),
      answer: async ({ person, order }) => done(await keepOffice(deps, person, order)),
    },
    'POST /desk/api/topics': {
      order: bounded({
        ...{ code: words, isNew: Type.Boolean(), names, slug, position },
      }),
      answer: async ({ person, order }) => done(await keepTopic(deps, person, order)),
    },
    'GET /desk/api/boilerplate': {
      order: bounded({ office, locale }),
      answer: ({ order }) =>
        deps.inTransaction(async (tx) => {
          const all = await deps.institution.boilerplates(tx);
          const own = all.filter((one) => one.office === order.office && one.locale === order.locale);
          const newestFirst = own.sort((one, other) => (one.from < other.from ? 1 : -1));
          return answered({
            boilerplate: newestFirst.map(({ from, boilerplate, contacts }) => ({ from, boilerplate, contacts })),
          });
        }),
    },
    'POST /desk/api/boilerplate': {
      order: bounded({
        ...{ office, locale, from: Type.String({ maxLength: 10 }) },
        ...{ boilerplate: Type.String({ maxLength: 400_000 }), contacts: Type.String({ maxLength: 400_000 }) },
      }),
      async answer({ person, order }) {
        return done(await keepBoilerplate(deps, { by: person, ...order }));
      },
    },
  };
}

function done(outcome: DeskOutcome) {
  return outcome.ok ? answered({}) : outcome;
}
