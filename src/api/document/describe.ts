import type { TObject } from 'typebox';
import { type ApiName, apiPaths } from '../api-paths.ts';
import { type Operation, tags } from '../operation.ts';
import { PROBLEM, problemKinds } from '../problem.ts';
import { Problem } from './problem-shape.ts';

export interface Described {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, { readonly get: DescribedOperation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

export interface DescribedOperation {
  readonly operationId: ApiName;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly DescribedParameter[];
  readonly responses: Readonly<Record<string, DescribedResponse>>;
}

interface DescribedResponse {
  readonly description: string;
  readonly headers?: object;
  readonly content?: object;
}

export interface DescribedParameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly description?: string;
  readonly schema: object;
}

/** The OpenAPI document (3.1), made from the operations themselves: whatever they read and answer stands in it. */
export function describe(
  operations: Readonly<Record<ApiName, Operation>>,
  { origin, name }: { readonly origin: string; readonly name: string },
): Described {
  const components = new Map<string, object>();
  const schema = (of: unknown) => withComponents(of, components);
  const paths = Object.entries(operations).map(([id, operation]) => {
    const get = describeOperation(id as ApiName, operation, schema);
    return [templateOf(apiPaths[id as ApiName]), { get }] as const;
  });
  return {
    openapi: '3.1.0',
    info: { title: `${name}: public API`, version: '1.0.0', description: ABOUT } as Described['info'],
    ...{ servers: [{ url: origin }], security: [{}, { key: [] }] },
    tags: Object.entries(tags).map(([tag, description]) => ({ name: tag, description })),
    paths: Object.fromEntries(paths),
    components: {
      schemas: Object.fromEntries([...components].sort(([one], [other]) => (one < other ? -1 : 1))),
      ...{ securitySchemes: { key: { type: 'http', scheme: 'bearer', description: KEYS } } },
    },
  } as Described;
}

const ABOUT =
  'Everything that the site shows, for programs. Only GET and HEAD; answers may be kept, and are revalidated by their ETag. Fields are added, never renamed or taken away: pass over those you do not know.';

const KEYS = 'For more than the anonymous rate. The newsroom makes one for you; it is sent as a Bearer token.';

/** `/api/v1/lists/:directory/:name` → `/api/v1/lists/{directory}/{name}` */
function templateOf(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}');
}

type Schema = (of: unknown) => object;

function describeOperation(id: ApiName, operation: Operation, schema: Schema): DescribedOperation {
  const { tag, summary, description, params, query, answer, scope, type = 'application/json' } = operation;
  const statuses = [
    ...(scope === null ? [] : [401, 403, 429]),
    ...[400, 414],
    ...Object.keys(operation.refusals).map(Number),
    ...(Object.keys(params.properties).length === 0 ? [] : [404]),
    ...[500, 503],
  ];
  const problems = [...new Set(statuses)].sort((one, other) => one - other);
  return {
    operationId: id,
    tags: [tag],
    summary,
    description,
    parameters: [...parametersOf(params, 'path', schema), ...parametersOf(query, 'query', schema)],
    responses: {
      200: {
        description: 'What was asked for.',
        headers: { ETag: { description: 'Names these bytes; send it in If-None-Match.', schema: { type: 'string' } } },
        content: { [type]: { schema: schema(answer) } },
      },
      304: { description: 'It is what you have: the ETag in If-None-Match still holds.' },
      ...Object.fromEntries(problems.map((status) => [status, problemOf(status, operation, schema)])),
    },
  };
}

function problemOf(status: number, { refusals }: Operation, schema: Schema) {
  const own = refusals[status as 404];
  const usual = Object.values(problemKinds).find((kind) => kind.status === status)?.title ?? 'A problem';
  const seconds = { description: 'Seconds after which to ask again.', schema: { type: 'integer', minimum: 1 } };
  return {
    description: own ?? `${usual}.`,
    ...(status === 429 || status === 503 ? { headers: { 'Retry-After': seconds } } : {}),
    content: { [PROBLEM]: { schema: schema(Problem) } },
  };
}

function parametersOf(shape: TObject, place: 'path' | 'query', schema: Schema): DescribedParameter[] {
  return Object.entries(shape.properties).map(([name, one]) => {
    const { description, ...rest } = schema(one) as { description?: string; default?: unknown };
    const isNeeded = place === 'path' || (shape.required?.includes(name) === true && rest.default === undefined);
    return { name, in: place, required: isNeeded, ...(description === undefined ? {} : { description }), schema: rest };
  });
}

/** Said by the name of the component, or only to whoever writes it wrongly. */
const unsaid = new Set(['title', 'x-write']);

/** A copy in which every shape with a title is said once, under that name. What is only for refusals is left out. */
function withComponents(shape: unknown, components: Map<string, object>): object {
  const copy = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(copy);
    if (typeof value !== 'object' || value === null) return value;
    const { title } = value as { title?: unknown };
    if (typeof title !== 'string' || !('type' in value || 'anyOf' in value || 'enum' in value)) return fields(value);
    if (!components.has(title)) {
      components.set(title, {});
      components.set(title, fields(value));
    }
    return { $ref: `#/components/schemas/${title}` };
  };
  const fields = (value: object): object =>
    Object.fromEntries(
      Object.entries(value).flatMap(([name, one]) =>
        unsaid.has(name) && typeof one === 'string' ? [] : [[name, copy(one)] as const],
      ),
    );
  return copy(shape) as object;
}
