import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bodyOf, button, isSaved, stands, write } from '../support/desk-hands.ts';
import { barriersOn } from '../support/find-barriers.ts';
import { type NewsroomInBrowser, openInBrowser } from '../support/newsroom-in-browser.ts';
import { type AtDesk, castAt } from '../support/open-desk.ts';
import { setUpPort } from '../support/open-port.ts';

let at: NewsroomInBrowser;
let seats: Record<'Mara' | 'Ines', AtDesk>;
let mara: Page;
let ines: Page;

const words = { headline: 'Before the storm', summary: 'A forecast.', body: ['The sea is calm.', 'The sky is clear.'] };

beforeAll(async () => {
  at = await openInBrowser((open) => setUpPort(open, ['en']));
  seats = await castAt(at.desk, at.open.newsroom, { Mara: ['writer'], Ines: ['publisher'] });
  mara = await at.sit(seats.Mara);
  ines = await at.sit(seats.Ines);
});
afterAll(() => at?.close());

const headline = (page: Page) => page.getByLabel('Headline').first();
const paragraph = (page: Page, place: number) => bodyOf(page).locator('p').nth(place);

test('two who write at one text: the second save is refused, both texts stand side by side, and are merged', async () => {
  await write(mara, words);
  await ines.goto(mara.url());
  await headline(ines).fill('Words of Ines');
  await paragraph(ines, 0).click();
  await ines.keyboard.press('End');
  await ines.keyboard.type(' Still.');
  await headline(ines).focus();
  await isSaved(ines);

  await headline(mara).fill('Words of Mara');
  await paragraph(mara, 1).click();
  await mara.keyboard.press('End');
  await mara.keyboard.type(' So far.');
  await headline(mara).focus();
  await mara.getByRole('heading', { name: 'Somebody saved meanwhile' }).waitFor();
  const conflict = mara.getByRole('region', { name: 'Somebody saved meanwhile' });
  await conflict.getByText(/^Ines saved this text/).waitFor();
  await expect
    .poll(() => conflict.locator('label', { hasText: 'Take theirs' }).first().innerText())
    .toContain('Words of Ines');
  await expect
    .poll(() => conflict.locator('label', { hasText: 'Take yours' }).first().innerText())
    .toContain('Words of Mara');
  await expect.poll(() => headline(mara).inputValue()).toBe('Words of Mara');

  for (const both of await conflict.getByLabel('Take both').all()) await both.press('Space');
  await button(mara, 'Save the merged text').press('Enter');
  await isSaved(mara);
  await ines.reload();
  await headline(ines).waitFor();
  await expect.poll(() => headline(ines).inputValue()).toBe('Words of Ines Words of Mara');
  await expect
    .poll(() => bodyOf(ines).locator('p').allInnerTexts())
    .toEqual(['The sea is calm. Still.', 'The sky is clear. So far.']);
});

test('what is typed while offline is kept, even if the page is closed, and saved when the newsroom is back', async () => {
  await write(ines, words);
  const address = ines.url();
  const context = ines.context();
  await context.setOffline(true);
  await headline(ines).fill('In the storm');
  await ines.getByText('There is no connection to the newsroom.').waitFor();
  await ines.getByText('Not saved: offline. Kept in this browser').waitFor();
  await ines.close();

  await context.setOffline(false);
  ines = await context.newPage();
  await ines.goto(address);
  await ines.getByText(/^What you typed here on .* had not reached the newsroom/).waitFor();
  await expect.poll(() => headline(ines).inputValue()).toBe('In the storm');
  await isSaved(ines);

  await context.setOffline(true);
  await headline(ines).fill('After the storm');
  await ines.getByText('Not saved: offline. Kept in this browser').waitFor();
  await context.setOffline(false);
  await isSaved(ines);
  await mara.goto(address);
  await expect.poll(() => headline(mara).inputValue()).toBe('After the storm');
});

test('a page that is older than the server is told so, and what was typed is there after it is loaded again', async () => {
  await write(mara, words);
  await mara.route('**/desk/api/draft/save', (route) =>
    route.continue({ headers: { ...route.request().headers(), 'x-dateline-build': '0.0.1-of-last-week' } }),
  );
  await headline(mara).fill('Typed before the upgrade');
  await mara.getByText('The newsroom was upgraded. What you typed is kept; reload the page.').waitFor();
  await mara.getByText('Not saved: the newsroom was upgraded.').waitFor();
  await mara.unroute('**/desk/api/draft/save');
  await button(mara, 'Reload').press('Enter');
  await mara.getByText(/^What you typed here on/).waitFor();
  await expect.poll(() => headline(mara).inputValue()).toBe('Typed before the upgrade');
  await isSaved(mara);
});

const forcing = (page: Page) => page.getByRole('dialog', { name: 'Publish without approval' });
const force = async (page: Page) => {
  await button(page, 'Publish without approval').click();
  await forcing(page).getByRole('textbox').waitFor();
};

test.each([
  ['the newsroom could not take it', (route: Route) => route.fulfill({ status: 500, json: {} })],
  ['the newsroom was upgraded', (route: Route) => route.fulfill({ status: 426, json: {} })],
  ['There is no connection', (route: Route) => route.abort()],
])(
  'a dialogue stays open with what was typed in it when the text cannot be saved before the act: %s',
  async (why, fail) => {
    await write(ines, words);
    await ines.route('**/desk/api/draft/save', fail);
    await headline(ines).fill('The storm is near');
    await force(ines);
    await forcing(ines).getByRole('textbox').fill('The harbour has to close tonight.');
    await forcing(ines).getByRole('button', { name: 'Publish without approval' }).click();
    await forcing(ines).getByRole('alert').filter({ hasText: why }).waitFor();
    await expect.poll(() => forcing(ines).getByRole('textbox').inputValue()).toBe('The harbour has to close tonight.');
    expect(await barriersOn(ines)).toEqual([]);
    await ines.unroute('**/desk/api/draft/save');
  },
);

test('what was typed in a dialogue is there again after the conflict is ended that stood in its way', async () => {
  await write(ines, words);
  const [, release = ''] = /releases\/([^/]+)/.exec(ines.url()) ?? [];
  const { drafts } = await seats.Mara.done('GET /desk/api/release', { release });
  const { revision, content } = drafts[0] ?? expect.fail('there is no draft');
  const theirs = { ...content, summary: 'A warning.' };
  await seats.Mara.done('POST /desk/api/draft/save', { release, locale: 'en', revision, slug: null, content: theirs });

  await headline(ines).fill('The storm is here');
  await force(ines);
  await forcing(ines).getByRole('textbox').fill('The harbour is closed.');
  await forcing(ines).getByRole('button', { name: 'Publish without approval' }).click();
  await forcing(ines).getByRole('alert').filter({ hasText: 'somebody saved this text meanwhile' }).waitFor();
  await ines.keyboard.press('Escape');
  await button(ines, 'Save the merged text').press('Enter');
  await isSaved(ines);
  await force(ines);
  await expect.poll(() => forcing(ines).getByRole('textbox').inputValue()).toBe('The harbour is closed.');
  await forcing(ines).getByRole('button', { name: 'Publish without approval' }).click();
  await stands(ines, 'Published');
});

test('nothing broke in any browser, and no policy was broken', () => {
  expect(at.faults).toEqual([]);
});
