import type { Locale } from '../platform/locales.ts';

export const roles = ['writer', 'editor', 'publisher', 'office-administrator', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** A role for one office and one language; null: for any. */
export interface Assignment {
  readonly role: Role;
  readonly office: string | null;
  readonly locale: Locale | null;
}

/** Somebody with an account at the desk. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** Lower case. */
  readonly email: string;
  /** Of the desk's interface. */
  readonly language: Locale;
  readonly standing: 'invited' | 'active' | 'disabled';
  readonly assignments: readonly Assignment[];
}

/** Whoever acts: a person, or the clock, which is one more editor with no rights but to lift what is due. */
export type Actor = Pick<Person, 'id' | 'name' | 'assignments'> | Clockwork;

export interface Clockwork {
  readonly id: null;
  readonly name: 'Clockwork';
  readonly assignments: readonly [];
}

export const clockwork: Clockwork = { id: null, name: 'Clockwork', assignments: [] };
