import Type from 'typebox';
import { addPasskey, beginPasskey } from '../../people/add-passkey.ts';
import { changeLanguage } from '../../people/change-language.ts';
import { changePassword } from '../../people/change-password.ts';
import { endSession } from '../../people/end-session.ts';
import { listSessions } from '../../people/list-sessions.ts';
import { renewRecoveryCodes } from '../../people/make-recovery-codes.ts';
import type { PeopleDeps } from '../../people/people-deps.ts';
import { liveSession } from '../../people/person-of-session.ts';
import { removePasskey } from '../../people/remove-passkey.ts';
import { removeTotp } from '../../people/remove-totp.ts';
import { beginTotp, confirmTotp } from '../../people/set-up-totp.ts';
import { localeOf } from '../../platform/locales.ts';
import { answered, type Caller, type Handlers } from '../handler.ts';
import { Code, Id, Language, Name, nothing, orderOf, PasskeyId, Password } from './orders.ts';

/** One's own account. */
export function accountHandlers(people: PeopleDeps) {
  const idOfThis = async ({ token }: Caller) => (await liveSession(people, token ?? ''))?.session.id ?? null;

  return {
    'GET /desk/api/sessions': {
      order: nothing,
      async answer({ person, caller }) {
        const here = await idOfThis(caller);
        const sessions = await listSessions(people, person);
        return answered({
          sessions: sessions.map(({ id, createdAt, seenAt, address, agent }) => {
            return { id, createdAt, seenAt, address, agent, isThis: id === here };
          }),
        });
      },
    },

    'POST /desk/api/sessions/end': {
      order: orderOf({ session: Id }),
      async answer({ order: { session }, person, caller }) {
        const isThis = session === (await idOfThis(caller));
        await endSession(people, { by: person, session });
        if (isThis) caller.setToken(null);
        return answered({});
      },
    },

    'POST /desk/api/password': {
      order: orderOf({ current: Password, next: Password }),
      async answer({ order, person, caller }) {
        const outcome = await changePassword(people, { ...order, by: person, token: caller.token ?? '' });
        return outcome.ok ? answered({}) : outcome;
      },
    },

    'POST /desk/api/totp/begin': {
      order: nothing,
      async answer({ person }) {
        const outcome = await beginTotp(people, person);
        return outcome.ok ? answered({ secret: outcome.secret, address: outcome.address }) : outcome;
      },
    },

    'POST /desk/api/totp/confirm': {
      order: orderOf({ code: Code }),
      async answer({ order: { code }, person }) {
        const outcome = await confirmTotp(people, { by: person, code });
        return outcome.ok ? answered({ recoveryCodes: outcome.recoveryCodes }) : outcome;
      },
    },

    'POST /desk/api/totp/remove': {
      order: orderOf({ password: Password }),
      async answer({ order: { password }, person }) {
        const outcome = await removeTotp(people, { by: person, password });
        return outcome.ok ? answered({}) : outcome;
      },
    },

    'POST /desk/api/recovery-codes': {
      order: orderOf({ password: Password }),
      async answer({ order: { password }, person }) {
        const outcome = await renewRecoveryCodes(people, { by: person, password });
        return outcome.ok ? answered({ recoveryCodes: outcome.recoveryCodes }) : outcome;
      },
    },

    'GET /desk/api/passkeys': {
      order: nothing,
      async answer({ person }) {
        const kept = await people.inTransaction((tx) => people.passkeys.passkeysOf(tx, person.id));
        const passkeys = kept.map(({ id, name, createdAt, usedAt }) => ({ id, name, createdAt, usedAt }));
        return answered({ passkeys });
      },
    },

    'POST /desk/api/passkeys/begin': {
      order: nothing,
      answer: async ({ person }) => answered({ options: await beginPasskey(people, person) }),
    },

    'POST /desk/api/passkeys/add': {
      order: orderOf({ response: Type.Unknown(), name: Name }),
      async answer({ order: { response, name }, person }) {
        const outcome = await addPasskey(people, { by: person, response, name });
        return outcome.ok ? answered({}) : outcome;
      },
    },

    'POST /desk/api/passkeys/remove': {
      order: orderOf({ passkey: PasskeyId }),
      async answer({ order: { passkey }, person }) {
        const outcome = await removePasskey(people, { by: person, passkey });
        return outcome.ok ? answered({}) : outcome;
      },
    },

    'POST /desk/api/language': {
      order: orderOf({ language: Language }),
      async answer({ order, person }) {
        await changeLanguage(people, { by: person, language: localeOf(order.language) });
        return answered({});
      },
    },
  } satisfies Partial<Handlers>;
}
