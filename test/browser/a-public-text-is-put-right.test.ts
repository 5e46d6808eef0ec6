import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { act, bodyOf, button, isSaved, stands } from '../support/desk-hands.ts';
import { type NewsroomInBrowser, openInBrowser } from '../support/newsroom-in-browser.ts';
import { type AtDesk, castAt } from '../support/open-desk.ts';
import { setUpPort } from '../support/open-port.ts';
import { published, translated, written } from '../support/public-text.ts';

let at: NewsroomInBrowser;
let by: { readonly writer: AtDesk; readonly editor: AtDesk; readonly publisher: AtDesk };
let aurore: Page;
let tomas: Page;
let ines: Page;
let reader: Page;

const texts = {
  ferry: {
    headline: 'The ferry sails at noon',
    summary: 'Daily from March.',
    body: ['The ferry leaves the east quay at noon.'],
  },
  bac: {
    headline: 'Le bac part à midi',
    summary: 'Tous les jours à partir de mars.',
    body: ['Le bac quitte le quai est à midi.'],
  },
  fares: { headline: 'Fares stay as they are', summary: 'For a year.', body: ['Nobody pays more than last year.'] },
};

beforeAll(async () => {
  at = await openInBrowser((open) => setUpPort(open, ['en', 'fr']));
  const people = { Mara: ['writer'], Aurore: ['writer'], Tomas: ['editor'], Ines: ['publisher'] } as const;
  const seats = await castAt(at.desk, at.open.newsroom, people);
  by = { writer: seats.Mara, editor: seats.Tomas, publisher: seats.Ines };
  aurore = await at.sit(seats.Aurore);
  tomas = await at.sit(seats.Tomas);
  ines = await at.sit(seats.Ines);
  reader = await at.sit();
});
afterAll(() => at?.close());

/** Begins a later edition, and says what it changes. */
async function correct(kind: string, note: string): Promise<void> {
  await act(ines, 'Correct', async (dialog) => {
    await dialog.getByLabel('Kind of change').selectOption(kind);
    await dialog.getByLabel('Public note').fill(note);
  });
  await stands(ines, 'Draft');
}

/** Three people again: a later edition is approved as the first was. */
async function submitApprovePublish(): Promise<void> {
  await act(ines, 'Submit');
  await stands(ines, 'Submitted');
  await tomas.goto(ines.url());
  await act(tomas, 'Approve');
  await stands(tomas, 'Approved');
  await ines.reload();
  await act(ines, 'Publish now');
  await stands(ines, 'Published');
}

test('a correction says in public what was wrong, and shows word by word what it changed', async () => {
  const text = await written(by.writer, texts.ferry);
  const french = await translated(by.writer, text.release, texts.bac, 'fr');
  await published(by, text);
  await published(by, french);
  at.open.clock.advanceTo('2026-11-24T13:00:00Z');

  await ines.goto(`/desk/releases/${text.release}/en`);
  await correct('Correction', 'The ferry sails at one, not at noon.');
  await bodyOf(ines).press('Control+a');
  await ines.keyboard.type('The ferry leaves the east quay at one.');
  await ines.getByLabel('Headline').fill('The ferry sails at one');
  await isSaved(ines);
  await reader.goto('/en');
  await reader.getByRole('link', { name: 'The ferry sails at noon' }).waitFor();
  await submitApprovePublish();

  await reader.reload();
  await reader.getByRole('link', { name: 'The ferry sails at one' }).click();
  await reader.getByText('The ferry sails at one, not at noon.').first().waitFor();
  await reader.getByRole('link', { name: 'Read edition 1' }).click();
  await reader.getByRole('heading', { name: 'What edition 2 changed' }).waitFor();
  await expect
    .poll(() => reader.locator('.compared').allInnerTexts())
    .toEqual(['The ferry sails at noonone', 'The ferry leaves the east quay at noonone.']);
  await expect.poll(() => reader.locator('.compared del').allInnerTexts()).toEqual(['noon', 'noon']);
  await expect.poll(() => reader.locator('.compared ins').allInnerTexts()).toEqual(['one', 'one']);
});

test('its translation is told to readers as behind, until whoever translates has followed', async () => {
  await reader.goto('/fr');
  await reader.getByRole('link', { name: texts.bac.headline }).click();
  await reader.getByText('Le texte d’origine (anglais) a été corrigé depuis.').waitFor();

  await aurore.goto('/desk');
  const task = aurore.getByRole('region', { name: 'Tasks' });
  await task.getByText('Follow the correction in English').waitFor();
  await task.getByRole('link', { name: texts.bac.headline }).press('Enter');
  await stands(aurore, 'Published');
  await aurore.getByText('Behind its source').waitFor();

  await ines.goto(aurore.url());
  await correct('Correction', 'Le bac part à une heure.');
  await ines.getByLabel('Headline').fill('Le bac part à une heure');
  await button(ines, 'The translation has caught up').click();
  await isSaved(ines);
  await submitApprovePublish();
  await reader.reload();
  await reader.getByRole('heading', { name: 'Le bac part à une heure', level: 1 }).waitFor();
  expect(await reader.getByText('a été corrigé depuis').count()).toBe(0);
  await aurore.goto('/desk');
  await aurore.getByText(/^No translation has a correction to follow/).waitFor();
});

