import { addressKey } from '../platform/address-key.ts';
import { after } from '../platform/instant.ts';
import { writeDown } from './audited-act.ts';
import { ANYWHERE, countSignIn } from './count-guess.ts';
import type { PeopleDeps, Whence } from './people-deps.ts';

/** How often a request is written down for one account. */
const EVERY_SECONDS = 3_600;

/**
 * Somebody cannot sign in and asks for help. No mail is sent yet: the request stands in the audit log, where an
 * administrator finds it, makes the link (makeResetLink) and hands it over. The answer never tells whether there is such
 * an account, nor whether one has asked too often.
 *
 * @param order.email in lower case.
 */
export async function requestReset(
  deps: PeopleDeps,
  order: { readonly email: string; readonly from: Whence },
): Promise<void> {
  const { attempts, clock } = deps;
  await deps.inTransaction(async (tx) => {
    const counted = await countSignIn(tx, deps, `reset ${order.email}`, addressKey(order.from.address));
    if (counted.guess === null) return;
    const account = await deps.people.accountOfEmail(tx, order.email);
    if (account === null || account.person.standing === 'disabled') return;
    const asked = `reset-asked ${account.person.id}`;
    const lately = await attempts.tallyOfPair(tx, asked, ANYWHERE, after(clock.now(), -EVERY_SECONDS));
    if (lately.count > 0) return;
    await attempts.add(tx, { id: deps.newId(), account: asked, address: ANYWHERE, at: clock.now() });
    await writeDown(tx, deps, account.person, 'asked-for-reset', { address: order.from.address });
  });
}
