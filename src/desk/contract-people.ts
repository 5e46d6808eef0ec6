import type { Assignment, Person } from '../people/person.ts';

/** What the contract says of people and how they come in. */

export interface Me {
  readonly person: Person;
  readonly hasPassword: boolean;
  readonly hasTotp: boolean;
  readonly build: string;
}

export interface SignIn {
  readonly email: string;
  readonly password: string;
  /** Six digits or a recovery code; empty at first. */
  readonly code: string;
}

/** `code-needed` says nothing that a right password has not earned. */
export type SignedIn =
  | { readonly outcome: 'signed-in' }
  | { readonly outcome: 'code-needed' }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'too-many'; readonly seconds: number };

export type LinkSeen =
  | { readonly purpose: 'first-administrator' }
  | {
      readonly purpose: 'invitation' | 'reset';
      readonly name: string;
      readonly email: string;
      /** In which the desk speaks to them. */
      readonly language: string;
    }
  /** `isFirstAwaited`: there is no administrator yet, and each start of the server prints a link for the first. */
  | { readonly purpose: null; readonly isFirstAwaited: boolean };

export interface LinkUsed {
  readonly token: string;
  /** For the first administrator. */
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export interface SessionSeen {
  readonly id: string;
  readonly createdAt: string;
  readonly seenAt: string;
  readonly address: string;
  readonly agent: string;
  readonly isThis: boolean;
}

export interface PasskeySeen {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly usedAt: string | null;
}

export interface Invite {
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly assignments: readonly Assignment[];
}
