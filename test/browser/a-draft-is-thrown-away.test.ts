import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bodyOf, button, isSaved, stands, write } from '../support/desk-hands.ts';
import { barriersOn } from '../support/find-barriers.ts';
import { press, tabTo } from '../support/keyboard.ts';
import { lookAt } from '../support/look-at.ts';
import { type NewsroomInBrowser, openInBrowser } from '../support/newsroom-in-browser.ts';
import { type AtDesk, castAt } from '../support/open-desk.ts';
import { setUpPort } from '../support/open-port.ts';
import { contentOf, published, written } from '../support/public-text.ts';

let at: NewsroomInBrowser;
let seats: Record<'Mara' | 'Tomas' | 'Ines', AtDesk>;
let mara: Page;
let ines: Page;

const words = { headline: 'The lighthouse is painted green', summary: 'By Friday.', body: ['It was white.'] };

beforeAll(async () => {
  at = await openInBrowser((open) => setUpPort(open, ['en', 'fr']));
  const cast = { Mara: ['writer'], Tomas: ['editor'], Ines: ['writer', 'publisher'] } as const;
  seats = await castAt(at.desk, at.open.newsroom, cast);
  mara = await at.sit(seats.Mara);
  ines = await at.sit(seats.Ines);
});
afterAll(() => at?.close());

const headline = (page: Page) => page.getByLabel('Headline').first();

/** By keyboard: asks for it, and answers the question. */
async function discard(page: Page): Promise<void> {
  await press(page, 'Discard');
  await page.getByRole('dialog', { name: 'Discard' }).locator(':focus').waitFor();
  await press(page, 'Discard');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await stands(page, 'Discarded');
}

const inList = (page: Page) => page.getByRole('link', { name: words.headline });

test('a draft is discarded by keyboard, brought back by its notice, discarded again, found by its filter and restored', async () => {
  await write(mara, words);
  await discard(mara);
  await mara.getByText(/^Discarded by Mara/).waitFor();
  expect(await barriersOn(mara)).toEqual([]);
  await press(mara, 'Undo');
  await stands(mara, 'Draft');
  await mara.getByText('Restored: it is a draft again.').waitFor();
  await expect.poll(() => headline(mara).inputValue()).toBe(words.headline);

  await discard(mara);
  await press(mara, 'Releases');
  await mara.getByRole('heading', { name: 'Releases', level: 1 }).waitFor();
  await mara.getByText('Nothing fits these filters.').waitFor();
  await tabTo(mara, 'State');
  await mara.keyboard.press('End');
  await inList(mara).waitFor();
  await press(mara, words.headline);
  await stands(mara, 'Discarded');
  await press(mara, 'Restore');
  await stands(mara, 'Draft');
  await expect.poll(() => bodyOf(mara).innerText()).toBe('It was white.');
});

test('whoever was typing at it is told who discarded it, loses no word, and restores it with what they typed', async () => {
  await write(mara, words);
  await ines.goto(mara.url());
  await headline(ines).fill('The lighthouse stays white');
  await isSaved(ines);
  await mara.reload();
  await headline(mara).waitFor();
  await discard(mara);

  await headline(ines).fill('The lighthouse stays white for good');
  await bodyOf(ines).focus();
  await ines.getByText(/^Mara discarded this text/).waitFor();
  await expect.poll(() => headline(ines).inputValue()).toBe('The lighthouse stays white for good');
  expect(await barriersOn(ines)).toEqual([]);
  await button(ines, 'Restore').press('Enter');
  await isSaved(ines);
  await mara.reload();
  await expect.poll(() => headline(mara).inputValue()).toBe('The lighthouse stays white for good');
});

