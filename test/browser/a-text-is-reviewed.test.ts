import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { button, isSaved, stands, write } from '../support/desk-hands.ts';
import { barriersOfColourOn, barriersOn } from '../support/find-barriers.ts';
import { press, tabTo } from '../support/keyboard.ts';
import { lookAt } from '../support/look-at.ts';
import { type NewsroomInBrowser, openInBrowser } from '../support/newsroom-in-browser.ts';
import { type AtDesk, castAt } from '../support/open-desk.ts';
import { setUpPort } from '../support/open-port.ts';
import { written } from '../support/public-text.ts';
import { reviewerAt } from '../support/reviewer.ts';

const languages = ['en', 'ar', 'zh-Hans'];
const phone = { viewport: { width: 390, height: 800 } };

let at: NewsroomInBrowser;
let seats: Record<'Mara' | 'Wen', AtDesk>;
let mara: Page;

const words = {
  headline: 'The lighthouse is painted green',
  summary: 'By Friday.',
  body: ['It was white.', 'It shines.'],
};

beforeAll(async () => {
  at = await openInBrowser((open) => setUpPort(open, languages));
  seats = await castAt(at.desk, at.open.newsroom, { Mara: ['writer'], Wen: ['writer', 'editor', 'publisher'] });
  mara = await at.sit(seats.Mara);
});
afterAll(() => at?.close());

/** Opens what stands folded beside the text. */
async function unfold(page: Page, title: RegExp): Promise<void> {
  const summary = page.locator('.side summary', { hasText: title });
  await summary.focus();
  await page.keyboard.press('Enter');
}

test('a writer asks for a review by keyboard, a reviewer answers on a phone without scripts, and the remark is settled', async () => {
  await write(mara, words);
  await unfold(mara, /^Links for people outside/);
  await tabTo(mara, 'Its reader is asked to review the text');
  await mara.keyboard.press('Space');
  await tabTo(mara, 'Question to the reviewer (may be left empty)');
  await mara.keyboard.type('Was it ever red?');
  await press(mara, 'Make a link');
  await mara.getByText('Asked: Was it ever red?').waitFor();
  const link = (
    await mara
      .getByText(/\/desk\/shared\/[\w-]{43}/)
      .first()
      .innerText()
  ).trim();
  expect(await barriersOn(mara)).toEqual([]);
  await lookAt(mara, 'review-asked');

  const lin = await at.sit(null, { ...phone, javaScriptEnabled: false });
  await lin.goto(link);
  await lin.getByText('Was it ever red?').waitFor();
  await lin.getByLabel('Your name').focus();
  await lin.keyboard.type('Lin Okafor');
  await lin.keyboard.press('Tab');
  await lin.keyboard.type('3');
  await lin.keyboard.press('Tab');
  await lin.keyboard.type('It was red until 1911.');
  await lin.keyboard.press('Tab');
  await lin.keyboard.press('Enter');
  await lin.getByRole('heading', { name: 'Sent by this link' }).waitFor();
  await lin.getByText('It was red until 1911.').waitFor();
  await expect.poll(() => lin.getByLabel('Your name').inputValue()).toBe('Lin Okafor');
  await button(lin, 'I have read it and found nothing wrong').press('Enter');
  await lin.getByText('Has read the text and found nothing wrong.').waitFor();

  await mara.goto('/desk');
  await mara.getByText('Remark by Lin Okafor').waitFor();
  await lookAt(mara, 'review-work');
  await press(mara, words.headline);
  await stands(mara, 'Draft');
  await unfold(mara, /^Remarks from outside \(1\)/);
  const remark = mara.locator('.remark', { hasText: 'It was red until 1911.' });
  await remark.getByText('Paragraph 3, still there').waitFor();
  await remark.getByText('on the text as it is now').waitFor();
  await mara.getByRole('textbox', { name: 'Text', exact: true }).focus();
  await mara.keyboard.press('Control+Home');
  await mara.keyboard.type('Long ago ');
  await mara.getByLabel('Headline').focus();
  await isSaved(mara);
  await remark.getByText(/^on an earlier text, revision \d+/).waitFor();
  await remark.getByText('Paragraph 3, changed or removed since').waitFor();
  await remark.getByRole('button', { name: 'What has changed since' }).press('Enter');
  await remark.locator('ins', { hasText: 'Long ago' }).waitFor();
  expect(await barriersOn(mara)).toEqual([]);
  await lookAt(mara, 'review-remarks');

  await press(mara, 'Submit');
  const submitting = mara.getByRole('dialog');
  await submitting.getByText('A remark from outside is not settled.').waitFor();
  await submitting.getByText('Lin Okafor: “It was red until 1911.”').waitFor();
  expect(await barriersOn(mara)).toEqual([]);
  await lookAt(mara, 'review-warning');
  await mara.keyboard.press('Escape');
  await submitting.waitFor({ state: 'detached' });

  await press(mara, 'Settle');
  const settling = mara.getByRole('dialog');
  await settling.getByLabel('Answer; it stays at the desk').waitFor();
  await mara.keyboard.type('It now says red, then white.');
  await press(mara, 'Settle');
  await settling.waitFor({ state: 'detached' });
  await remark.getByText(/^Settled by Mara/).waitFor();
  await remark.getByText('It now says red, then white.').waitFor();
  await mara.goto('/desk');
  await mara.getByText('no remark from outside waits').waitFor();
});

