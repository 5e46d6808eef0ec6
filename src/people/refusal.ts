import type { Act } from './rights.ts';

/** Why an act on people or on one's own account was not done. */
export type PeopleRefusal =
  | { readonly reason: 'not-allowed'; readonly act: Act }
  | { readonly reason: 'text-invalid'; readonly field: string; readonly problem: string }
  | { readonly reason: 'office-unknown'; readonly office: string }
  | { readonly reason: 'email-taken'; readonly email: string }
  /** The newsroom would be left without an active administrator. */
  | { readonly reason: 'last-administrator' }
  | { readonly reason: 'wrong-password' }
  | { readonly reason: 'wrong-code' }
  /** What the browser sent does not answer what it was asked, or too late. */
  | { readonly reason: 'passkey-refused' }
  | { readonly reason: 'too-many'; readonly seconds: number };

export type PeopleOutcome<Done = Record<never, never>> =
  | ({ readonly ok: true } & Done)
  | { readonly ok: false; readonly refusals: readonly PeopleRefusal[] };

export function refusedFor(...refusals: readonly PeopleRefusal[]): {
  readonly ok: false;
  readonly refusals: readonly PeopleRefusal[];
} {
  return { ok: false, refusals };
}
