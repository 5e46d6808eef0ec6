import { Type } from 'typebox';
import type { DeskDeps } from '../../releases/desk-deps.ts';
import { openText } from '../../releases/open-text.ts';
import { answered, type Handlers } from '../handler.ts';
import { bounded, id, named } from '../order-shapes.ts';
import type { PreviewStore } from '../previews/preview.ts';
import type { RemarkStore } from './remark.ts';
import { remarksSeen } from './remarks-seen.ts';
import { settleRemark } from './settle-remark.ts';

type Names = 'GET /desk/api/remarks' | 'POST /desk/api/remarks/settle';

export interface ReviewRouteDeps extends DeskDeps {
  readonly remarks: RemarkStore;
  readonly previews: PreviewStore;
}

/** What people outside remarked of a text, and the answers to it. */
export function reviewHandlers(deps: ReviewRouteDeps): Pick<Handlers, Names> {
  return {
    'GET /desk/api/remarks': {
      order: bounded(named),
      answer: ({ person, order: { release, locale } }) =>
        deps.inTransaction(async (tx) => {
          const { draft } = await openText(tx, deps, { by: person, release, locale });
          return answered({ remarks: await remarksSeen(tx, deps, draft) });
        }),
    },
    'POST /desk/api/remarks/settle': {
      order: bounded({ remark: id, answer: Type.String({ maxLength: 10_000 }) }),
      async answer({ person, order }) {
        const outcome = await settleRemark(deps, { by: person, ...order });
        return outcome.ok ? answered({}) : outcome;
      },
    },
  };
}
