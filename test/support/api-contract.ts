import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Answered } from './open-for-readers.ts';

export interface ApiDocument {
  readonly paths: Readonly<Record<string, { readonly get: ApiOperation }>>;
}

export interface ApiOperation {
  readonly operationId: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: 'path' | 'query';
    readonly schema: ParameterSchema;
  }[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, object>> }>>;
}

export interface ParameterSchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: ParameterSchema;
}

/**
 * What the document promises, held against answers by a validator that shares nothing with the newsroom. Stricter than
 * the document in one thing: a field that it does not name is a broken promise, too.
 */
export function contractOf(document: ApiDocument): (path: string, answer: Answered, method?: string) => string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  (formats as unknown as (to: Ajv2020) => void)(ajv);
  ajv.addSchema({ $id: 'https://contract.invalid/api', ...(closed(document) as object) });
  const known = new Map<string, ValidateFunction>();
  const validatorOf = (place: readonly string[]) => {
    const pointer = place.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
    const validate = known.get(pointer) ?? ajv.compile({ $ref: `https://contract.invalid/api#/${pointer}` });
    known.set(pointer, validate);
    return validate;
  };

  return (path, { status, headers, body }, method = 'GET') => {
    const response = document.paths[path]?.get.responses[status];
    if (response === undefined) return [`status ${status} is not described`];
    const [type] = (headers['content-type'] ?? '').split(';');
    if (status === 304) return body === '' ? [] : ['304 with a body'];
    if (type === undefined || response.content?.[type] === undefined)
      return [`“${type}” with ${status} is not described`];
    if (method === 'HEAD' || !type.endsWith('json')) return [];
    const place = ['paths', path, 'get', 'responses', String(status), 'content', type, 'schema'];
    const validate = validatorOf(place);
    if (validate(JSON.parse(body))) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}

/** Objects that name their fields have no others. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, closed(one)]));
  const isOpen = !('properties' in fields) || fields['type'] !== 'object' || 'additionalProperties' in fields;
  return isOpen ? fields : { ...fields, additionalProperties: false };
}
