import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriersOn } from '../support/find-barriers.ts';
import { lookAt } from '../support/look-at.ts';
import { type NewsroomInBrowser, openInBrowser } from '../support/newsroom-in-browser.ts';
import { castAt } from '../support/open-desk.ts';
import { setUpPort } from '../support/open-port.ts';
import { published, written } from '../support/public-text.ts';

let at: NewsroomInBrowser;
let ines: Page;
let reader: Page;
const releases: string[] = [];

beforeAll(async () => {
  at = await openInBrowser((open) => setUpPort(open, ['en']));
  const people = { Mara: ['writer'], Tomas: ['editor'], Ines: ['publisher'] } as const;
  const { Mara: writer, Tomas: editor, Ines: publisher } = await castAt(at.desk, at.open.newsroom, people);
  for (const number of ['one', 'two', 'three', 'four']) {
    const text = await written(writer, { headline: `Ferry ${number}`, summary: 'Daily.', body: ['It sails at noon.'] });
    await published({ writer, editor, publisher }, text);
    releases.push(text.release);
  }
  ines = await at.sit(publisher);
  reader = await at.sit();
});
afterAll(() => at?.close());

const boxOf = (list: string) => ines.getByRole('group', { name: 'Pinned above' }).getByLabel(list, { exact: true });

/** Ticks or unticks a box at the desk, by the keyboard. */
async function press(release: string | undefined, list: string, said: string): Promise<void> {
  await ines.goto(`/desk/releases/${release}/en`);
  await boxOf(list).press('Space');
  await ines.getByText(said, { exact: true }).waitFor();
}

const featured = async () => {
  await reader.goto('/en');
  return reader.getByRole('heading', { name: 'Featured' }).locator('xpath=..').locator('h3').allInnerTexts();
};
const listed = () => reader.locator('.year h3').allInnerTexts();

test('a publisher pins a release above a list with a key, readers see it there and where it was, and it is let go again', async () => {
  await reader.goto('/en');
  const before = await listed();
  await press(releases[0], 'Office: Port of Calder', 'Pinned.');
  expect(await featured()).toEqual([]);
  await reader.goto('/en/offices/port');
  await expect.poll(() => reader.locator('.pinned h3').allInnerTexts()).toEqual(['Ferry one']);
  await lookAt(reader, 'pinned');
  expect(await barriersOn(reader)).toEqual([]);

  await press(releases[1], 'Office: Port of Calder', 'Pinned.');
  await expect.poll(() => boxOf('Office: Port of Calder').isChecked()).toBe(true);
  await lookAt(ines, 'pin-boxes');
  expect(await barriersOn(ines)).toEqual([]);
  await press(releases[1], 'Office: Port of Calder', 'No longer pinned.');
  await reader.goto('/en/offices/port');
  await expect.poll(() => reader.locator('.pinned h3').allInnerTexts()).toEqual(['Ferry one']);
  expect(await listed()).toEqual(before);
});

test('a fourth is refused with what is there, and the box stays unticked', async () => {
  for (const release of releases.slice(0, 3)) await press(release, 'Press release', 'Pinned.');
  await ines.goto(`/desk/releases/${releases[3]}/en`);
  await boxOf('Press release').press('Space');
  await ines.getByText('Three releases are pinned above this list already: PORT/2026/1, PORT/2026/2').waitFor();
  await expect.poll(() => boxOf('Press release').isChecked()).toBe(false);
  expect(at.faults).toEqual([]);
});
