import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenForReaders, openForReaders, origin } from '../support/open-for-readers.ts';
import { fillForApi } from '../support/small-archive.ts';

let open: OpenForReaders;
/** Below the project, so that the client finds its library. */
let folder: string;

beforeAll(async () => {
  open = await openForReaders();
  await fillForApi(open);
  const cache = join(process.cwd(), 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, 'api-client-'));
  const { body } = await open.get('/api/v1/openapi.json', { 'accept-encoding': 'identity' });
  writeFileSync(join(folder, 'api.d.ts'), astToString(await openapiTS(JSON.parse(body))));
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await open?.close();
});

/** As a partner's programmer would write it: names the newest headlines, then follows the change stream to its end. */
const client = `
import createClient from 'openapi-fetch';
import type { components, paths } from './api.d.ts';

type Act = components['schemas']['Act'];

export async function read(baseUrl: string, fetch: (request: Request) => Promise<Response>) {
  const api = createClient<paths>({ baseUrl, fetch });
  const { data: page, error } = await api.GET('/api/v1/lists/{directory}/{name}', {
    params: { path: { directory: 'offices', name: 'PORT' }, query: { locale: 'en' } },
  });
  if (error) throw new Error(error.detail);
  const headlines: (string | null)[] = page.items.map((item) => item.text?.headline ?? null);

  const acts: Act[] = [];
  for (let since = 0, latest = 1; since < latest; ) {
    const { data } = await api.GET('/api/v1/changes', { params: { query: { since, limit: 40 } } });
    if (!data) break;
    acts.push(...data.acts);
    [since, latest] = [data.next, data.latest];
  }
  const lost = await api.GET('/api/v1/releases/{office}/{year}/{number}', {
    params: { path: { office: 'PORT', year: 2010, number: 999 } },
  });
  return { headlines, acts, lost: lost.error?.detail };
}
`;

test('types made from the document compile, and refuse what the API does not have', () => {
  const wrong = [
    "await api.GET('/api/v1/nothing');",
    "await api.GET('/api/v1/changes', { params: { query: { since: 'yesterday' } } });",
    "(await api.GET('/api/v1/offices')).data?.offices[0]?.colour;",
  ];
  expect(wrongLinesOf(client)).toEqual([]);
  const lines = client.split('\n');
  const at = lines.findIndex((line) => line.includes('createClient<paths>')) + 1;
  expect(wrongLinesOf([...lines.slice(0, at), ...wrong, ...lines.slice(at)].join('\n'))).toEqual(wrong);
});

test('the client reads what the site shows', async () => {
  writeFileSync(join(folder, 'client.ts'), client);
  const { read } = await import(/* @vite-ignore */ pathToFileURL(join(folder, 'client.ts')).href);
  const fetch = async (request: Request) => {
    const { status, headers, body } = await open.get(request.url, { 'accept-encoding': 'identity' });
    return new Response(body, { status, headers });
  };
  const { headlines, acts, lost } = await read(origin, fetch);
  const { body } = await open.get('/en/offices/port');
  expect(headlines.length).toBeGreaterThan(20);
  expect(body).toContain('Ferry 62');
  expect(headlines.join()).toContain('Ferry 62');
  expect(acts.at(-1)).toMatchObject({ act: 'retracted', language: { end: { reason: 'It was false.' } } });
  expect(lost).toContain('There is no such release.');
});

/** The lines that a compiler has something to say against. */
function wrongLinesOf(text: string): string[] {
  const file = join(folder, 'client.ts');
  writeFileSync(file, text);
  const program = ts.createProgram([file], {
    ...{ strict: true, noEmit: true, skipLibCheck: true, allowImportingTsExtensions: true, types: [] },
    ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'] },
    ...{ moduleResolution: ts.ModuleResolutionKind.NodeNext, noUncheckedIndexedAccess: true },
  });
  const lines = ts.getPreEmitDiagnostics(program).map(({ file: of, start = 0 }) => {
    return of === undefined ? 'the whole' : of.text.split('\n')[of.getLineAndCharacterOfPosition(start).line];
  });
  return [...new Set(lines)].map((line = '') => line.trim());
}
