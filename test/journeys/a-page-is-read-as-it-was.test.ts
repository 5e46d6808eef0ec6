import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenForReaders, openForReaders, origin } from '../support/open-for-readers.ts';

type PublishOrders = Parameters<OpenForReaders['newsroom']['publish']>[0];

let open: OpenForReaders;
const ferry = '01900000-0000-7000-8000-0000000f0001';
const ferryPath = '/en/releases/port-2026-1/the-ferry-sails-at-nine';
const correction = { kind: 'correction', note: 'It sails at ten.', major: true } as const;

beforeAll(async () => {
  open = await openForReaders();
  const zone = { introductions: {}, timeZone: 'Europe/London' };
  const names = { en: 'Port of Calder' };
  const locales = [{ locale: 'en', scope: 'any' as const }];
  await open.newsroom.setUpOrganisation({ names, locales, defaultLocale: 'en', ...zone });
  const office = { code: 'PORT', slug: 'port', names, countries: [], locales: ['en'] };
  await open.newsroom.setUpOffice({ ...office, ...zone });
  await publish('2026-11-24T12:00:00.500Z', ferry, 'The ferry sails at nine');
  await publish('2026-11-24T12:10:00Z', '01900000-0000-7000-8000-0000000f0002', 'The quay is closed');
  await publish('2026-11-24T12:20:00Z', ferry, 'The ferry sails at ten', correction);
});

afterAll(() => open?.close());

async function publish(at: string, id: string, headline: string, change: typeof correction | null = null) {
  open.clock.advanceTo(at);
  const facts = { office: 'PORT', type: 'news', countries: [], topics: [], organisationWide: false } as const;
  const body = `<p>${headline}.</p>` as PublishOrders[number]['text']['body'];
  const orders: PublishOrders = [
    {
      release: { id, ...facts, reference: null, origin: 'written' },
      text: { kicker: null, headline, summary: null, place: null, body, notes: null },
      ...{ locale: 'en', slug: null, pictures: [], at: null, change, translatedFrom: null, legacyPaths: [] },
    },
  ];
  expect(await open.newsroom.publish(orders)).toMatchObject({ ok: true });
}

const asOf = (page: string, date: string) => open.get(`/timegate${page}`, { 'accept-datetime': date });

/** The links of a timemap: address and relation, with the date of a memento. */
function linksOf(timemap: string): string[][] {
  return timemap.split(',\n').map((line) => {
    const [, address = '', relation = ''] = /^<([^>]*)>; rel="([^"]*)"/.exec(line) ?? [];
    const [, date] = /datetime="([^"]*)"/.exec(line) ?? [];
    return date === undefined ? [address, relation] : [address, relation, date];
  });
}

test('a list says where its past is, and leads to the page that stood at an instant', async () => {
  const { headers } = await open.get('/en');
  expect(headers['link']).toBe(
    '</timegate/en>; rel="timegate", </timemap/link/en>; rel="timemap"; type="application/link-format"',
  );
  const led = await asOf('/en', 'Tue, 24 Nov 2026 12:15:00 GMT');
  expect(led).toMatchObject({ status: 302, headers: { location: '/en/as-of/2' } });
  expect(led.headers['vary']).toContain('accept-datetime');

  const memento = await open.get('/en/as-of/2');
  expect(memento).toMatchObject({ status: 200, headers: { 'memento-datetime': 'Tue, 24 Nov 2026 12:10:00 GMT' } });
  expect(memento.headers['link']).toContain('</en>; rel="original", </timegate/en>; rel="timegate"');
  expect(memento.body).toContain('The quay is closed');
  expect(memento.body).toContain('The ferry sails at nine');
  expect(memento.body).not.toContain('The ferry sails at ten');
  expect(memento.body).toContain('as it stood on <time datetime="2026-11-24T12:10:00.000Z">24 November 2026 at 12:10');
});

test('a memento is found by its own date, the first by an earlier one, the newest without one', async () => {
  const locations = [];
  for (const date of [
    'Tue, 24 Nov 2026 12:00:00 GMT',
    'Sat, 01 Jan 2000 00:00:00 GMT',
    'Sat, 01 Jan 2050 00:00:00 GMT',
  ])
    locations.push((await asOf('/en/offices/port', date)).headers['location']);
  locations.push((await open.get(`/timegate/${origin}/en`)).headers['location']);
  locations.push((await open.get('/en/as-of/2026-11-24T12:15:00Z')).headers['location']);
  expect(locations).toEqual([
    ...['/en/offices/port/as-of/1', '/en/offices/port/as-of/1', '/en/offices/port/as-of/3'],
    ...['/en/as-of/3', '/en/as-of/2'],
  ]);
});

