import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Newsroom, openNewsroom } from '../../src/newsroom.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { actsOf, archiveOf, fileOf, portOffice } from '../support/archives.ts';
import { barriersOn, onPages } from '../support/find-barriers.ts';
import { hostileTexts } from '../support/hostile-texts.ts';
import { openBrowser } from '../support/open-browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-hostile-'));
const silent = { info: () => {}, warn: () => {}, error: () => {} };

let newsroom: Newsroom;
let server: Awaited<ReturnType<Newsroom['openServer']>>;
let browser: Browser;
let origin: string;
let addresses: string[];

beforeAll(async () => {
  let made = 0;
  const newId = () => `01900000-0000-7000-8000-${String(++made).padStart(12, '0')}`;
  const settings = { data: folder, database: join(folder, 'newsroom.sqlite'), databasePublic: null, cacheBytes: 1e7 };
  newsroom = await openNewsroom(
    { ...settings, origin: 'http://newsroom.test', pageFiles: false },
    { clock: fixedClock('2026-11-24T12:00:00Z'), newId, log: silent },
  );
  const releases = hostileTexts.flatMap((text, index) => {
    const [first] = actsOf(index + 1);
    if (first?.kind !== 'edition') throw new TypeError('the first act of a release is an edition');
    const words = { kicker: text, headline: text, summary: text, place: text, body: `<p>${text}</p>${text}` };
    return [{ ...first, ...words, notes: text, slug: null, legacyPaths: [`/old/${index + 1}`] }];
  });
  const watch = { progress: () => {}, isInterrupted: () => false };
  await newsroom.importArchive(fileOf(archiveOf([portOffice, ...releases])), watch);
  const ended = { locale: 'en', reason: hostileTexts[0] ?? '', at: null };
  const orderFor = (n: number) => ({ ...ended, release: releases[n]?.release.id ?? '' }) as never;
  await newsroom.withdraw(orderFor(0));
  await newsroom.retract(orderFor(1));
  server = await newsroom.openServer();
  const { host, port } = await server.listen({ host: '127.0.0.1', port: 0 });
  origin = `http://${host}:${port}`;
  addresses = ['/en', '/en/page/1', '/en/archive', ...releases.map((_, index) => `/old/${index + 1}`)];
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await newsroom?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('no script of a hostile text runs, even where the policy against scripts is switched off', async () => {
  for (const bypassCSP of [false, true]) {
    const context = await browser.newContext({ bypassCSP, viewport: { width: 320, height: 700 } });
    const page = await context.newPage();
    const ran: string[] = [];
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      ran.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('request', (request) => asked.push(request.url()));
    for (const path of addresses) {
      await page.goto(origin + path, { waitUntil: 'load' });
      expect(page.url().startsWith(`${origin}/`)).toBe(true);
      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect([path, Number(width)]).toEqual([path, 320]);
    }
    expect(ran).toEqual([]);
    expect(asked.filter((url) => !url.startsWith(`${origin}/`))).toEqual([]);
    await context.close();
  }
});

test.each(['light', 'dark'] as const)(
  'withdrawn, retracted and hostile texts have no violation in %s',
  async (colorScheme) => {
    const shown = [
      ['/old/1', 200],
      ['/old/2', 410],
      ['/old/3', 200],
      ['/en', 200],
    ] as const;
    await onPages(
      browser,
      { colorScheme, viewport: { width: 1100, height: 900 } },
      shown,
      async (page, [path, status]) => {
        const answer = await page.goto(origin + path);
        expect([path, answer?.status(), await barriersOn(page)]).toEqual([path, status, []]);
      },
    );
  },
);

test('a reader without JavaScript finds the list, a text and the older pages', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${origin}/en`);
  await page.locator('main h2 a, main h3 a').first().click();
  await page.waitForURL(({ pathname }) => pathname.startsWith('/en/releases/port-'));
  await page.goto(`${origin}/en`);
  await page.locator('a[href^="/en/page/"]').first().click();
  await page.waitForURL(({ pathname }) => /^\/en\/page\/\d/.test(pathname));
  await context.close();
});
