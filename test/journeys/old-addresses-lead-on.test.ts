import { afterAll, beforeAll, expect, test } from 'vitest';
import { actsOf, fileOf, portOffice } from '../support/archives.ts';
import { type OpenForReaders, openForReaders, origin } from '../support/open-for-readers.ts';

let open: OpenForReaders;

const map = `from,to,what it was
https://old.port.example/?p=12,PORT/2010/1 en,plain permalink
https://old.port.example/news.aspx?id=7,PORT/2010/2 en,
https://old.port.example/news.aspx,/en/offices/port,the list
https://old.port.example/news/feed.rss,/en/feed.rss,its feed
https://old.port.example/media/logo.png,gone,
"~^/press/(\\d{1,4})(?:-[^/]*)?\\.htm$",PORT/2010/$1 en,
~^/(?i)intranet(?:/.*)?$,gone,
`;

const take = (csv: string) =>
  open.newsroom.importLegacyMap({ file: 'old.csv', bytes: Buffer.from(csv), isDryRun: false }, () => {});

beforeAll(async () => {
  open = await openForReaders();
  await open.moveIn([portOffice, ...[1, 2, 3, 4, 5].flatMap(actsOf)]);
  expect((await open.get('/press/3.htm')).status).toBe(404);
  expect(await take(map)).toMatchObject({ ok: true, report: { added: 7 } });
});
afterAll(() => open.close());

test.each([
  ['/?p=12', 'Ferry 1 '],
  ['/news.aspx?id=7', 'Ferry 2 '],
  ['/press/3.htm', 'Ferry 3 '],
  ['/press/4-a-ferry.htm?utm_source=mail', 'Ferry 4 '],
])('%s leads to its text in one step', async (address, headline) => {
  const { status, headers } = await open.get(address);
  expect([status, headers['location']]).toEqual([301, expect.stringMatching(/^\/en\/releases\/port-2010-\d\//)]);
  const page = await open.get(headers['location'] ?? '');
  expect(page.status).toBe(200);
  expect(page.body).toContain(headline);
});

test.each([
  ['/news.aspx', '/en/offices/port'],
  ['/news.aspx?id=8', '/en/offices/port'],
  ['/news/feed.rss', '/en/feed.rss'],
])('%s leads to %s', async (address, location) => {
  expect(await open.get(address)).toMatchObject({ status: 301, headers: { location } });
  expect((await open.get(location)).status).toBe(200);
});

test.each(['/media/logo.png', '/intranet', '/INTRANET/a/b?c=d'])(
  '%s is gone, and the page helps on',
  async (address) => {
    const { status, body, headers } = await open.get(address);
    expect(status).toBe(410);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toContain('lang="en"');
    expect(body).toContain('href="/en/offices/port"');
  },
);

test('what is a page of the newsroom stays one, whatever stands behind it', async () => {
  for (const address of ['/en', '/en?p=12', '/en/offices/port?id=7', '/en/2010']) {
    expect([address, (await open.get(address)).status]).toEqual([address, 200]);
  }
  expect((await open.get('/?p=13')).status).toBe(302);
  expect((await open.get('/press/999.htm')).status).toBe(404);
});

test('a pattern that is added holds at once, and one that is taken back no longer', async () => {
  expect((await open.get('/circulars/2010')).status).toBe(404);
  await take('from,to\n~^/circulars/(\\d{4})$,/en/$1\n');
  expect(await open.get('/circulars/2010')).toMatchObject({ status: 301, headers: { location: '/en/2010' } });
  await take('from,to\n~^/circulars/(\\d{4})$,nothing\n');
  expect((await open.get('/circulars/2010')).status).toBe(404);
});

test('the old site’s own map tells what is covered', async () => {
  const addresses = ['/news.aspx?id=7', '/press/1.htm', '/press/2.htm', '/intranet/', '/contact.htm', '/news/feed.rss'];
  const entries = addresses.map((path) => `<url><loc>https://old.port.example${path}</loc></url>`).join('\n');
  const sitemap = `<?xml version="1.0"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries}</urlset>`;
  const watch = { progress: () => {}, isInterrupted: () => false };
  expect(await open.newsroom.measureCoverage(fileOf(sitemap, 'sitemap.xml'), watch)).toMatchObject({
    addresses: { text: 3, page: 1, gone: 1, nothing: 1 },
    unmatched: [{ address: '/contact.htm', asked: 1 }],
  });
});

test('an address of the newsroom may be written whole, and one elsewhere is refused', async () => {
  expect(await take(`from,to\n/whole.htm,${origin}/en/offices/port\n`)).toMatchObject({ ok: true });
  expect(await open.get('/whole.htm')).toMatchObject({ status: 301, headers: { location: '/en/offices/port' } });
  const refused = await take('from,to\n/out.htm,https://elsewhere.example/\n');
  expect(refused).toMatchObject({ ok: false, problems: [{ line: 2 }] });
});

test('a check names an old address whose target is there no more', async () => {
  const [port] = await open.newsroom.offices();
  if (port === undefined) throw new TypeError('the port has an office');
  await open.newsroom.setUpOffice({ ...port, countries: [...port.countries, 'IE'] });
  expect(await take('from,to\n/quayside.htm,/en/countries/ie\n')).toMatchObject({ ok: true });
  expect(await differences()).toEqual([]);
  await open.newsroom.setUpOffice(port);
  expect(await differences()).toEqual(['/quayside.htm']);
  expect(await take('from,to\n/quayside.htm,nothing\n')).toMatchObject({ ok: true });
  expect(await differences()).toEqual([]);
});

test('an old address whose target was renamed still leads there', async () => {
  const [port] = await open.newsroom.offices();
  if (port === undefined) throw new TypeError('the port has an office');
  await open.newsroom.setUpOffice({ ...port, slug: 'quay' });
  expect(await open.get('/whole.htm')).toMatchObject({ status: 301, headers: { location: '/en/offices/port' } });
  expect(await open.get('/en/offices/port')).toMatchObject({ status: 301, headers: { location: '/en/offices/quay' } });
  expect(await differences()).toEqual([]);
});

async function differences(): Promise<string[]> {
  const found: string[] = [];
  for await (const { where } of open.newsroom.check()) found.push(where);
  return found;
}
