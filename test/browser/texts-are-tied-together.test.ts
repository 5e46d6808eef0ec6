import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtBrowser, lookAt, sitAtBrowser } from '../support/desk-in-browser.ts';
import { openBrowser } from '../support/open-browser.ts';
import { type AtDesk, castAt, type OpenDesk, openDesk } from '../support/open-desk.ts';
import type { OpenForReaders } from '../support/open-for-readers.ts';
import { openPort } from '../support/open-port.ts';

let open: OpenForReaders;
let desk: OpenDesk;
let browser: Browser;
let people: Record<'Mara' | 'Tomas' | 'Ines', AtDesk>;
let ines: AtBrowser;
const releases: string[] = [];

beforeAll(async () => {
  open = await openPort('en', 'fr');
  desk = await openDesk(open);
  people = await castAt(desk, open.newsroom, { Mara: ['writer'], Tomas: ['editor'], Ines: ['publisher'] });
  for (const headline of ['The kingfisher ferry sails', 'The quay is open', 'A lamp is lit']) {
    releases.push(await approvedText(headline));
  }
  browser = await openBrowser();
  ines = await sitAtBrowser(browser, desk.address, 'Ines');
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await desk?.close();
  await open?.close();
});

async function approvedText(headline: string): Promise<string> {
  const { Mara, Tomas } = people;
  const { release } = await Mara.done('POST /desk/api/releases', { office: 'PORT', type: 'news', original: 'en' });
  const words = { kicker: '', headline, summary: 'Daily.', place: '', body: '<p>The port says so.</p>', notes: '' };
  const on = { release, locale: 'en' };
  const { revision } = await Mara.done('POST /desk/api/draft/save', {
    ...{ ...on, revision: 1, slug: null },
    content: { ...words, pictures: [] },
  });
  await Mara.done('POST /desk/api/draft/submit', { ...on, revision, overrides: [] });
  await Tomas.done('POST /desk/api/draft/approve', { ...on, revision });
  return release;
}

const axe = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
};

test('texts of other releases are chosen in the schedule, by keyboard, and go public together', async () => {
  const { page } = ines;
  await page.goto(`${desk.address}/desk/releases/${releases[0]}/en`);
  await page.getByRole('button', { name: 'Schedule', exact: true }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Day').fill('2026-11-25');
  await dialog.locator('input[type=time]').fill('13:00');
  const search = dialog.getByLabel('Look for approved texts of other releases');
  await search.fill('quay');
  const quay = dialog.getByRole('checkbox', { name: /The quay is open/ });
  await quay.waitFor();
  await dialog.getByRole('checkbox', { name: /A lamp is lit/ }).waitFor({ state: 'detached' });
  await search.press('Tab');
  await page.keyboard.press('Space');
  expect(await quay.isChecked()).toBe(true);
  await dialog.getByLabel('Name of the bundle').fill('Spring season');
  await lookAt(page, 'schedule-dialog');
  expect(await axe(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Schedule', exact: true }).press('Enter');
  await page.getByText('Scheduled').first().waitFor();

  const shown = page.getByRole('list', { name: 'Bundle: Spring season' });
  expect(await shown.getByRole('listitem').count()).toBe(2);
  await lookAt(page, 'release-in-bundle');
  expect(await axe(page)).toEqual([]);
  const { bundles, due } = await people.Ines.done('GET /desk/api/schedule', {});
  expect(bundles[0]?.texts.map(({ state }) => state)).toEqual(['scheduled', 'scheduled']);
  expect(new Set(due.map(({ goesPublicAt }) => goesPublicAt)).size).toBe(1);
}, 120_000);

test('the schedule shows the members of a bundle, and one is taken out again with a plain question', async () => {
  const { page } = ines;
  await page.goto(`${desk.address}/desk/schedule`);
  await page
    .getByText(/Bundle “Spring season” · 2 texts/)
    .first()
    .click();
  await lookAt(page, 'schedule-bundle');
  expect(await axe(page)).toEqual([]);
  await page
    .getByRole('button', { name: /Take out of the bundle: The quay is open/ })
    .first()
    .press('Enter');
  const question = page.getByRole('dialog', { name: 'Take out of the bundle' });
  await question.getByText(/The others no longer wait for it/).waitFor();
  await lookAt(page, 'unbundle-question');
  await question.getByRole('button', { name: 'Take out of the bundle' }).press('Enter');
  await page.getByText('Taken out of the bundle.').waitFor();
  const { due } = await people.Ines.done('GET /desk/api/schedule', {});
  expect(due.map(({ headline, bundle }) => [headline, bundle !== null]).toSorted()).toEqual([
    ['The kingfisher ferry sails', true],
    ['The quay is open', false],
  ]);
}, 120_000);

test('a writer recalls a submitted text, with a plain question', async () => {
  const mara = await sitAtBrowser(browser, desk.address, 'Mara');
  const { release } = await people.Mara.done('POST /desk/api/releases', {
    office: 'PORT',
    type: 'news',
    original: 'en',
  });
  const words = { kicker: '', headline: 'Not yet', summary: 'Soon.', place: '', body: '<p>So it is.</p>', notes: '' };
  const on = { release, locale: 'en' };
  const content = { ...words, pictures: [] };
  const saved = await people.Mara.done('POST /desk/api/draft/save', { ...on, revision: 1, slug: null, content });
  await people.Mara.done('POST /desk/api/draft/submit', { ...on, revision: saved.revision, overrides: [] });
  await mara.page.goto(`${desk.address}/desk/releases/${release}/en`);
  await mara.page.getByRole('button', { name: 'Recall', exact: true }).press('Enter');
  const question = mara.page.getByRole('dialog', { name: 'Recall' });
  await lookAt(mara.page, 'recall-question');
  await question.getByRole('button', { name: 'Recall', exact: true }).press('Enter');
  await mara.page.getByText('Recalled: it is a draft again.').waitFor();
  await mara.page.getByRole('button', { name: 'Submit', exact: true }).waitFor();
  expect([...mara.faults, ...ines.faults]).toEqual([]);
}, 120_000);
