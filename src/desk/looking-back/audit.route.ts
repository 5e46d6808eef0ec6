import { Type } from 'typebox';
import { type AuditStore, audited } from '../../audit/entry.ts';
import type { InTransaction } from '../../database/transaction.ts';
import { may } from '../../people/rights.ts';
import { refused } from '../../releases/desk-outcome.ts';
import type { AuditQuery } from '../contract-looking-back.ts';
import { answered, type Handlers } from '../handler.ts';
import { bounded } from '../order-shapes.ts';
import { filterFor, readLines } from './read-log.ts';
import { referencesOf } from './references.query.ts';

const ENTRIES = 200;

type Names = 'GET /desk/api/audit' | 'GET /desk/api/audit/lines';

/**
 * Who may not read everything reads what concerns their offices. What is limited to others is not told to anybody before
 * it is public: the log would tell what no list does.
 */
export function auditHandlers(deps: {
  readonly inTransaction: InTransaction;
  readonly audit: AuditStore;
}): Pick<Handlers, Names> {
  const notAllowed = refused({ reason: 'not-allowed', act: 'read-audit' });
  const newsroom = { office: null, locale: null };
  return {
    'GET /desk/api/audit': {
      order: query,
      answer: ({ person, order }) =>
        deps.inTransaction(async (tx) => {
          if (!may(person, 'read-audit', newsroom)) return notAllowed;
          const filter = await filterFor(tx, person, order as AuditQuery);
          return answered({ entries: filter === null ? [] : await deps.audit.read(tx, filter, ENTRIES) });
        }),
    },
    'GET /desk/api/audit/lines': {
      order: query,
      answer: ({ person, order }) =>
        deps.inTransaction(async (tx) => {
          if (!may(person, 'read-audit', newsroom)) return notAllowed;
          const filter = await filterFor(tx, person, order as AuditQuery);
          if (filter === null) return answered({ lines: [], before: null });
          const { lines, before } = await readLines(tx, deps.audit, filter);
          const references = await referencesOf(
            tx,
            lines.flatMap(({ entry }) => entry.release ?? []),
          );
          const referenceOf = (release: string | null) => (release === null ? null : (references.get(release) ?? null));
          const seen = lines.map((line) => ({ ...line, reference: referenceOf(line.entry.release) }));
          return answered({ lines: seen, before });
        }),
    },
  };
}

const text = Type.Optional(Type.String({ maxLength: 60 }));
const number = Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647 }));
const query = bounded({
  ...{ release: text, reference: text, person: text, office: text, before: number, from: number },
  act: Type.Optional(Type.Union(audited.map((act) => Type.Literal(act)))),
});
