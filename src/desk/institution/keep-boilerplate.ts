import type { AuditStore } from '../../audit/entry.ts';
import type { InTransaction, Tx } from '../../database/transaction.ts';
import type { InstitutionStore } from '../../offices/institution.ts';
import type { Person } from '../../people/person.ts';
import { may } from '../../people/rights.ts';
import type { Clock } from '../../platform/clock.ts';
import { Fault } from '../../platform/faults.ts';
import { safeHtml } from '../../platform/html.ts';
import { civilDayOf } from '../../platform/instant.ts';
import { type DeskOutcome, type DeskRefusal, refused } from '../../releases/desk-outcome.ts';

export interface BoilerplateDeps {
  readonly inTransaction: InTransaction;
  readonly institution: InstitutionStore;
  readonly audit: AuditStore;
  readonly clock: Clock;
  /** Called inside the transaction: what stands at the foot of public texts changes. */
  readonly beforePublic: (tx: Tx) => Promise<void>;
}

export interface BoilerplateOrder {
  readonly by: Person;
  readonly office: string;
  readonly locale: string;
  /** `YYYY-MM-DD`: releases of that day and later carry it; older ones keep what they have. */
  readonly from: string;
  readonly boilerplate: string;
  readonly contacts: string;
}

/** Says what stands at the foot of an office's releases from a day on. Words that were true on a day stay. */
export async function keepBoilerplate(deps: BoilerplateDeps, order: BoilerplateOrder): Promise<DeskOutcome> {
  const { by, office, locale } = order;
  return deps.inTransaction(async (tx) => {
    const reasons: DeskRefusal[] = [];
    const add = (reason: DeskRefusal) => void reasons.push(reason);
    if (!may(by, 'keep-boilerplate', { office, locale })) add({ reason: 'not-allowed', act: 'keep-boilerplate' });
    if (!(await deps.institution.offices(tx)).some((one) => one.code === office))
      add({ reason: 'office-unknown', office });
    const from = checked('from', () => civilDayOf(order.from), add);
    const boilerplate = checked('boilerplate', () => safeHtml(order.boilerplate, 'boilerplate'), add);
    const contacts = checked('contacts', () => safeHtml(order.contacts, 'contacts'), add);
    const taken = (await deps.institution.boilerplates(tx)).some(
      (one) => one.office === office && one.locale === locale && one.from === from,
    );
    if (taken) {
      const problem = 'there are words for this day already, and they stay. Choose a later day.';
      add({ reason: 'text-invalid', field: 'from', problem });
    }
    if (reasons.length > 0 || from === null || boilerplate === null || contacts === null) return refused(...reasons);

    await deps.beforePublic(tx);
    await deps.institution.saveBoilerplate(tx, { office, locale, from, boilerplate, contacts });
    const at = deps.clock.now();
    await deps.audit.append(tx, {
      at,
      person: by.id,
      name: by.name,
      act: 'kept-boilerplate',
      office,
      locale,
      detail: { from },
    });
    return { ok: true };
  });
}

function checked<Value>(field: string, read: () => Value, add: (reason: DeskRefusal) => void): Value | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    add({ reason: 'text-invalid', field, problem: String(error.detail['problem'] ?? error.message) });
    return null;
  }
}
