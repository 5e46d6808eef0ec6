import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { act, bodyOf, button, isSaved, stands } from '../support/desk-hands.ts';
import { barriersOn } from '../support/find-barriers.ts';
import { lookAt } from '../support/look-at.ts';
import { type NewsroomInBrowser, openInBrowser } from '../support/newsroom-in-browser.ts';
import { type AtDesk, castAt } from '../support/open-desk.ts';
import { setUpPort } from '../support/open-port.ts';
import { contentOf, published, written } from '../support/public-text.ts';

let at: NewsroomInBrowser;
let by: Record<'Mara' | 'Tomas' | 'Ines' | 'administrator', AtDesk>;
let mara: Page;
let tomas: Page;
let ines: Page;

const words = { headline: 'The ferry waits', summary: 'For the tide.', body: ['Read <a href="/en">here</a>.'] };
const vague = 'The words of a link do not say where it leads.';

beforeAll(async () => {
  at = await openInBrowser((open) => setUpPort(open, ['en']));
  by = await castAt(at.desk, at.open.newsroom, { Mara: ['writer'], Tomas: ['editor'], Ines: ['publisher'] });
  mara = await at.sit(by.Mara);
  tomas = await at.sit(by.Tomas);
  ines = await at.sit(by.Ines);
});
afterAll(() => at?.close());

async function openAt(page: Page, { release }: { readonly release: string }): Promise<void> {
  await page.goto(`/desk/releases/${release}/en`);
}

