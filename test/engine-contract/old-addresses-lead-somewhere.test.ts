import { expect, test } from 'vitest';
import type { Engine } from '../../src/database/engine.ts';
import { openServer } from '../../src/http/open-server.ts';
import { importMap, type MapDeps } from '../../src/legacy/import-map.ts';
import { legacyStore } from '../../src/legacy/legacy.store.ts';
import { measureCoverage } from '../../src/legacy/measure-coverage.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { publishedQueries } from '../../src/published/published.query.ts';
import { retractRelease } from '../../src/releases/retract-release.ts';
import { problemPages } from '../../src/site/problem-page/problem-pages.ts';
import { siteRoutes } from '../../src/site/site-routes.ts';
import { importArchive } from '../../src/transfer/import-archive.ts';
import { actsOf, archiveDeps, archiveOf, exported, fileOf, portOffice } from '../support/archives.ts';
import { eachEngine } from '../support/engines.ts';

const origin = 'https://newsroom.example';

eachEngine('a legacy map', (open) => {
  test('its rows lead to a text, to a page or to the word that all is gone', async () => {
    const { take, led } = await withTexts(await open());
    const outcome = await take(`from,to
https://old.example/news.aspx?lang=en&id=7,PORT/2010/1 en
/presse/communiqué 1.htm,/en/releases/port-2010-2/any-slug
/list.htm,${origin}/en/offices/port
/shop,gone
"~^/beijing/press/(\\d{1,3})\\.htm$",PORT/2010/$1 en
~^/archive/(\\d{4})/?$,/en/$1
~^/(?i)shop/.*$,gone
`);
    expect(outcome).toMatchObject({
      ok: true,
      report: { rows: 7, added: 7, leadTo: { texts: 2, pages: 1, gone: 1 }, patterns: 3 },
    });
    expect(await led('/news.aspx?id=7&lang=en')).toMatchObject({ to: 'text', reference: { number: 1 } });
    expect(await led('/news.aspx?id=8&lang=en')).toBeNull();
    expect(await led('/presse/communiqu%C3%A9%201.htm')).toMatchObject({ to: 'text', reference: { number: 2 } });
    expect(await led('/presse/communiqu%c3%a9%201.htm/')).toMatchObject({ to: 'text', reference: { number: 2 } });
    expect(await led('/list.htm')).toEqual({ to: 'page', path: '/en/offices/port' });
    expect(await led('/shop')).toEqual({ to: 'gone' });
    expect(await led('/beijing/press/3.htm?from=mail')).toMatchObject({ to: 'text', reference: { number: 3 } });
    expect(await led('/beijing/press/99.htm')).toBeNull();
    expect(await led('/archive/2010/')).toEqual({ to: 'page', path: '/en/2010' });
    expect(await led('/SHOP/cart?item=1')).toEqual({ to: 'gone' });
    expect(await led('/elsewhere')).toBeNull();
  });

  test('taken in twice it changes nothing and says so; a changed row leads elsewhere', async () => {
    const engine = await open();
    const { take, led } = await withTexts(engine);
    const map = 'from;to\n/a;gone\n/b;PORT/2010/1 en\n~^/c/(.*)$;/en/$1\n~^/c.*$;gone\n';
    await take(map);
    const version = await engine.publicVersion();
    expect(await take(map)).toMatchObject({ ok: true, report: { added: 0, changed: 0, alreadyHere: 4 } });
    expect(await engine.publicVersion()).toBe(version);

    expect(await take('from,to\n/a,PORT/2010/2 en\n~^/c.*$,nothing\n/never,nothing\n')).toMatchObject({
      report: { added: 0, changed: 1, takenBack: 1, alreadyHere: 1 },
    });
    expect(await led('/a')).toMatchObject({ to: 'text', reference: { number: 2 } });
    expect(await engine.newsroom.selectFrom('legacy_address').selectAll().execute()).toEqual([]);
    expect(await led('/cd')).toBeNull();
    expect(await led('/c/2010')).toEqual({ to: 'page', path: '/en/2010' });
  });

  test('patterns of a file stay in its order, beside those of other files', async () => {
    const engine = await open();
    const { take } = await withTexts(engine);
    const order = async () =>
      (await engine.newsroom.selectFrom('legacy_pattern').select('pattern').orderBy('position').execute()).map(
        ({ pattern }) => pattern,
      );
    await take('from,to\n~^/a$,gone\n~^/b$,gone\n');
    await take('from,to\n~^/x$,gone\n');
    await take('from,to\n~^/b$,gone\n~^/new$,gone\n~^/a$,gone\n');
    expect(await order()).toEqual(['^/b$', '^/new$', '^/a$', '^/x$']);
  });

  test('one wrong line and nothing is written; every fault is named with its line', async () => {
    const engine = await open();
    const { take } = await withTexts(engine);
    await take('from,to\n/kept,PORT/2010/1 en\n');
    const wrong = `from,to
/fine,gone
/kept,PORT/2010/2 en
/kept2,PORT/1999/7 en
/kept3,PORT/2010/1
/en,gone
/out,https://elsewhere.example/
/out2,//elsewhere.example/x
/out3,/\\elsewhere.example
/none,/en/offices/nowhere
/old/page-3.htm,nothing
no-address,gone
~/loose$,gone
~^/(a$,gone
~^/(?=a)$,gone
~^/(a)\\1$,gone
~^/a$,/en/$1
/twice,gone
/twice,/en
/too,many,columns
/x#y,gone
,gone
/empty,
`;
    const outcome = await take(wrong);
    expect(outcome.ok).toBe(false);
    if (outcome.ok) return;
    const all = Array.from({ length: 23 }, (_, index) => index + 1);
    expect(outcome.problems.map(({ line }) => line)).toEqual(all.filter((line) => ![1, 2, 18].includes(line)));
    const said = new Map(outcome.problems.map(({ line, problem }) => [line, problem]));
    expect(said.get(3)).toContain('/kept belongs to PORT/2010/1 en for ever');
    expect(said.get(4)).toContain('there is no text PORT/1999/7 in en');
    expect(said.get(5)).toContain('PORT/2010/1 en');
    expect(said.get(6)).toContain('a page of this newsroom');
    for (const line of [7, 8, 9]) expect(said.get(line)).toContain('leads out of this newsroom');
    expect(said.get(19)).toContain('line 18');
    expect(await engine.newsroom.selectFrom('legacy_address').selectAll().execute()).toEqual([]);
    expect(await engine.newsroom.selectFrom('legacy_pattern').selectAll().execute()).toEqual([]);
  });

  test('a dry run finds the same and writes nothing', async () => {
    const engine = await open();
    const { take, led } = await withTexts(engine);
    expect(await take('from,to\n/a,gone\n', true)).toMatchObject({ ok: true, report: { added: 1 } });
    expect(await led('/a')).toBeNull();
  });

  test('no row and no address leads a reader out of the site or round and round', async () => {
    const { take, led } = await withTexts(await open());
    expect(await take('from,to\n~^/to(.*)$,$1\n')).toMatchObject({ ok: false });
    await take('from,to\n~^/go/(.*)$,/$1\n~^/again/(.*)$,/again/$1/more\n');
    expect(await led('/go//elsewhere.example/')).toBeNull();
    expect(await led('/go/\\elsewhere.example')).not.toMatchObject({ path: expect.stringMatching(/^\/[/\\]/) });
    expect(await led('/go/%0d%0aset-cookie:x=1')).not.toMatchObject({ path: expect.stringMatching(/[\r\n]/) });
    expect(await led('/again/a')).toBeNull();
  });

  test('what old addresses lead to moves along with the archive, a retracted text’s too', async () => {
    const first = await open();
    const { take } = await withTexts(first);
    const more = '/café?b=1&a=2,gone\n/Zoo,/en\n/_x,/en\n/a-b,/en\n/aB,/en\n';
    await take(`from,to\n${more}/seven.htm,PORT/2010/2 en\n~^/z/(\\d+)$,PORT/2010/$1 en\n~^/b.*$,gone\n`);
    const deps = archiveDeps(first);
    const retraction = { release: releaseOf(2), locale: 'en', reason: 'It named the wrong ship.', at: null };
    expect(await retractRelease(deps.publishing, retraction)).toMatchObject({ ok: true });

    const bytes = await exported(first, deps.originals);
    const second = await open();
    await importArchive(archiveDeps(second), fileOf(bytes));
    expect(await exported(second, deps.originals)).toBe(bytes);
    const there = publishedQueries(second.published, second.publicVersion);
    expect(await there.legacyAddressLeadsTo('/caf%C3%A9', new URLSearchParams('a=2&b=1'))).toEqual({ to: 'gone' });
    expect(await there.legacyAddressLeadsTo('/seven.htm', null)).toMatchObject({
      to: 'text',
      reference: { number: 2 },
    });
    expect(await there.legacyPatternLeadsTo('/z/3', new URLSearchParams())).toMatchObject({ to: 'text' });
    expect(await importArchive(archiveDeps(second), fileOf(bytes))).toMatchObject({ imported: 0 });
    expect(await exported(second, deps.originals)).toBe(bytes);
  });

  test.each([
    [{ kind: 'legacy-address', address: '/a', target: '//elsewhere.example' }, /Line 2: target/],
    [{ kind: 'legacy-pattern', pattern: '^/a$', target: 'https://elsewhere.example/' }, /Line 2: target/],
    [{ kind: 'legacy-pattern', pattern: '^/(a)\\1$', target: null }, /Line 2: pattern/],
  ] as const)('an archive cannot bring %j', async (line, message) => {
    const file = fileOf(archiveOf([portOffice, line]));
    await expect(importArchive(archiveDeps(await open()), file)).rejects.toThrow(message);
  });

  test('coverage counts where addresses lead, most asked first among those that lead nowhere', async () => {
    const { take, ask } = await withTexts(await open());
    await take('from,to\n/a,PORT/2010/1 en\n/b,gone\n');
    const log = [
      '/a',
      '/a',
      '/b',
      '/en',
      '/en/offices/port',
      '/wp-login.php',
      '/wp-login.php',
      '/x?id=1',
      '//y',
      '/old/page-2.htm',
    ]
      .map((path) => `192.0.2.7 - - [24/Nov/2026:12:00:00 +0000] "GET ${path} HTTP/1.1" 200 512 "-" "a \\"browser\\""`)
      .concat(
        '192.0.2.7 - - [24/Nov/2026:12:00:00 +0000] "POST /form HTTP/1.1" 405 0',
        '192.0.2.7 - - [24/Nov/2026:12:00:00 +0000] "\\x16\\x03" 400 0 "-" "-"',
      );
    const watch = { progress: () => {}, isInterrupted: () => false };
    expect(await measureCoverage({ ...watch, ask }, fileOf(log.join('\n'), 'access.log'))).toEqual({
      file: 'access.log',
      addresses: { text: 2, page: 2, gone: 1, nothing: 3 },
      asked: { text: 3, page: 2, gone: 1, nothing: 4 },
      unmatched: [
        { address: '/wp-login.php', asked: 2 },
        { address: '//y', asked: 1 },
        { address: '/x?id=1', asked: 1 },
      ],
      unread: { lines: 1, first: 12 },
      beyond: 0,
    });
  });
});

