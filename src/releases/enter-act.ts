import type { AuditEntry, Audited } from '../audit/entry.ts';
import type { Tx } from '../database/transaction.ts';
import type { Actor } from '../people/person.ts';
import type { Locale } from '../platform/locales.ts';
import type { DeskDeps } from './desk-deps.ts';

interface Entered {
  readonly by: Actor;
  readonly act: Audited;
  readonly on: { readonly release: string | null; readonly locale: Locale | null; readonly office: string | null };
  readonly detail?: AuditEntry['detail'];
}

/** Writes into the log what somebody did, in the transaction of what was done. */
export async function enterAct(
  tx: Tx,
  { audit, clock }: Pick<DeskDeps, 'audit' | 'clock'>,
  { by, act, on, detail = {} }: Entered,
): Promise<void> {
  await audit.append(tx, { at: clock.now(), person: by.id, name: by.name, act, ...on, detail });
}
