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

/** What every handle has in common. */
interface Executor {
  executeQuery<Row>(query: object): Promise<{ rows: Row[] }>;
}
