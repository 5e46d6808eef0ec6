import type { Audited, Told } from '../audit/entry.ts';
import type { Tx } from '../database/transaction.ts';
import type { Actor } from '../people/person.ts';
import type { Locale } from '../platform/locales.ts';
import type { DeskDeps } from './desk-deps.ts';

export interface Entered {
  readonly by: Actor;
  readonly act: Audited;
  readonly on: { readonly release: string | null; readonly locale: Locale | null; readonly office: string | null };
  readonly detail?: Told;
}

/** Writes into the log what somebody did, in the transaction of what was done. */
export async function enterAct(tx: Tx, deps: Pick<DeskDeps, 'audit' | 'clock'>, entered: Entered): Promise<void> {
  await enterActs(tx, deps, [entered]);
}

/** As enterAct, for several acts in their order. */
export async function enterActs(
  tx: Tx,
  { audit, clock }: Pick<DeskDeps, 'audit' | 'clock'>,
  entered: readonly Entered[],
): Promise<void> {
  const at = clock.now();
  const entries = entered.map(({ by, act, on, detail = {} }) => ({
    at,
    person: by.id,
    name: by.name,
    act,
    ...on,
    detail,
  }));
  await audit.appendAll(tx, entries);
}
