import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hostileTexts } from '../support/hostile-texts.ts';
import { liveOn } from '../support/live-on.ts';
import { type AtDesk, castAt, type OpenDesk, openDesk } from '../support/open-desk.ts';
import type { OpenForReaders } from '../support/open-for-readers.ts';
import { openPort } from '../support/open-port.ts';
import { contentOf, written } from '../support/public-text.ts';
import { reviewerAt } from '../support/reviewer.ts';

const languages = ['en', 'fr', 'es', 'ar', 'zh-Hans', 'mn', 'ru'];
const ferry = {
  headline: 'The ferry sails at noon',
  summary: 'Daily from March.',
  body: ['It takes an hour.', 'Bicycles are free.'],
};

let open: OpenForReaders;
let desk: OpenDesk;
let people: Record<'Mara' | 'Tomas' | 'Ines', AtDesk>;

beforeAll(async () => {
  open = await openPort(...languages);
  desk = await openDesk(open);
  people = await castAt(desk, open.newsroom, { Mara: ['writer'], Tomas: ['editor'], Ines: ['publisher'] });
});
afterAll(async () => {
  await desk?.close();
  await open?.close();
});

async function underReview({ question = 'Is noon right?', locale = 'en', words = ferry } = {}) {
  const { Mara } = people;
  const { revision, ...text } = await written(Mara, words, { locale });
  const { link, id } = await Mara.done('POST /desk/api/previews', { ...text, days: 2, question });
  return { text, revision, id, link, reviewer: reviewerAt(desk.sit(), link) };
}

const remarksOf = async (text: { release: string; locale: string }) =>
  (await people.Mara.done('GET /desk/api/remarks', text)).remarks;

test('a reviewer reads the question and the text, remarks on a paragraph, sees what they sent, and the desk settles it', async () => {
  const { text, reviewer } = await underReview();
  const first = await reviewer.page();
  expect(first.body).toContain('Is noon right?');
  expect(first.body).toMatch(/<option value="3">3\. It takes an hour\.<\/option>/);
  const sent = await reviewer.send({ name: 'Lin Okafor', words: 'It takes\r\nninety minutes.', about: '3' });
  expect(sent).toMatchObject({ status: 303, location: `${reviewer.path}#sent` });
  const { body } = await reviewer.page();
  expect(body).toMatch(/Sent by this link[^]*Lin Okafor[^]*It takes\nninety minutes\./);
  expect((await reviewer.send({ name: 'Lin Okafor', words: '', verdict: 'nothing' })).status).toBe(303);

  const { drafts } = await people.Mara.done('GET /desk/api/release', { release: text.release });
  expect(drafts[0]?.openRemarks).toEqual([{ name: 'Lin Okafor', excerpt: 'It takes ninety minutes.', of: null }]);
  const [nothing, remark] = await remarksOf(text);
  expect(nothing).toMatchObject({ words: null, isOfTextNow: true });
  expect(remark).toMatchObject({
    about: { number: 3, isStillThere: true },
    isOfTextNow: true,
    link: { sharedBy: 'Mara' },
  });
  expect((await people.Mara.done('GET /desk/api/work', {})).remarks).toMatchObject([{ ...text, name: 'Lin Okafor' }]);
  const settled = { remark: remark?.id ?? '', answer: 'Ninety it is.' };
  await people.Tomas.done('POST /desk/api/remarks/settle', settled);
  const again = await people.Mara.ask('POST /desk/api/remarks/settle', settled);
  expect(again).toMatchObject({ status: 409, answer: { refusals: [{ reason: 'already-settled', by: 'Tomas' }] } });
  expect((await people.Mara.done('GET /desk/api/work', {})).remarks).toEqual([]);
  expect((await reviewer.page()).body).not.toContain('Ninety it is.');
});

