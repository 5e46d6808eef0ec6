import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cleaned, fromGoogleDocs, fromWord, handOver, pasteInto } from '../support/clipboards.ts';
import { bodyOf, isSaved, write } from '../support/desk-hands.ts';
import { type NewsroomInBrowser, openInBrowser } from '../support/newsroom-in-browser.ts';
import { type AtDesk, castAt } from '../support/open-desk.ts';
import { setUpPort } from '../support/open-port.ts';

let at: NewsroomInBrowser;
let seat: AtDesk;
let mara: Page;

beforeAll(async () => {
  at = await openInBrowser((open) => setUpPort(open, ['en']));
  ({ Mara: seat } = await castAt(at.desk, at.open.newsroom, { Mara: ['writer'] }));
  mara = await at.sit(seat);
});
afterAll(() => at?.close());

/** As the newsroom holds it. */
async function kept(): Promise<string | undefined> {
  const [, release = ''] = /releases\/([^/]+)/.exec(mara.url()) ?? [];
  const { drafts } = await seat.done('GET /desk/api/release', { release });
  return drafts[0]?.content.body;
}

/** A picture that does not compress. */
function quay(exif: object = {}): Promise<Buffer> {
  const [width, height] = [900, 600];
  const raw = { width, height, channels: 3 as const };
  return sharp(randomBytes(width * height * 3), { raw })
    .withExif(exif)
    .jpeg({ quality: 90 })
    .toBuffer();
}

test.each([
  ['Word', fromWord],
  ['Google Docs', fromGoogleDocs],
])('what is pasted from %s keeps its structure and loses its looks', async (_, html) => {
  await write(mara, { headline: 'A second ferry', summary: 'From May on.', body: [] });
  await pasteInto(bodyOf(mara), html);
  await mara.getByLabel('Headline').focus();
  await isSaved(mara);
  expect(await kept()).toBe(cleaned);
  // The copy desk looks at what came in.
  await mara.getByText('A table has no header cells.').waitFor();
});

test('pictures come in by button, by dropping and by pasting, and say how far they are', async () => {
  await write(mara, { headline: 'A new quay', summary: 'It opens in May.', body: ['The port says so.'] });
  const pictures = mara.locator('.picture .words');
  const devtools = await mara.context().newCDPSession(mara);
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 400_000 };
  await devtools.send('Network.emulateNetworkConditions', slow);
  const named = { IFD0: { Artist: 'Mara Quill', Copyright: 'Port of Calder' } };
  const file = { name: 'quay.jpg', mimeType: 'image/jpeg', buffer: await quay(named) };
  await mara.locator('.drop input[type=file]').setInputFiles(file);
  await mara.getByText(/^quay\.jpg: [1-9]\d? % sent$/).waitFor();
  await devtools.send('Network.emulateNetworkConditions', { ...slow, uploadThroughput: -1 });
  await pictures.first().waitFor();

  await handOver(mara.locator('.drop'), 'drop', { name: 'dropped.jpg', bytes: await quay() });
  await pictures.nth(1).waitFor();
  await handOver(bodyOf(mara), 'paste', { name: 'pasted.jpg', bytes: await quay() });
  await pictures.nth(2).waitFor();
  await handOver(bodyOf(mara), 'drop', { name: 'on-the-text.jpg', bytes: await quay() });
  await pictures.nth(3).waitFor();
  await expect.poll(() => pictures.first().getByLabel('Creator').inputValue()).toBe('Mara Quill');
  await mara.getByText('A picture has no alternative text.').first().waitFor();

  for (const one of await pictures.getByLabel('Alternative text').all()) await one.fill('The quay, from the water.');
  const uncredited = mara.getByText('A picture has no credit.');
  await uncredited.nth(3).waitFor();
  const credit = pictures.nth(1).getByLabel('Credit line');
  await credit.fill('© Mara Quill / Port of Calder');
  await credit.locator('xpath=ancestor::details').getByRole('button', { name: 'Save the credit' }).press('Enter');
  await mara.getByText('© Mara Quill / Port of Calder').first().waitFor();
  await uncredited.nth(3).waitFor({ state: 'detached' });
  await isSaved(mara);
  await mara.clock.install();
  await pictures.nth(1).getByRole('button', { name: 'Remove' }).press('Enter');
  await mara.getByText('The picture was taken out of the text.').waitFor();
  await mara.getByLabel('Alternative text').nth(3).waitFor({ state: 'detached' });
  const undo = mara.locator('.toast').getByRole('button', { name: 'Undo' });
  await undo.focus();
  // Under the hand it stays, however long one thinks about it.
  await mara.clock.fastForward(60_000);
  await undo.press('Enter');
  await mara.getByLabel('Alternative text').nth(3).waitFor();
  await expect.poll(() => mara.locator('.picture img').count()).toBe(4);
  await expect.poll(() => pictures.nth(1).getByText('© Mara Quill / Port of Calder').count()).toBe(1);
});

test('nothing broke in any browser, and no policy was broken', () => {
  expect(at.faults).toEqual([]);
});
