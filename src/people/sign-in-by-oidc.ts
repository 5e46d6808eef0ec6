import type { Tx } from '../database/transaction.ts';
import { after } from '../platform/instant.ts';
import { writeDown } from './audited-act.ts';
import { beginSession } from './begin-session.ts';
import { FORGOTTEN_WITH_EACH } from './challenge.ts';
import type { Identified, IdentityProvider, OidcQuestion } from './identity-provider.ts';
import type { PeopleDeps, Whence } from './people-deps.ts';
import type { Person } from './person.ts';
import { hashOf, newToken } from './secret.ts';

/** Longer than a passkey's: some provider asks for a second factor, and somebody looks for their phone. */
export const OIDC_SECONDS = 600;

/**
 * Begins a sign-in at the organisation's own provider.
 *
 * @returns where to send the browser, and the state that its cookie must bring back. Fails when the provider does not answer.
 */
export async function beginOidc(
  deps: PeopleDeps,
  provider: IdentityProvider,
): Promise<{ readonly address: string; readonly state: string }> {
  const [state, nonce, verifier] = [0, 1, 2].map(() => newToken(deps.randomBytes)) as [string, string, string];
  const address = await provider.addressFor({ state, nonce, verifier });
  const now = deps.clock.now();
  await deps.inTransaction(async (tx) => {
    await deps.challenges.forgetExpired(tx, now, FORGOTTEN_WITH_EACH);
    const content = { nonce, verifier };
    await deps.challenges.add(tx, hashOf(state), { purpose: 'oidc', content, expiresAt: after(now, OIDC_SECONDS) });
  });
  return { address, state };
}

export interface OidcReturn {
  /** The address at which the browser came back, with what the provider wrote into it. */
  readonly returned: URL;
  /** What the browser's cookie holds: who began is who comes back. */
  readonly state: string | null;
  readonly from: Whence;
  readonly replaces: string | null;
}

/**
 * Signs in whom the provider vouches for. The first time, an account is found by an e-mail address that the provider has
 * verified; nobody gets an account in this way who was not invited. After that the provider's own name for them counts.
 *
 * @returns the token for their cookie; null: refused. Fails when the provider does not answer, or not to the question.
 */
export async function signInByOidc(
  deps: PeopleDeps,
  provider: IdentityProvider,
  order: OidcReturn,
): Promise<string | null> {
  const question = await questionOf(deps, order);
  if (question === null) return null;
  const identified = await provider.identify(order.returned, question);
  return deps.inTransaction(async (tx) => {
    const person = (await personKnownAs(tx, deps, identified)) ?? (await linked(tx, deps, identified));
    if (person === null || person.standing !== 'active') return null;
    return beginSession(tx, deps, { person, from: order.from, replaces: order.replaces, by: 'oidc' });
  });
}

async function questionOf(deps: PeopleDeps, { returned, state }: OidcReturn): Promise<OidcQuestion | null> {
  if (state === null || returned.searchParams.get('state') !== state) return null;
  const now = deps.clock.now();
  const asked = await deps.inTransaction((tx) => deps.challenges.take(tx, hashOf(state), 'oidc', now));
  if (asked === null) return null;
  return { state, nonce: asked.content['nonce'] ?? '', verifier: asked.content['verifier'] ?? '' };
}

async function personKnownAs(tx: Tx, deps: PeopleDeps, identified: Identified): Promise<Person | null> {
  const id = await deps.identities.personOf(tx, identified);
  return id === null ? null : ((await deps.people.account(tx, id))?.person ?? null);
}

async function linked(tx: Tx, deps: PeopleDeps, { email, issuer, subject }: Identified): Promise<Person | null> {
  const account = email === null ? null : await deps.people.accountOfEmail(tx, email);
  if (account === null || account.person.standing === 'disabled') return null;
  const { person } = account;
  // An address that was given to somebody new does not give them the account of who had it before.
  if (await deps.identities.isLinked(tx, person.id)) return null;
  await deps.identities.link(tx, { issuer, subject }, person.id);
  await writeDown(tx, deps, person, 'linked-identity', { issuer });
  if (person.standing === 'active') return person;
  await deps.people.changeStanding(tx, person.id, 'active');
  await deps.links.takeBack(tx, person.id);
  await writeDown(tx, deps, person, 'joined', { by: 'oidc' });
  return { ...person, standing: 'active' };
}
