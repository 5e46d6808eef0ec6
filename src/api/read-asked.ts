import type { TObject, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import type { Visit } from '../http/route.ts';
import type { Operation } from './operation.ts';
import type { Refusal } from './problem.ts';

type Read = { readonly ok: true; readonly params: object; readonly query: object } | ({ readonly ok: false } & Refusal);

/** What was asked, as the operation's shapes have it; else what is wrong with it and what to write instead. */
export function readAsked({ params, query }: Pick<Operation, 'params' | 'query'>, visit: Visit): Read {
  const wrongName = [...visit.query.keys()].find((name) => !(name in query.properties));
  if (wrongName !== undefined) return refuse(`There is no parameter “${wrongName}” here. ${namesOf(query)}`);
  const isOnce = (name: string) => !isList(query.properties[name] as TSchema);
  const twice = [...visit.query.keys()].find((name) => isOnce(name) && visit.query.getAll(name).length > 1);
  if (twice !== undefined) return refuse(`The parameter “${twice}” is given more than once. Give it once.`);

  const named = read(params, visit.params);
  if (named.wrong !== null) {
    return { ok: false, problem: 'not-found', detail: sentence('part of the address', named.wrong, params) };
  }
  const asked = read(query, textsOf(query, visit.query));
  if (asked.wrong !== null) return refuse(sentence('parameter', asked.wrong, query));
  return { ok: true, params: named.values, query: asked.values };
}

function refuse(detail: string): Read {
  return { ok: false, problem: 'parameter-invalid', detail };
}

function namesOf({ properties }: TObject): string {
  const names = Object.keys(properties);
  return names.length === 0 ? 'It takes none.' : `There are: ${names.join(', ')}.`;
}

type Texts = Readonly<Record<string, string | readonly string[]>>;

function textsOf({ properties }: TObject, query: URLSearchParams): Texts {
  const names = [...new Set(query.keys())];
  return Object.fromEntries(
    names.map((name) => [name, isList(properties[name] as TSchema) ? query.getAll(name) : (query.get(name) ?? '')]),
  );
}

/** Text is what an address is made of: numbers are read from it, in the one way this server writes them. */
function read(shape: TObject, texts: Texts): { values: object; wrong: string | null } {
  const values: Record<string, unknown> = {};
  for (const [name, one] of Object.entries(shape.properties)) {
    const text = texts[name];
    const preset = (one as { default?: unknown }).default;
    if (text === undefined) {
      if (preset !== undefined) values[name] = preset;
      else if (shape.required?.includes(name)) return { values, wrong: name };
      continue;
    }
    const value = isNumber(one) && /^(?:0|[1-9]\d{0,14})$/.test(String(text)) ? Number(text) : text;
    // PostgreSQL cannot even be asked for a text with a NUL in it.
    if (String(text).includes('\u0000') || !Value.Check(one, value)) return { values, wrong: name };
    values[name] = value;
  }
  return { values, wrong: null };
}

function isList(shape: TSchema): boolean {
  return (shape as { type?: string }).type === 'array';
}

function isNumber(shape: TSchema): boolean {
  return (shape as { type?: string }).type === 'integer';
}

/** `The parameter “page” is not right. Write a whole number from 1 to 2147483647.` */
function sentence(what: string, name: string, shape: TObject): string {
  return `The ${what} “${name}” is not right. Write ${formOf(shape.properties[name] as Described)}.`;
}

type Described = {
  readonly enum?: readonly string[];
  readonly type?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly items?: Described;
  readonly maxItems?: number;
  /** For the refusal, where the shape itself says too little: `a language tag like en or zh-Hans`. */
  readonly 'x-write'?: string;
};

function formOf(shape: Described): string {
  if (shape['x-write'] !== undefined) return shape['x-write'];
  if (shape.enum !== undefined) return `one of: ${shape.enum.join(', ')}`;
  if (shape.type === 'integer') return `a whole number from ${shape.minimum} to ${shape.maximum}`;
  if (shape.items !== undefined) return `at most ${shape.maxItems} of them, each ${formOf(shape.items)}`;
  return shape.maxLength === undefined ? 'a text' : `a text of at most ${shape.maxLength} characters`;
}
