import type { Tx } from '../database/transaction.ts';
import { type AttemptStore, patienceWith, rememberedSince, secondsToWait, type Tally } from './attempt.ts';
import type { PeopleDeps } from './people-deps.ts';

type GuessDeps = Pick<PeopleDeps, 'attempts' | 'clock' | 'newId'>;

export type Counted =
  | { readonly guess: string; readonly seconds: 0 }
  | { readonly guess: null; readonly seconds: number };

/**
 * Counts an attempt before it is looked at, so that many at once are no way round the waiting; a right one is taken back.
 * A stranger fills only the pairs of their own address: the owner of an account never waits for them.
 */
export async function countSignIn(tx: Tx, deps: GuessDeps, account: string, address: string): Promise<Counted> {
  const since = rememberedSince(deps.clock.now());
  const [pair, all] = [
    await deps.attempts.tallyOfPair(tx, account, address, since),
    await deps.attempts.tallyOfAddress(tx, address, since),
  ];
  return count(tx, deps, { account, address }, [
    [pair, patienceWith.pair],
    [all, patienceWith.address],
  ]);
}

/** Where only the owner, or who has stolen half of their keys, can guess: counted wherever it comes from. */
export const ANYWHERE = '*';

/** @param what `code <person>`: what is guessed at. */
export async function countGuess(tx: Tx, deps: GuessDeps, what: string): Promise<Counted> {
  const tally = await deps.attempts.tallyOfPair(tx, what, ANYWHERE, rememberedSince(deps.clock.now()));
  return count(tx, deps, { account: what, address: ANYWHERE }, [[tally, patienceWith.pair]]);
}

export async function forgiveGuesses(tx: Tx, { attempts }: { attempts: AttemptStore }, what: string): Promise<void> {
  await attempts.forgive(tx, what, ANYWHERE);
}

async function count(
  tx: Tx,
  { attempts, clock, newId }: GuessDeps,
  where: { readonly account: string; readonly address: string },
  tallies: readonly (readonly [Tally, (typeof patienceWith)[keyof typeof patienceWith]])[],
): Promise<Counted> {
  const at = clock.now();
  const seconds = Math.max(...tallies.map(([tally, patience]) => secondsToWait(tally, patience, at)));
  if (seconds > 0) return { guess: null, seconds };
  const guess = newId();
  await attempts.add(tx, { id: guess, ...where, at });
  return { guess, seconds: 0 };
}
