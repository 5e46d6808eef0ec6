import { gunzipSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AtDesk, castAt, type OpenDesk, openDesk } from '../support/open-desk.ts';
import { type Answered, type OpenForReaders, openForReaders, origin } from '../support/open-for-readers.ts';
import { reviewerAt } from '../support/reviewer.ts';

/** Stands in the embargoed texts alone, in both languages. */
const CANARY = 'kingfisher';
const HALF_PAST = '2026-11-24T12:30:00.000Z';

let open: OpenForReaders;
let desk: OpenDesk;
let people: Record<'Mara' | 'Tomas' | 'Ines' | 'administrator', AtDesk>;
let hash = '';
let release = '';
const beforeWriting = new Map<string, Answered>();
const atTheLastMoment = new Map<string, Answered>();

beforeAll(async () => {
  open = await openForReaders();
  const locales = ['en', 'fr'].map((locale) => ({ locale, scope: 'any' as const }));
  const names = { en: 'Port of Calder', fr: 'Port de Calder' };
  const zone = { introductions: {}, timeZone: 'Europe/London' };
  await open.newsroom.setUpOrganisation({ names, locales, defaultLocale: 'en', ...zone });
  const office = { code: 'PORT', slug: 'port', names, countries: ['GB'], locales: ['en', 'fr'] };
  await open.newsroom.setUpOffice({ ...office, ...zone });
  desk = await openDesk(open);
  people = await castAt(desk, open.newsroom, { Mara: ['writer'], Tomas: ['editor'], Ines: ['publisher'] });
  for (const name of ['noon', 'dusk']) await publishNow(await approved(text(`The ferry sails at ${name}`)));

  await open.newsroom.makeBulk();
  await crawl(beforeWriting);
  await writeUnderEmbargo();
  open.clock.advanceTo('2026-11-24T12:29:59.999Z');
  await open.newsroom.makeBulk();
  await crawl(atTheLastMoment);
});

afterAll(async () => {
  await desk?.close();
  await open?.close();
});

function text(headline: string, changed = {}) {
  const body = '<p>The port says so. <strong>From Monday on</strong> there is a boat more.</p>';
  return { kicker: '', headline, summary: 'Daily.', place: 'Calder', body, notes: '', pictures: [], ...changed };
}

/** Writes, submits and approves one language of a release, which is begun where none is named. */
async function approved(content: ReturnType<typeof text>, of?: string): Promise<{ release: string; locale: string }> {
  const { Mara, Tomas } = people;
  const fresh = { office: 'PORT', type: 'press-release', original: 'en' };
  const named = { release: of ?? (await Mara.done('POST /desk/api/releases', fresh)).release };
  const locale = of === undefined ? 'en' : 'fr';
  if (of === undefined) {
    const facts = { type: 'press-release', countries: ['GB'], topics: [], organisationWide: false };
    await Mara.done('POST /desk/api/release/facts', { ...named, ...facts });
  } else {
    await Mara.done('POST /desk/api/release/languages', { ...named, locale, source: 'en' });
  }
  const order = { ...named, locale, slug: null };
  const { revision } = await Mara.done('POST /desk/api/draft/save', { ...order, revision: 1, content });
  await Mara.done('POST /desk/api/draft/submit', { ...named, locale, revision, overrides: [] });
  await Tomas.done('POST /desk/api/draft/approve', { ...named, locale, revision });
  return { ...named, locale };
}

const revisionOf = async (named: { release: string; locale: string }) => {
  const { drafts } = await people.Ines.done('GET /desk/api/release', { release: named.release });
  return drafts.find((draft) => draft.locale === named.locale)?.revision ?? 0;
};

async function publishNow(named: { release: string; locale: string }): Promise<void> {
  const order = { ...named, revision: await revisionOf(named), forced: null };
  await people.Ines.done('POST /desk/api/draft/publish', order);
}

