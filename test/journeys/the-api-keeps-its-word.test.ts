import { createConfig, lintFromString } from '@redocly/openapi-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contractOf } from '../support/api-contract.ts';
import { fuzzApi, type Known } from '../support/fuzz-api.ts';
import { type OpenForReaders, openForReaders } from '../support/open-for-readers.ts';
import { fillForApi } from '../support/small-archive.ts';

let open: OpenForReaders;
let known: Known;

beforeAll(async () => {
  open = await openForReaders();
  known = await fillForApi(open);
  await open.newsroom.makeBulk();
});

afterAll(() => open?.close());

test('the document is one that tools for OpenAPI find nothing to say against', async () => {
  const { body } = await open.get('/api/v1/openapi.json', { 'accept-encoding': 'identity' });
  // What may be done with its texts is for each organisation to say.
  const config = await createConfig({ extends: ['recommended'], rules: { 'info-license': 'off' } });
  const problems = await lintFromString({ source: body, absoluteRef: '/api/v1/openapi.json', config });
  expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([]);
});

test('whatever is asked, with a key or without, the answer is one that the document describes, and no failure', async () => {
  const make = (scopes: readonly ('read' | 'bulk')[], perMinute: number) =>
    open.newsroom.makeKey({ name: 'A partner', scopes, perMinute });
  const made = [await make(['read', 'bulk'], 1e6), await make(['bulk'], 1e6), await make(['read'], 3)];
  const revoked = await make(['read'], 1e6);
  await open.newsroom.revokeKey(revoked.key.id);
  const keys = [...made, revoked].map(({ text }) => text);

  const { broken, answered } = await fuzzApi(open, { runs: 4_000, keys, known });
  expect(broken).toEqual([]);
  const statuses = new Set([...answered.keys()].map((one) => one.split(' ')[1]));
  expect([...statuses].sort()).toEqual(['200', '304', '400', '401', '403', '404', '410', '429']);
  // Each operation was understood at least once: the rest would prove little of its answers.
  const { body } = await open.get('/api/v1/openapi.json', { 'accept-encoding': 'identity' });
  for (const path of Object.keys(JSON.parse(body).paths))
    expect([path, answered.has(`${path} 200`)]).toEqual([path, true]);
});

test('the contract would notice a field that is missing, unknown or of another kind', async () => {
  const { body } = await open.get('/api/v1/openapi.json', { 'accept-encoding': 'identity' });
  const breaches = contractOf(JSON.parse(body));
  const answer = await open.get('/api/v1/offices/PORT', { 'accept-encoding': 'identity' });
  const office = JSON.parse(answer.body);
  const path = '/api/v1/offices/{office}';
  const changed = (body: object) => breaches(path, { ...answer, body: JSON.stringify(body) });
  expect(changed(office)).toEqual([]);
  expect(changed({ ...office, code: undefined })).not.toEqual([]);
  expect(changed({ ...office, further: 1 })).not.toEqual([]);
  expect(changed({ ...office, countries: 'GB' })).not.toEqual([]);
  expect(breaches(path, { ...answer, status: 201 })).not.toEqual([]);
  expect(breaches(path, { ...answer, headers: { 'content-type': 'text/html' } })).not.toEqual([]);
});