test('a timemap names every state, each of which can be read', async () => {
  const { status, headers, body } = await open.get('/timemap/link/en', { 'accept-encoding': 'identity' });
  expect([status, headers['content-type']]).toEqual([200, 'application/link-format']);
  expect(linksOf(body)).toEqual([
    [`${origin}/en`, 'original'],
    [`${origin}/timemap/link/en`, 'self'],
    [`${origin}/timegate/en`, 'timegate'],
    [`${origin}/en/as-of/1`, 'first memento', 'Tue, 24 Nov 2026 12:00:00 GMT'],
    [`${origin}/en/as-of/2`, 'memento', 'Tue, 24 Nov 2026 12:10:00 GMT'],
    [`${origin}/en/as-of/3`, 'last memento', 'Tue, 24 Nov 2026 12:20:00 GMT'],
  ]);
  const rest = await open.get('/timemap/link/en?after=2', { 'accept-encoding': 'identity' });
  expect(linksOf(rest.body).at(-1)).toEqual([`${origin}/en/as-of/3`, 'last memento', 'Tue, 24 Nov 2026 12:20:00 GMT']);

  const text = await open.get(`/timemap/link${ferryPath}`, { 'accept-encoding': 'identity' });
  const mementos = linksOf(text.body).filter(([, relation]) => relation?.endsWith('memento'));
  expect(mementos.map(([address]) => address)).toEqual([
    `${origin}${ferryPath}/editions/1`,
    `${origin}${ferryPath}/editions/2`,
  ]);
  for (const [address = '', , date] of mementos) {
    const memento = await open.get(address);
    expect(memento).toMatchObject({ status: 200, headers: { 'memento-datetime': date } });
  }
  expect((await asOf(ferryPath, 'Tue, 24 Nov 2026 12:19:59 GMT')).headers['location']).toBe(`${ferryPath}/editions/1`);
});

test('what asks wrongly is told how, and what never was has no past', async () => {
  expect(await asOf('/en', 'yesterday')).toMatchObject({ status: 400, body: expect.stringContaining('GMT') });
  expect(await open.get('/timemap/link/en?after=x')).toMatchObject({ status: 400 });
  for (const path of [
    ...['/timegate/en/2026', '/timegate/xx', '/timegate/https://elsewhere.example/en', '/timemap/link/en/releases/x/y'],
    ...[
      '/en/as-of/4',
      '/en/as-of/0',
      '/en/as-of/yesterday',
      '/en/as-of/1999-01-01T00:00:00Z',
      `${ferryPath}/editions/3`,
    ],
    ...['/timegate/', '/timegate', '/timemap/link', '/timemap/link/%zz'],
  ])
    expect([path, (await open.get(path)).status]).toEqual([
      path,
      expect.toSatisfy((status) => [400, 404].includes(status)),
    ]);
});

test('a day, a month or a year leads to the list as it stood when that was over', async () => {
  const locations = [];
  for (const path of [
    ...['/en/as-of/2026-11-24', '/en/as-of/2026-11', '/en/offices/port/as-of/2026-11-24'],
    ...['/en/as-of?day=2026-11-24', '/en/as-of?day=2026-11', '/en/as-of?day=2026'],
  ]) {
    const { status, headers } = await open.get(path);
    locations.push([status, headers['location']]);
  }
  expect(locations).toEqual([
    ...[
      [302, '/en/as-of/3'],
      [302, '/en/as-of/3'],
      [302, '/en/offices/port/as-of/3'],
    ],
    ...[
      [302, '/en/as-of/3'],
      [302, '/en/as-of/3'],
      [302, '/en/as-of/3'],
    ],
  ]);
  // A bare number in the path is the state of that number: an address that leads somewhere once leads there for ever.
  const year = await open.get('/en/as-of/2026', { 'accept-encoding': 'identity' });
  expect([year.status, year.body]).toEqual([404, expect.stringContaining('name="day"')]);
});

test('a day of an office’s list is one on the office’s clocks', async () => {
  const eastward = {
    code: 'CO-EAST',
    slug: 'co-east',
    names: { en: 'Office in the East' },
    countries: [],
    locales: ['en'],
  };
  await open.newsroom.setUpOffice({ ...eastward, introductions: {}, timeZone: 'Pacific/Kiritimati' });
  // At noon in London it has been the 25th for two hours on Kiritimati, and the 24th is over.
  const { status, body } = await open.get('/en/offices/co-east/as-of/2026-11-24', { 'accept-encoding': 'identity' });
  expect([status, body]).toEqual([
    404,
    expect.stringContaining('is too early: this list has been kept here since 25 November 2026'),
  ]);
  expect(await open.get('/en/offices/co-east/as-of/2026-11-25')).toMatchObject({
    status: 302,
    headers: { location: '/en/offices/co-east/as-of/3' },
  });
});

