import { isIPv6 } from 'node:net';
import { Fault } from '../platform/faults.ts';

/**
 * One thing that can be told to a command. A table of these is all there is: parsing, `--help` and docs/operations.md are
 * made from it. The key in the table gives both names: `cacheBytes` is `--cache-bytes` and `DATELINE_CACHE_BYTES`.
 */
export interface Option<Value> {
  /** What stands for the value in the help: `DIR`, `N`. Null: a flag, which takes none. */
  readonly shows: string | null;
  /** What it is for; with the unit, where there is one. */
  readonly meaning: string;
  /** As if typed, when nothing was: `{port}` is filled from the options above it. Null: nothing, read as null. */
  readonly standard: string | null;
  readonly kind: 'one' | 'many' | 'flag';
  /** @throws Problem saying what is wrong and what to write instead. */
  readonly read: (text: string) => Value;
}

export type OptionTable = Readonly<Record<string, Option<unknown>>>;

/** What a table's options were read as. */
export type Values<Table extends OptionTable> = { readonly [Name in keyof Table]: ReturnType<Table[Name]['read']> };

/** Why a value cannot be taken, before it is known which option it was for. */
export class Problem extends Error {}

/** An option with a value that is there whether or not it is typed. */
export function option<Value>(
  shows: string,
  standard: string,
  meaning: string,
  read: (text: string) => Value,
): Option<Value> {
  return { shows, standard, meaning, read, kind: 'one' };
}

/** An option that may be left out: null then. */
export function optional<Value>(shows: string, meaning: string, read: (text: string) => Value): Option<Value | null> {
  return { shows, standard: null, meaning, read, kind: 'one' };
}

/** An option that may be typed several times; an empty list when it is not. */
export function repeated<Value>(
  shows: string,
  meaning: string,
  read: (text: string) => Value,
): Option<readonly Value[]> {
  return { shows, standard: null, meaning, read: (text) => [read(text)], kind: 'many' };
}

/** An option without a value: was it typed? */
export function flag(meaning: string): Option<boolean> {
  return { shows: null, standard: null, meaning, read: () => true, kind: 'flag' };
}

/** `cacheBytes` → `--cache-bytes` */
export function typedName(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** `cacheBytes` → `DATELINE_CACHE_BYTES` */
export function variableName(name: string): string {
  return `DATELINE_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

/**
 * Reads one table from what was typed, else from the environment, else from the standards.
 *
 * @param typed by name in the table, in the order typed; flags with the value `''`.
 * @param variables the environment, or null where the table has no variables.
 * @throws Fault SETTING_INVALID naming the option or the variable, with what to write instead.
 */
export function readTable<Table extends OptionTable>(
  table: Table,
  typed: ReadonlyMap<string, readonly string[]>,
  variables: Readonly<Record<string, string | undefined>> | null,
): Values<Table> {
  const values: Record<string, unknown> = {};
  for (const [name, one] of Object.entries(table)) {
    const words = typed.get(name) ?? [];
    const variable = variables?.[variableName(name)];
    if (words.length > 1 && one.kind !== 'many') refuse(typedName(name), 'it was given more than once. Give it once.');
    if (words.length > 0) values[name] = readAll(one, typedName(name), words);
    else if (variable !== undefined && variable !== '') values[name] = readAll(one, variableName(name), [variable]);
    else values[name] = standardOf(one, name, values);
  }
  return values as Values<Table>;
}

function readAll(one: Option<unknown>, calledBy: string, words: readonly string[]): unknown {
  try {
    return one.kind === 'many' ? words.flatMap((word) => one.read(word)) : one.read(words[0] as string);
  } catch (cause) {
    if (cause instanceof Problem || cause instanceof Fault) return refuse(calledBy, cause.message);
    throw cause;
  }
}

function standardOf(one: Option<unknown>, name: string, values: Readonly<Record<string, unknown>>): unknown {
  if (one.kind === 'many') return [];
  if (one.kind === 'flag') return false;
  if (one.standard === null) return null;
  const text = one.standard.replace(/\{(\w+)\}/g, (_, other: string) => inAddress(String(values[other])));
  return readAll(one, typedName(name), [text]);
}

/** An IPv6 address stands in brackets where a port may follow. */
function inAddress(text: string): string {
  return isIPv6(text) ? `[${text}]` : text;
}

export function refuse(setting: string, problem: string): never {
  throw new Fault('SETTING_INVALID', { setting, problem });
}
