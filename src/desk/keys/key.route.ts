import { Type } from 'typebox';
import { scopes } from '../../published/api-key.ts';
import { answered, type Handlers } from '../handler.ts';
import { bounded, id } from '../order-shapes.ts';
import { dropKey, type KeepKeysDeps, keepKey, keysKept } from './keep-keys.ts';

type Names = 'GET /desk/api/keys' | 'POST /desk/api/keys' | 'POST /desk/api/keys/revoke';

/** Keys of the API, for programs of others. */
export function keyHandlers(deps: KeepKeysDeps): Pick<Handlers, Names> {
  return {
    'GET /desk/api/keys': {
      order: bounded({}),
      async answer({ person }) {
        const outcome = await keysKept(deps, person);
        return outcome.ok ? answered({ keys: outcome.keys }) : outcome;
      },
    },
    'POST /desk/api/keys': {
      order: bounded({
        name: Type.String({ maxLength: 10_000 }),
        scopes: Type.Array(Type.Union(scopes.map((scope) => Type.Literal(scope))), {
          ...{ minItems: 1, maxItems: scopes.length, uniqueItems: true },
        }),
        perMinute: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
      }),
      async answer({ person, order }) {
        const outcome = await keepKey(deps, person, order);
        return outcome.ok ? answered({ text: outcome.text }) : outcome;
      },
    },
    'POST /desk/api/keys/revoke': {
      order: bounded({ key: id }),
      async answer({ person, order }) {
        const outcome = await dropKey(deps, person, order.key);
        return outcome.ok ? answered({}) : outcome;
      },
    },
  };
}
