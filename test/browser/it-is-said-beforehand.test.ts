import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actsOf } from '../support/archives.ts';
import { act, button, stands, write } from '../support/desk-hands.ts';
import { barriersOn } from '../support/find-barriers.ts';
import { lookAt } from '../support/look-at.ts';
import { type NewsroomInBrowser, openInBrowser } from '../support/newsroom-in-browser.ts';
import { type AtDesk, castAt } from '../support/open-desk.ts';
import { setUpPort } from '../support/open-port.ts';
import { published, written } from '../support/public-text.ts';

let at: NewsroomInBrowser;
let by: { readonly writer: AtDesk; readonly editor: AtDesk; readonly publisher: AtDesk };
let administrator: AtDesk;
let nobody: AtDesk;
let odile: Page;
let ines: Page;

const words = { headline: 'The ferry sails at noon', summary: 'Daily.', body: ['The ferry leaves the quay at noon.'] };

beforeAll(async () => {
  at = await openInBrowser((open) => setUpPort(open, ['en', 'fr']));
  const people = { Mara: ['writer'], Tomas: ['editor'], Ines: ['publisher'], Nele: [] } as const;
  const seats = await castAt(at.desk, at.open.newsroom, people);
  by = { writer: seats.Mara, editor: seats.Tomas, publisher: seats.Ines };
  administrator = seats.administrator;
  nobody = seats.Nele;
  odile = await at.sit(administrator);
  ines = await at.sit(seats.Ines);
}, 120_000);
afterAll(() => at?.close());

test('whoever may give roles, and has none to write with, is led to where they are given', async () => {
  for (const path of ['/desk', '/desk/releases/new']) {
    await odile.goto(path);
    await odile.getByText('To begin or write releases one needs the role of writer, editor or publisher.').waitFor();
    await expect.poll(() => button(odile, 'Begin the release').count()).toBe(0);
    await lookAt(odile, `without-role-${path.length}`);
    expect(await barriersOn(odile)).toEqual([]);
    await odile.getByRole('link', { name: 'Give it, to yourself or to others, under People.' }).press('Enter');
    await odile.getByRole('heading', { name: 'People', level: 1 }).waitFor();
  }
});

test('whoever may write nothing, and give no roles, is told whom to ask', async () => {
  const nele = await at.sit(nobody);
  for (const path of ['/desk', '/desk/releases/new']) {
    await nele.goto(path);
    await nele.getByText('Ask an administrator for one: Odile.').waitFor();
  }
  await nele.context().close();
});

test('a correction that is submitted without its public note is asked for it, and goes with it', async () => {
  const text = await written(by.writer, words);
  await published(by, text);
  await ines.goto(`/desk/releases/${text.release}/en`);
  await act(ines, 'Correct');
  await stands(ines, 'Draft');
  await ines.getByText(/^Needed before it is submitted\./).waitFor();
  await ines.getByText(/^Feeds then tell their readers again/).waitFor();
  await button(ines, 'Submit').press('Enter');
  const dialog = ines.getByRole('dialog');
  const submit = dialog.getByRole('button', { name: 'Submit', exact: true });
  await expect.poll(() => submit.isDisabled()).toBe(true);
  await lookAt(ines, 'submit-note');
  expect(await barriersOn(ines)).toEqual([]);
  await dialog.getByLabel('Public note').focus();
  await ines.keyboard.type('The ferry sails at one.');
  await submit.press('Enter');
  await stands(ines, 'Submitted');
  const { drafts } = await by.writer.done('GET /desk/api/release', { release: text.release });
  expect(drafts[0]?.change?.note).toBe('The ferry sails at one.');
});

test('beside the readers of a public text stands what limiting them still does', async () => {
  const text = await written(by.writer, { ...words, headline: 'The quay is mended' });
  await published(by, text);
  await ines.goto(`/desk/releases/${text.release}/en`);
  await button(ines, 'Limit readers').press('Enter');
  await ines.getByText(/^What is public stays public\./).waitFor();
  await lookAt(ines, 'limit-public');
});

