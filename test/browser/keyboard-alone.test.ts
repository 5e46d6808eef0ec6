import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { en } from '../../desk-ui/words/en.ts';
import { type BusyDesk, fillBusyDesk, setUpTides } from '../support/busy-desk.ts';
import { bodyOf, button, stands } from '../support/desk-hands.ts';
import { screenCalled } from '../support/desk-screens.ts';
import { leftOut, press, tabTo, walk } from '../support/keyboard.ts';
import { type NewsroomInBrowser, openInBrowser } from '../support/newsroom-in-browser.ts';
import { openScreen } from '../support/open-screen.ts';

let at: NewsroomInBrowser;
let busy: BusyDesk;
let odile: Page;

beforeAll(async () => {
  at = await openInBrowser(setUpTides);
  busy = await fillBusyDesk(at.open, at.desk);
  odile = await at.sit(busy.odile);
  await odile.clock.setFixedTime('2026-11-24T12:00:00Z');
});
afterAll(() => at?.close());

/** Screens on which nothing lies: dialogues have a walk of their own. */
const plain = [
  ...['work', 'releases', 'new-release', 'draft', 'draft-ar-beside', 'correction', 'scheduled', 'published', 'facts'],
  ...['timeline', 'calendar', 'people', 'roles', 'institution', 'boilerplate-new', 'audit', 'health', 'account'],
];

/** Where something could hold one on the way back: an editor, a field of several values, a field for a day. */
const walkedBack = new Set(['draft-ar-beside', 'facts', 'boilerplate-new']);

test('every screen is walked with Tab and back with Shift and Tab: nothing is left out, nothing is hidden, nothing holds one', async () => {
  for (const name of plain) {
    await openScreen(odile, screenCalled(name), busy, en);
    const there = await walk(odile);
    expect([name, there.filter(({ isSeen }) => !isSeen)]).toEqual([name, []]);
    expect([name, await leftOut(odile)]).toEqual([name, []]);
    if (!walkedBack.has(name)) continue;
    const back = await walk(odile, 'Shift+Tab');
    expect([name, back.map((stop) => stop.name).toReversed()]).toEqual([name, there.map((stop) => stop.name)]);
  }
});

test('a table and a list take Tab for themselves, and let go of it after Escape', async () => {
  await openScreen(odile, screenCalled('draft'), busy, en);
  const isInText = () => bodyOf(odile).evaluate((element) => element.contains(document.activeElement));
  const tools = odile.getByRole('toolbar').first();
  // What the tools say follows the place of the cursor, which the editor hears of after the click.
  for (const [place, sign] of [
    ['td', tools.getByText('Table ▾')],
    ['li', tools.locator('[aria-pressed=true]')],
  ] as const) {
    await bodyOf(odile).locator(place).last().click();
    await sign.waitFor();
    await odile.keyboard.press('Tab');
    expect([place, await isInText()]).toEqual([place, true]);
    await odile.keyboard.press('Escape');
    await odile.keyboard.press('Tab');
    expect([place, await isInText()]).toEqual([place, false]);
  }
});

const dialogues = [
  ['draft', 'Submit'],
  ['draft', 'Discard'],
  ['draft', 'Publish without approval'],
  ['submitted', 'Approve'],
  ['submitted', 'Send back'],
  ['approved', 'Schedule'],
  ['approved', 'Publish now'],
  ['published', 'Correct'],
  ['people', 'Invite somebody'],
  ['draft', 'See it as readers will'],
] as const;

test.each(dialogues)(
  'at %s, “%s” asks with the focus inside, keeps it there, and gives it back',
  async (name, verb) => {
    await openScreen(odile, screenCalled(name), busy, en);
    const opener = button(odile, verb).first();
    await opener.press('Enter');
    const dialog = odile.getByRole('dialog');
    await dialog.locator(':focus').waitFor();
    const isInside = () => dialog.evaluate((element) => element.contains(document.activeElement));
    for (const key of [...Array(14).fill('Tab'), ...Array(4).fill('Shift+Tab')]) {
      await odile.keyboard.press(key);
      expect([key, await isInside()]).toEqual([key, true]);
    }
    await odile.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await odile.locator(':focus').waitFor();
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
  },
);