test.each([
  ['/en/as-of/2026-11-25', 404, '2026-11-25 is still to come'],
  ['/en/as-of/2026-12', 404, '2026-12 is still to come'],
  ['/en/as-of/2050-01-01T00:00:00Z', 404, 'is still to come'],
  ['/en/as-of?day=2027', 404, '2027 is still to come'],
  ['/en/as-of/2026-11-23', 404, '2026-11-23 is too early: this list has been kept here since 24 November 2026'],
  ['/en/as-of?day=tomorrow', 400, 'tomorrow is not a day'],
  ['/en/as-of?day=2026-02-31', 400, '2026-02-31 is not a day'],
])('%s is refused with %s, with a word on what to do and the form to do it', async (path, status, words) => {
  const answer = await open.get(path, { 'accept-encoding': 'identity' });
  const plain = answer.body.replaceAll(/<[^>]*>/g, '');
  expect([answer.status, plain]).toEqual([status, expect.stringContaining(words)]);
  expect(answer.body).toContain('<form class="seek" action="/en/as-of">');
});

test.each(['/en', '/en/offices/port'])('%s leads a reader to its past, and its past back to it', async (list) => {
  const { body } = await open.get(list, { 'accept-encoding': 'identity' });
  expect(body).toContain(`href="${list}/as-of"`);
  expect((await open.get(`${list}/archive`, { 'accept-encoding': 'identity' })).body).toContain(`href="${list}/as-of"`);

  const form = await open.get(`${list}/as-of`, { 'accept-encoding': 'identity' });
  expect(form.status).toBe(200);
  expect(form.body).toMatch(/<input [^>]*type="date" name="day" min="2026-11-24" max="2026-11-24"/);
  expect(form.body).toContain(`<a href="${list}">`);
  expect(form.headers['x-robots-tag'] ?? form.body).toContain('noindex');
  const past = await open.get(`${list}/as-of/2`, { 'accept-encoding': 'identity' });
  expect(past.body).toContain(`<a href="${list}">Go to the list of today</a>`);
  expect(past.body).toContain(`href="${list}/as-of"`);
});

test('of a retracted text no memento brings a word back', async () => {
  open.clock.advanceTo('2026-11-24T12:30:00Z');
  const order = { release: ferry, locale: 'en', reason: 'There is no ferry.', at: null };
  expect(await open.newsroom.retract(order)).toMatchObject({ ok: true });
  for (const state of [1, 2, 3, 4]) {
    const { status, body } = await open.get(`/en/as-of/${state}`);
    expect(status).toBe(200);
    expect(body).not.toMatch(/ferry sails/i);
    expect(body).toContain('Retracted');
  }
  expect(await open.get(`${ferryPath}/editions/1`)).toMatchObject({ status: 410 });
  for (const path of [`/timegate${ferryPath}`, `/timemap/link${ferryPath}`]) {
    const { status, body } = await open.get(path);
    expect([status, body]).toEqual([410, expect.not.stringMatching(/ferry sails/i)]);
    expect(body).toContain('PORT/2026/1');
  }
});

test('of a text that was taken down no address of the past has a word, not even of its headline', async () => {
  const heron = '01900000-0000-7000-8000-0000000f0003';
  await publish('2026-11-24T12:40:00Z', heron, 'Heron feathers are sold');
  await publish('2026-11-24T12:50:00Z', heron, 'Heron feathers are given away', correction);
  const path = '/en/releases/port-2026-3/heron-feathers-are-sold';
  expect((await asOf(path, 'Tue, 24 Nov 2026 12:45:00 GMT')).headers['location']).toBe(`${path}/editions/1`);

  open.clock.advanceTo('2026-11-24T13:00:00Z');
  const order = { release: heron, locale: 'en', reason: 'Removed for legal reasons.', at: null, forgetsAddress: true };
  expect(await open.newsroom.retract(order)).toMatchObject({ ok: true });

  const short = '/en/releases/port-2026-3';
  const pasts = [path, short].flatMap((page) => [page, `/timegate${page}`, `/timemap/link${page}`]);
  for (const address of [...pasts, `${path}/editions/1`, `${path}/editions/2`]) {
    const { status, headers, body } = await open.get(address, { 'accept-datetime': 'Tue, 24 Nov 2026 12:45:00 GMT' });
    expect([address, status, headers['location']]).toEqual([address, 410, undefined]);
    expect([address, JSON.stringify(headers) + body]).toEqual([address, expect.not.stringMatching(/heron|feather/i)]);
  }
  for (const list of ['/en', '/en/offices/port']) {
    for (const address of [list, `/timemap/link${list}`, ...[4, 5, 6, 7].map((state) => `${list}/as-of/${state}`)]) {
      const { status, body } = await open.get(address, { 'accept-encoding': 'identity' });
      expect([address, status]).toEqual([address, 200]);
      expect([address, body]).toEqual([address, expect.not.stringMatching(/heron|feather/i)]);
    }
  }
});
