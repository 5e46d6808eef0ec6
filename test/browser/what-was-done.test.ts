import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriersOn } from '../support/find-barriers.ts';
import { lookAt } from '../support/look-at.ts';
import { type NewsroomInBrowser, openInBrowser } from '../support/newsroom-in-browser.ts';
import { type AtDesk, castAt } from '../support/open-desk.ts';
import { setUpPort } from '../support/open-port.ts';

let newsroom: NewsroomInBrowser;
let people: Record<'Mara' | 'Tomas' | 'Ines' | 'administrator', AtDesk>;
let odile: Page;
const releases: string[] = [];

beforeAll(async () => {
  newsroom = await openInBrowser((open) => setUpPort(open, ['en', 'fr']));
  const cast = { Mara: ['writer'], Tomas: ['editor'], Ines: ['publisher'] } as const;
  people = await castAt(newsroom.desk, newsroom.open.newsroom, cast);
  for (const headline of ['The kingfisher ferry sails', 'The quay is open'])
    releases.push(await publishedText(headline));
  odile = await newsroom.sit(people.administrator);
});
afterAll(() => newsroom?.close());

/** Written in one sitting of five saves. */
async function publishedText(headline: string): Promise<string> {
  const { Mara, Tomas, Ines } = people;
  const { release } = await Mara.done('POST /desk/api/releases', { office: 'PORT', type: 'news', original: 'en' });
  const on = { release, locale: 'en' };
  const words = { kicker: '', summary: 'Daily.', place: '', body: '<p>The port says so.</p>', notes: '', pictures: [] };
  for (let revision = 1; revision <= 5; revision += 1) {
    const content = { ...words, headline: revision === 5 ? headline : `${headline}, ${revision}` };
    await Mara.done('POST /desk/api/draft/save', { ...on, revision, slug: null, content });
  }
  await Mara.done('POST /desk/api/draft/submit', { ...on, revision: 6, overrides: [] });
  await Tomas.done('POST /desk/api/draft/approve', { ...on, revision: 6 });
  await Ines.done('POST /desk/api/draft/publish', { ...on, revision: 6, forced: null });
  return release;
}

/** What the lines say, without their numbers and times. */
const told = async (page: Page) => {
  const rows = await page.locator('tbody tr').allInnerTexts();
  return rows.map((row) => row.split('\t').slice(2, 4).join(' ').trim());
};

test('the log is filtered by people and acts as they are called, and by a reference, from the keyboard', async () => {
  await odile.goto('/desk/audit');
  const person = odile.getByLabel('Person');
  await person.locator('option', { hasText: 'Ines' }).waitFor({ state: 'attached' });
  await person.focus();
  // One letter: of a name typed slowly, a later letter would choose somebody else.
  await odile.keyboard.press('i');
  await odile.waitForURL(/person=/);
  await odile.locator('tbody tr', { hasText: 'Odile' }).first().waitFor({ state: 'detached' });
  await expect
    .poll(async () => new Set(await told(odile)))
    .toEqual(new Set(['Ines published', 'Ines joined', 'Ines signed in']));

  await odile.getByLabel('What was done').selectOption({ label: 'published' });
  await expect.poll(() => told(odile)).toEqual(['Ines published', 'Ines published']);
  await odile.getByLabel('Reference of the release').fill('port/2026/2');
  await odile.keyboard.press('Enter');
  await odile.waitForURL(/reference=/);
  await odile.locator('tbody tr').nth(1).waitFor({ state: 'detached' });
  await expect.poll(() => odile.locator('tbody tr').innerText()).toContain('PORT/2026/2');
  await lookAt(odile, 'audit-filtered');
  expect(await barriersOn(odile)).toEqual([]);

  await odile.getByRole('button', { name: 'Clear the filters' }).press('Enter');
  await odile.getByLabel('Office').selectOption({ label: 'Port of Calder' });
  await odile.locator('tbody tr', { hasText: 'joined' }).first().waitFor({ state: 'detached' });
  await expect.poll(async () => (await told(odile)).map((line) => line.split('\n')[0])).toContain('Ines published');
});

test('the saves of a sitting are one line of the log, which opens; the export has every entry', async () => {
  await odile.goto('/desk/audit');
  const line = odile.locator('tbody tr', { hasText: '5 saves' }).first();
  await line.getByRole('button', { name: /5 saves/ }).press('Enter');
  await odile.locator('tbody tr.part').nth(4).waitFor();
  await expect.poll(() => odile.locator('tbody tr.part').count()).toBe(5);
  await lookAt(odile, 'audit-sitting');
  expect(await barriersOn(odile)).toEqual([]);
  await line.getByRole('button', { name: /5 saves/ }).press('Enter');
  await odile.locator('tbody tr.part').first().waitFor({ state: 'detached' });

  const download = odile.waitForEvent('download');
  await odile.getByRole('button', { name: 'Export as NDJSON' }).press('Enter');
  const lines = (await readFile((await (await download).path()) ?? '', 'utf8')).trim().split('\n');
  const numbers = lines.map((one) => (JSON.parse(one) as { number: number }).number);
  expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => numbers.length - index));
  expect(lines.filter((one) => one.includes('"revised"'))).toHaveLength(10);
});

test('the log says its details in the language of the desk, and the export keeps their names', async () => {
  await people.administrator.done('POST /desk/api/language', { language: 'fr' });
  await odile.goto('/desk/audit');
  const details = odile.locator('tbody tr td:last-child');
  await odile.getByText('Édition\u00a0: 1').first().waitFor();
  const said = (await details.allInnerTexts()).join('\n');
  for (const words of [
    'Édition\u00a0: 1',
    'Rôles\u00a0: Rédacteur (tous les bureaux, toutes les langues)',
    'Par\u00a0: lien',
  ])
    expect(said).toContain(words);
  expect(said).not.toMatch(/revision|roles|writer|address|password|sequence/);
  await lookAt(odile, 'audit-french');
  expect(await barriersOn(odile)).toEqual([]);

  const download = odile.waitForEvent('download');
  await odile.getByRole('button', { name: 'NDJSON' }).press('Enter');
  const file = await readFile((await (await download).path()) ?? '', 'utf8');
  expect(file).toMatch(/"detail":\{"edition":1,"revision":1\}/);
  expect(file).toMatch(/"roles":"writer \S+ \S+"/);
  await people.administrator.done('POST /desk/api/language', { language: 'en' });
});

test('the history of a text has a line for each sitting, and every save of it', async () => {
  const mara = await newsroom.sit(people.Mara);
  await mara.goto(`/desk/releases/${releases[0]}/en`);
  await mara.getByText('History', { exact: true }).press('Enter');
  await mara.getByText('6 saves, edition 1').waitFor();
  const sitting = mara.locator('.finding', { hasText: '6 saves' });
  await sitting.getByRole('button').first().press('Enter');
  await sitting.getByText('Compare with the text as it is now').waitFor();
  await expect.poll(() => sitting.locator('.saves > li').count()).toBe(6);
  await lookAt(mara, 'history-sitting');
  expect(await barriersOn(mara)).toEqual([]);
  await sitting.getByRole('button', { name: /Revision 3/ }).press('Enter');
  await sitting.locator('ins, del').first().waitFor();
  expect(newsroom.faults).toEqual([]);
});
