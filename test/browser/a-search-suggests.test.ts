import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type NewsroomServer, openServer } from '../../src/http/open-server.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { searchPageRoutes } from '../../src/site/search-page/search-page.route.ts';
import { siteRoutes } from '../../src/site/site-routes.ts';
import { openBrowser } from '../support/open-browser.ts';
import { smallPublished, textFor } from '../support/small-newsroom.ts';
import { foundOf, hitFor, smallSearch } from '../support/small-search.ts';

let browser: Browser;
let server: NewsroomServer;
let origin: string;
let context: BrowserContext | undefined;

beforeAll(async () => {
  const hits = [hitFor(1), hitFor(2, { locale: 'ar', headline: '[عبّارة] كالدر' })];
  const { search } = smallSearch(foundOf(hits), { queries: ['ferry', 'ferries'], hits });
  const published = smallPublished({ texts: [textFor({ number: 1 })] });
  const settings = { origin: 'http://newsroom.test', clock: fixedClock('2026-06-01T00:00:00Z') };
  const routes = [...siteRoutes(published, settings), ...searchPageRoutes(published, search, settings)];
  const problems = { problem: async () => ({ body: 'nothing', type: 'text/plain' }) };
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const order = {
    routes,
    problems,
    log,
    version: () => 1,
    cacheBytes: 0,
    pageFiles: null,
    newRequestId: () => 'request-1',
  };
  server = await openServer(order);
  const { host, port } = await server.listen({ host: '127.0.0.1', port: 0 });
  origin = `http://${host}:${port}`;
  browser = await openBrowser();
});

afterEach(() => context?.close());

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function openAt(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(origin + path);
  return page;
}

describe('while a reader types', () => {
  test('words and releases are listed under the field, for the eye and for a screen reader', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await openAt('/en/search', { colorScheme, viewport: { width: 320, height: 700 } });
      const field = page.getByRole('combobox', { name: 'Search all releases' });
      await field.pressSequentially('ferr');
      const list = page.getByRole('listbox', { name: 'Suggestions' });
      await list.waitFor();
      await expect.poll(() => field.getAttribute('aria-expanded')).toBe('true');
      await expect
        .poll(() => list.getByRole('option').allTextContents())
        .toEqual([...['ferry', 'ferries', 'Release 1 2 March 2026', 'عبّارة كالدر 2 March 2026']]);
      await page.keyboard.press('ArrowDown');
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
      await context?.close();
    }
  });

  test('arrows go round through the list and the field, Escape closes it, and Enter takes what is chosen', async () => {
    const page = await openAt('/en/search?office=calder');
    const field = page.getByRole('combobox');
    await field.fill('ferr');
    await page.getByRole('listbox').waitFor();
    const chosen = async () => {
      const id = await field.getAttribute('aria-activedescendant');
      return id === null ? null : page.locator(`#${id}`).locator('bdi').textContent();
    };
    const seen = [await chosen()];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowUp']) {
      await page.keyboard.press(key);
      seen.push(await chosen());
    }
    expect(seen).toEqual([null, 'ferry', 'ferries', 'ferry', null, 'عبّارة كالدر']);

    await page.keyboard.press('Escape');
    expect([await page.getByRole('listbox').count(), await field.inputValue()]).toEqual([0, 'ferr']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/en/search?q=ferries&office=CALDER');
  });

  test('a click on a release opens it, and one elsewhere closes the list', async () => {
    const page = await openAt('/en/search');
    await page.getByRole('combobox').fill('ferr');
    await page.getByRole('listbox').waitFor();
    await page.locator('h1').click();
    expect(await page.getByRole('listbox').count()).toBe(0);
    await page.getByRole('combobox').pressSequentially('y');
    await page.getByRole('option', { name: 'Release 1' }).click();
    await page.waitForURL('**/en/releases/calder-2026-1/release-1');
  });

  test('nothing is suggested for an empty field', async () => {
    const page = await openAt('/en/search');
    await page.getByRole('combobox').pressSequentially('f');
    await page.getByRole('listbox').waitFor();
    await page.keyboard.press('Backspace');
    await page.getByRole('listbox').waitFor({ state: 'hidden' });
  });
});

test('without script the field above every page searches, and the page answers', async () => {
  const page = await openAt('/en', { javaScriptEnabled: false });
  await page.getByRole('searchbox', { name: 'Search all releases' }).fill('ferry "low tide"');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.waitForURL('**/en/search?q=ferry+%22low+tide%22');
  await expect.poll(() => page.getByRole('heading', { name: '2 releases' }).count()).toBe(1);
  await page.getByRole('link', { name: 'Newest first' }).click();
  await page.waitForURL('**/en/search?q=ferry+%22low+tide%22&sort=newest');
});
