import type { CompiledQuery } from 'kysely';

/** Stands in a query for a value that is only known when it runs. */
class Slot {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

const known = new WeakMap<object, Map<string, CompiledQuery>>();

/**
 * Runs a query that is built and compiled once for each shape: on a list page that costs more than the rows do.
 *
 * @param shape names the text of the query; two queries of one shape must differ in nothing but the values.
 * @param build is handed `slot(name)` for every value.
 * @param home what the compiled text is kept with, where `db` is a transaction that soon ends: the engine.
 */
export async function runCompiled<Row>(
  db: object,
  shape: string,
  values: Readonly<Record<string, unknown>>,
  build: (slot: <Value>(name: string) => Value) => { compile(): CompiledQuery<Row> },
  home: object = db,
): Promise<Row[]> {
  const shapes = known.get(home) ?? new Map<string, CompiledQuery>();
  known.set(home, shapes);
  let compiled = shapes.get(shape);
  if (compiled === undefined) {
    compiled = build(<Value>(name: string) => new Slot(name) as Value).compile();
    shapes.set(shape, compiled);
  }
  const parameters = compiled.parameters.map((value) => (value instanceof Slot ? values[value.name] : value));
  const { rows } = await (db as Executor).executeQuery<Row>({ ...compiled, parameters });
  return rows;
}

/** Lists are filled up to one of these lengths, so that few statements are kept. Longer ones are asked for in portions. */
const LENGTHS = [1, 4, 20, 64, 256];
export const LONGEST_LIST = 256;

/**
 * A list of values for `runCompiled`. What it lacks to its length repeats the last, which asks for nothing more.
 *
 * @param list 1 to LONGEST_LIST of them.
 * @returns `names`: of its slots; their number belongs to the shape.
 */
export function listed(
  name: string,
  list: readonly unknown[],
): { readonly names: readonly string[]; readonly values: Readonly<Record<string, unknown>> } {
  const length = LENGTHS.find((one) => one >= list.length) ?? LONGEST_LIST;
  const names = Array.from({ length }, (_, place) => `${name}${place}`);
  const values = Object.fromEntries(names.map((slot, place) => [slot, list[place] ?? list.at(-1)]));
  return { names, values };
}

/** What every handle has in common. */
interface Executor {
  executeQuery<Row>(query: object): Promise<{ rows: Row[] }>;
}
