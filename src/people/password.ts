import { hash, verify } from '@node-rs/argon2';

const LIMITS = { least: 12, most: 200 };

/** 19 MiB and two passes: about 30 ms of one core, and as many for each guess of whoever steals the table. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of bytes that nobody kept: who has no password is compared with it, and takes as long. */
export const nobodys =
  '$argon2id$v=19$m=19456,t=2,p=1$/IOn/u3GTfo3Lj04hWGDvg$tVlN4hNmVzl8lLk9xVLvIMF8lymAFuM20xZzSRCc9jc';

/** What is wrong with a password that somebody chose, and what to do about it; null: it will do. */
export function passwordProblem(password: string, { name, email }: { name: string; email: string }): string | null {
  if (password.length < LIMITS.least) {
    return `It has ${password.length} characters. Take at least ${LIMITS.least}; a few words in a row are easy to remember.`;
  }
  if (password.length > LIMITS.most) {
    return `It has ${password.length} characters; at most ${LIMITS.most} are accepted. Shorten it.`;
  }
  const plain = password.toLowerCase();
  const own = [email, email.split('@')[0] ?? '', name, ...name.split(/\s+/)].map((part) => part.toLowerCase());
  // Shorter parts stand in words that have nothing to do with a name.
  if (own.some((part) => part.length >= 4 && plain.includes(part))) {
    return 'It holds your name or e-mail address, which others guess first. Choose words that have nothing to do with you.';
  }
  if (new Set(plain).size < 5) return 'It repeats a few characters. Choose a few words in a row.';
  return null;
}

/** argon2id, in PHC form. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST);
}

/** @param kept null (there is no account, or it has no password) takes as long, and is never right. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  const isRight = await verify(kept ?? nobodys, password.normalize('NFC'));
  return isRight && kept !== null;
}