test('an invitation opens in the language of whoever is invited, and a refused password is told in one sentence', async () => {
  const assignments = [{ role: 'writer', office: null, locale: null }] as const;
  const invite = async (name: string, language: string) =>
    (
      await administrator.done('POST /desk/api/people/invite', {
        ...{ name, email: `${name.toLowerCase()}@calder.example`, language, assignments },
      })
    ).link;
  const wen = await at.sit();
  await wen.goto(await invite('Wenling', 'zh-Hans'));
  await wen.getByText('wenling@calder.example').waitFor();
  await wen.getByText('密码').first().waitFor();
  await expect.poll(() => wen.locator('html').getAttribute('lang')).toBe('zh-Hans');
  await lookAt(wen, 'invited');

  const pia = await at.sit();
  await pia.goto(await invite('Piapia', 'en'));
  await pia.getByRole('textbox', { name: 'Password' }).fill('piapia in the reeds');
  await pia.keyboard.press('Enter');
  const alert = pia.getByRole('alert');
  await expect.poll(() => alert.innerText()).toContain('Password: It holds your name');
  await expect.poll(() => alert.innerText()).not.toContain('..');
});

test('a time that is over is refused while it is chosen, on the clock that was chosen', async () => {
  const text = await written(by.writer, { ...words, headline: 'The lock is open' });
  await by.writer.done('POST /desk/api/draft/submit', { ...text, overrides: [] });
  await by.editor.done('POST /desk/api/draft/approve', text);
  await ines.goto(`/desk/releases/${text.release}/en`);
  await button(ines, 'Schedule').press('Enter');
  const dialog = ines.getByRole('dialog');
  const schedule = dialog.getByRole('button', { name: 'Schedule', exact: true });
  await dialog.getByLabel('Time zone').selectOption('UTC');
  await dialog.getByLabel('Day').fill('2025-07-01');
  await dialog.locator('input[type=time]').fill('13:00');
  await dialog
    .getByRole('alert')
    .filter({ hasText: /1 July 2025 at 13:00 \(UTC\) is in the past\./ })
    .waitFor();
  await expect.poll(() => schedule.isDisabled()).toBe(true);
  await lookAt(ines, 'schedule-past');
  expect(await barriersOn(ines)).toEqual([]);
  await dialog.getByLabel('Day').fill('2027-07-01');
  await expect.poll(() => schedule.isDisabled()).toBe(false);
  await expect.poll(() => dialog.getByRole('alert').count()).toBe(0);
});

test('what becomes of the end of an address is shown while one types it', async () => {
  const mara = await at.sit(by.writer);
  await write(mara, { ...words, headline: 'Dogs travel free' });
  await mara.getByText('The address will end in /dogs-travel-free').waitFor();
  await mara.getByLabel('End of the address').focus();
  await mara.keyboard.type('../../admin?x=<b>');
  await mara.getByText('The address will end in /admin-x-b').waitFor();
  await lookAt(mara, 'slug-made');
});

test('in lists a change has its zone, and what is known by its day alone has that day', async () => {
  await at.open.moveIn(actsOf(1));
  await ines.goto('/desk/releases');
  const line = (headline: string) => ines.getByRole('listitem').filter({ hasText: headline });
  await line('Dogs travel free')
    .getByText(/^Changed .*\d\d:\d\d \(GMT\) by Mara$/)
    .waitFor();
  await line('Ferry 1 ')
    .first()
    .getByText(/^Changed \d+ \w+ 2010$/)
    .waitFor();
  await lookAt(ines, 'releases');
  await line('Ferry 1 ').first().getByRole('link').press('Enter');
  await ines.getByText(/\d+ \w+ 2010\. Edition 1\./).waitFor();
});

test('nothing broke in any browser, and no policy was broken', () => {
  expect(at.faults).toEqual([]);
});
