import { Type } from 'typebox';
import { type AuditFilter, type AuditStore, audited } from '../../audit/entry.ts';
import type { InTransaction } from '../../database/transaction.ts';
import { may } from '../../people/rights.ts';
import { refused } from '../../releases/desk-outcome.ts';
import { answered, type Handlers } from '../handler.ts';
import { bounded } from '../order-shapes.ts';

const ENTRIES = 200;

/**
 * Who may not read everything reads what concerns their offices. What is limited to others is not told to anybody before
 * it is public: the log would tell what no list does.
 */
export function auditHandlers(deps: {
  readonly inTransaction: InTransaction;
  readonly audit: AuditStore;
}): Pick<Handlers, 'GET /desk/api/audit'> {
  const text = Type.Optional(Type.String({ maxLength: 60 }));
  return {
    'GET /desk/api/audit': {
      order: bounded({
        ...{ release: text, person: text },
        before: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647 })),
        act: Type.Optional(Type.Union(audited.map((act) => Type.Literal(act)))),
      }),
      answer: ({ person, order }) =>
        deps.inTransaction(async (tx) => {
          if (!may(person, 'read-audit', { office: null, locale: null })) {
            return refused({ reason: 'not-allowed', act: 'read-audit' });
          }
          const readers = person.assignments.filter(({ role }) => role.endsWith('administrator'));
          const own = readers.some(({ office }) => office === null)
            ? null
            : readers.flatMap(({ office }) => office ?? []);
          const filter = { ...order, reader: person.id, ...(own === null ? {} : { offices: own }) };
          return answered({ entries: await deps.audit.read(tx, filter as AuditFilter, ENTRIES) });
        }),
    },
  };
}
