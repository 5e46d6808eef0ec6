import ExifReader from 'exifreader';
import { expect, test } from 'vitest';
import { drawPicture } from './draw-pictures.ts';
import { type ExamplePicture, readExample } from './read-example.ts';

const { pictures } = await readExample();
/** Each is drawn once: the fog over the lake alone takes a second. */
const drawn = async (is: (picture: ExamplePicture) => boolean) => {
  const picture = pictures.find(is) as ExamplePicture;
  return { picture, jpeg: await drawPicture(picture) };
};
const lake = await drawn(({ key }) => key === 'lake-gauge-ice');
const delta = await drawn(({ key }) => key === 'delta-from-above');
const curve = await drawn(({ copyrightYear }) => copyrightYear === null);

test('a drawn picture says who made it, how it is credited and on what terms, in XMP, EXIF and IPTC-IIM', async () => {
  const { file, exif, iptc, xmp } = ExifReader.load(lake.jpeg, { expanded: true });
  const rights = `© 2022 ${lake.picture.copyrightHolder}`;

  expect([file?.['Image Width']?.value, file?.['Image Height']?.value]).toEqual([1600, 1067]);
  expect(exif?.Copyright?.description).toBe(`(c) 2022 ${lake.picture.copyrightHolder}`);
  expect(exif?.ImageDescription?.description).toContain(lake.picture.caption.en);
  expect(iptc?.['By-line']).toMatchObject({ description: lake.picture.creator });
  expect(iptc?.['Copyright Notice']?.description).toBe(rights);
  expect(iptc?.['Caption/Abstract']?.description).toBe(lake.picture.caption.en);
  expect(xmp?.creator?.description).toBe(lake.picture.creator);
  expect(xmp?.Credit?.description).toBe(lake.picture.creditLine);
  expect(xmp?.UsageTerms?.description).toContain(lake.picture.usageTerms);
  expect(xmp?._raw).toContain('Iptc4xmpCore:AltTextAccessibility');
  expect(xmp?._raw).toContain(lake.picture.caption.mn);
});

test('the credit in IPTC-IIM is cut at a whole character, at most 32 bytes', async () => {
  const { iptc } = ExifReader.load(lake.jpeg, { expanded: true });
  const credit = iptc?.Credit?.description ?? '';

  expect(lake.picture.creditLine.startsWith(credit)).toBe(true);
  expect(Buffer.byteLength(credit)).toBeGreaterThan(28);
  expect(Buffer.byteLength(credit)).toBeLessThanOrEqual(32);
});

test('a picture whose year is not known states none', async () => {
  const { iptc } = ExifReader.load(curve.jpeg, { expanded: true });
  expect(iptc?.['Copyright Notice']?.description).toBe(`© ${curve.picture.copyrightHolder}`);
});

test('EXIF, which is ASCII, drops the accents of a name and leaves one in another script to the other two', async () => {
  expect(delta.picture.creator).toBe('Lü Wanqing');
  expect(ExifReader.load(delta.jpeg, { expanded: true }).exif?.Artist?.description).toBe('Lu Wanqing');
  expect(ExifReader.load(lake.jpeg, { expanded: true }).exif?.Artist).toBeUndefined();
});

test('the same picture drawn twice is the same bytes', async () => {
  expect((await drawPicture(curve.picture)).equals(curve.jpeg)).toBe(true);
});
