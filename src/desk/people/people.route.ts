import Type from 'typebox';
import { assign } from '../../people/assign.ts';
import { disablePerson } from '../../people/disable-person.ts';
import { enablePerson } from '../../people/enable-person.ts';
import { invite } from '../../people/invite.ts';
import { makeResetLink } from '../../people/make-reset-link.ts';
import type { PeopleDeps } from '../../people/people-deps.ts';
import type { Assignment, Person } from '../../people/person.ts';
import { may } from '../../people/rights.ts';
import { localeOf } from '../../platform/locales.ts';
import { answered, type Handlers } from '../handler.ts';
import { accountHandlers } from './account.route.ts';
import { Assignments, Email, Id, Language, Name, nothing, orderOf } from './orders.ts';
import { type SignInRouteDeps, signInHandlers } from './sign-in.route.ts';

/** Every call of the contract that is about people and their accounts. */
export function peopleHandlers(deps: SignInRouteDeps) {
  return {
    ...signInHandlers(deps),
    ...accountHandlers(deps.people),
    ...keptPeople(deps.people),
  } satisfies Partial<Handlers>;
}

function keptPeople(people: PeopleDeps) {
  return {
    'GET /desk/api/people': {
      order: nothing,
      async answer({ person }) {
        const everybody = await people.inTransaction((tx) => people.people.everybody(tx));
        return answered({ people: everybody.filter((one) => isShown(person, one)) });
      },
    },

    'POST /desk/api/people/invite': {
      order: orderOf({ name: Name, email: Email, language: Language, assignments: Assignments }),
      async answer({ order: { name, email, language, assignments }, person }) {
        const outcome = await invite(people, {
          by: person,
          name,
          email: email.trim().toLowerCase(),
          language: localeOf(language),
          assignments: canonical(assignments),
        });
        return outcome.ok ? answered({ link: outcome.link, expiresAt: outcome.expiresAt }) : outcome;
      },
    },

    'POST /desk/api/people/assign': {
      order: orderOf({ person: Id, assignments: Assignments }),
      async answer({ order, person }) {
        const assignments = canonical(order.assignments);
        const outcome = await assign(people, { by: person, person: order.person, assignments });
        return outcome.ok ? answered({}) : outcome;
      },
    },

    'POST /desk/api/people/disable': {
      order: orderOf({ person: Id, isDisabled: Type.Boolean() }),
      async answer({ order: { person: id, isDisabled }, person }) {
        const outcome = await (isDisabled ? disablePerson : enablePerson)(people, { by: person, person: id });
        return outcome.ok ? answered({}) : outcome;
      },
    },

    'POST /desk/api/people/reset': {
      order: orderOf({ person: Id }),
      async answer({ order: { person: id }, person }) {
        const outcome = await makeResetLink(people, { by: person, person: id });
        return outcome.ok ? answered({ link: outcome.link, expiresAt: outcome.expiresAt }) : outcome;
      },
    },
  } satisfies Partial<Handlers>;
}

/** Colleagues who work here are known to all; who is invited or shut out, to those who keep people. */
function isShown(to: Person, { standing }: Person): boolean {
  return standing === 'active' || may(to, 'keep-people', { office: null, locale: null });
}

function canonical(assignments: readonly Assignment[]): Assignment[] {
  return assignments.map((one) => ({ ...one, locale: one.locale === null ? null : localeOf(one.locale) }));
}