test('what was typed at a text that is discarded when it is opened again is there once it is restored', async () => {
  await write(mara, words);
  await ines.goto(mara.url());
  await headline(ines).waitFor();
  await ines.context().setOffline(true);
  await headline(ines).fill('Typed on a train');
  await ines.getByText('Not saved: offline. Kept in this browser').waitFor();
  await discard(mara);
  const address = ines.url();
  const context = ines.context();
  await ines.close();
  await context.setOffline(false);
  ines = await context.newPage();
  await ines.goto(address);
  await stands(ines, 'Discarded');
  await ines.getByText('What you typed here and the newsroom has not is kept in this browser').waitFor();
  await button(ines, 'Restore').press('Enter');
  await stands(ines, 'Draft');
  await expect.poll(() => headline(ines).inputValue()).toBe('Typed on a train');
  await isSaved(ines);
});

test('a writer at a correction that a publisher discards is told so, and not offered to restore it', async () => {
  const { Mara, Tomas, Ines } = seats;
  const text = await written(Mara, { ...words, headline: 'The lighthouse is grey' });
  await published({ writer: Mara, editor: Tomas, publisher: Ines }, text);
  const on = { release: text.release, locale: 'en' };
  const change = { kind: 'correction' as const, note: 'It is white.', isMajor: true };
  const { draft } = await Ines.done('POST /desk/api/draft/correct', { ...on, change });
  await mara.goto(`/desk/releases/${text.release}/en`);
  await headline(mara).waitFor();
  const { revision } = draft;
  await Ines.done('POST /desk/api/drafts/discard', { release: text.release, texts: [{ locale: 'en', revision }] });
  await headline(mara).fill('The lighthouse is white');
  await bodyOf(mara).focus();
  await mara.getByText(/^Ines discarded this text/).waitFor();
  expect(await button(mara, 'Restore').count()).toBe(0);
  await mara.reload();
  await mara.getByText(/^A correction of this text was begun, and discarded by Ines/).waitFor();
  await mara.getByText('What you typed here and the newsroom has not is kept in this browser').waitFor();
  await Ines.done('POST /desk/api/drafts/restore', { release: text.release, locales: ['en'] });
  await mara.reload();
  await expect.poll(() => headline(mara).inputValue()).toBe('The lighthouse is white');
  await isSaved(mara);
});

test('with a draft its other languages are discarded, those that one chooses', async () => {
  await write(mara, words);
  await button(mara, '+ Add a language').click();
  await mara.getByRole('menuitem', { name: 'French' }).click();
  await mara.waitForURL(/\/fr$/);
  await headline(mara).fill('Le phare est peint en vert');
  await bodyOf(mara).focus();
  await isSaved(mara);
  await button(mara, 'Discard').press('Enter');
  const dialog = mara.getByRole('dialog', { name: 'Discard' });
  await dialog.getByRole('checkbox', { name: `${words.headline} English` }).press('Space');
  await dialog.getByRole('button', { name: 'Discard', exact: true }).press('Enter');
  await expect.poll(() => mara.locator('.tabs .state').allInnerTexts()).toEqual(['Discarded', 'Discarded']);
  await button(mara, 'Undo').press('Enter');
  await expect.poll(() => mara.locator('.tabs .state').allInnerTexts()).toEqual(['Draft', 'Draft']);
});

test('an act for two languages that is refused says for which of them, and why', async () => {
  const text = await written(seats.Mara, { ...words, headline: 'The mole is open' });
  const on = { release: text.release, locale: 'fr' };
  await seats.Mara.done('POST /desk/api/release/languages', { ...on, source: 'en' });
  await mara.goto(`/desk/releases/${text.release}/en`);
  await button(mara, 'Discard').press('Enter');
  const dialog = mara.getByRole('dialog', { name: 'Discard' });
  await dialog.getByRole('checkbox', { name: /French$/ }).press('Space');
  const content = contentOf({ ...words, headline: 'La jetée est ouverte', body: ['Depuis midi.'] });
  await seats.Mara.done('POST /desk/api/draft/save', { ...on, revision: 1, slug: null, content });
  await dialog.getByRole('button', { name: 'Discard', exact: true }).press('Enter');
  const french = dialog.getByRole('alert').locator('li', { hasText: 'La jetée est ouverte' });
  await french.getByText(/^Mara saved the text/).waitFor();
  await expect.poll(() => french.locator('strong').innerText()).toBe('French');
  expect(await barriersOn(mara)).toEqual([]);
  await lookAt(mara, 'discard-refused');
});

