import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenForReaders, openForReaders, origin } from '../support/open-for-readers.ts';
import { fillForApi } from '../support/small-archive.ts';

let open: OpenForReaders;

beforeAll(async () => {
  open = await openForReaders();
  await fillForApi(open);
});

afterAll(() => open?.close());

const told = async (url: string, headers = {}) => {
  const { body, ...answered } = await open.get(url, { 'accept-encoding': 'identity', ...headers });
  return { ...answered, json: JSON.parse(body) };
};

describe('a release', () => {
  test('is told by its id, its reference in any case, and as it stands in addresses', async () => {
    const { status, headers, json } = await told('/api/v1/releases/PORT/2010/12');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'access-control-allow-origin': '*',
      'cache-control': 'no-cache',
    });
    expect(headers['etag']).toMatch(/^"/);
    for (const name of ['port/2010/12', 'port-2010-12', 'PORT%2F2010%2F12', json.id, json.id.toUpperCase()])
      expect((await told(`/api/v1/releases/${name}`)).json).toEqual(json);
    expect((await open.get('/api/v1/releases/port-2010-12', { 'if-none-match': headers['etag'] ?? '' })).status).toBe(
      304,
    );
  });

  test('has its languages, what was corrected, and addresses that lead there', async () => {
    const { json } = await told('/api/v1/releases/PORT/2010/12');
    expect(json).toMatchObject({
      reference: 'PORT/2010/12',
      office: 'PORT',
      published: { precision: 'day' },
      languages: [
        {
          locale: 'en',
          standing: 'published',
          end: null,
          edition: { number: 2, headline: 'Ferry 12, corrected', change: { kind: 'correction', major: true } },
          editions: [{ number: 1, change: null }, { number: 2 }],
        },
        { locale: 'mn', edition: { translatedFrom: { locale: 'en', edition: 1 } }, behindCorrection: true },
      ],
    });
    const [english] = json.languages;
    const first = await told(english.editions[0].links.self);
    expect(first.json).toMatchObject({
      current: false,
      edition: { number: 1 },
      release: { reference: 'PORT/2010/12' },
    });
    for (const url of [english.links.page, english.editions[0].links.page, json.links.self, json.links.office])
      expect([url, (await open.get(url)).status]).toEqual([url, 200]);
    expect((await open.get(json.links.permanent)).status).toBe(302);
  });

  test('that was retracted in one language keeps the reason in its place; in every language, it is gone', async () => {
    const one = await told('/api/v1/releases/PORT/2010/22');
    expect(one.json.languages).toMatchObject([
      { locale: 'en', standing: 'published' },
      { locale: 'mn', standing: 'published' },
      { locale: 'fr', standing: 'retracted', end: { reason: 'Faux' }, edition: null, editions: [] },
    ]);
    expect(await told(`${one.json.links.self}/editions/fr/1`)).toMatchObject({ status: 410 });

    const gone = await told('/api/v1/releases/PORT/2010/11');
    expect(gone).toMatchObject({
      status: 410,
      headers: { 'content-type': 'application/problem+json' },
      json: { status: 410, release: { reference: 'PORT/2010/11', languages: [{ standing: 'retracted' }, {}] } },
    });
    expect(JSON.stringify(gone.json)).not.toContain('Ferry');
  });
});