/** Presses the keys for the palette, types a name, and Enter. */
async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').and(page.locator(':focus')).waitFor();
  await page.keyboard.type(name);
  await page.getByRole('dialog').getByRole('option', { name }).first().waitFor();
  await page.keyboard.press('Enter');
}

test('by the palette alone one goes to every screen', async () => {
  await odile.goto('/desk');
  await odile.getByRole('heading', { name: 'My work' }).waitFor();
  const places = ['Releases', 'Schedule', 'People', 'Institution', 'Boilerplate', 'Audit log', 'Health', 'My account'];
  for (const place of [...places, 'New release', 'My work']) {
    await command(odile, place);
    await odile.getByRole('heading', { name: place, level: 1 }).waitFor();
  }
});

/** The first of the menu that has just opened. */
async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('menuitem', { name, exact: true }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('menuitem', { name, exact: true }).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
}

/** Goes on with Tab to what is called so, and types there. */
async function typeAt(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(text);
}

/** Asks for an act by the palette, and answers its question. @param answer what is typed before its button is pressed. */
async function decide(page: Page, verb: string, answer: readonly (readonly [field: string, text: string])[] = []) {
  await command(page, verb);
  await page.getByRole('dialog', { name: verb }).locator(':focus').waitFor();
  for (const [field, text] of answer) await typeAt(page, field, text);
  await tabTo(page, verb);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

test('a text lives its whole life by keyboard alone: written, translated, approved, scheduled, public, corrected, withdrawn', async () => {
  const otto = await at.sit(busy.nobody);
  await otto.goto('/desk');
  await otto.getByRole('heading', { name: 'My work' }).waitFor();
  await command(otto, 'New release');
  await otto.getByRole('heading', { name: 'New release', level: 1 }).waitFor();
  await press(otto, 'Begin the release');
  await otto.getByLabel('Headline').waitFor();
  await typeAt(otto, 'Headline', 'The lighthouse is lit again');
  await typeAt(otto, 'Summary', 'From tonight.');
  await typeAt(otto, 'Text', 'The keeper says so.');
  await decide(otto, 'Submit');
  await stands(otto, 'Submitted');

  await press(otto, '+ Add a language');
  await choose(otto, 'French');
  await otto.waitForURL(/\/fr$/);
  await press(otto, 'Source beside it');
  await otto.locator('.source-body').getByText('The keeper says so.').waitFor();
  await typeAt(otto, 'Headline', 'Le phare brille de nouveau');
  await typeAt(otto, 'Summary', 'Dès ce soir.');
  await typeAt(otto, 'Text', 'Le gardien le dit.');
  await decide(otto, 'Submit');
  await stands(otto, 'Submitted');
  await otto.context().close();

  await odile.goto('/desk');
  await odile.getByRole('heading', { name: 'My work' }).waitFor();
  await command(odile, 'The lighthouse');
  await stands(odile, 'Submitted');
  await decide(odile, 'Approve');
  await stands(odile, 'Approved');
  await decide(odile, 'Schedule');
  await stands(odile, 'Scheduled');
  // The dialogue offers the next morning at nine; whoever is away for twelve hours has to sign in again.
  at.open.clock.advanceTo('2026-11-24T23:00:00Z');
  await odile.reload();
  await stands(odile, 'Scheduled');
  at.open.clock.advanceTo('2026-11-25T09:30:00Z');
  await fetch(`${at.address}/en`);
  await odile.reload();
  await stands(odile, 'Published');

  await decide(odile, 'Correct', [['Public note', 'From tomorrow, not from tonight.']]);
  await stands(odile, 'Draft');
  await tabTo(odile, 'Summary');
  await odile.keyboard.press('Control+a');
  await odile.keyboard.type('From tomorrow.');
  await decide(odile, 'Publish without approval', [['Why it cannot wait', 'Ships are at sea.']]);
  await stands(odile, 'Published');
  await command(odile, 'Withdraw');
  await choose(odile, 'Withdraw');
  await odile.getByRole('dialog').locator('textarea:focus').waitFor();
  await odile.keyboard.type('The lamp broke.');
  await press(odile, 'Withdraw');
  await stands(odile, 'Withdrawn');
});

test('nothing broke at any screen, and no policy was broken', () => {
  expect(at.faults).toEqual([]);
});