/** Two languages and a picture, in one bundle, for half past twelve. */
async function writeUnderEmbargo(): Promise<void> {
  const { Mara, Ines } = people;
  const blue = { width: 1600, height: 900, channels: 3 as const, background: '#16a' };
  const bytes = await sharp({ create: blue }).jpeg().toBuffer();
  const headers = { 'content-type': 'image/jpeg', 'x-file-name': 'quay.jpg' };
  const uploaded = await Mara.post('/desk/api/pictures', bytes, headers);
  const { picture } = (await uploaded.json()) as { picture: { id: string; address: string } };
  hash = /\/media\/([0-9a-f]{64})\//.exec(picture.address)?.[1] ?? '';
  const nobody = { agency: null, copyrightHolder: null, copyrightYear: null, usageTerms: null };
  const credited = { picture: picture.id, credit: `© The ${CANARY} agency`, creator: null, ...nobody };
  await Mara.done('POST /desk/api/pictures/credit', credited);

  const pictures = [{ picture: picture.id, alt: `A ${CANARY} on the quay`, caption: '' }];
  const english = await approved(
    text(`The ${CANARY} ferry is sold`, { pictures, notes: `<p>Call the ${CANARY}.</p>` }),
  );
  release = english.release;
  const asked = { release, locale: 'en', days: 14, question: `Is the ${CANARY} sold?` };
  const { link } = await Mara.done('POST /desk/api/previews', asked);
  await reviewerAt(desk.sit(), link).send({ name: `A ${CANARY}`, words: `The ${CANARY} is not for sale.` });
  const french = await approved(text(`Le ferry ${CANARY} est vendu`, { pictures }), release);
  await Ines.done('POST /desk/api/bundles', { name: 'The sale', into: null, texts: [english, french] });
  const at = { local: '2026-11-24T12:30', timeZone: 'Europe/London', choice: null };
  await Ines.done('POST /desk/api/draft/schedule', { ...english, revision: await revisionOf(english), ...at });
}

/** Where programs begin; the rest of the API is linked from there. */
const forPrograms = [
  ...['/api/v1', '/api/v1/search?q=ferry', '/api/v1/search?q=ki*&sort=newest', '/api/v1/search?q=quay&lang=fr'],
  ...['/api/v1/releases/PORT/2026/2', '/api/v1/releases/PORT/2026/2/editions/en/1', '/api/v1/changes?since=1'],
];

/** Of the first text, before its address. */
const ofFirst = (prefix: string) => `${prefix}/en/releases/port-2026-1/the-ferry-sails-at-noon`;

