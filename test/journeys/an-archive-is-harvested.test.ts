import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OaiPmh } from 'oai-pmh/src/oai-pmh.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { locationsIn, type OpenForReaders, openExample, origin } from '../support/open-for-readers.ts';
import { allNamed, readXml, textNamed } from '../support/read-xml.ts';
import { problemsOf } from '../support/schemas/validate.ts';

let open: OpenForReaders;
let front: Server;
let harvester: OaiPmh;
/** Everything that a harvester was answered. */
const responses: string[] = [];

beforeAll(async () => {
  open = await openExample();
  front = createServer((request, response) => {
    void open.get(request.url ?? '').then(({ status, headers, body }) => {
      responses.push(body);
      response.writeHead(status, { 'content-type': headers['content-type'] }).end(body);
    });
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  harvester = new OaiPmh(`http://127.0.0.1:${(front.address() as AddressInfo).port}/oai`);
});

afterAll(async () => {
  await new Promise((resolve) => front?.close(resolve));
  await open?.close();
});

async function all<One>(told: AsyncIterable<One>): Promise<One[]> {
  const ones: One[] = [];
  for await (const one of told) ones.push(one);
  return ones;
}

const ask = async (query: string) => {
  const { body } = await open.get(`/oai?${query}`);
  responses.push(body);
  return readXml(body);
};

test('a harvester that is not ours is told who answers, and in what sets', async () => {
  expect(await harvester.identify()).toMatchObject({
    baseURL: `${origin}/oai`,
    protocolVersion: '2.0',
    deletedRecord: 'persistent',
    granularity: 'YYYY-MM-DDThh:mm:ssZ',
    adminEmail: 'webmaster@newsroom.example',
  });
  const sets = await all(harvester.listSets());
  for (const spec of ['office', 'country', 'topic', 'type', 'language', 'language:zh-Hans', 'type:press-release'])
    expect(sets.map(({ setSpec }) => setSpec)).toContain(spec);
});

test('it takes home every text of the example in every language, each once, and what is left of the retracted', async () => {
  const records = await all(harvester.listRecords({ metadataPrefix: 'oai_dc' }));
  const ids = records.map(({ header }) => header.identifier);
  expect(new Set(ids).size).toBe(ids.length);
  const deleted = records.filter(({ header }) => header.$?.status === 'deleted');
  expect(deleted.length).toBeGreaterThan(0);
  const map = locationsIn((await open.get('/sitemap.xml')).body).filter((address) => address.includes('/releases/'));
  expect(records.length - deleted.length).toBe(map.length);
  expect(deleted.every(({ metadata }) => metadata === undefined)).toBe(true);
  const headers = await all(harvester.listIdentifiers({ metadataPrefix: 'oai_dc' }));
  expect(headers.map(({ identifier }) => identifier)).toEqual(ids);
  const one = await harvester.getRecord(ids[0] ?? '', 'oai_dc');
  expect(one.header.identifier).toBe(ids[0]);
});

test('each set holds its own texts, and all languages together are everything', async () => {
  const count = async (set: string) => {
    const headers = await all(harvester.listIdentifiers({ metadataPrefix: 'oai_dc', set }));
    expect(headers.length).toBeGreaterThan(0);
    return headers.length;
  };
  const languages = ['en', 'fr', 'es', 'ar', 'zh-Hans', 'mn', 'ru'];
  const each = await Promise.all(languages.map((locale) => count(`language:${locale}`)));
  expect(each.reduce((sum, one) => sum + one)).toBe(await count('office'));
  expect(await count('country:MN')).toBeLessThan(await count('country'));
});

test('whoever has harvested asks for what is new, and is told nothing else', async () => {
  open.clock.advanceTo('2026-11-24T13:00:00Z');
  const [release] = (await open.newsroom.published.newestPage({ kind: 'organisation' }, 'en')).items;
  const nothing = await ask('verb=ListRecords&metadataPrefix=oai_dc&from=2026-11-24T12:59:59Z');
  expect(allNamed(nothing, 'error')[0]?.attributes['code']).toBe('noRecordsMatch');

  const order = { release: release?.release ?? '', locale: release?.locale ?? '', reason: 'It was false.', at: null };
  await open.newsroom.retract(order);
  for (const stretch of [
    ...['from=2026-11-24T13:00:00Z', 'from=2026-11-24T13:00:00Z&until=2026-11-24T13:00:00Z'],
    'from=2026-11-24T12:30:00Z&until=2026-12-01T00:00:00Z',
  ]) {
    const response = await ask(`verb=ListRecords&metadataPrefix=oai_dc&${stretch}`);
    const headers = allNamed(response, 'header');
    const [header] = headers.slice(-1);
    expect([stretch, header?.attributes]).toEqual([stretch, { status: 'deleted' }]);
    expect(header === undefined ? '' : textNamed(header, 'datestamp')).toBe('2026-11-24T13:00:00Z');
    if (stretch.includes('13:00')) expect(headers).toHaveLength(1);
  }
  const before = await ask('verb=ListIdentifiers&metadataPrefix=oai_dc&until=2026-11-24T12:59:59Z');
  expect(textNamed(before, 'identifier')).not.toBe(undefined);
  expect(allNamed(before, 'header').some((one) => textNamed(one, 'datestamp')?.startsWith('2026-11-24T13'))).toBe(
    false,
  );
});

test.each([
  ['', 'badVerb'],
  ['verb=Harvest', 'badVerb'],
  ['verb=Identify&verb=Identify', 'badVerb'],
  ['verb=Identify&set=x', 'badArgument'],
  ['verb=ListRecords', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=x', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai_dc&from=yesterday', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-30', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&until=2026-01-01T00:00:00Z', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-02&until=2026-01-01', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai_dc&set=%00%3Cscript%3E', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=marc', 'cannotDisseminateFormat'],
  ['verb=ListRecords&metadataPrefix=oai_dc&set=office:NOWHERE', 'noRecordsMatch'],
  ['verb=ListRecords&metadataPrefix=oai_dc&until=1999-01-01', 'noRecordsMatch'],
  ['verb=ListRecords&resumptionToken=WyJMaXN0UmVjb3JkcyJd', 'badResumptionToken'],
  ['verb=ListIdentifiers&resumptionToken=', 'badResumptionToken'],
  ['verb=ListSets&resumptionToken=x', 'badResumptionToken'],
  ['verb=GetRecord&metadataPrefix=oai_dc', 'badArgument'],
  ['verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:elsewhere.example:1', 'idDoesNotExist'],
  ['verb=GetRecord&metadataPrefix=oai_dc&identifier=%3C%22%26', 'badArgument'],
  ['verb=ListMetadataFormats&identifier=oai:newsroom.example:0190/en', 'idDoesNotExist'],
])('%s is refused as %s, with what to do', async (query, code) => {
  const response = await ask(query);
  const [error] = allNamed(response, 'error');
  expect(error?.attributes['code']).toBe(code);
  expect(error?.text).toMatch(/\. [A-Z][^.]+\.$/);
});

test('a token is taken for the verb it was given for, as it was given', async () => {
  const first = await ask('verb=ListRecords&metadataPrefix=oai_dc');
  const token = textNamed(first, 'resumptionToken') ?? '';
  expect(textNamed(await ask(`verb=ListRecords&resumptionToken=${token}`), 'identifier')).toMatch(/^oai:/);
  const cut = token.slice(0, -1);
  for (const wrong of [`verb=ListIdentifiers&resumptionToken=${token}`, `verb=ListRecords&resumptionToken=${cut}`])
    expect(allNamed(await ask(wrong), 'error')[0]?.attributes['code']).toBe('badResumptionToken');
});

test('every answer keeps to the schema of the protocol', async () => {
  await ask('verb=ListMetadataFormats');
  expect(responses.length).toBeGreaterThan(40);
  expect(await problemsOf(responses)).toEqual([]);
  // A schema that lets everything pass would prove nothing.
  const broken = (responses[0] ?? '').replace('persistent', 'never');
  expect((await problemsOf([broken])).join()).toContain('deletedRecord');
});
