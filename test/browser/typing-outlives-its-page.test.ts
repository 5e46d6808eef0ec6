import { randomInt } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bodyOf, button, isSaved, write } from '../support/desk-hands.ts';
import { type NewsroomInBrowser, openInBrowser } from '../support/newsroom-in-browser.ts';
import { type AtDesk, castAt } from '../support/open-desk.ts';
import { setUpPort } from '../support/open-port.ts';
import { published, written } from '../support/public-text.ts';

let at: NewsroomInBrowser;
let page: Page;
let address: string;
let wen: AtDesk;
let by: { readonly writer: AtDesk; readonly editor: AtDesk; readonly publisher: AtDesk };

const words = { headline: 'Before the storm', summary: 'A forecast.', body: ['The sea is calm.'] };
const conflict = (where: Page) => where.getByRole('heading', { name: 'Somebody saved meanwhile' });

beforeAll(async () => {
  at = await openInBrowser((open) => setUpPort(open, ['en']));
  const people = { Wen: ['writer'], Tomas: ['editor'], Ines: ['publisher'] } as const;
  const seats = await castAt(at.desk, at.open.newsroom, people);
  wen = seats.Wen;
  by = { writer: wen, editor: seats.Tomas, publisher: seats.Ines };
  page = await at.sit(wen);
  await write(page, words);
  address = page.url();
});
afterAll(() => at?.close());

/** What the newsroom has of the text. */
async function held() {
  const [, release = ''] = /releases\/([^/]+)/.exec(address) ?? [];
  const { drafts } = await wen.done('GET /desk/api/release', { release });
  return drafts[0] ?? expect.fail('there is no draft');
}

/** The ways in which a page goes; each is opened again at the same text. */
const ways = {
  closed: async () => {
    const context = page.context();
    await page.close();
    page = await context.newPage();
    await page.goto(address);
  },
  reloaded: async () => void (await page.reload()),
  'left for another screen': async () => {
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Schedule' }).click();
    await page.getByRole('heading', { name: 'Schedule', level: 1 }).waitFor();
    await page.goBack();
  },
  'hidden, and then gone without a word': async () => {
    const context = page.context();
    // As a phone does with a page that is not looked at: it is never told anything again.
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    });
    await crash();
    page = await context.newPage();
    await page.goto(address);
  },
} as const;

async function crash(): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const gone = page.waitForEvent('crash');
  void devtools.send('Page.crash').catch(() => {});
  await gone;
  await page.close();
}

const everyWay = Object.keys(ways) as (keyof typeof ways)[];
const speeds = [10, 60, 110] as const;

/** Types at the end of a field what stands nowhere yet. @returns it. */
async function type(field: Locator, delay: number, count = 24): Promise<string> {
  const run = Array.from({ length: count }, () => String.fromCharCode(97 + randomInt(26))).join('');
  await field.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(run, { delay });
  return run;
}

async function typeOn(count: number, delay: number): Promise<void> {
  await page.keyboard.type('x'.repeat(count), { delay });
}

const keptHere = () => page.evaluate(() => JSON.stringify({ ...localStorage }));

const cases = everyWay.flatMap((way) => speeds.map((delay) => [way, delay] as const));

test.each(cases)(
  'what was typed in the text is there when its page was %s, with %i ms from key to key',
  async (way, delay) => {
    const body = bodyOf(page);
    const run = await type(body, delay);
    await ways[way]();
    await expect.poll(() => bodyOf(page).innerText()).toContain(run);
    await expect.poll(() => conflict(page).count()).toBe(0);
  },
);

test('what is typed without a pause is kept meanwhile, and is there after a crash', async () => {
  const first = await type(bodyOf(page), 60, 20);
  let keys = 20;
  for (; keys < 600 && !(await keptHere()).includes(first); keys += 10) await typeOn(10, 60);
  expect(keys).toBeLessThan(600);
  const context = page.context();
  await crash();
  page = await context.newPage();
  await page.goto(address);
  await expect.poll(() => bodyOf(page).innerText()).toContain(first);
});

const fields = ['Kicker', 'Dateline place', 'Headline', 'Summary', 'Notes to editors', 'End of the address'] as const;

