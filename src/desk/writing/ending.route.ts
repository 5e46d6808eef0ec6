import type { DeskDeps } from '../../releases/desk-deps.ts';
import { retractText } from '../../releases/retract-text.ts';
import { takeDownText } from '../../releases/take-down-text.ts';
import { withdrawText } from '../../releases/withdraw-text.ts';
import { answered, type Handlers } from '../handler.ts';
import { bounded, named, reason } from '../order-shapes.ts';

type Names = 'POST /desk/api/text/withdraw' | 'POST /desk/api/text/retract' | 'POST /desk/api/text/take-down';

/** How a public text ends: readable under a banner, gone with its reason, or gone by law. */
export function endingHandlers(deps: DeskDeps): Pick<Handlers, Names> {
  return {
    'POST /desk/api/text/withdraw': {
      order: bounded({ ...named, publicReason: reason }),
      async answer({ person, order }) {
        const outcome = await withdrawText(deps, { by: person, ...order });
        return outcome.ok ? answered({}) : outcome;
      },
    },
    'POST /desk/api/text/retract': {
      order: bounded({ ...named, publicReason: reason }),
      async answer({ person, order }) {
        const outcome = await retractText(deps, { by: person, ...order });
        return outcome.ok ? answered({}) : outcome;
      },
    },
    'POST /desk/api/text/take-down': {
      order: bounded({ ...named, legalReason: reason }),
      async answer({ person, order }) {
        const outcome = await takeDownText(deps, { by: person, ...order });
        return outcome.ok ? answered({}) : outcome;
      },
    },
  };
}
