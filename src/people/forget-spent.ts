import { rememberedSince } from './attempt.ts';
import type { PeopleDeps } from './people-deps.ts';

/** Of each kind, in one go: nobody at the desk waits for it. */
const MOST_AT_ONCE = 500;

/**
 * Cleans away what lets nobody in any more: sessions that have ended or were left alone, links that were used or have expired, what
 * browsers were asked and did not answer in time, attempts that no longer count. The log keeps who came in and when.
 *
 * @returns how many rows went; as many as 500 of a kind may mean that there are more.
 */
export async function forgetSpent(
  deps: Pick<PeopleDeps, 'inTransaction' | 'clock' | 'sessions' | 'links' | 'challenges' | 'attempts'>,
): Promise<{ readonly sessions: number; readonly links: number; readonly challenges: number }> {
  const now = deps.clock.now();
  return deps.inTransaction(async (tx) => {
    await deps.attempts.forgetBefore(tx, rememberedSince(now));
    return {
      sessions: await deps.sessions.forgetEnded(tx, now, MOST_AT_ONCE),
      links: await deps.links.forgetSpent(tx, now, MOST_AT_ONCE),
      challenges: await deps.challenges.forgetExpired(tx, now, MOST_AT_ONCE),
    };
  });
}
