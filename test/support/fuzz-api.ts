import fc from 'fast-check';
import { type ApiDocument, type ApiOperation, contractOf, type ParameterSchema } from './api-contract.ts';
import type { OpenForReaders } from './open-for-readers.ts';

/** By the name of a parameter: what leads to something; and further words that do. */
export interface Known {
  readonly values: Readonly<Record<string, string | number>>;
  readonly words: readonly string[];
}

export interface Fuzzed {
  readonly broken: string[];
  /** How often each status was answered to each operation. */
  readonly answered: Map<string, number>;
}

/** Words that mean something here, so that more than refusals comes back. */
const meaningful = ['en', 'mn', 'fr', 'PORT', 'port', 'organisation', 'GB', 'mn', 'news', 'nowhere', '2010', '1', '12'];
const hostile = [
  ...[
    '',
    ' ',
    '.',
    '..',
    '%',
    '%00',
    '\u0000',
    '\n',
    '"',
    "'",
    '<script>',
    "' or 1=1 --",
    '../../etc/passwd',
    '\ud83d\ude00',
  ],
  ...[
    '-1',
    '0',
    '1e3',
    '0x10',
    '2147483648',
    '99999999999999999999',
    'NaN',
    'null',
    '[]',
    '{}',
    '*',
    '\\',
    'ﷺ',
    '中文',
  ],
];

/**
 * Asks every operation of the document whatever comes to mind, with and without a key, and holds each answer against
 * the document.
 */
export async function fuzzApi(
  open: OpenForReaders,
  order: { readonly runs: number; readonly keys: readonly string[]; readonly known: Known },
): Promise<Fuzzed> {
  const { body } = await open.get('/api/v1/openapi.json', { 'accept-encoding': 'identity' });
  const document = JSON.parse(body) as ApiDocument;
  const breaches = contractOf(document);
  const fuzzed: Fuzzed = { broken: [], answered: new Map() };
  const ask = async ({ path, url, headers, method }: ApiRequest) => {
    const answer = await (method === 'HEAD' ? open.ask('HEAD', url, headers) : open.get(url, headers));
    const found = breaches(path, answer, method);
    const counted = `${path} ${answer.status}`;
    fuzzed.answered.set(counted, (fuzzed.answered.get(counted) ?? 0) + 1);
    if (answer.status >= 500) found.push(`a server error: ${answer.body}`);
    if (found.length > 0) fuzzed.broken.push(`${method} ${url}: ${found.join('; ')}`);
  };
  const { known, keys } = order;
  const operations = Object.entries(document.paths);
  for (const [path] of operations) {
    const url = path.replace(/\{(\w+)\}/g, (_, name: string) => String(known.values[name]));
    await ask({ path, url, headers: { 'accept-encoding': 'identity' }, method: 'GET' });
  }
  const words = [...known.words, ...Object.values(known.values).map(String)];
  const asked = fc.constantFrom(...operations).chain(([path, { get }]) => requestOf(path, get, words, keys));
  await fc.assert(fc.asyncProperty(asked, ask), { numRuns: order.runs, seed: 20_261_124 });
  return fuzzed;
}

interface ApiRequest {
  readonly path: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly method: string;
}

function requestOf(
  path: string,
  { parameters }: ApiOperation,
  words: readonly string[],
  keys: readonly string[],
): fc.Arbitrary<ApiRequest> {
  const values = Object.fromEntries(parameters.map(({ name, schema }) => [name, valueOf(schema, words)]));
  const isThere = Object.fromEntries(parameters.map(({ name }) => [name, fc.constantFrom(true, false, false)]));
  const authorizations = ['', ...keys.map((key) => `Bearer ${key}`), 'Bearer dl_wrong', 'Basic Zm9v', 'x'];
  const surplus = fc.tuple(fc.constantFrom('locale', 'page', 'x', ''), fc.constantFrom(...hostile));
  const request = fc.record({
    values: fc.record(values),
    isThere: fc.record(isThere),
    further: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: surplus }),
    authorization: fc.constantFrom(...authorizations),
    tag: fc.constantFrom('', '*', '"x"', 'x'),
    method: fc.constantFrom('GET', 'GET', 'GET', 'HEAD'),
  });
  return request.map((asked) => {
    const query = new URLSearchParams();
    let url = path;
    for (const { name, in: place } of parameters) {
      const [value = '', ...more] = [asked.values[name] ?? ''].flat().map(String);
      // A client resolves dots before it asks: that would be another address.
      const part = /^\.\.?$/.test(value) ? 'dots' : encodeURIComponent(value.toWellFormed());
      if (place === 'path') url = url.replace(`{${name}}`, part);
      else if (asked.isThere[name]) for (const one of [value, ...more]) query.append(name, one);
    }
    if (asked.further !== null) query.append(...(asked.further as [string, string]));
    const { authorization, tag } = asked;
    const headers: Record<string, string> = {
      'accept-encoding': 'identity',
      ...(authorization === '' ? {} : { authorization }),
      ...(tag === '' ? {} : { 'if-none-match': tag }),
    };
    return { path, url: query.size === 0 ? url : `${url}?${query}`, headers, method: asked.method };
  });
}

type Value = string | number | readonly (string | number)[];

function valueOf(schema: ParameterSchema, words: readonly string[]): fc.Arbitrary<Value> {
  if (schema.items !== undefined)
    return fc.array(valueOf(schema.items, words) as fc.Arbitrary<string>, { minLength: 1, maxLength: 3 });
  const strange = fc.oneof(fc.constantFrom(...hostile), fc.string({ maxLength: 60, unit: 'grapheme' }));
  const wordsOf =
    schema.enum === undefined
      ? fc.oneof(fc.constantFrom(...meaningful), fc.constantFrom(...words))
      : fc.constantFrom(...schema.enum);
  if (schema.type !== 'integer') return fc.oneof({ weight: 4, arbitrary: wordsOf }, { weight: 1, arbitrary: strange });
  const { minimum = 0, maximum = 1_000 } = schema;
  return fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: minimum, max: Math.min(maximum, minimum + 30) }) },
    { weight: 2, arbitrary: fc.constantFrom(2_010, 2_011, minimum, maximum, maximum + 1, minimum - 1) },
    { weight: 1, arbitrary: strange },
  );
}
