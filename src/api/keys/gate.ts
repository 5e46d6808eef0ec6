import type { Visit } from '../../http/route.ts';
import { addressKey } from '../../platform/address-key.ts';
import { type ApiKey, type KeyReads, keyHash, type Scope } from '../../published/api-key.ts';
import type { Refusal } from '../problem.ts';
import type { TakeOne } from './buckets.ts';

/** Who may ask now: null, or why not. */
export type Gate = (visit: Visit, scope: Scope) => Promise<Refusal | null>;

export interface GateDeps {
  readonly keys: KeyReads;
  readonly take: TakeOne;
  /** Requests a minute from one address without a key. */
  readonly anonymousRate: number;
}

export function openGate({ keys, take, anonymousRate }: GateDeps): Gate {
  const anonymously = ({ address }: Visit) =>
    waitFor(take(`address ${addressKey(address).slice(0, 64)}`, anonymousRate), ANYBODY);

  return async (visit, scope) => {
    if (visit.authorization === '') return anonymously(visit);
    const key = await keyNamed(keys, visit.authorization);
    // Guessing is no way round the rate.
    if (key === null || key.revokedAt !== null) return anonymously(visit) ?? notValid(key);
    if (!key.scopes.includes(scope)) return notForThis(key, scope);
    return waitFor(take(`key ${key.id}`, key.perMinute), `This key may ask ${key.perMinute} times a minute.`);
  };
}

const ANYBODY = 'Without a key, an address may ask only so often. A key from the newsroom lets you ask more.';

async function keyNamed(keys: KeyReads, authorization: string): Promise<ApiKey | null> {
  const [, text] = /^Bearer +([\w-]{1,100})$/i.exec(authorization) ?? [];
  return text === undefined ? null : keys.keyOf(keyHash(text));
}

function notValid(key: ApiKey | null): Refusal {
  const detail =
    key === null
      ? 'There is no such key. Write it as “Authorization: Bearer dl_…”, or leave the header out to ask without one.'
      : 'This key was revoked. Ask the newsroom for another, or leave the header out to ask without one.';
  const challenge = key === null ? '' : ', error="invalid_token"';
  return { problem: 'key-invalid', detail, headers: { 'www-authenticate': `Bearer realm="api"${challenge}` } };
}

function notForThis(key: ApiKey, scope: Scope): Refusal {
  const detail = `This key is for “${key.scopes.join('”, “')}”, and here “${scope}” is needed. Leave it out, or ask the newsroom for one.`;
  return { problem: 'scope-missing', detail };
}

function waitFor(seconds: number, why: string): Refusal | null {
  if (seconds === 0) return null;
  const detail = `${why} Ask again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`;
  return { problem: 'too-many-requests', detail, headers: { 'retry-after': String(seconds) } };
}
