import type { TSchema } from 'typebox';
import type { Person } from '../people/person.ts';
import type { DeskRefusal } from '../releases/desk-outcome.ts';
import type { AnswerOf, CallName, OrderOf } from './contract.ts';

/** Where a request came from, and how its browser is told who it is from now on. */
export interface Caller {
  readonly address: string;
  /** `User-Agent`, at most 300 characters. */
  readonly agent: string;
  /** What the cookie holds; null when there is none. */
  readonly token: string | null;
  /** Sets the cookie, or (null) takes it away. */
  readonly setToken: (token: string | null) => void;
}

export interface Asked<Name extends CallName> {
  readonly order: OrderOf<Name>;
  readonly caller: Caller;
  readonly person: Person;
}

export type Answered<Name extends CallName> =
  | { readonly ok: true; readonly answer: AnswerOf<Name> }
  | { readonly ok: false; readonly refusals: readonly DeskRefusal[] };

/** Answers one call of the contract. */
export type Handler<Name extends CallName> =
  | {
      /** What an order must look like; anything else is refused before `answer` hears of it. */
      readonly order: TSchema;
      readonly answer: (asked: Asked<Name>) => Promise<Answered<Name>>;
    }
  | {
      readonly order: TSchema;
      /** For somebody who is not signed in. */
      readonly answerAnyone: (asked: Omit<Asked<Name>, 'person'>) => Promise<Answered<Name>>;
    };

export type Handlers = { readonly [Name in CallName]: Handler<Name> };

export function answered<Answer>(answer: Answer): { readonly ok: true; readonly answer: Answer } {
  return { ok: true, answer };
}
