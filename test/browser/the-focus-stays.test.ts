import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { act, button, stands } from '../support/desk-hands.ts';
import { barriersOn } from '../support/find-barriers.ts';
import { type NewsroomInBrowser, openInBrowser } from '../support/newsroom-in-browser.ts';
import { type AtDesk, castAt } from '../support/open-desk.ts';
import { setUpPort } from '../support/open-port.ts';
import { written } from '../support/public-text.ts';

let at: NewsroomInBrowser;
let by: Record<'Mara' | 'Tomas' | 'Ines' | 'administrator', AtDesk>;

beforeAll(async () => {
  at = await openInBrowser((open) => setUpPort(open, ['en']));
  by = await castAt(at.desk, at.open.newsroom, { Mara: ['writer'], Tomas: ['editor'], Ines: ['publisher'] });
});
afterAll(() => at?.close());

/** Waits until the focus is among the acts: on one that is still there, or on all of them. */
const isAtActs = (page: Page) =>
  expect.poll(() => page.evaluate('document.activeElement.closest(".acts") !== null')).toBe(true);

test('from submitting to correcting, the focus stays with what can be done next', async () => {
  const words = { headline: 'The ferry waits', summary: 'For the tide.', body: ['It sails at noon.'] };
  const text = await written(by.Mara, words);
  const open = async (seat: AtDesk) => {
    const page = await at.sit(seat);
    await page.goto(`/desk/releases/${text.release}/en`);
    return page;
  };
  const mara = await open(by.Mara);
  await act(mara, 'Submit');
  await stands(mara, 'Submitted');
  await isAtActs(mara);
  await mara.keyboard.press('Tab');
  expect(await button(mara, 'Recall').evaluate((one) => one === document.activeElement)).toBe(true);

  const tomas = await open(by.Tomas);
  await act(tomas, 'Approve');
  await stands(tomas, 'Approved');
  await isAtActs(tomas);

  const ines = await open(by.Ines);
  await act(ines, 'Schedule');
  await stands(ines, 'Scheduled');
  await isAtActs(ines);
  await button(ines, 'Hold').press('Enter');
  await button(ines, 'Let go').waitFor();
  await isAtActs(ines);
  expect(await barriersOn(ines)).toEqual([]);
  await button(ines, 'Let go').press('Enter');
  await button(ines, 'Hold').waitFor();
  await isAtActs(ines);
  await act(ines, 'Take out of the schedule');
  await stands(ines, 'Approved');
  await isAtActs(ines);
  await act(ines, 'Publish now');
  await stands(ines, 'Published');
  await isAtActs(ines);
  await act(ines, 'Correct', (dialog) => dialog.getByLabel('Public note').fill('It sails at one.'));
  await stands(ines, 'Draft');
  await isAtActs(ines);
  expect(at.faults).toEqual([]);
});
