import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type NewsroomInBrowser, openInBrowser } from '../support/newsroom-in-browser.ts';
import { type AtDesk, castAt } from '../support/open-desk.ts';
import { setUpPort } from '../support/open-port.ts';
import { published, written } from '../support/public-text.ts';

let at: NewsroomInBrowser;
let by: { readonly writer: AtDesk; readonly editor: AtDesk; readonly publisher: AtDesk };
let ines: Page;
let odile: Page;
let reader: Page;

beforeAll(async () => {
  at = await openInBrowser((open) => setUpPort(open, ['en']));
  const people = { Mara: ['writer'], Tomas: ['editor'], Ines: ['publisher'] } as const;
  const seats = await castAt(at.desk, at.open.newsroom, people);
  by = { writer: seats.Mara, editor: seats.Tomas, publisher: seats.Ines };
  ines = await at.sit(seats.Ines);
  odile = await at.sit(seats.administrator);
  reader = await at.sit();
});
afterAll(() => at?.close());

/** Publishes a text of that headline. @returns its address at the desk, and the one that readers have. */
async function publicText(headline: string): Promise<{ desk: string; site: string }> {
  const text = await written(by.writer, { headline, summary: 'Daily.', body: ['It sails at noon.'] });
  await published(by, text);
  const opened = await by.writer.done('GET /desk/api/release', { release: text.release });
  return { desk: `/desk/releases/${text.release}/en`, site: opened.published[0]?.address ?? '' };
}

/** Opens the menu of what ends a text, with the keyboard, and answers what is asked. */
async function end(page: Page, verb: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: /^(Withdraw|Retract|Take down)/ }).press('Enter');
  await page.getByRole('menuitem', { name: verb, exact: true }).press('Enter');
  const dialog = page.getByRole('dialog');
  // Where one writes has the focus by itself.
  await dialog.locator('textarea:focus').waitFor();
  await page.keyboard.type(reason);
  const word = dialog.getByLabel(/^Type .* to confirm$/);
  if ((await word.count()) > 0) {
    const [, asked = ''] = /^Type (.*) to confirm/.exec((await dialog.getByText(/^Type /).innerText()).trim()) ?? [];
    await word.fill(asked);
  }
  await dialog.getByRole('button', { name: verb, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

test('a text that is withdrawn stays readable under a banner with the reason', async () => {
  const { desk, site } = await publicText('The ferry to the north bank sails');
  await ines.goto(desk);
  await end(ines, 'Withdraw', 'The timetable was that of last year.');
  const answer = await reader.goto(site);
  expect(answer?.status()).toBe(200);
  await reader.getByText('The timetable was that of last year.').waitFor();
  await reader.getByText('It sails at noon.').waitFor();
  await reader.goto('/en');
  await expect.poll(() => reader.getByText('Withdrawn').count()).toBeGreaterThan(0);
});

test('a text that is retracted leaves its place, its reference and the reason: on its page, in the list and in the feeds', async () => {
  const { desk, site } = await publicText('The ferry to the south bank sails');
  const atom = async () => (await reader.request.get('/en/feed.atom')).text();
  expect(await atom()).toContain('south bank');
  await ines.goto(desk);
  await end(ines, 'Retract', 'There is no such ferry.');
  const answer = await reader.goto(site);
  expect(answer?.status()).toBe(410);
  await reader.getByText('There is no such ferry.').waitFor();
  expect(await reader.content()).not.toMatch(/south bank|It sails at noon/);
  await reader.goto('/en');
  expect(await reader.content()).not.toContain('south bank');
  const feed = await atom();
  expect(feed).not.toContain('south bank');
  expect(feed).toContain('deleted-entry');
  expect(feed).toContain('There is no such ferry.');
});

test('a text that the law takes down leaves neither its headline nor the case', async () => {
  const { desk, site } = await publicText('The harbour master resigns');
  await odile.goto(desk);
  await end(odile, 'Take down', 'Order 12 of the court of Calder.');
  const answer = await reader.goto(site);
  expect(answer?.status()).toBe(410);
  await reader.getByText('Removed for legal reasons.').waitFor();
  expect(await reader.content()).not.toMatch(/harbour master|court of Calder/);
  await reader.goto('/en');
  expect(await reader.content()).not.toContain('harbour master');
});

test('a text can be withdrawn while its correction is being written', async () => {
  const { desk } = await publicText('The ferry rests on Sundays');
  const [, release = ''] = /releases\/([^/]+)/.exec(desk) ?? [];
  const change = { kind: 'correction' as const, note: 'On Mondays.', isMajor: true };
  await by.publisher.done('POST /desk/api/draft/correct', { release, locale: 'en', change });
  await ines.goto(desk);
  await end(ines, 'Withdraw', 'Both days were wrong.');
  await reader.goto('/en');
  await reader.getByRole('link', { name: 'The ferry rests on Sundays' }).click();
  await reader.getByText('Both days were wrong.').waitFor();
});

test('nothing broke in any browser, and no policy was broken', () => {
  expect(at.faults).toEqual([]);
});
