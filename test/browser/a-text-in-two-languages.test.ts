import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { act, bodyOf, button, fill, stands, write } from '../support/desk-hands.ts';
import { type NewsroomInBrowser, openInBrowser } from '../support/newsroom-in-browser.ts';
import { type AtDesk, castAt } from '../support/open-desk.ts';
import { setUpPort } from '../support/open-port.ts';
import { written } from '../support/public-text.ts';

let at: NewsroomInBrowser;
let administrator: AtDesk;
let editor: AtDesk;
let mara: Page;
let aurore: Page;
let tomas: Page;
let ines: Page;
let reader: Page;

beforeAll(async () => {
  at = await openInBrowser((open) => setUpPort(open, ['en', 'fr']));
  const people = { Mara: ['writer'], Aurore: ['writer'], Tomas: ['editor'], Ines: ['publisher'] } as const;
  const seats = await castAt(at.desk, at.open.newsroom, people);
  administrator = seats.administrator;
  editor = seats.Tomas;
  mara = await at.sit(seats.Mara);
  aurore = await at.sit(seats.Aurore);
  tomas = await at.sit(seats.Tomas);
  ines = await at.sit(seats.Ines);
  reader = await at.sit();
});
afterAll(() => at?.close());

const english = {
  headline: 'The kingfisher ferry sails at noon',
  summary: 'Daily from March.',
  body: ['The port says the ferry sails at noon.', 'Bicycles travel free of charge.'],
};
const french = {
  headline: 'Le bac martin-pêcheur part à midi',
  summary: 'Tous les jours à partir de mars.',
  body: ['Le port annonce que le bac part à midi.', 'Les vélos voyagent gratuitement.'],
};

test('a text is written in English', async () => {
  await write(mara, english);
  await expect.poll(() => bodyOf(mara).locator('p').allInnerTexts()).toEqual(english.body);
  await mara.getByRole('heading', { level: 1, name: english.headline }).waitFor();
});

test('it is translated with its source beside it, paragraph by paragraph', async () => {
  await aurore.goto(mara.url());
  await button(aurore, '+ Add a language').click();
  await aurore.getByRole('menuitem', { name: 'French' }).click();
  await button(aurore, 'Source beside it').click();
  const source = aurore.locator('.source-body');
  await source.getByText(english.body[0] as string).waitFor();
  await fill(aurore, french);
  for (const [place, paragraph] of french.body.entries()) {
    const [one, other] = [source.getByText(english.body[place] as string), bodyOf(aurore).getByText(paragraph)];
    const tops = await Promise.all([one.boundingBox(), other.boundingBox()]);
    expect([paragraph, Math.abs((tops[0]?.y ?? 0) - (tops[1]?.y ?? 9e9)) < 4]).toEqual([paragraph, true]);
  }
});

test('where nobody may approve a text but who wrote at it, its writer is told before they submit it, and whom to ask', async () => {
  const text = await written(editor, { ...english, headline: 'The lock is dredged' });
  const page = await at.sit(editor);
  await page.goto(`/desk/releases/${text.release}/en`);
  const told = async (place: Page | Locator) => {
    await place.getByText('Nobody can approve it yet').waitFor();
    await place.getByText('An administrator can give somebody that role: Odile.').waitFor();
  };
  await act(page, 'Submit', told);
  await stands(page, 'Submitted');
  await told(page);
  await page.context().close();
});

test('its writers submit it, and somebody else approves each language', async () => {
  for (const page of [mara, aurore]) {
    await act(page, 'Submit', (dialog) => dialog.getByText('It can be approved by Tomas.').waitFor());
    await stands(page, 'Submitted');
    await page.getByText('It can be approved by Tomas.').waitFor();
    await tomas.goto('/desk');
    await tomas.getByRole('region', { name: 'Waits for me' }).getByRole('link').first().press('Enter');
    await act(tomas, 'Approve');
    await stands(tomas, 'Approved');
    await tomas.getByText('It can be published by Ines.').waitFor();
  }
  await mara.goto('/desk');
  await mara.getByText('Nothing waits for your approval').waitFor();
});

test('where nobody may publish an approved text, its people are told who can give that role', async () => {
  const { people } = await administrator.done('GET /desk/api/people', {});
  const { id: person = '', assignments = [] } = people.find(({ name }) => name === 'Ines') ?? {};
  await administrator.done('POST /desk/api/people/assign', { person, assignments: [] });
  await tomas.reload();
  await tomas.getByText('Nobody can publish it yet').waitFor();
  await tomas.getByText('An administrator can give somebody that role: Odile.').waitFor();
  await administrator.done('POST /desk/api/people/assign', { person, assignments });
});

test('both languages are scheduled in one step, on the clock of the office', async () => {
  await ines.goto('/desk');
  await ines.getByRole('link', { name: english.headline }).first().click();
  await act(ines, 'Schedule', async (dialog) => {
    await dialog.getByLabel('Day').fill('2026-11-24');
    await dialog.locator('input[type=time]').fill('13:00');
    await dialog.getByText('24 November 2026 at 13:00').first().waitFor();
    await dialog.getByRole('checkbox', { name: /French/ }).check();
    await dialog.getByLabel('Name of the bundle').fill('The ferry season');
  });
  await stands(ines, 'Scheduled');
  await ines.goto('/desk/schedule');
  await ines.getByRole('link', { name: french.headline }).waitFor();
});

test('readers see nothing of it before the instant, and both languages at it', async () => {
  const seen = async (path: string) => {
    await reader.goto(path);
    return reader.locator('main').innerText();
  };
  at.open.clock.advanceTo('2026-11-24T12:59:59Z');
  expect(`${await seen('/en')}${await seen('/fr')}`).not.toMatch(/kingfisher|martin-pêcheur/);
  at.open.clock.advanceTo('2026-11-24T13:00:00Z');
  expect(await seen('/en')).toContain(english.headline);
  await reader.getByRole('link', { name: english.headline }).click();
  for (const paragraph of english.body) await reader.getByText(paragraph).waitFor();
  expect(await seen('/fr')).toContain(french.headline);
  await reader.getByRole('link', { name: french.headline }).click();
  for (const paragraph of french.body) await reader.getByText(paragraph).waitFor();
});

test('nothing broke in any browser, and no policy was broken', () => {
  expect(at.faults).toEqual([]);
});
