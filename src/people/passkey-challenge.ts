import { after } from '../platform/instant.ts';
import { CHALLENGE_SECONDS, FORGOTTEN_WITH_EACH } from './challenge.ts';
import type { PeopleDeps } from './people-deps.ts';
import { hashOf, newToken } from './secret.ts';

type Purpose = 'register' | 'sign-in';

/** @returns the challenge as bytes: the library writes them for the browser as it should. */
export async function sendChallenge(
  deps: PeopleDeps,
  purpose: Purpose,
  content: Readonly<Record<string, string>>,
): Promise<Uint8Array<ArrayBuffer>> {
  const now = deps.clock.now();
  const challenge = newToken(deps.randomBytes);
  await deps.inTransaction(async (tx) => {
    await deps.challenges.forgetExpired(tx, now, FORGOTTEN_WITH_EACH);
    const expiresAt = after(now, CHALLENGE_SECONDS);
    await deps.challenges.add(tx, hashOf(challenge), { purpose, content, expiresAt });
  });
  return new Uint8Array(Buffer.from(challenge, 'base64url'));
}

/** The challenge that a response says it answers, if it was sent and not answered yet: now it is. */
export async function answeredChallenge(
  deps: PeopleDeps,
  purpose: Purpose,
  response: unknown,
): Promise<{ readonly challenge: string; readonly content: Readonly<Record<string, string>> } | null> {
  const challenge = challengeIn(response);
  if (challenge === null) return null;
  const now = deps.clock.now();
  const sent = await deps.inTransaction((tx) => deps.challenges.take(tx, hashOf(challenge), purpose, now));
  return sent === null ? null : { challenge, content: sent.content };
}

function challengeIn(response: unknown): string | null {
  try {
    const { clientDataJSON } = (response as { response: { clientDataJSON: string } }).response;
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'));
    return typeof challenge === 'string' && challenge.length <= 100 ? challenge : null;
  } catch {
    return null;
  }
}
