import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Newsroom, openNewsroom } from '../../src/newsroom.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { FILLED_AT, putExampleInto } from '../support/example-newsroom.ts';
import { barriersOfColourOn, barriersOn, onPages } from '../support/find-barriers.ts';
import { openBrowser } from '../support/open-browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-browser-'));
const clock = fixedClock(FILLED_AT);
const silent = { info: () => {}, warn: () => {}, error: () => {} };
const locales = ['en', 'zh-Hans', 'ar'];

let newsroom: Newsroom;
let server: Awaited<ReturnType<Newsroom['openServer']>>;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  await putExampleInto(folder);
  let made = 0;
  const newId = () => `01900000-0000-7000-8001-${String(++made).padStart(12, '0')}`;
  const settings = { data: folder, database: join(folder, 'newsroom.sqlite'), databasePublic: null, cacheBytes: 1e7 };
  newsroom = await openNewsroom(
    { ...settings, origin: 'http://newsroom.test', pageFiles: false },
    { clock, newId, log: silent },
  );
  server = await newsroom.openServer();
  const { host, port } = await server.listen({ host: '127.0.0.1', port: 0 });
  origin = `http://${host}:${port}`;
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await newsroom?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** One address of each kind of page in this language; the last two are an error and a tombstone where there is one. */
async function pagesIn(locale: string): Promise<string[]> {
  const { items } = await newsroom.published.newestPage({ kind: 'organisation' }, locale);
  const withPicture = items.find((item) => item.locale === locale && item.text?.picture?.asset.kept);
  const withChange = items.find((item) => item.locale === locale && item.change !== null);
  const texts = [withPicture, withChange].flatMap((item) => {
    if (item === undefined) return [];
    const { office, year, number } = item.reference;
    const address = `/${locale}/releases/${office.toLowerCase()}-${year}-${number}/${encodeURIComponent(item.slug)}`;
    return item.change === null ? [address] : [address, `${address}/editions/1`, `${address}/embed`];
  });
  const lists = [
    '',
    '/page/1',
    '/archive',
    '/as-of',
    '/as-of?day=2100',
    '/offices',
    '/countries',
    '/topics',
    '/offices/co-dongwan',
  ];
  // The same page again, about something else.
  const alike = locale === 'en' ? ['/2024', '/countries/mn', '/topics/deltas', '/types/news'] : [];
  const searches = ['', '?q=2025', `?q=${tides[locale]}&from=2019&to=2026-10`, '?q=xqzv%22+office:x'];
  const frames = ['/embed', '/offices/co-dongwan/embed'];
  const all = [...lists, ...alike, ...frames, '/nowhere', ...searches.map((asked) => `/search${asked}`)];
  const forPrograms = locale === 'en' ? ['/api/v1/docs'] : [];
  return [...all.map((path) => `/${locale}${path}`), ...forPrograms, ...texts];
}

/** A word of many releases. */
const tides: Readonly<Record<string, string>> = { en: 'tide', 'zh-Hans': '潮汐', ar: 'المد' };

/** Runs in the page: is the focused element what lies on top in its middle, or is the fold itself focused? */
const focusIsSeen = `(() => {
  const focused = document.activeElement;
  if (focused === null || focused === document.body || focused.closest('.browse') !== null) return true;
  const { left, top, width, height } = focused.getBoundingClientRect();
  const above = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 10));
  return above !== null && (focused.contains(above) || above.contains(focused)) ? true : focused.outerHTML.slice(0, 80);
})()`;

/** Runs in the page: lies the first element of that kind within the table's window, both ends of it, and nothing above it? */
const isOnTop = (selector: string) => `(() => {
  const element = document.querySelector('.months ${selector}');
  const window = document.querySelector('.scroll').getBoundingClientRect();
  const { left, right, top, height } = element.getBoundingClientRect();
  const isInside = left >= window.left - 1 && right <= window.right + 1;
  const above = document.elementFromPoint((left + right) / 2, top + height / 2);
  return isInside && above !== null && element.contains(above);
})()`;

describe.each(locales)('in %s', (locale) => {
  test('no page type has a barrier, light or dark, with a script only for the search; each fits 320 pixels and asks nobody else', async () => {
    const asked: string[] = [];
    const wide = { width: 1100, height: 900 };
    await onPages(browser, { viewport: wide }, await pagesIn(locale), async (page, path) => {
      const hear = (request: Request) => asked.push(request.url());
      page.on('request', hear);
      await page.setViewportSize(wide);
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await page.goto(origin + path);
      const scripts = await page.locator('script:not([type="application/ld+json"])').count();
      expect([path, scripts]).toEqual([path, path.startsWith(`/${locale}/search`) ? 1 : 0]);
      expect(await page.context().cookies()).toEqual([]);
      expect([path, await barriersOn(page)]).toEqual([path, []]);
      // The same page otherwise: only its colours can be wrong now, and they are those of every language.
      if (locale === 'en') {
        await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
        const colours = await barriersOfColourOn(page);
        expect([path, 'dark', colours]).toEqual([path, 'dark', []]);
      }
      await page.setViewportSize({ width: 320, height: 700 });
      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect([path, Number(width) <= 320]).toEqual([path, true]);
      page.off('request', hear);
    });
    expect(asked.filter((url) => !url.startsWith(`${origin}/`))).toEqual([]);
  });

  test('what the keyboard is on is never behind a fold that was left open', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    for (const path of [`/${locale}`, `/${locale}/nowhere`]) {
      await page.goto(origin + path);
      await page.locator('.browse summary').nth(1).click();
      await page.locator('.browse [open] a').last().focus();
      const seen: unknown[] = [];
      for (let step = 0; step < 12; step += 1) {
        await page.keyboard.press('Tab');
        seen.push(await page.evaluate(focusIsSeen));
      }
      expect([path, seen.filter((one) => one !== true)]).toEqual([path, []]);
    }
    await context.close();
  });

  test('the table of the archive keeps the year and the total in sight on a phone, however far it is moved', async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 700 } });
    const page = await context.newPage();
    await page.goto(`${origin}/${locale}/archive`);
    for (const place of [0, 0.5, 1]) {
      await page.evaluate(`(() => {
        const region = document.querySelector('.scroll');
        region.scrollIntoView({ block: 'start' });
        const way = region.scrollWidth - region.clientWidth;
        region.scrollLeft = ${place} * way * (getComputedStyle(region).direction === 'rtl' ? -1 : 1);
      })()`);
      for (const cell of ['tbody th a', 'tbody .sum'])
        expect([place, cell, await page.evaluate(isOnTop(cell))]).toEqual([place, cell, true]);
    }
    await context.close();
  });

  test('a list page is at most 14 KB compressed', async () => {
    const { body } = await server.visit({ method: 'GET', url: `/${locale}`, headers: { 'accept-encoding': 'gzip' } });
    expect(body.length).toBeLessThanOrEqual(14 * 1024);
  });
});

test('a colour that cannot be read is found, however many that can be stand before it in a list', async () => {
  const page = await browser.newPage();
  const lines = Array.from(
    { length: 40 },
    (_, line) => `<li><p${line === 39 ? ' style="color: #ccc"' : ''}>A line</p>`,
  );
  await page.setContent(`<html lang="en"><title>List</title><main><h1>List</h1><ol>${lines.join('')}</ol></main>`);
  expect(await barriersOn(page)).toEqual([expect.stringMatching(/^color-contrast: <p style="color: #ccc">/)]);
  await page.close();
});
