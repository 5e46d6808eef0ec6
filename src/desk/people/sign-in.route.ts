import Type from 'typebox';
import type { IdentityProvider } from '../../people/identity-provider.ts';
import { isFirstAwaited, lookAtLink } from '../../people/look-at-link.ts';
import type { PeopleDeps } from '../../people/people-deps.ts';
import { personNamed } from '../../people/person-named.ts';
import { requestReset } from '../../people/request-reset.ts';
import { type SignInOutcome, signIn } from '../../people/sign-in.ts';
import { askForPasskey, signInByPasskey } from '../../people/sign-in-by-passkey.ts';
import { signOut } from '../../people/sign-out.ts';
import { useLink } from '../../people/use-link.ts';
import type { LinkSeen, SignedIn } from '../contract.ts';
import { answered, type Caller, type Handlers } from '../handler.ts';
import { heardNowAndThen } from './asked-too-often.ts';
import { Code, Email, Name, nothing, orderOf, Password, Token, typedEmail } from './orders.ts';

export interface SignInRouteDeps {
  readonly people: PeopleDeps;
  /** Null where people have only the ways of the desk itself. */
  readonly provider: IdentityProvider | null;
  /** Which the page must be of. */
  readonly build: string;
}

/** Coming in, and going. */
export function signInHandlers({ people, provider, build }: SignInRouteDeps) {
  const hear = heardNowAndThen(people.clock);
  return {
    'GET /desk/api/me': {
      order: nothing,
      async answer({ person }) {
        const account = await people.inTransaction((tx) => personNamed(tx, people, person.id));
        const hasTotp = account.totp !== null && account.totp.confirmedAt !== null;
        return answered({ person, hasPassword: account.passwordHash !== null, hasTotp, build });
      },
    },

    'GET /desk/api/ways-in': {
      order: nothing,
      answerAnyone: async () => answered({ oidc: provider?.name ?? null }),
    },

    'POST /desk/api/sign-in': {
      order: orderOf({ email: Email, password: Password, code: Code }),
      async answerAnyone({ order: { email, password, code }, caller }) {
        hear(caller);
        const typed = { email: typedEmail(email), password, code: code.trim() };
        return answered(told(await signIn(people, { ...typed, from: caller, replaces: caller.token }), caller));
      },
    },

    'POST /desk/api/passkeys/challenge': {
      order: nothing,
      async answerAnyone({ caller }) {
        hear(caller);
        return answered({ options: await askForPasskey(people) });
      },
    },

    'POST /desk/api/passkeys/sign-in': {
      order: orderOf({ response: Type.Unknown() }),
      async answerAnyone({ order: { response }, caller }) {
        hear(caller);
        const outcome = await signInByPasskey(people, { response, from: caller, replaces: caller.token });
        return answered(told(outcome, caller));
      },
    },

    'POST /desk/api/sign-out': {
      order: nothing,
      async answerAnyone({ caller }) {
        hear(caller);
        if (caller.token !== null) await signOut(people, caller.token);
        caller.setToken(null);
        return answered({});
      },
    },

    'POST /desk/api/links/look': {
      order: orderOf({ token: Token }),
      async answerAnyone({ order: { token }, caller }) {
        hear(caller);
        return answered(await seen(people, token));
      },
    },

    'POST /desk/api/links/use': {
      order: orderOf({ token: Token, name: Name, email: Email, password: Password }),
      async answerAnyone({ order, caller }) {
        hear(caller);
        const email = order.email.trim().toLowerCase();
        const outcome = await useLink(people, { ...order, email, from: caller, replaces: caller.token });
        if (!outcome.ok) return outcome;
        const { token } = outcome;
        return answered(told(token === null ? { outcome: 'refused' } : { outcome: 'signed-in', token }, caller));
      },
    },

    'POST /desk/api/reset-requests': {
      order: orderOf({ email: Email }),
      async answerAnyone({ order, caller }) {
        hear(caller);
        await requestReset(people, { email: typedEmail(order.email), from: caller });
        return answered({});
      },
    },
  } satisfies Partial<Handlers>;
}

/** The token goes into the cookie, and nowhere else. */
function told(outcome: SignInOutcome, caller: Caller): SignedIn {
  if (outcome.outcome !== 'signed-in') return outcome;
  caller.setToken(outcome.token);
  return { outcome: 'signed-in' };
}

async function seen(people: PeopleDeps, token: string): Promise<LinkSeen> {
  const link = await lookAtLink(people, token);
  if (link === null) return { purpose: null, isFirstAwaited: await isFirstAwaited(people) };
  if (link.person === null) return { purpose: link.purpose };
  const { name, email, language } = link.person;
  return { purpose: link.purpose, name, email, language };
}
