import { hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { readZip } from '../../../test/support/read-zip.ts';
import { keptPicture, lostPicture, smallPublished, textFor, visitor } from '../../../test/support/small-newsroom.ts';
import type { Answer } from '../../http/route.ts';
import { fixedClock } from '../../platform/clock.ts';
import { type KitSettings, pressKitRoutes } from './press-kit-routes.ts';

const bytes = Buffer.alloc(120_000, 'a ferry ');
const asset = {
  ...keptPicture,
  kept: { hash: hash('sha256', bytes), mediaType: 'image/jpeg', bytes: bytes.length, width: 1_200, height: 800 },
  usageTerms: 'For news only.',
};
const hostile = `../../etc/passwd\u202e\nCreator: Mallory ${'x'.repeat(1_000_000)}`;
const first = textFor({ number: 7, isCurrent: false, slug: 'the-ferry', headline: 'The ferry leaves at eight' });
const ferry = textFor({
  ...{ number: 7, edition: 2, headline: hostile, slug: 'the-ferry' },
  pictures: [
    { asset, alt: hostile, caption: hostile },
    { asset: lostPicture, alt: '', caption: null },
  ],
});
const gone = textFor({ number: 8, headline: 'The ferry is sold' });
const published = smallPublished({ texts: [first, ferry], retracted: [gone] });
const page = '/en/releases/calder-2026-7/the-ferry';
const whole: KitSettings['originals'] = {
  bytesKept: async (name) => (name === asset.kept.hash ? bytes.length : null),
  read: () => Readable.from([bytes], { objectMode: false }),
};

function visit(originals: KitSettings['originals'] = whole) {
  const settings = { origin: 'https://newsroom.example', clock: fixedClock('2026-11-24T23:30:00Z'), originals };
  return visitor(pressKitRoutes(published, settings));
}

function opened(answer: Answer | null): Readable {
  const body = answer?.body;
  if (typeof body !== 'object' || !('open' in body)) throw new TypeError('no archive was answered');
  return body.open();
}

test('a kit has the text twice, each original to the byte, and what is said of it; names hold no word of the text', async () => {
  const answer = await visit()(`${page}/press-kit.zip`);
  expect(answer).toMatchObject({
    ...{ status: 200, type: 'application/zip', keep: false },
    headers: { 'content-disposition': 'attachment; filename="calder-2026-7-en.zip"', 'x-robots-tag': 'noindex' },
  });
  const files = await readZip(await buffer(opened(answer)));
  expect(files.map(({ name }) => name)).toEqual(
    ['txt', 'html', '1.jpg', '1.txt', '2.txt'].map(
      (end) => `calder-2026-7-en/calder-2026-7-en${/^\d/.test(end) ? '-' : '.'}${end}`,
    ),
  );
  expect(files[2]?.bytes.equals(bytes)).toBe(true);
  const note = String(files[3]?.bytes);
  expect(note).toContain('\nCreator: Ann Other\n');
  expect(note).not.toContain('\nCreator: Mallory');
  expect(note).toContain('\nCopyright: © 2025 Port of Calder\nTerms of use: For news only.\n');
  expect(note).toContain(`\nSHA-256: ${asset.kept.hash}\n`);
  expect(String(files[4]?.bytes)).toContain('The picture itself is not in this archive.');
  expect(String(files[4]?.bytes)).toContain('No terms of use came with this picture.');
  expect(String(files[1]?.bytes)).toContain('<img src="calder-2026-7-en-1.jpg"');
});

test('an earlier edition has a kit and a plain text of its own', async () => {
  const kit = await visit()(`${page}/editions/1/press-kit.zip`);
  expect(kit?.headers?.['content-disposition']).toBe('attachment; filename="calder-2026-7-en-edition-1.zip"');
  expect(kit?.headers?.['etag']).not.toBe((await visit()(`${page}/press-kit.zip`))?.headers?.['etag']);
  const text = await visit()(`${page}/editions/1/text.txt`);
  expect(text).toMatchObject({ status: 200, type: 'text/plain; charset=utf-8' });
  expect(text?.body).toContain('This is edition 1, an earlier text.');
});

test('an original that is not here, or not as long as it was, is left out, and its note says so', async () => {
  for (const found of [null, 100]) {
    const answer = await visit({ ...whole, bytesKept: async () => found })(`${page}/press-kit.zip`);
    const files = await readZip(await buffer(opened(answer)));
    expect(files.map(({ name }) => name).filter((name) => name.endsWith('.jpg'))).toEqual([]);
    const note = files.find(({ name }) => name.endsWith('-1.txt'));
    expect(String(note?.bytes)).toContain('The original of this picture cannot be given at present.');
    expect(answer?.headers?.['etag']).not.toBe((await visit()(`${page}/press-kit.zip`))?.headers?.['etag']);
  }
});

test('other spellings lead on, a retracted text says why, and what is not there has no file', async () => {
  for (const file of ['press-kit.zip', 'text.txt']) {
    for (const address of ['/en/releases/calder-2026-7/old-slug', '/en/releases/calder-2026-7'])
      expect(await visit()(`${address}/${file}`)).toMatchObject({
        ...{ status: 301, headers: { location: `${page}/${file}` } },
      });
    const retracted = await visit()(`/en/releases/calder-2026-8/release-8/${file}`);
    expect(retracted).toMatchObject({ status: 410, body: expect.stringContaining('Reason: It named the wrong ship.') });
    expect(retracted?.body).not.toContain('sold');
    for (const path of [
      `/en/releases/calder-2026-99/x/${file}`,
      `/mn/releases/calder-2026-7/x/${file}`,
      `${page}/editions/9/${file}`,
    ])
      expect([path, await visit()(path)]).toEqual([path, null]);
  }
});

test('one address takes four kits at once and is asked to wait with the fifth, until one has ended', async () => {
  const ask = visit({ ...whole, read: () => new Readable({ read() {} }) });
  const address = `${page}/press-kit.zip`;
  const taken = [];
  for (let kit = 0; kit < 4; kit += 1) taken.push(opened(await ask(address)));
  expect(await ask(address)).toMatchObject({ status: 503, headers: { 'retry-after': '10' } });
  expect(await ask(`${page}/text.txt`)).toMatchObject({ status: 200 });
  taken[0]?.destroy();
  await expect.poll(async () => (await ask(address))?.status).toBe(200);
  for (const one of taken) one.destroy();
});
