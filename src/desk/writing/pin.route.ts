import { Type } from 'typebox';
import type { DeskDeps } from '../../releases/desk-deps.ts';
import { pinRelease } from '../../releases/pin-release.ts';
import { unpinRelease } from '../../releases/unpin-release.ts';
import { answered, type Handlers } from '../handler.ts';
import { bounded, release } from '../order-shapes.ts';

type Names = 'POST /desk/api/release/pin' | 'POST /desk/api/release/unpin';

const list = Type.String({ pattern: '^[^\\u0000]{1,80}$' });

/** What is kept in sight above the lists a release is on. */
export function pinHandlers(deps: DeskDeps): Pick<Handlers, Names> {
  return {
    'POST /desk/api/release/pin': {
      order: bounded({ release, list }),
      async answer({ person, order }) {
        const outcome = await pinRelease(deps, { by: person, ...order });
        return outcome.ok ? answered({}) : outcome;
      },
    },
    'POST /desk/api/release/unpin': {
      order: bounded({ release, list }),
      async answer({ person, order }) {
        const outcome = await unpinRelease(deps, { by: person, ...order });
        return outcome.ok ? answered({}) : outcome;
      },
    },
  };
}
