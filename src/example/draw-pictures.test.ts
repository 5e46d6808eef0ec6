import ExifReader from 'exifreader';
import { expect, test } from 'vitest';
import { drawPicture } from './draw-pictures.ts';
import { readExample } from './read-example.ts';

const { pictures } = await readExample();
const lake = pictures.find((picture) => picture.key === 'lake-gauge-ice') ?? pictures[0];
const curve = pictures.find((picture) => picture.copyrightYear === null) ?? pictures[0];

test('a drawn picture says who made it, how it is credited and on what terms, in XMP, EXIF and IPTC-IIM', async () => {
  if (lake === undefined) return expect.unreachable();
  const { file, exif, iptc, xmp } = ExifReader.load(await drawPicture(lake), { expanded: true });
  const rights = `© 2022 ${lake.copyrightHolder}`;

  expect([file?.['Image Width']?.value, file?.['Image Height']?.value]).toEqual([1600, 1067]);
  expect(exif?.Copyright?.description).toBe(`(c) 2022 ${lake.copyrightHolder}`);
  expect(exif?.ImageDescription?.description).toContain(lake.caption.en);
  expect(iptc?.['By-line']).toMatchObject({ description: lake.creator });
  expect(iptc?.['Copyright Notice']?.description).toBe(rights);
  expect(iptc?.['Caption/Abstract']?.description).toBe(lake.caption.en);
  expect(xmp?.creator?.description).toBe(lake.creator);
  expect(xmp?.Credit?.description).toBe(lake.creditLine);
  expect(xmp?.UsageTerms?.description).toContain(lake.usageTerms);
  expect(xmp?._raw).toContain('Iptc4xmpCore:AltTextAccessibility');
  expect(xmp?._raw).toContain(lake.caption.mn);
});

test('the credit in IPTC-IIM is cut at a whole character, at most 32 bytes', async () => {
  if (lake === undefined) return expect.unreachable();
  const { iptc } = ExifReader.load(await drawPicture(lake), { expanded: true });
  const credit = iptc?.Credit?.description ?? '';

  expect(lake.creditLine.startsWith(credit)).toBe(true);
  expect(Buffer.byteLength(credit)).toBeGreaterThan(28);
  expect(Buffer.byteLength(credit)).toBeLessThanOrEqual(32);
});

test('a picture whose year is not known states none', async () => {
  if (curve === undefined) return expect.unreachable();
  const { iptc } = ExifReader.load(await drawPicture(curve), { expanded: true });
  expect(iptc?.['Copyright Notice']?.description).toBe(`© ${curve.copyrightHolder}`);
});

test('EXIF, which is ASCII, drops the accents of a name and leaves one in another script to the other two', async () => {
  const delta = pictures.find((picture) => picture.key === 'delta-from-above');
  if (lake === undefined || delta === undefined) return expect.unreachable();
  const [accented, cyrillic] = await Promise.all([delta, lake].map(drawPicture));
  if (accented === undefined || cyrillic === undefined) return expect.unreachable();

  expect(delta.creator).toBe('Lü Wanqing');
  expect(ExifReader.load(accented, { expanded: true }).exif?.Artist?.description).toBe('Lu Wanqing');
  expect(ExifReader.load(cyrillic, { expanded: true }).exif?.Artist).toBeUndefined();
});

test('the same picture drawn twice is the same bytes', async () => {
  if (lake === undefined) return expect.unreachable();
  expect((await drawPicture(lake)).equals(await drawPicture(lake))).toBe(true);
});