test('whoever may not override is shown what to mend, and asked for no reason', async () => {
  await openAt(mara, await written(by.Mara, words));
  await button(mara, 'Submit').click();
  const dialog = mara.getByRole('dialog');
  await dialog.getByText(vague).waitFor();
  expect(await dialog.getByRole('textbox').count()).toBe(0);
  expect(await dialog.getByRole('button', { name: 'Submit', exact: true }).isEnabled()).toBe(false);
  expect(await barriersOn(mara)).toEqual([]);
  await dialog.getByRole('button', { name: 'Go there' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await bodyOf(mara).evaluate((body) => body.closest('[id]')?.contains(document.activeElement))).toBe(true);
});

test('an editor lets an error pass with a reason, but nothing without a headline', async () => {
  const text = await written(by.Tomas, { ...words, headline: '' });
  await openAt(tomas, text);
  await button(tomas, 'Submit').click();
  const dialog = tomas.getByRole('dialog');
  await dialog.getByText('There is no headline.').waitFor();
  await expect.poll(() => dialog.getByRole('textbox').count()).toBe(1);
  await dialog.getByRole('textbox').fill('It is the name of the port’s own guide.');
  const submit = dialog.getByRole('button', { name: 'Submit', exact: true });
  expect(await submit.isEnabled()).toBe(false);
  await tomas.keyboard.press('Escape');
  await tomas.getByLabel('Headline').fill('The ferry waits for the tide');
  await isSaved(tomas);
  await act(tomas, 'Submit', (again) => again.getByRole('textbox').fill('It is the name of the port’s own guide.'));
  await stands(tomas, 'Submitted');
});

test('what is refused keeps its dialogue, the reason why, and what was typed', async () => {
  const text = await written(by.Mara, { ...words, body: ['The tide turns at six.'] });
  await by.Mara.done('POST /desk/api/draft/submit', { ...text, overrides: [] });
  await openAt(tomas, text);
  await button(tomas, 'Send back').click();
  const dialog = tomas.getByRole('dialog');
  await dialog.getByRole('textbox').fill('The tide turns at seven.');
  await by.Mara.done('POST /desk/api/draft/recall', text);
  await dialog.getByRole('button', { name: 'Send back', exact: true }).click();
  await dialog.getByRole('alert').waitFor();
  await expect.poll(() => dialog.getByRole('textbox').inputValue()).toBe('The tide turns at seven.');
});

test('a refusal beside the acts comes into sight, and goes when an act succeeds', async () => {
  const text = await written(by.Ines, { ...words, body: Array(60).fill('The tide turns at six.') });
  await by.Ines.done('POST /desk/api/draft/submit', { ...text, overrides: [] });
  await by.Tomas.done('POST /desk/api/draft/approve', text);
  const local = { local: '2026-11-30T09:00', timeZone: 'UTC', choice: null };
  const schedule = () => by.Ines.done('POST /desk/api/draft/schedule', { ...text, ...local });
  await schedule();
  await openAt(ines, text);
  await button(ines, 'Hold').waitFor();
  await by.Ines.done('POST /desk/api/draft/unschedule', { release: text.release, locale: 'en' });
  await button(ines, 'Hold').click();
  const refusal = ines.getByRole('alert').filter({ hasText: 'Not done' });
  await refusal.waitFor();
  // The acts stick to the foot of the window, and could cover it.
  const isInSight = (one: Element) => {
    const { left, top, bottom } = one.getBoundingClientRect();
    return [top + 1, bottom - 1].every((y) => one.contains(document.elementFromPoint(left + 1, y)));
  };
  await expect.poll(() => refusal.evaluate(isInSight)).toBe(true);
  await schedule();
  await button(ines, 'Hold').click();
  await button(ines, 'Let go').waitFor();
  expect(await refusal.count()).toBe(0);
});

test('a page that stands open at the lift tells that the text is public', async () => {
  const text = await written(by.Mara, { ...words, headline: 'The lock opens', body: ['At one.'] });
  await by.Mara.done('POST /desk/api/draft/submit', { ...text, overrides: [] });
  await by.Tomas.done('POST /desk/api/draft/approve', text);
  const local = { local: '2026-11-24T13:00', timeZone: 'UTC', choice: null };
  await by.Ines.done('POST /desk/api/draft/schedule', { ...text, ...local });
  const pages = await Promise.all(
    Array.from({ length: 6 }, (_, index) => at.sit(index < 5 ? by.Ines : by.administrator)),
  );
  for (const page of pages) await page.clock.install({ time: '2026-11-24T12:59:00Z' });
  const [open, work, timeline, list, published, health] = pages as [Page, Page, Page, Page, Page, Page];
  await openAt(open, text);
  await work.goto('/desk');
  await timeline.goto('/desk/schedule');
  await list.goto('/desk/releases');
  // What is on it says nothing of the lift that is to come.
  await published.goto('/desk/releases?state=published');
  await health.goto('/desk/health');
  const due = (place: Page | Locator) => place.getByRole('link', { name: 'The lock opens' });
  await stands(open, 'Scheduled');
  for (const page of [work, timeline, list]) await due(page).first().waitFor();
  await published.getByText('Nothing fits these filters.').waitFor();
  const notYet = health.getByText('Nothing has gone public by the clock yet.');
  await notYet.waitFor();

  at.open.clock.advanceTo('2026-11-24T13:00:00Z');
  for (const page of pages) await page.clock.fastForward('01:00');
  await stands(open, 'Published');
  expect(await button(open, 'Hold').count()).toBe(0);
  await due(timeline).waitFor({ state: 'detached' });
  await due(work.getByRole('region', { name: 'Due' })).waitFor({ state: 'detached' });
  await list
    .locator('.line', { has: due(list) })
    .getByText('Published')
    .waitFor();
  await due(published).waitFor();
  await notYet.waitFor({ state: 'detached' });
});

test('a form is sent once, and one that is refused keeps what was typed and leads to what is wrong', async () => {
  const page = await at.sit(by.administrator);
  await page.goto('/desk/people');
  await button(page, 'Invite somebody').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Mara the second');
  await dialog.getByLabel('E-mail address').fill('mara@calder.example');
  await dialog.getByLabel('Role').selectOption('Writer');
  let sent = 0;
  let answer = () => {};
  const isPressedTwice = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/desk/api/people/invite', async (route) => {
    sent += 1;
    await isPressedTwice;
    await route.continue();
  });
  await dialog.getByLabel('Name').press('Enter');
  await dialog.getByLabel('Name').press('Enter');
  answer();
  await dialog.getByText('Somebody has an account with mara@calder.example already.').waitFor();
  expect(sent).toBe(1);
  await expect
    .poll(() => dialog.getByLabel('E-mail address').evaluate((one) => one === document.activeElement))
    .toBe(true);
  expect(await dialog.getByLabel('Name').inputValue()).toBe('Mara the second');
  expect(await barriersOn(page)).toEqual([]);
  await lookAt(page, 'form-refused');
  await page.close();
});