test('who approves, schedules or publishes is warned of what is open, and not stopped', async () => {
  const { Mara, Wen } = seats;
  const text = await written(Mara, { ...words, headline: 'The lighthouse is sold' });
  const named = { release: text.release, locale: 'en' };
  const { link } = await Mara.done('POST /desk/api/previews', { ...named, days: 2, question: '' });
  await reviewerAt(at.desk.sit(), link).send({ name: 'Kim', words: 'To whom?' });
  await Mara.done('POST /desk/api/draft/submit', { ...text, overrides: [] });
  const wen = await at.sit(Wen);
  await wen.goto(`/desk/releases/${text.release}/en`);
  const isWarned = async (act: string) => {
    await press(wen, act);
    const dialog = wen.getByRole('dialog');
    await dialog.getByText('Kim: “To whom?”').waitFor();
    return dialog;
  };
  await stands(wen, 'Submitted');
  const approving = await isWarned('Approve');
  await press(wen, 'Approve');
  await approving.waitFor({ state: 'detached' });
  await stands(wen, 'Approved');
  const scheduling = await isWarned('Schedule');
  await lookAt(wen, 'review-schedule');
  await wen.keyboard.press('Escape');
  await scheduling.waitFor({ state: 'detached' });
  await isWarned('Publish now');
  await press(wen, 'Publish now');
  await stands(wen, 'Published');
});

test.each(languages)(
  'the page behind a link is without barriers in %s, refused and ended too, in both colours',
  async (locale) => {
    const { Mara } = seats;
    const inOwn = {
      en: words,
      ar: { headline: 'طلاء المنارة', summary: 'قبل الجمعة.', body: ['كانت بيضاء.'] },
    } as const;
    const chinese = { headline: '灯塔刷成绿色', summary: '周五前完成。', body: ['灯塔原为白色。'] };
    const { revision: _, ...text } = await written(Mara, inOwn[locale as 'en'] ?? chinese, { locale });
    const { link, id } = await Mara.done('POST /desk/api/previews', { ...text, days: 2, question: '1911?' });
    await reviewerAt(at.desk.sit(), link).send({ name: 'Lin', words: '1911!', about: '3' });
    const page = await at.sit(null, phone);
    await page.goto(link);
    await page.locator('#review-name').fill('Lin');
    await page.locator('.other').press('Enter');
    await page.locator('.sent li').nth(1).waitFor();
    await page.locator('#review-name').fill('Lin');
    await page.locator('#review-words').fill('1912?');
    await page.locator('.other').press('Enter');
    await page.locator('[role=alert]').waitFor();
    await expect.poll(() => page.locator('#review-words').inputValue()).toBe('1912?');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await barriersOn(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await barriersOfColourOn(page)).toEqual([]);
    await lookAt(page, `review-page-${locale}`);

    await Mara.done('POST /desk/api/previews/revoke', { preview: id });
    await page.locator('.review button').first().press('Enter');
    await expect.poll(() => page.locator('#typed').inputValue()).toBe('Lin\n\n1912?');
    expect(await barriersOn(page)).toEqual([]);
    await lookAt(page, `review-ended-${locale}`);
  },
);

test('nothing of that broke a policy or the application', () => {
  expect(at.faults).toEqual([]);
});