test.each(fields)('what was typed under “%s” is there when its page was reloaded or closed at once', async (label) => {
  const field = () => page.getByRole('textbox', { name: label, exact: true });
  const read = () => field().evaluate((one) => (one as HTMLInputElement).value ?? one.textContent);
  for (const way of ['reloaded', 'closed'] as const) {
    const run = await type(field(), 30, 12);
    await ways[way]();
    await expect.poll(read).toContain(run);
    await expect.poll(async () => JSON.stringify(await held())).toContain(run);
  }
});

test('one person who closes and opens a text again and again while they type is never told that somebody saved', async () => {
  const typed: string[] = [];
  for (let round = 0; round < 15; round += 1) {
    await page.getByLabel('Headline').waitFor();
    typed.push(await type(bodyOf(page), 15, 8));
    // Some before the save begins, some while it is on its way, some after it.
    if (round % 3 > 0) await page.getByLabel('Headline').focus();
    if (round % 3 > 1) await page.waitForTimeout(randomInt(60));
    await ways.closed();
  }
  for (const run of typed) await expect.poll(async () => (await held()).content.body).toContain(run);
  for (const run of typed) await expect.poll(() => bodyOf(page).innerText()).toContain(run);
  await expect.poll(() => conflict(page).count()).toBe(0);
});

test('a save that arrives when its tab is closed, or after, is one’s own: what is typed on is saved', async () => {
  const context = page.context();
  // Held up on its way, and heard by nobody.
  await page.route('**/desk/api/draft/save', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    await route.continue();
  });
  const first = await type(bodyOf(page), 10);
  const sent = page.waitForRequest('**/desk/api/draft/save');
  await page.getByLabel('Headline').focus();
  await sent;
  const second = await type(bodyOf(page), 10);
  await page.waitForResponse('**/desk/api/draft/save');
  await page.close();
  page = await context.newPage();
  await page.goto(address);
  await expect.poll(() => bodyOf(page).innerText()).toContain(first + second);
  await expect.poll(async () => (await held()).content.body).toContain(first + second);
  const third = await type(bodyOf(page), 10);
  await page.getByLabel('Headline').focus();
  await isSaved(page);
  await page.reload();
  await expect.poll(() => bodyOf(page).innerText()).toContain(first + second + third);
  await expect.poll(() => conflict(page).count()).toBe(0);
});

test('what was put back can be taken back, also when it has been saved by itself', async () => {
  const before = await page.getByLabel('Headline').inputValue();
  const context = page.context();
  await context.setOffline(true);
  await page.getByLabel('Headline').fill('Words to be dropped');
  await page.close();
  await context.setOffline(false);
  page = await context.newPage();
  await page.goto(address);
  await page.getByText(/^What you typed here on/).waitFor();
  await isSaved(page);
  await expect.poll(async () => (await held()).content.headline).toBe('Words to be dropped');
  await button(page, 'Take the newsroom’s text instead').click();
  await expect.poll(() => page.getByLabel('Headline').inputValue()).toBe(before);
  await expect.poll(async () => (await held()).content.headline).toBe(before);
});

test('a public note outlives its page as the text does, and is nobody else’s', async () => {
  const text = await written(wen, { ...words, headline: 'The quay is mended' });
  await published(by, text);
  const change = { kind: 'correction', note: '', isMajor: false } as const;
  const named = { release: text.release, locale: 'en' };
  await by.publisher.done('POST /desk/api/draft/correct', { ...named, change });
  await page.context().close();
  page = await at.sit(by.publisher);
  address = `/desk/releases/${text.release}/en`;
  await page.goto(address);
  const note = () => page.getByLabel('Public note');
  for (const isSent of [false, true, true, false, true, true]) {
    const run = await type(note(), 15, 8);
    // The newsroom is told when the field is left: the answer finds nobody there.
    if (isSent) await page.getByLabel('Headline').focus();
    await ways.closed();
    await expect.poll(() => note().inputValue()).toContain(run);
    await expect.poll(() => page.getByText('Somebody saved meanwhile').count()).toBe(0);
  }
  const typed = await note().inputValue();
  await expect.poll(async () => (await held()).change?.note).toBe(typed);
});

test('nothing broke in any browser, and no policy was broken', () => {
  expect(at.faults).toEqual([]);
});
