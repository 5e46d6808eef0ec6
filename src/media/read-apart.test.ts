import { setImmediate } from 'node:timers/promises';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { readApart } from './read-apart.ts';

const harbour = () => sharp({ create: { width: 60, height: 40, channels: 3, background: '#1a6' } });

/** As many places as fit into a picture: each is found, and finding them all takes a gigabyte. */
const hostile = async () => Buffer.concat([await harbour().jpeg().toBuffer(), marks]);
const marks = Buffer.from(`<rdf:RDF ${'a:gps="1" '.repeat(3_900_000)}>`);

test('a picture comes back without its place, with its hash and what it says', async () => {
  const place = { IFD3: { GPSLatitude: '51/1 12/1 0/1', GPSLatitudeRef: 'N' }, IFD0: { Artist: 'Mara Quill' } };
  const bytes = await harbour().withExif(place).jpeg().toBuffer();
  const read = await readApart(bytes);
  expect(read.words).toMatchObject({ creator: 'Mara Quill', credit: null });
  expect(read.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(read.bytes.length).toBe(bytes.length);
  expect(read.bytes.equals(bytes)).toBe(false);
  expect(await readApart(read.bytes)).toEqual(read);
});

test('a place that cannot be taken out is refused in the words of whoever looked', async () => {
  const chunk = Buffer.from('\0\0\0\0zTXtxmp\0\0no deflate\0\0\0\0', 'latin1');
  chunk.writeUInt32BE(chunk.length - 12, 0);
  const png = await harbour().png().toBuffer();
  const bytes = Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
  await expect(readApart(bytes)).rejects.toMatchObject({
    code: 'MEDIA_REFUSED',
    detail: { problem: expect.stringContaining('cannot be read') },
  });
});

test('a picture that would fill the memory is refused, and others are answered meanwhile', async () => {
  let isRead = false;
  const reading = readApart(await hostile(), { milliseconds: 60_000, megabytes: 64 }).finally(() => {
    isRead = true;
  });
  reading.catch(() => {});
  let answered = 0;
  for (; !isRead; answered += 1) await setImmediate();
  await expect(reading).rejects.toMatchObject({ code: 'MEDIA_REFUSED' });
  expect(answered).toBeGreaterThan(1_000);
});

test('a picture that takes too long is given up', async () => {
  const given = readApart(await hostile(), { milliseconds: 1, megabytes: 1_000 });
  await expect(given).rejects.toMatchObject({
    code: 'MEDIA_REFUSED',
    detail: { problem: expect.stringContaining('Save it anew') },
  });
});