/** Follows every link from the front door on: pages, feeds, maps, pictures, the API and its files. */
async function crawl(seen: Map<string, Answered>): Promise<void> {
  const known = ['/', '/en', '/fr', '/robots.txt', '/sitemap.xml', '/en/countries/gb', '/en/offices/port'];
  const feeds = ['atom', 'rss', 'json'].flatMap((format) => [`/en/feed.${format}`, `/fr/offices/port/feed.${format}`]);
  const harvests = [
    'Identify',
    'ListSets',
    'ListIdentifiers&metadataPrefix=oai_dc',
    'ListRecords&metadataPrefix=oai_dc',
  ];
  const forOtherSites = ['/en/embed', '/fr/offices/port/embed', '/oembed?url=https://newsroom.example/en&format=xml'];
  // What is almost the word, how it begins, and words that stand beside it.
  const searches = [`search?q=${CANARY.slice(0, -1)}`, `search/suggestions?q=${CANARY.slice(0, 4)}`, 'search?q=boat'];
  known.push(...searches.flatMap((path) => [`/en/${path}`, `/fr/${path}`]), '/en/search?q=office:PORT');
  const earlier = ['/en/as-of/1', '/fr/offices/port/as-of/2', '/en/as-of/2100-01-01T00:00:00Z'];
  const states = [
    '/timegate/en',
    '/timemap/link/en',
    '/timemap/link/fr/countries/gb',
    ofFirst('/timegate'),
    ofFirst('/timemap/link'),
  ];
  const waiting = [
    ...known,
    ...earlier,
    ...states,
    ...feeds,
    ...harvests.map((verb) => `/oai?verb=${verb}`),
    ...forOtherSites,
    ...forPrograms,
  ];
  for (let next = waiting.pop(); next !== undefined && seen.size < 2_000; next = waiting.pop()) {
    if (seen.has(next)) continue;
    const answer = await open.get(next, { 'accept-encoding': 'identity' });
    if (next.endsWith('.gz')) {
      const body = gunzipSync(await open.bytes(next)).toString();
      seen.set(next, { ...answer, body });
      continue;
    }
    seen.set(next, answer);
    if (!/html|xml|json|plain|link-format/.test(answer.headers['content-type'] ?? '')) continue;
    const links = answer.body.matchAll(
      /(?:href="|src="|srcset="|<loc>|Sitemap: |"(?=https:)|<(?=https:))(?:https:\/\/newsroom\.example)?(\/[^"<>#\s]*)/g,
    );
    waiting.push(...[...links].map((link) => asAsked((link[1] as string).replaceAll('&amp;', '&'))));
  }
}

function asAsked(path: string): string {
  const { pathname, search } = new URL(path, origin);
  return pathname + search;
}

const everythingOf = ({ status, headers, body }: Answered) => JSON.stringify({ status, headers, body });

/** An answer without what names the request: its path, its tag and its id. */
function shape(answer: Answered, path: string): unknown {
  const { etag: _, 'content-length': __, 'x-request-id': ___, ...headers } = answer.headers;
  const untimed = answer.body.replace(/<responseDate>[^<]*/, '');
  const body = untimed.replaceAll(path, '…').replaceAll(encodeURIComponent(path), '…');
  return { status: answer.status, headers, body: body.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…') };
}

const likeIt = async (path: string, never: string) => {
  const [one, other] = [await open.get(path), await open.get(never)];
  expect(one.status, path).toBe(404);
  expect([path, shape(one, path)]).toEqual([path, shape(other, never)]);
};

describe('before the instant', () => {
  test('no public address holds a word of it, or the name of its picture', () => {
    expect(atTheLastMoment.size).toBeGreaterThan(30);
    for (const [url, answer] of atTheLastMoment) {
      const everything = `${url} ${everythingOf(answer)}`.toLowerCase();
      for (const told of [CANARY, hash, hash.slice(0, 12), release])
        expect([url, everything.includes(told)]).toEqual([url, false]);
    }
  });

  test('every address answers as it did before the first word was written', () => {
    expect([...atTheLastMoment.keys()].sort()).toEqual([...beforeWriting.keys()].sort());
    for (const [url, answer] of atTheLastMoment) {
      expect([url, shape(answer, url)]).toEqual([url, shape(beforeWriting.get(url) as Answered, url)]);
      // A harvest names the time at which it is answered.
      if (!url.startsWith('/oai'))
        expect([url, answer.headers['etag']]).toEqual([url, beforeWriting.get(url)?.headers['etag']]);
    }
  });
});

test('what it will have answers like what never was, up to the last moment', async () => {
  // Other tests may have moved on: this one asks at its own instant.
  open.clock.advanceTo('2026-11-24T12:29:59.999Z');
  const other = hash.replaceAll(/[0-9a-f]/g, (digit) => (15 - Number.parseInt(digit, 16)).toString(16));
  await likeIt(
    `/en/releases/port-2026-3/the-${CANARY}-ferry-is-sold`,
    '/en/releases/port-2026-9/the-heron-ferry-is-sold',
  );
  await likeIt(
    `/fr/releases/port-2026-3/le-ferry-${CANARY}-est-vendu`,
    '/fr/releases/port-2026-9/le-ferry-heron-est-vendu',
  );
  await likeIt('/r/PORT/2026/3', '/r/PORT/2026/9');
  await likeIt('/en/releases/port-2026-3/the/editions/1', '/en/releases/port-2026-9/the/editions/1');
  for (const file of ['press-kit.zip', 'text.txt', 'the/press-kit.zip', 'the/text.txt', 'the/editions/1/press-kit.zip'])
    await likeIt(`/en/releases/port-2026-3/${file}`, `/en/releases/port-2026-9/${file}`);
  await likeIt('/timegate/en/releases/port-2026-3/the', '/timegate/en/releases/port-2026-9/the');
  await likeIt('/timemap/link/fr/releases/port-2026-3/le', '/timemap/link/fr/releases/port-2026-9/le');
  for (const state of [3, 4]) await likeIt(`/en/as-of/${state}`, '/en/as-of/9');
  await likeIt('/api/v1/releases/PORT/2026/3', '/api/v1/releases/PORT/2026/9');
  await likeIt('/api/v1/releases/PORT/2026/3/editions/fr/1', '/api/v1/releases/PORT/2026/9/editions/fr/1');
  await likeIt(`/api/v1/releases/${release}`, '/api/v1/releases/01900000-0000-7000-8000-00000000ffff');
  for (const file of ['original', '320.webp', '640.webp', '640.jpeg', '1280.avif']) {
    await likeIt(`/media/${hash}/${file}`, `/media/${other}/${file}`);
  }
});

test('at the instant it is everywhere, in both languages, with the next number and no gap', async () => {
  open.clock.advanceTo(HALF_PAST);
  const socket = await fetch(`${desk.address}/en`);
  expect(await socket.text()).toContain(`The ${CANARY} ferry is sold`);

  await open.newsroom.makeBulk();
  const now = new Map<string, Answered>();
  await crawl(now);
  const holding = [...now].filter(([, { body }]) => body.includes(CANARY)).map(([url]) => url);
  const news = [
    '/api/v1/lists/organisation',
    '/api/v1/lists/offices/PORT',
    '/api/v1/changes',
    '/api/v1/changes?since=1',
  ];
  for (const url of [
    ...[...news, '/api/v1/releases/PORT/2026/3', '/api/v1/releases/PORT/2026/3/editions/fr/1'],
    ...['/api/v1/search?q=ferry', '/api/v1/search?q=ki*&sort=newest', '/api/v1/search?q=quay&lang=fr'],
    ...['/api/v1/bulk/2026.ndjson.gz'],
    ...['/en', '/fr', '/en/countries/gb', '/fr/countries/gb', '/en/offices/port', '/fr/offices/port'],
    ...['/en/feed.atom', '/en/feed.rss', '/en/feed.json', '/fr/offices/port/feed.atom'],
    ...['/en/as-of/4', '/fr/countries/gb/as-of/4'],
    ...['/en/search?q=boat', `/en/search/suggestions?q=${CANARY.slice(0, 4)}`, `/fr/search?q=${CANARY.slice(0, -1)}`],
    ...['/oai?verb=ListRecords&metadataPrefix=oai_dc', `/en/releases/port-2026-3/the-${CANARY}-ferry-is-sold/cite.bib`],
    ...['press-kit.zip', 'text.txt'].map((file) => `/en/releases/port-2026-3/the-${CANARY}-ferry-is-sold/${file}`),
  ]) {
    expect(holding).toContain(url);
  }
  const english = `/en/releases/port-2026-3/the-${CANARY}-ferry-is-sold`;
  const french = `/fr/releases/port-2026-3/le-ferry-${CANARY}-est-vendu`;
  const maps = [...now]
    .filter(([url]) => /map/.test(url))
    .map(([, { body }]) => body)
    .join();
  for (const url of [english, french]) {
    expect(now.get(url)).toMatchObject({ status: 200 });
    expect(now.get(url)?.body).toContain(HALF_PAST.slice(0, 19));
    expect(maps).toContain(url);
  }
  expect(await open.get('/r/PORT/2026/3')).toMatchObject({ status: 302 });
  expect(await open.get(`/media/${hash}/original`)).toMatchObject({ status: 200 });
  expect([...now.keys()].some((url) => url.startsWith(`/media/${hash}/`))).toBe(true);

  await publishNow(await approved(text('The ferry sails at dawn')));
  expect((await open.get('/r/PORT/2026/4')).status).toBe(302);
  const differences = [];
  for await (const one of open.newsroom.check()) differences.push(one);
  expect(differences).toEqual([]);
  const health = await people.administrator.done('GET /desk/api/health', {});
  expect(health).toMatchObject({ overdue: [], refusedLifts: [], delay: { count: 2, most: 0 } });
});

test('a held text stays unseen after its instant, and a word lets it go', async () => {
  const { Ines } = people;
  const heron = await approved(text('The heron ferry is bought'));
  const at = { local: '2026-11-24T12:40', timeZone: 'Europe/London', choice: null };
  await Ines.done('POST /desk/api/draft/schedule', { ...heron, revision: await revisionOf(heron), ...at });
  open.clock.advanceTo('2026-11-24T12:39:59.999Z');
  await Ines.done('POST /desk/api/draft/hold', heron);
  open.clock.advanceTo('2026-11-24T12:50:00Z');
  expect((await open.get('/en')).body).not.toContain('heron');
  const { due } = await Ines.done('GET /desk/api/schedule', {});
  expect(due).toMatchObject([{ ...heron, isHeld: true, timeZone: 'Europe/London', bundle: null }]);
  await Ines.done('POST /desk/api/draft/let-go', heron);
  expect((await open.get('/en')).body).toContain('The heron ferry is bought');
});

test('the dialog shows the instant on the clocks concerned, and asks where they are set back', async () => {
  const { Ines } = people;
  const order = { timeZone: 'Europe/London', choice: null, office: 'PORT', countries: ['CN'] };
  const once = await Ines.done('POST /desk/api/schedule/look', { ...order, local: '2027-03-02T09:00' });
  expect(once).toMatchObject({ kind: 'once', instants: ['2027-03-02T09:00:00.000Z'], isPast: false });
  const past = await Ines.done('POST /desk/api/schedule/look', { ...order, local: '2017-03-02T09:00' });
  expect(past).toMatchObject({ kind: 'once', isPast: true });
  expect(once.elsewhere.map(({ timeZone, country }) => [timeZone, country])).toEqual([
    ...[
      ['Europe/London', null],
      ['UTC', null],
      ['Asia/Shanghai', 'CN'],
      ['Asia/Urumqi', 'CN'],
    ],
  ]);
  expect(await Ines.done('POST /desk/api/schedule/look', { ...order, local: '2027-10-31T01:30' })).toMatchObject({
    kind: 'twice',
  });
  expect(await Ines.done('POST /desk/api/schedule/look', { ...order, local: '2027-03-28T01:30' })).toMatchObject({
    kind: 'never',
  });
  const wrong = await Ines.ask('POST /desk/api/schedule/look', { ...order, local: 'tomorrow' });
  expect(wrong).toMatchObject({ status: 409, answer: { refusals: [{ reason: 'text-invalid', field: 'local' }] } });
});
