import type { AuditStore, Told } from '../../audit/entry.ts';
import type { Person } from '../../people/person.ts';
import { may } from '../../people/rights.ts';
import { Fault } from '../../platform/faults.ts';
import type { ApiKey } from '../../published/api-key.ts';
import { type DeskOutcome, type DeskRefusal, refused } from '../../releases/desk-outcome.ts';
import { enterAct } from '../../releases/enter-act.ts';
import { type KeyDeps, type KeyOrder, keyName, makeKeyWithin } from './make-key.ts';
import { revokeKeyWithin } from './revoke-key.ts';

export interface KeepKeysDeps extends KeyDeps {
  readonly audit: AuditStore;
}

/** Makes a key for somebody outside. @returns its text, this once. */
export async function keepKey(deps: KeepKeysDeps, by: Person, order: KeyOrder): Promise<DeskOutcome<{ text: string }>> {
  const refusals = [...whyNotAllowed(by), ...whyNotCalled(order.name)];
  if (refusals.length > 0) return refused(...refusals);
  return deps.inTransaction(async (tx): Promise<DeskOutcome<{ text: string }>> => {
    const { key, text } = await makeKeyWithin(tx, deps, order);
    const detail: Told = { key: key.id, name: key.name, scopes: key.scopes.join(', '), perMinute: key.perMinute };
    await enterAct(tx, deps, { by, act: 'made-key', on: newsroom, detail });
    return { ok: true, text };
  });
}

/** From now on the key is refused. Safe to run twice. */
export async function dropKey(deps: KeepKeysDeps, by: Person, id: string): Promise<DeskOutcome> {
  const refusals = whyNotAllowed(by);
  if (refusals.length > 0) return refused(...refusals);
  return deps.inTransaction(async (tx): Promise<DeskOutcome> => {
    const key = (await deps.keys.all(tx)).find((one) => one.id === id);
    const isRevoked = await revokeKeyWithin(tx, deps, id);
    const detail: Told = { key: id, name: key?.name ?? null };
    if (isRevoked) await enterAct(tx, deps, { by, act: 'revoked-key', on: newsroom, detail });
    return { ok: true };
  });
}

/** All keys, revoked ones too, newest first. */
export async function keysKept(deps: KeepKeysDeps, by: Person): Promise<DeskOutcome<{ keys: readonly ApiKey[] }>> {
  const refusals = whyNotAllowed(by);
  if (refusals.length > 0) return refused(...refusals);
  return deps.inTransaction(async (tx) => ({ ok: true, keys: (await deps.keys.all(tx)).toReversed() }));
}

const newsroom = { release: null, locale: null, office: null };

function whyNotAllowed(by: Person): DeskRefusal[] {
  return may(by, 'keep-keys', newsroom) ? [] : [{ reason: 'not-allowed', act: 'keep-keys' }];
}

function whyNotCalled(name: string): DeskRefusal[] {
  try {
    keyName(name);
    return [];
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return [{ reason: 'text-invalid', field: 'name', problem: String(error.detail['problem'] ?? error.message) }];
  }
}
