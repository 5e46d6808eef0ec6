import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriersOn } from '../support/find-barriers.ts';
import { lookAt } from '../support/look-at.ts';
import { type NewsroomInBrowser, openInBrowser } from '../support/newsroom-in-browser.ts';
import { type AtDesk, castAt } from '../support/open-desk.ts';
import { setUpPort } from '../support/open-port.ts';

let at: NewsroomInBrowser;
let people: Record<'Mara' | 'Tomas' | 'Ines', AtDesk>;
let page: Page;
const releases: string[] = [];

beforeAll(async () => {
  at = await openInBrowser((open) => setUpPort(open, ['en', 'fr']));
  people = await castAt(at.desk, at.open.newsroom, { Mara: ['writer'], Tomas: ['editor'], Ines: ['publisher'] });
  for (const headline of ['The kingfisher ferry sails', 'The quay is open', 'A lamp is lit']) {
    releases.push(await approvedText(headline));
  }
  page = await at.sit(people.Ines);
});
afterAll(() => at?.close());

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

test('texts of other releases are chosen in the schedule, by keyboard, and go public together', async () => {
  await page.goto(`/desk/releases/${releases[0]}/en`);
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
  await expect.poll(() => quay.isChecked()).toBe(true);
  await dialog.getByLabel('Name of the bundle').fill('Spring season');
  await lookAt(page, 'schedule-dialog');
  expect(await barriersOn(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Schedule', exact: true }).press('Enter');
  await page.getByText('Scheduled').first().waitFor();

  const shown = page.getByRole('list', { name: 'Bundle: Spring season' });
  await expect.poll(() => shown.getByRole('listitem').count()).toBe(2);
  await lookAt(page, 'release-in-bundle');
  expect(await barriersOn(page)).toEqual([]);
  const { bundles, due } = await people.Ines.done('GET /desk/api/schedule', {});
  expect(bundles[0]?.texts.map(({ state }) => state)).toEqual(['scheduled', 'scheduled']);
  expect(new Set(due.map(({ goesPublicAt }) => goesPublicAt)).size).toBe(1);
});

test('the schedule shows the members of a bundle, and one is taken out again with a plain question', async () => {
  await page.goto(`/desk/schedule`);
  await page
    .getByText(/Bundle “Spring season” · 2 texts/)
    .first()
    .click();
  await lookAt(page, 'schedule-bundle');
  expect(await barriersOn(page)).toEqual([]);
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
});

test('a writer recalls a submitted text, with a plain question', async () => {
  const mara = await at.sit(people.Mara);
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
  await mara.goto(`/desk/releases/${release}/en`);
  await mara.getByRole('button', { name: 'Recall', exact: true }).press('Enter');
  const question = mara.getByRole('dialog', { name: 'Recall' });
  await lookAt(mara, 'recall-question');
  await question.getByRole('button', { name: 'Recall', exact: true }).press('Enter');
  await mara.getByText('Recalled: it is a draft again.').waitFor();
  await mara.getByRole('button', { name: 'Submit', exact: true }).waitFor();
  expect(at.faults).toEqual([]);
});