describe('a list', () => {
  test('has the pages of the site: the same members, and links that pass every release once', async () => {
    const seen: string[] = [];
    let next: string | null = `${origin}/api/v1/lists/offices/port?locale=en`;
    while (next !== null) {
      const { json }: { json: { items: { reference: string }[]; links: { rest: string; older: string } } } =
        await told(next);
      seen.push(...json.items.map(({ reference }) => reference));
      next = json.links.rest ?? json.links.older;
    }
    expect(seen).toHaveLength(66);
    expect(new Set(seen).size).toBe(66);

    const page = (await told('/api/v1/lists/organisation?page=2')).json;
    const { body } = await open.get('/en/page/2');
    const shown = [...body.matchAll(/class="ref">([^<]+)</g)].map(([, reference]) => reference);
    expect(page.items.map(({ reference }: { reference: string }) => reference)).toEqual(shown);
    expect(page).toMatchObject({ list: 'organisation', locale: 'en', scope: 'any', page: 2, newestPage: 2 });
    for (const url of Object.values<string | null>(page.links))
      if (url !== null) expect([url, (await open.get(url)).status]).toEqual([url, 200]);
  });

  test('of a language shows its own texts, where the site does so', async () => {
    const { json } = await told('/api/v1/lists/organisation?locale=MN');
    expect(json).toMatchObject({ locale: 'mn', scope: 'locale' });
    expect(json.items.every((item: { locale: string }) => item.locale === 'mn')).toBe(true);
  });

  test('is counted by months', async () => {
    const { json } = await told('/api/v1/lists/organisation/months?locale=en');
    const counted = json.months.reduce((sum: number, { releases }: { releases: number }) => sum + releases, 0);
    expect(counted).toBe(66);
    expect((await told('/api/v1/lists/types/news/months')).json.list).toBe('types/news');
  });
});

test('every address that the start and the lists name leads somewhere', async () => {
  const { json } = await told('/api/v1');
  expect(json.sequence).toBeGreaterThan(66);
  for (const url of Object.values<string>(json.links)) expect([url, (await open.get(url)).status]).toEqual([url, 200]);
  const { lists } = (await told('/api/v1/lists')).json;
  for (const { links } of lists)
    for (const url of [links.newest, links.months]) expect([url, (await told(url)).status]).toEqual([url, 200]);
  const { offices } = (await told('/api/v1/offices')).json;
  expect(offices[0]).toMatchObject({ code: 'PORT', countries: ['GB', 'MN'] });
  expect((await told('/api/v1/countries')).json.countries).toMatchObject([{ code: 'GB', offices: ['PORT'] }, {}]);
});

describe('what cannot be answered', () => {
  const cases = [
    ['/api/v1/nothing', 404, 'not-found'],
    ['/api', 404, 'not-found'],
    ['/api/v1/releases/PORT/2010/999', 404, 'not-found'],
    ['/api/v1/releases/x%00y', 404, 'not-found'],
    ['/api/v1/releases/PORT/2010/12/editions/en/9', 404, 'not-found'],
    ['/api/v1/releases/PORT/2010/12/editions/es/1', 404, 'not-found'],
    ['/api/v1/lists/offices/nowhere', 404, 'not-found'],
    ['/api/v1/lists/people/port', 404, 'not-found'],
    ['/api/v1/lists/organisation?page=99', 404, 'not-found'],
    ['/api/v1/lists/organisation?page=0', 400, 'parameter-invalid'],
    ['/api/v1/lists/organisation?page=1&page=2', 400, 'parameter-invalid'],
    ['/api/v1/lists/organisation?offset=20', 400, 'parameter-invalid'],
    ['/api/v1/lists/organisation?locale=tlh', 400, 'parameter-invalid'],
    ['/api/v1/lists/organisation?after=3', 400, 'parameter-invalid'],
    ['/api/v1/changes?since=-1', 400, 'parameter-invalid'],
    ['/api/v1/changes?since=2000000000', 400, 'parameter-invalid'],
    ['/api/v1/changes?limit=101', 400, 'parameter-invalid'],
    [`/api/v1/${'x'.repeat(2_100)}`, 414, 'address-too-long'],
  ] as const;
  test.each(cases)('%.40s is told as a problem, with what to do', async (url, status, kind) => {
    const answer = await told(url);
    expect(answer).toMatchObject({
      status,
      headers: { 'content-type': 'application/problem+json', 'access-control-allow-origin': '*' },
      json: { type: `${origin}/api/v1/docs#${kind}`, status },
    });
    expect(answer.json.title).toMatch(/\w/);
    expect(answer.json.detail).toMatch(/[.]$/);
    expect(answer.json.instance).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('a method that is none is told so', async () => {
    const { status, body } = await open.ask('POST', '/api/v1/offices');
    expect([status, JSON.parse(body).type]).toEqual([405, `${origin}/api/v1/docs#method-not-allowed`]);
  });
});
