import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { en } from '../../desk-ui/words/en.ts';
import { zhHans } from '../../desk-ui/words/zh-Hans.ts';
import { type BusyDesk, fillBusyDesk, setUpTides } from '../support/busy-desk.ts';
import { type DeskScreen, deskScreens, screenCalled, type Words } from '../support/desk-screens.ts';
import { barriersOfColourOn, barriersOn } from '../support/find-barriers.ts';
import { type NewsroomInBrowser, openInBrowser } from '../support/newsroom-in-browser.ts';
import { openScreen } from '../support/open-screen.ts';

// Whoever wants to see the screens names a folder, and finds every one there, in both languages and colours, on a phone
// and on a desk: DATELINE_LOOKS=/tmp/looks vitest run --project browser test/browser/every-desk-screen.test.ts
const looks = process.env['DATELINE_LOOKS'];

let at: NewsroomInBrowser;
let busy: BusyDesk;

beforeAll(async () => {
  at = await openInBrowser(setUpTides);
  busy = await fillBusyDesk(at.open, at.desk);
});
afterAll(() => at?.close());

const PAGES = 3;

/** Opens screens, a few at once, and lets each be looked at. */
async function eachScreen(
  screens: readonly DeskScreen[],
  options: BrowserContextOptions,
  words: Words,
  look: (page: Page, screen: DeskScreen) => Promise<unknown>,
): Promise<void> {
  const language = languageOf(words);
  for (const seat of [busy.odile, busy.nobody]) await seat.done('POST /desk/api/language', { language });
  const contexts = {
    odile: await at.browse(busy.odile, options),
    nobody: await at.browse(busy.nobody, options),
    stranger: await at.browse(null, options),
  };
  for (const context of Object.values(contexts)) {
    await context.clock.setFixedTime('2026-11-24T12:00:00Z');
    await context.addInitScript((chosen) => {
      if (location.protocol === 'about:') return;
      // What was typed at another screen is not put back here.
      localStorage.clear();
      localStorage.setItem('dateline.language', chosen);
    }, language);
  }
  const left = [...screens];
  const takeTurns = async () => {
    const pages: Partial<Record<keyof typeof contexts, Page>> = {};
    for (let screen = left.shift(); screen !== undefined; screen = left.shift()) {
      const who = screen.by ?? 'odile';
      const page = pages[who] ?? (await contexts[who].newPage());
      await openScreen(page, screen, busy, words);
      await look(page, screen);
      // The next is opened in the same page: a new one compiles the whole application again.
      pages[who] = page;
      await page.unrouteAll();
      if (screen.spoilsPage !== true) continue;
      delete pages[who];
      await page.close();
    }
  };
  try {
    await Promise.all(Array.from({ length: PAGES }, takeTurns));
  } finally {
    for (const context of Object.values(contexts)) await context.close();
  }
}

const languageOf = (words: Words) => (words === en ? 'en' : 'zh-Hans');

test('no screen has a barrier, light or dark; nothing to press is too small, and a phone of 320 pixels has room for all', async () => {
  const found: unknown[] = [];
  const screens = deskScreens.filter(({ like }) => like === undefined);
  const wide = { width: 1280, height: 900 };
  const options: BrowserContextOptions = { colorScheme: 'light', reducedMotion: 'reduce', viewport: wide };
  await eachScreen(screens, options, en, async (page, { name }) => {
    found.push(...(await barriersOn(page)).map((barrier) => [name, barrier]));
    await page.emulateMedia({ colorScheme: 'dark' });
    found.push(...(await barriersOfColourOn(page)).map((barrier) => [name, 'dark', barrier]));
    await page.setViewportSize({ width: 320, height: 640 });
    const width = Number(await page.evaluate('document.documentElement.scrollWidth'));
    if (width > 320) found.push([name, width]);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(wide);
  });
  expect(found).toEqual([]);
});

/** Which way a text runs there, and in which language. */
const runs = (element: Locator) =>
  element.first().evaluate((one) => [getComputedStyle(one).direction, one.closest('[lang]')?.getAttribute('lang')]);

test('an Arabic text runs from right to left where it is written, beside its source, in its preview and to its readers', async () => {
  const page = await at.sit(busy.odile);
  const arabic = ['rtl', 'ar'];
  await openScreen(page, screenCalled('draft-ar-beside'), busy, en);
  for (const field of ['#field-headline', '#field-summary', '#field-body', '#field-notes', '.opening h1'])
    expect([field, await runs(page.locator(field))]).toEqual([field, arabic]);
  expect(await runs(page.locator('.source-body p'))).toEqual(['ltr', 'en']);
  // Of the source nothing lies far from what was before it, however short the translation is.
  const source = await page.locator('.source-block').all();
  const boxes = await Promise.all(source.map((block) => block.boundingBox()));
  const gaps = boxes.slice(1).map((box, place) => (box?.y ?? 0) - (boxes[place]?.y ?? 0) - (boxes[place]?.height ?? 0));
  expect(gaps.filter((gap) => gap < 0 || gap > 120)).toEqual([]);
  await openScreen(page, screenCalled('draft-preview'), busy, en);
  expect(await runs(page.frameLocator('iframe').locator('h1'))).toEqual(arabic);

  await openScreen(page, screenCalled('corrected-ar'), busy, en);
  expect(await runs(page.locator('.read-text .headline'))).toEqual(arabic);
  await page.getByText('History', { exact: true }).click();
  await page.locator('.finding [aria-expanded]').last().click();
  await page.locator('.saves [aria-expanded]').last().click();
  expect(await runs(page.locator('.difference'))).toEqual(arabic);

  const [, release = ''] = /releases\/([^/]+)/.exec(busy.at['corrected-ar'] ?? '') ?? [];
  const { published } = await busy.odile.done('GET /desk/api/release', { release });
  await page.goto(`${published[0]?.address}/editions/1`);
  expect(await runs(page.locator('.compared'))).toEqual(arabic);
  await expect.poll(() => page.locator('.compared del').allInnerTexts()).toEqual(['ساعة']);
  await expect.poll(() => page.locator('.compared ins').allInnerTexts()).toEqual(['ساعتين']);
  await page.context().close();
});

test('nothing broke at any screen, and no policy was broken', () => {
  expect(at.faults).toEqual([]);
});

if (looks !== undefined) {
  for (const words of [en, zhHans]) {
    for (const [width, height] of [
      [390, 844],
      [1280, 900],
    ] as const) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const kind = `${languageOf(words)}-${width}-${colorScheme}`;
        test(`the looks: ${kind}`, async () => {
          await eachScreen(deskScreens, { colorScheme, viewport: { width, height } }, words, async (page, { name }) => {
            // A dialogue is seen where it stands, before the page.
            const fullPage = (await page.getByRole('dialog').count()) === 0;
            await page.screenshot({ path: `${looks}/${name}-${kind}.png`, fullPage });
          });
        }, 600_000);
      }
    }
  }
}