test('a public note that is changed just before an act goes with it', async () => {
  const text = await written(by.writer, { ...texts.fares, headline: 'Dogs travel free' });
  await published(by, text);
  await ines.goto(`/desk/releases/${text.release}/en`);
  await correct('Correction', 'Small dogs only.');
  await ines.getByLabel('Headline').fill('Small dogs travel free');
  await ines.getByLabel('Public note').fill('Dogs of less than ten kilograms.');
  await act(ines, 'Submit');
  await stands(ines, 'Submitted');
  await expect.poll(() => ines.getByLabel('Public note').inputValue()).toBe('Dogs of less than ten kilograms.');
});

test('a note that a browser kept does not go over one that somebody saved meanwhile: both are shown, and one is chosen', async () => {
  const text = await written(by.writer, { ...texts.fares, headline: 'Cats travel free' });
  await published(by, text);
  await ines.goto(`/desk/releases/${text.release}/en`);
  await correct('Correction', 'Small cats only.');
  const note = ines.getByLabel('Public note');
  const held = async () => {
    const { drafts } = await by.publisher.done('GET /desk/api/release', { release: text.release });
    return drafts[0] ?? expect.fail('it has no draft');
  };
  const meanwhile = async (mine: string, theirs: string) => {
    await ines.context().setOffline(true);
    await note.fill(mine);
    await ines.getByText('Not saved yet').first().waitFor();
    const change = { kind: 'correction', note: theirs, isMajor: false } as const;
    const order = { release: text.release, locale: 'en', revision: (await held()).revision, change };
    await by.publisher.done('POST /desk/api/draft/change', order);
    await ines.context().setOffline(false);
    await ines.reload();
    await ines.getByRole('alert').getByText('Somebody saved meanwhile').waitFor();
    await expect.poll(() => note.inputValue()).toBe(mine);
    expect((await held()).change?.note).toBe(theirs);
  };

  await meanwhile('Cats in baskets.', 'Cats on a lead.');
  await button(ines, 'Take yours').click();
  await ines.getByText('The note is saved.').waitFor();
  expect((await held()).change?.note).toBe('Cats in baskets.');
  // Nothing is in hand now: what somebody saves comes in without a question.
  const { revision } = await held();
  const change = { kind: 'correction', note: 'Cats in cages.', isMajor: false } as const;
  await by.publisher.done('POST /desk/api/draft/change', { release: text.release, locale: 'en', revision, change });
  // Whoever comes back to the page after a minute is told what is new.
  await ines.clock.install({ time: Date.now() + 60_000 });
  await ines.evaluate(() => dispatchEvent(new Event('visibilitychange')));
  await expect.poll(() => note.inputValue()).toBe('Cats in cages.');
  expect(await ines.getByText('Somebody saved meanwhile').count()).toBe(0);
  await meanwhile('Cats in bags.', 'No cats at night.');
  await button(ines, 'Take theirs').click();
  await expect.poll(() => note.inputValue()).toBe('No cats at night.');
  await ines.reload();
  await ines.getByText('The note is saved.').waitFor();
  expect([await note.inputValue(), (await held()).change?.note]).toEqual(Array(2).fill('No cats at night.'));
});

test.each([
  ['Clarification', 'For foot passengers; freight has its own tariff.'],
  ['Update', 'The port board has confirmed it.'],
])('%s: told by its own name', async (kind, note) => {
  const text = await written(by.writer, { ...texts.fares, headline: `${kind}: fares stay as they are` });
  await published(by, text);
  await ines.goto(`/desk/releases/${text.release}/en`);
  await correct(kind, note);
  await ines.getByLabel('Summary').fill('For a year, for all who walk on board.');
  await isSaved(ines);
  await submitApprovePublish();

  await reader.goto('/en');
  await reader.getByRole('link', { name: `${kind}: fares stay as they are` }).click();
  const notes = reader.locator('.changes');
  await notes.getByText(note).waitFor();
  await expect.poll(() => notes.getByText(kind, { exact: true }).count()).toBe(1);
});

test('nothing broke in any browser, and no policy was broken', () => {
  expect(at.faults).toEqual([]);
});
