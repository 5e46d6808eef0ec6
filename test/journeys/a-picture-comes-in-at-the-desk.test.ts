import { createHash } from 'node:crypto';
import ExifReader from 'exifreader';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtDesk, castAt, type OpenDesk, openDesk } from '../support/open-desk.ts';
import type { OpenForReaders } from '../support/open-for-readers.ts';
import { openPort } from '../support/open-port.ts';

let open: OpenForReaders;
let desk: OpenDesk;
let people: Record<'Mara' | 'Tomas' | 'Ines' | 'administrator', AtDesk>;

beforeAll(async () => {
  open = await openPort('en');
  desk = await openDesk(open);
  people = await castAt(desk, open.newsroom, { Mara: ['writer'], Tomas: ['editor'], Ines: ['publisher'] });
});
afterAll(async () => {
  await desk?.close();
  await open?.close();
});

const taken = {
  IFD3: { GPSLatitude: '51/1 12/1 0/1', GPSLatitudeRef: 'N', GPSLongitude: '3/1 13/1 0/1', GPSLongitudeRef: 'E' },
  IFD0: { Model: 'Kingfisher 9', Artist: 'Mara Quill' },
};

async function quay(background: string, exif: object = taken): Promise<Buffer> {
  const sized = { create: { width: 1000, height: 700, channels: 3 as const, background } };
  return sharp(sized).withExif(exif).jpeg().toBuffer();
}

async function upload(bytes: Buffer, name = 'quay.jpg') {
  const headers = { 'content-type': 'image/jpeg', 'x-file-name': encodeURIComponent(name) };
  const answer = await people.Mara.post('/desk/api/pictures', bytes, headers);
  const { picture } = (await answer.json()) as { picture: { id: string; address: string; fileName: string } };
  return { ...picture, hash: /\/media\/([0-9a-f]{64})\//.exec(picture.address)?.[1] ?? '' };
}

async function textWith(pictures: readonly { picture: string; alt: string; caption: string }[]) {
  const { Mara } = people;
  const { release } = await Mara.done('POST /desk/api/releases', { office: 'PORT', type: 'news', original: 'en' });
  const content = {
    ...{ kicker: '', headline: 'A new quay', summary: 'It opens in May.', place: 'Calder', notes: '', pictures },
    body: '<p>The port says so.</p>',
  };
  const named = { release, locale: 'en' };
  const { revision } = await Mara.done('POST /desk/api/draft/save', { ...named, revision: 1, content, slug: null });
  return { ...named, revision };
}

const credited = (picture: string, credit: string | null) => ({
  ...{ picture, credit, creator: null, agency: null, copyrightHolder: null, copyrightYear: null, usageTerms: null },
});

const files = [
  'original',
  ...[320, 640, 960, 1280, 1920].flatMap((one) => ['avif', 'webp', 'jpeg'].map((as) => `${one}.${as}`)),
];

async function bytesAt(path: string): Promise<Buffer> {
  return Buffer.from(await (await fetch(desk.address + path)).arrayBuffer());
}

test('its bytes have no address before a public edition shows them, and every one after', async () => {
  const { Mara, Tomas, Ines } = people;
  const picture = await upload(await quay('#16a'));
  const statuses = async () => {
    const heard: number[] = [];
    for (const file of files) heard.push((await open.get(`/media/${picture.hash}/${file}`)).status);
    return new Set(heard);
  };
  expect(await statuses()).toEqual(new Set([404]));
  await Mara.done('POST /desk/api/pictures/credit', credited(picture.id, '© Mara Quill'));
  const text = await textWith([{ picture: picture.id, alt: 'A quay', caption: '' }]);
  await Mara.done('POST /desk/api/draft/submit', { ...text, overrides: [] });
  await Tomas.done('POST /desk/api/draft/approve', text);
  expect(await statuses()).toEqual(new Set([404]));
  const never = await open.get(`/media/${'0'.repeat(64)}/original`);
  const hidden = await open.get(`/media/${picture.hash}/original`);
  expect({ ...hidden.headers, 'x-request-id': '' }).toEqual({ ...never.headers, 'x-request-id': '' });
  await Ines.done('POST /desk/api/draft/publish', { ...text, forced: null });
  expect(await statuses()).toEqual(new Set([200]));

  // Where it was taken is nowhere; who took it is everywhere.
  const original = await bytesAt(`/media/${picture.hash}/original`);
  expect(createHash('sha256').update(original).digest('hex')).toBe(picture.hash);
  for (const file of ['original', '320.avif', '640.webp', '960.jpeg']) {
    const { gps, exif } = ExifReader.load(await bytesAt(`/media/${picture.hash}/${file}`), { expanded: true });
    expect([file, gps]).toEqual([file, undefined]);
    expect(exif?.Artist?.description).toContain('Mara');
    if (file !== 'original') expect(exif).not.toHaveProperty('Model');
  }
});

test('one that does not say where it was taken is kept byte for byte', async () => {
  const bytes = await quay('#a16', { IFD0: taken.IFD0 });
  const { hash } = await upload(bytes);
  expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'));
  const kept = await people.Ines.get(`/desk/media/${hash}/original`);
  expect(Buffer.from(await kept.arrayBuffer())).toEqual(bytes);
});

test('without a credit or a description it stops the text, unless an editor says why not', async () => {
  const { Mara, Tomas, administrator } = people;
  const { id: picture } = await upload(await quay('#6a1', {}));
  const text = await textWith([{ picture, alt: '', caption: '' }]);
  const submit = (who: AtDesk, overrides: readonly { code: string; reason: string }[]) =>
    who.ask('POST /desk/api/draft/submit', { ...text, overrides });
  const errors = [{ code: 'alt-missing' }, { code: 'credit-missing' }];
  const stopped = { status: 409, answer: { refusals: [{ reason: 'copy-desk', errors }] } };
  expect(await submit(Mara, [])).toMatchObject(stopped);
  expect(await submit(Tomas, [])).toMatchObject(stopped);
  const because = [
    { code: 'alt-missing', reason: 'It is an ornament.' },
    { code: 'credit-missing', reason: 'The archive does not know.' },
  ];
  expect((await submit(Mara, because)).answer).toMatchObject({
    refusals: [{ reason: 'not-allowed', act: 'override' }],
  });
  const silent = because.map(({ code }) => ({ code, reason: '  ' }));
  expect((await submit(Tomas, silent)).answer).toMatchObject({ refusals: [{ reason: 'reason-missing' }] });
  expect((await submit(Tomas, because.slice(0, 1))).answer).toMatchObject({
    refusals: [{ reason: 'copy-desk', errors: [{ code: 'credit-missing' }] }],
  });
  expect((await submit(Tomas, because)).status).toBe(200);
  const { entries } = await administrator.done('GET /desk/api/audit', { release: text.release, act: 'overrode' });
  expect(entries.map(({ name, detail }) => [name, detail['code'], detail['reason']])).toEqual(
    because.map(({ code, reason }) => ['Tomas', code, reason]).reverse(),
  );
});
