import type { Static, TObject, TProperties, TSchema } from 'typebox';
import type { Answer, Visit } from '../http/route.ts';
import type { Scope } from '../published/api-key.ts';
import type { Refusal } from './problem.ts';
import type { Told } from './shapes.ts';

/** What operations are gathered under, in this order. */
export const tags = {
  Newsroom: 'Who publishes here.',
  Lists: 'Releases of one subject, newest first, on pages that never change their members.',
  Releases: 'The thing issued, in every language and every edition.',
  Search: 'Every text in every language.',
  Changes: 'What a copy has to follow to stay the same.',
  Bulk: 'Everything at once, as files.',
  'This document': 'What describes the rest. Asking for it is free.',
} as const;
export type Tag = keyof typeof tags;

/** One thing that the API answers. The document is made from these, and so is the reading of what was asked. */
export interface Operation {
  readonly tag: Tag;
  readonly summary: string;
  readonly description: string;
  /** Null: asking is free, and needs no key. */
  readonly scope: Scope | null;
  readonly params: TObject;
  readonly query: TObject;
  /** Of 200. */
  readonly answer: TSchema;
  /** `application/json`, unless said. */
  readonly type?: string;
  /** Refusals of its own, each with when it comes. */
  readonly refusals: Readonly<Partial<Record<404 | 410 | 503, string>>>;
  run(asked: AskedOf<TObject, TObject>): Promise<Outcome<unknown>>;
}

export interface AskedOf<Params extends TObject, Query extends TObject> {
  readonly params: Static<Params>;
  readonly query: Static<Query>;
  readonly visit: Visit;
}

export type Outcome<Body> =
  | { readonly ok: true; readonly body: Body; readonly headers?: Readonly<Record<string, string>> }
  /** What is no JSON, or may be kept. */
  | { readonly ok: true; readonly answer: Answer }
  | ({ readonly ok: false } & Refusal);

/** Ties what an operation does to its own shapes; what is returned fits in the table of all. */
export function operation<Params extends TProperties, Query extends TProperties, Shape extends TSchema>(
  one: Omit<Operation, 'params' | 'query' | 'answer' | 'run'> & {
    readonly params: TObject<Params>;
    readonly query: TObject<Query>;
    readonly answer: Shape;
    run(asked: AskedOf<TObject<Params>, TObject<Query>>): Promise<Outcome<Told<Shape>>>;
  },
): Operation {
  return one as unknown as Operation;
}
