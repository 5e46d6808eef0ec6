import { Type } from 'typebox';
import type { InTransaction } from '../../database/transaction.ts';
import type { InstitutionStore } from '../../offices/institution.ts';
import { releaseTypes } from '../../published/list.ts';
import { answered, type Handlers } from '../handler.ts';
import { bounded, locale, office } from '../order-shapes.ts';
import { type BoilerplateDeps, keepBoilerplate } from './keep-boilerplate.ts';

export interface InstitutionRouteDeps extends BoilerplateDeps {
  readonly inTransaction: InTransaction;
  readonly institution: InstitutionStore;
}

type Names = 'GET /desk/api/institution' | 'GET /desk/api/boilerplate' | 'POST /desk/api/boilerplate';

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
        const outcome = await keepBoilerplate(deps, { by: person, ...order });
        return outcome.ok ? answered({}) : outcome;
      },
    },
  };
}
