import { crc32, deflateSync } from 'node:zlib';
import ExifReader from 'exifreader';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { withoutPlace } from './without-place.ts';

const place = {
  IFD3: { GPSLatitude: '51/1 12/1 0/1', GPSLatitudeRef: 'N', GPSLongitude: '3/1 13/1 0/1', GPSLongitudeRef: 'E' },
  IFD0: { Model: 'Kingfisher 9', Artist: 'Mara Quill' },
};
const inXmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:drone="http://drones.example/" exif:GPSLatitude="51,12.0N" drone:GpsLongitude='+3.2166' photoshop:Credit="Port of Calder">
<exif:GPSLongitude>3,13.0E</exif:GPSLongitude></rdf:Description></rdf:RDF></x:xmpmeta>`;

const formats = ['jpeg', 'png', 'webp', 'avif', 'tiff'] as const;

function harbour() {
  return sharp({ create: { width: 60, height: 40, channels: 3, background: '#1a6' } });
}

function placeIn(bytes: Buffer): string {
  const { gps = {}, xmp = {} } = ExifReader.load(bytes, { expanded: true });
  const words = Object.entries(xmp).filter(([name]) => /gps/i.test(name));
  return JSON.stringify([gps, ...words.map(([, tag]) => (tag as { value: unknown }).value)]).replace(/[^\d]/g, '');
}

/** Everything that it says besides the place. */
function wordsOf(bytes: Buffer): unknown {
  const { exif = {}, xmp = {} } = ExifReader.load(bytes, { expanded: true });
  const said = Object.entries({ ...exif, ...xmp }).map(([name, tag]) => [name, (tag as Tag).description] as const);
  return said.filter(([name]) => !/gps|_raw|ApplicationNotes/i.test(name));
}

interface Tag {
  readonly description: unknown;
}

describe.each(formats)('a picture as %s', (format) => {
  test('says no more where it was taken, and all else that it said', async () => {
    const bytes = await harbour().withExif(place).withXmp(inXmp).toFormat(format).toBuffer();
    expect(placeIn(bytes)).not.toBe('');
    const clean = withoutPlace(bytes);
    expect(placeIn(clean)).toBe('');
    expect(clean.toString('latin1')).not.toMatch(/51,12\.0N|3,13\.0E|3\.2166/);
    expect(wordsOf(clean)).toEqual(wordsOf(bytes));
    const pixels = (one: Buffer) => sharp(one).raw().toBuffer();
    expect(await pixels(clean)).toEqual(await pixels(bytes));
    expect(withoutPlace(clean)).toBe(clean);
  });

  test('that does not say it comes back as it is', async () => {
    const bytes = await harbour().withExif({ IFD0: place.IFD0 }).toFormat(format).toBuffer();
    expect(withoutPlace(bytes)).toBe(bytes);
  });
});

test('what a PNG holds compressed or in digits goes whole, and the rest is a PNG still', async () => {
  const jpeg = await harbour().withExif(place).jpeg().toBuffer();
  const exif = jpeg.subarray(jpeg.indexOf('Exif'), jpeg.indexOf('Exif') + 400);
  const digits = Buffer.from(`\nexif\n${exif.length}\n${exif.toString('hex').replace(/.{72}/g, '$&\n')}\n`);
  const packet = Buffer.from(inXmp);
  const name = (text: string) => Buffer.from(`${text}\0`);
  const hidden = [
    piece('zTXt', name('Raw profile type exif'), Buffer.from([0]), deflateSync(digits)),
    piece('tEXt', name('Raw profile type APP1'), digits),
    piece('zTXt', name('XML:com.adobe.xmp'), Buffer.from([0]), deflateSync(packet)),
    piece('iTXt', name('XML:com.adobe.xmp'), Buffer.from([1, 0, 0, 0]), deflateSync(packet)),
  ];
  const png = await harbour().png().toBuffer();
  const comment = piece('zTXt', name('Comment'), Buffer.from([0]), deflateSync('The quay at dusk'));
  for (const one of hidden) {
    const clean = withoutPlace(Buffer.concat([png.subarray(0, 33), comment, one, png.subarray(33)]));
    expect(clean).toEqual(Buffer.concat([png.subarray(0, 33), comment, png.subarray(33)]));
  }
  const bomb = piece('zTXt', name('Comment'), Buffer.from([0]), deflateSync(Buffer.alloc(20_000_000)));
  expect(() => withoutPlace(Buffer.concat([png.subarray(0, 33), bomb, png.subarray(33)]))).toThrow(/far too long/);
});

function piece(type: string, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat([Buffer.from(type), ...content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length - 4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

test.each([
  ['letters', 'a'],
  ['names', 'a:gps>'],
  ['quotes', 'a:gps="'],
  ['tables', 'II*\0\x08\0\0\0\xff\x00'],
])('%s to the end of a large file are read in a moment', (_, words) => {
  const bytes = Buffer.from(`<x:xmpmeta ${words.repeat(2_000_000 / words.length)}`, 'latin1');
  const before = performance.now();
  withoutPlace(bytes);
  expect(performance.now() - before).toBeLessThan(5_000);
});

test('whatever the bytes, they are read to their end', async () => {
  const bytes = await harbour().withExif(place).withXmp(inXmp).jpeg().toBuffer();
  const damaged = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255), fc.nat(bytes.length)).map(([at, to, end]) => {
    const copy = Buffer.from(bytes);
    copy[at] = to;
    return copy.subarray(0, end);
  });
  fc.assert(
    fc.property(
      fc.oneof(
        damaged,
        fc.uint8Array({ maxLength: 400 }).map((one) => Buffer.from(one)),
      ),
      (one) => {
        try {
          expect(withoutPlace(one).length).toBeLessThanOrEqual(one.length);
        } catch (error) {
          expect(error).toMatchObject({ code: 'MEDIA_REFUSED' });
        }
      },
    ),
    { numRuns: 400 },
  );
});