test('the public note of a correction that was refused is there again when its dialogue is', async () => {
  const text = await written(by.Mara, { ...words, headline: 'The crane stands still', body: ['Until six.'] });
  await published({ editor: by.Tomas, publisher: by.Ines, writer: by.Mara }, text);
  await openAt(ines, text);
  await button(ines, 'Correct').click();
  const dialog = ines.getByRole('dialog');
  await dialog.getByLabel('Kind of change').selectOption('Clarification');
  await dialog.getByLabel('Public note').fill('Until six in the evening.');
  const change = { kind: 'correction', note: 'Until seven.', isMajor: false } as const;
  await by.Ines.done('POST /desk/api/draft/correct', { release: text.release, locale: 'en', change });
  await dialog.getByRole('button', { name: 'Correct', exact: true }).click();
  await dialog.getByRole('alert').waitFor();
  await ines.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await button(ines, 'Correct').click();
  await expect.poll(() => dialog.getByLabel('Public note').inputValue()).toBe('Until six in the evening.');
  await expect.poll(() => dialog.getByLabel('Kind of change').inputValue()).toBe('clarification');
});

test('whoever approves a correction sees what it changes against the public edition, word by word', async () => {
  const text = await written(by.Mara, { ...words, headline: 'The bridge lifts', body: ['It lifts at noon.'] });
  await by.Mara.done('POST /desk/api/draft/submit', { ...text, overrides: [] });
  await by.Tomas.done('POST /desk/api/draft/approve', text);
  await by.Ines.done('POST /desk/api/draft/publish', { ...text, forced: null });
  const on = { release: text.release, locale: 'en' };
  const change = { kind: 'correction', note: 'At one, not at noon.', isMajor: false } as const;
  const { draft } = await by.Ines.done('POST /desk/api/draft/correct', { ...on, change });
  const content = contentOf({ ...words, headline: 'The bridge lifts', body: ['It lifts at one.'] });
  const save = { ...on, revision: draft.revision, slug: null, content };
  const { revision } = await by.Ines.done('POST /desk/api/draft/save', save);
  await by.Ines.done('POST /desk/api/draft/submit', { ...on, revision, overrides: [] });

  await openAt(tomas, text);
  const changes = tomas.getByRole('group', { name: 'What it changes in the public edition' });
  await changes.locator('ins').waitFor();
  await expect.poll(() => changes.locator('del').allInnerTexts()).toEqual(['noon']);
  await expect.poll(() => changes.locator('ins').allInnerTexts()).toEqual(['one']);
  expect(await barriersOn(tomas)).toEqual([]);
});

test('a browser that was never signed in is not told that it was signed out', async () => {
  const stranger = await at.sit();
  await stranger.goto('/desk');
  await stranger.getByRole('heading', { name: 'Sign in to the desk' }).waitFor();
  expect(await stranger.getByText('You were signed out').count()).toBe(0);

  await mara.goto('/desk');
  await mara.getByRole('heading', { name: 'My work' }).waitFor();
  await mara.context().clearCookies();
  await mara.goto('/desk');
  await mara.getByText('You were signed out').waitFor();
});

test('nothing broke in any browser, and no policy was broken', () => {
  expect(at.faults).toEqual([]);
});