test('below the form stands the text as it is without one, and a link to read only has none and takes nothing', async () => {
  const { text, reviewer } = await underReview();
  const { link } = await people.Mara.done('POST /desk/api/previews', { ...text, days: 2 });
  const plain = reviewerAt(desk.sit(), link);
  const { body } = await plain.page();
  const article = /<article[^]*<\/article>/.exec(body)?.[0] ?? 'none';
  expect(article).toContain('Bicycles are free.');
  expect((await reviewer.page()).body).toContain(article);
  expect(body).not.toContain('method="post"');
  expect((await plain.send({ name: 'Kim', words: 'Now?' })).status).toBe(404);
  expect(await remarksOf(text)).toEqual([]);
});

test('a remark stays with the text it was made on, when that is saved while somebody reads', async () => {
  const { text, revision, link, reviewer } = await underReview();
  const read = (await reviewer.page()).body;
  const content = contentOf({ ...ferry, body: ['It takes two hours.', 'Bicycles are free.'] });
  await people.Mara.done('POST /desk/api/draft/save', { ...text, revision, content, slug: null });
  const slow = reviewerAt(desk.sit(), link, read);
  expect((await slow.send({ name: 'Kim', words: 'Ninety minutes?', about: '3' })).status).toBe(303);
  const about = { number: 3, words: 'It takes an hour.', isStillThere: false };
  expect(await remarksOf(text)).toMatchObject([{ revision, isOfTextNow: false, about }]);
  expect((await reviewer.page()).body).toContain('The text has been changed since.');

  const refused = await slow.send({ name: ' ', words: 'And bicycles?', about: '4' });
  expect(refused.status).toBe(409);
  expect(refused.body).toMatch(/Write your name\.[^]*The text has been changed while you were reading/);
  expect(refused.body).toMatch(/<option value="4" selected>4\. Bicycles are free\.[^]*>And bicycles\?<\/textarea>/);
  expect(await remarksOf(text)).toHaveLength(1);
});

test('nothing typed is lost: refused it is in the fields, and at a link that has ended on a page that says what to do', async () => {
  const { text, id, reviewer } = await underReview();
  const long = 'é'.repeat(4_001);
  const refused = await reviewer.send({ name: 'Kim & Co', words: long, about: '99' });
  expect(refused.status).toBe(409);
  expect(refused.body).toMatch(/4,001 characters are too many; at most 4,000[^]*Choose what your remark is about/);
  expect(refused.body).toContain(`>${long}</textarea>`);
  expect(refused.body).toContain('value="Kim &amp; Co"');
  const both = await reviewer.send({ name: 'Kim', words: 'A slip.', verdict: 'nothing' });
  expect(both.body).toMatch(/You have written a remark\.[^]*>A slip\.<\/textarea>/);
  const forged = await reviewer.send({ name: 'Kim', words: 'A slip.', content: 'f'.repeat(64) });
  expect([forged.status, forged.body.includes('>A slip.</textarea>')]).toEqual([409, true]);

  const read = (await reviewer.page()).body;
  await people.Mara.done('POST /desk/api/previews/revoke', { preview: id });
  const late = reviewerAt(desk.sit(), `http://desk.example${reviewer.path}`, read);
  const ended = await late.send({ name: 'Kim', words: 'One <b>slip</b>.' });
  expect(ended.status).toBe(404);
  expect(ended.body).toMatch(
    /ask whoever gave you the link for a new one[^]*Kim\n\nOne &lt;b>slip&lt;\/b>\.<\/textarea>/,
  );
  expect(ended.body).not.toContain('Bicycles');
  const never = reviewerAt(desk.sit(), 'http://desk.example/desk/shared/never-was', read);
  expect(await never.send({ name: 'Kim', words: 'One <b>slip</b>.' })).toEqual(ended);
  expect(await remarksOf(text)).toEqual([]);
});