function releaseOf(n: number): string {
  const [act] = actsOf(n);
  return act?.kind === 'edition' ? act.release.id : '';
}

/** Five texts of 2010, and what a map needs: the newsroom's own server to ask. */
async function withTexts(engine: Engine) {
  await importArchive(archiveDeps(engine), fileOf(archiveOf([portOffice, ...[1, 2, 3, 4, 5].flatMap(actsOf)])));
  const published = publishedQueries(engine.published, engine.publicVersion);
  const settings = { origin, clock: fixedClock('2026-11-24T12:00:00Z') };
  const server = await openServer({
    routes: siteRoutes(published, settings),
    problems: problemPages(published, settings),
    version: engine.publicVersion,
    cacheBytes: 0,
    pageFiles: null,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    newRequestId: () => 'request-1',
  });
  const ask: MapDeps['ask'] = async (url) => {
    const { status, headers } = await server.visit({ method: 'GET', url, headers: {} });
    return { status, location: headers['location'] ?? null };
  };
  const deps = { inTransaction: engine.inTransaction, beforePublic: async () => {}, store: legacyStore(engine) };
  return {
    ask,
    take: (csv: string, isDryRun = false) =>
      importMap({ ...deps, ask, origin, progress: () => {} }, { file: 'old.csv', bytes: Buffer.from(csv), isDryRun }),
    async led(address: string) {
      const [path = '', query = ''] = address.split('?', 2);
      const params = new URLSearchParams(query);
      const exact = params.size > 0 ? await published.legacyAddressLeadsTo(path, params) : null;
      return (
        exact ?? (await published.legacyAddressLeadsTo(path, null)) ?? published.legacyPatternLeadsTo(path, params)
      );
    },
  };
}