test('before a draft of a bundle is discarded it is said that it leaves that, as soon as one is chosen', async () => {
  const text = await written(seats.Ines, { ...words, headline: 'The mole is closed' });
  const french = { release: text.release, locale: 'fr' };
  await seats.Ines.done('POST /desk/api/release/languages', { ...french, source: 'en' });
  const other = await written(seats.Ines, { ...words, headline: 'The mole is dry' });
  const texts = [french, { release: other.release, locale: 'en' }];
  await seats.Ines.done('POST /desk/api/bundles', { name: 'The mole', texts, into: null });
  const dialog = ines.getByRole('dialog', { name: 'Discard' });
  const leaves = dialog.getByText('It leaves its bundle, and does not come back into it when it is restored.');
  await ines.goto(`/desk/releases/${text.release}/en`);
  await button(ines, 'Discard').press('Enter');
  await dialog.getByRole('checkbox', { name: /French$/ }).waitFor();
  expect(await leaves.count()).toBe(0);
  await dialog.getByRole('checkbox', { name: /French$/ }).press('Space');
  await leaves.waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).press('Enter');
  await ines.goto(`/desk/releases/${text.release}/fr`);
  await button(ines, 'Discard').press('Enter');
  await leaves.waitFor();
});

test('what cannot be undone says why, stays, and leads on', async () => {
  const text = await written(seats.Mara, { ...words, headline: 'The buoy is lit' });
  await mara.goto(`/desk/releases/${text.release}/en`);
  await headline(mara).waitFor();
  await discard(mara);
  await mara.context().setOffline(true);
  await press(mara, 'Undo');
  const toast = mara.locator('.toast', { hasText: 'Not undone.' });
  await toast.getByText(/^There is no connection/).waitFor();
  await mara.context().setOffline(false);
  const { release } = text;
  await seats.Mara.done('POST /desk/api/drafts/restore', { release, locales: ['en'] });
  await press(mara, 'Try again');
  await toast.getByText('The text is draft; for this it must be discarded.').waitFor();
  expect(await barriersOn(mara)).toEqual([]);
  await lookAt(mara, 'not-undone');
  await press(mara, 'Releases');
  await mara.getByRole('heading', { name: 'Releases', level: 1 }).waitFor();
  await toast.getByRole('button', { name: 'Look at the text' }).press('Enter');
  await stands(mara, 'Draft');
  await toast.waitFor({ state: 'detached' });
});

test('beside a correction that can be restored the question of another one says that it ends that', async () => {
  const { Mara, Tomas, Ines } = seats;
  const text = await written(Mara, { ...words, headline: 'The lighthouse is blue' });
  await published({ writer: Mara, editor: Tomas, publisher: Ines }, text);
  const on = { release: text.release, locale: 'en' };
  const ends = ines.getByRole('dialog', { name: 'Correct' }).getByText(/^Ines discarded a correction of it/);
  const open = async () => {
    await ines.goto(`/desk/releases/${text.release}/en`);
    await button(ines, 'Correct').press('Enter');
    await ines.getByRole('dialog', { name: 'Correct' }).getByText('Begin a correction.').waitFor();
  };
  await open();
  expect(await ends.count()).toBe(0);
  const change = { kind: 'correction' as const, note: 'It is white.', isMajor: true };
  const { draft } = await Ines.done('POST /desk/api/draft/correct', { ...on, change });
  const { revision } = draft;
  await Ines.done('POST /desk/api/drafts/discard', { release: text.release, texts: [{ locale: 'en', revision }] });
  await open();
  await ends.waitFor();
});

test('nothing broke in any browser, and no policy was broken', () => {
  expect(at.faults).toEqual([]);
});