test('who opens a link that has ended is told what to do, in their language, and a stranger no more than that', async () => {
  const { id, reviewer } = await underReview();
  await people.Mara.done('POST /desk/api/previews/revoke', { preview: id });
  const opened = async (path: string, language: string) => {
    const headers = { accept: 'text/html,*/*;q=0.8', 'accept-language': language };
    const answer = await desk.sit().send(path, { headers });
    return { status: answer.status, body: await answer.text() };
  };
  const ended = await opened(reviewer.path, 'fr-CH, fr;q=0.9');
  expect(ended.status).toBe(404);
  expect(ended.body).toMatch(/<html lang="fr"[^]*Demandez-en un nouveau à qui vous l’a donné/);
  expect(ended.body).not.toMatch(/ferry|textarea/);
  expect(await opened('/desk/shared/never-was', 'fr-CH, fr;q=0.9')).toEqual(ended);
  expect((await opened('/desk/shared/never-was', 'zh-CN')).body).toContain('请向给您链接的人索取新的链接');
  expect((await reviewer.page()).body).toContain('DRAFT_NOT_FOUND');
});

test.each(languages)('the form speaks the language of the text: %s', async (locale) => {
  const { reviewer } = await underReview({ locale, question: '12:00?' });
  const read = (await reviewer.page()).body;
  expect(read).toContain(`<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">`);
  const refused = await reviewer.send({ name: '', words: '' });
  const words = /<section class="review"[^]*?<\/section>/.exec(refused.body)?.[0] ?? '';
  const english = /[A-Za-z]{4,}/.test(
    words.replaceAll(/<[^>]*>|The ferry sails at noon|Daily from March|It takes an hour|Bicycles are free/g, ''),
  );
  expect(english).toBe(['en', 'fr', 'es'].includes(locale));
  const late = reviewerAt(desk.sit(), 'http://desk.example/desk/shared/never-was', read);
  expect((await late.send({ words: 'x' })).body).toContain(`<html lang="${locale}"`);
});

test('only a page of this site can send, and nothing but such a form', async () => {
  const { text, reviewer } = await underReview();
  const typed = { name: 'Kim', words: 'From elsewhere.' };
  for (const site of ['cross-site', 'same-site', 'none'])
    expect((await reviewer.send(typed, { 'sec-fetch-site': site })).status).toBe(403);
  expect((await reviewer.send(typed, { 'content-type': 'application/json' })).status).toBe(400);
  const seat = desk.sit();
  const asForm = { 'content-type': 'application/x-www-form-urlencoded' };
  const api = await people.Mara.send('/desk/api/sign-out', { method: 'POST', body: 'a=b', headers: asForm });
  expect(api.status).toBe(415);
  const huge = await seat.send(reviewer.path, {
    method: 'POST',
    body: `words=${'x'.repeat(600_000)}`,
    headers: asForm,
  });
  expect(huge.status).toBe(413);
  expect(await remarksOf(text)).toEqual([]);
  const page = await seat.get(reviewer.path);
  expect(page.headers.get('referrer-policy')).toBe('same-origin');
  expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*form-action 'self'/);
});

test('whatever is sent is kept, refused with the form or told that the link has ended; never a failure', async () => {
  const { reviewer } = await underReview();
  const any = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(...hostileTexts, '-1', '1e9', '9'.repeat(400)),
  );
  const fields = ['name', 'words', 'about', 'revision', 'content', 'language', 'verdict'] as const;
  const form = fc.record(Object.fromEntries(fields.map((field) => [field, any])), { requiredKeys: [] });
  await fc.assert(
    fc.asyncProperty(form, async (typed) => {
      const { status, body } = await reviewer.send(typed as Record<string, string>);
      expect([303, 404, 409]).toContain(status);
      expect(liveOn(body).filter((one) => one !== 'form')).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('hostile words in every field, and in the question, are text and come to the desk as they were typed', async () => {
  for (const hostile of hostileTexts) {
    const question = hostile.slice(0, 900);
    const { text, reviewer } = await underReview({ question });
    const sent = await reviewer.send({ name: hostile.slice(0, 100), words: hostile });
    expect([hostile, [303, 409].includes(sent.status)]).toEqual([hostile, true]);
    for (const body of [(await reviewer.page()).body, sent.body]) {
      expect([hostile, ...liveOn(body).filter((one) => one !== 'form')]).toEqual([hostile]);
    }
    if (sent.status === 303) expect((await remarksOf(text))[0]?.words).toBe(hostile.replaceAll(/\r\n?/g, '\n'));
  }
});
