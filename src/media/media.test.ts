import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import ExifReader from 'exifreader';
import sharp from 'sharp';
import { afterEach, describe, expect, test } from 'vitest';
import { visitWith } from '../../test/support/visit-to.ts';
import { renditionFormats } from '../published/addresses.ts';
import type { KeptBytes, PublishedAsset } from '../published/published-release.ts';
import { mediaRoutes } from './media.route.ts';
import { type Media, openMedia } from './media.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

describe('keeping a picture', () => {
  test('its bytes are kept as they are, under their hash, once', async () => {
    const { folder, media } = await open();
    const bytes = await harbour().jpeg().toBuffer();
    const kept = await media.keep(bytes);
    expect(kept).toMatchObject({ mediaType: 'image/jpeg', bytes: bytes.length, width: 900, height: 600 });
    expect(await media.original(kept.hash)).toEqual(bytes);
    expect(await media.keep(bytes)).toEqual(kept);

    const { hash } = kept;
    expect(await readdir(join(folder, 'originals', hash.slice(0, 2), hash.slice(2, 4)))).toEqual([hash]);
  });

  test('JPEG, PNG, WebP, AVIF and TIFF are kept', async () => {
    const { media } = await open();
    for (const format of ['jpeg', 'png', 'webp', 'avif', 'tiff'] as const) {
      const kept = await media.keep(await harbour(60, 40).toFormat(format).toBuffer());
      expect(kept).toMatchObject({ mediaType: `image/${format}`, width: 60, height: 40 });
    }
  });

  test('width and height are those of the picture held upright', async () => {
    const { media } = await open();
    const bytes = await harbour(90, 60).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await media.keep(bytes)).toMatchObject({ width: 60, height: 90 });
  });

  test('its words are read from XMP, IPTC and EXIF, and the year is the one it has', async () => {
    const { media } = await open();
    const { rights } = await media.takeIn(await harbour(60, 40).withXmp(packet).jpeg().toBuffer());
    expect(rights).toEqual({
      ...{ credit: 'Port of Calder / Inês Ünal', creator: 'Inês Ünal', agency: 'Calder Pictures' },
      ...{ copyrightHolder: 'Port of Calder', copyrightYear: 2016, usageTerms: 'Free with credit' },
      ...{ alt: 'A ferry at the quay', caption: 'The ferry of nine leaves.' },
    });

    const exif = {
      IFD0: { Artist: 'Mara', Copyright: '(c) Port of Calder, all rights reserved', ImageDescription: 'Fog' },
    };
    const fromExif = await media.takeIn(await harbour(60, 40).withExif(exif).jpeg().toBuffer());
    expect(fromExif.rights).toMatchObject({
      creator: 'Mara',
      copyrightHolder: 'Port of Calder',
      copyrightYear: null,
      caption: 'Fog',
    });

    const fromIptc = await media.takeIn(withIptc(await harbour(60, 40).jpeg().toBuffer()));
    expect(fromIptc.rights).toMatchObject({
      credit: 'AFP',
      creator: 'Inês Ünal',
      agency: 'Calder Wire',
      caption: '港口',
    });
  });

  test('a picture that says nothing has no rights made up for it', async () => {
    const { media } = await open();
    const { rights } = await media.takeIn(await harbour(60, 40).png().toBuffer());
    expect(Object.values(rights).every((words) => words === null)).toBe(true);
  });

  test('what is no picture, pretends to be one, or cannot be decoded to its end is refused, and nothing is kept', async () => {
    const { folder, media } = await open();
    const jpeg = await harbour().jpeg().toBuffer();
    const png = await harbour().png().toBuffer();
    const refused = {
      nothing: Buffer.alloc(0),
      svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>'),
      html: Buffer.from('<!doctype html><script>1</script>'),
      disguised: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('<html><script>1</script></html>')]),
      gif: await harbour(9, 9).gif().toBuffer(),
      cutJpeg: jpeg.subarray(0, jpeg.length / 2),
      cutPng: png.subarray(0, png.length / 2),
      bomb: bomb(60_000, 60_000),
      wideBomb: bomb(2_000_000_000, 1),
      tooManyBytes: Buffer.concat([jpeg, Buffer.alloc(40_000_000)]),
    };
    for (const [name, bytes] of Object.entries(refused)) {
      await expect(media.keep(bytes), name).rejects.toMatchObject({ code: 'MEDIA_REFUSED' });
    }
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a rendition', () => {
  test.each(renditionFormats)(
    'as %s is upright, no wider than asked, without place and device, and says whose it is',
    async (format) => {
      const { media } = await open();
      const place = { IFD3: { GPSLatitude: '51/1 12/1 0/1', GPSLatitudeRef: 'N' }, IFD0: { Model: 'Kingfisher 9' } };
      const kept = await media.keep(await harbour().withExif(place).withMetadata({ orientation: 6 }).jpeg().toBuffer());
      const original = (await media.original(kept.hash)) ?? Buffer.alloc(0);
      expect(ExifReader.load(original, { expanded: true }).gps?.Latitude).toBeCloseTo(51.2);
      const rendition = await media.rendition(assetOf(kept), 320, format);

      expect(await sharp(rendition).metadata()).toMatchObject({ width: 320, height: 480 });
      const { exif, xmp, gps } = ExifReader.load(rendition, { expanded: true });
      expect(gps).toBeUndefined();
      expect(exif).not.toHaveProperty('Model');
      expect(exif?.['Copyright']?.description).toContain('2016 Port of Calder');
      expect(xmp?.['creator']?.description).toBe('Inês <Ünal> & co');
      expect(xmp?.['Credit']?.description).toBe('Port of Calder / Inês Ünal');
      expect(xmp?.['rights']?.description).toBe('© 2016 Port of Calder');
    },
  );

  test('is never larger than its original', async () => {
    const { media } = await open();
    const kept = await media.keep(await harbour(200, 100).png().toBuffer());
    expect(await sharp(await media.rendition(assetOf(kept), 1280, 'webp')).metadata()).toMatchObject({ width: 200 });
  });

  test('is made once for all who ask, and again only when the rights read differently', async () => {
    const { folder, media } = await open();
    const asset = assetOf(await media.keep(await harbour().jpeg().toBuffer()));
    const [first, second] = await Promise.all([
      media.rendition(asset, 320, 'webp'),
      media.rendition(asset, 320, 'webp'),
    ]);
    expect(second).toBe(first);

    await rm(join(folder, 'originals'), { recursive: true });
    expect(await openMedia(folder).rendition(asset, 320, 'webp')).toEqual(first);
    const corrected = { ...asset, credit: 'Port of Calder' };
    await expect(media.rendition(corrected, 320, 'webp')).rejects.toMatchObject({ code: 'MEDIA_LOST' });
  });

  test('leaves no half-written file', async () => {
    const { folder, media } = await open();
    const asset = assetOf(await media.keep(await harbour().jpeg().toBuffer()));
    await Promise.all(renditionFormats.map((format) => media.rendition(asset, 320, format)));
    const files = await readdir(folder, { recursive: true });
    expect(files.filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

test('an original is known to be here, and how long it is, without being read', async () => {
  const { folder, media } = await open();
  const { hash, bytes } = await media.keep(await harbour(60, 40).png().toBuffer());
  expect(await media.bytesKept(hash)).toBe(bytes);
  expect(await media.bytesKept('ab'.repeat(32))).toBeNull();
  expect(await media.bytesKept('../../etc/passwd')).toBeNull();
  await rm(folder, { recursive: true });
  expect(await media.bytesKept(hash)).toBeNull();
});

test('an original that was altered or lost is found by its check', async () => {
  const { folder, media } = await open();
  const { hash } = await media.keep(await harbour(60, 40).png().toBuffer());
  expect(await media.check(hash)).toBe('sound');
  const path = join(folder, 'originals', hash.slice(0, 2), hash.slice(2, 4), hash);
  await writeFile(path, Buffer.concat([await readFile(path), Buffer.from('.')]));
  expect(await media.check(hash)).toBe('altered');
  await rm(path);
  expect(await media.check(hash)).toBe('missing');
  expect(await media.check('../../etc/passwd')).toBe('missing');
});

test('an original that is no longer what it was is never given out as if it were, nor made a rendition of', async () => {
  const { folder, media } = await open();
  const kept = await media.keep(await harbour(640, 480).png().toBuffer());
  const path = join(folder, 'originals', kept.hash.slice(0, 2), kept.hash.slice(2, 4), kept.hash);
  const bytes = await readFile(path);
  // One bit, in the middle of the picture.
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  await writeFile(path, bytes);
  const lost = { code: 'MEDIA_LOST' };
  await expect(media.original(kept.hash)).rejects.toMatchObject(lost);
  await expect(buffer(media.read(kept.hash))).rejects.toMatchObject(lost);
  await expect(media.rendition(assetOf(kept), 320, 'webp')).rejects.toMatchObject(lost);
  await expect(visitor(media, assetOf(kept))(kept.hash, 'original')).rejects.toMatchObject(lost);
  await rm(path);
  await expect(visitor(media, assetOf(kept))(kept.hash, 'original')).rejects.toMatchObject(lost);
});

describe('the addresses of pictures', () => {
  test('a public picture is answered for ever, in the widths that pages offer', async () => {
    const { media } = await open();
    const kept = await media.keep(await harbour().png().toBuffer());
    const visit = visitor(media, assetOf(kept));

    const original = await visit(kept.hash, 'original');
    expect(original).toMatchObject({ status: 200, type: 'image/png', keep: false });
    expect(original?.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-disposition': `inline; filename="${kept.hash.slice(0, 12)}.png"`,
    });
    expect(await visit(kept.hash, '640.webp')).toMatchObject({ status: 200, type: 'image/webp', keep: false });
    for (const file of ['641.webp', '0640.webp', '640.gif', '640', '640.webp.', '99999.jpeg', '../original', '']) {
      expect(await visit(kept.hash, file), file).toBeNull();
    }
  });

  test('a picture that no public text shows is not there, though its bytes are', async () => {
    const { media } = await open();
    const kept = await media.keep(await harbour().png().toBuffer());
    const visit = visitor(media, null);
    for (const file of ['original', '640.webp']) expect(await visit(kept.hash, file)).toBeNull();
    for (const hash of ['', 'x', kept.hash.toUpperCase(), `${kept.hash}0`, '..'])
      expect(await visit(hash, 'original')).toBeNull();
  });
});

async function open() {
  const folder = await mkdtemp(join(tmpdir(), 'media-'));
  folders.push(folder);
  return { folder, media: openMedia(folder) };
}

/** Noise, so that half of its bytes are half of the picture. */
function harbour(width = 900, height = 600) {
  const noise = { type: 'gaussian', mean: 120, sigma: 30 } as const;
  return sharp({ create: { width, height, channels: 3, background: '#3a6ea5', noise } });
}

const packet = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:core="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
 photoshop:Credit="Port of Calder / Inês Ünal" photoshop:Source="Calder Pictures">
<dc:creator><rdf:Seq><rdf:li>Inês Ünal</rdf:li></rdf:Seq></dc:creator>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© 2016 Port of Calder. All rights reserved.</rdf:li></rdf:Alt></dc:rights>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">The ferry of nine leaves.</rdf:li></rdf:Alt></dc:description>
<xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">Free with credit</rdf:li></rdf:Alt></xmpRights:UsageTerms>
<core:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">A ferry at the quay</rdf:li></rdf:Alt></core:AltTextAccessibility>
</rdf:Description></rdf:RDF></x:xmpmeta>`;

/** A JPEG with an APP13 segment: IPTC-IIM records in UTF-8 inside a Photoshop resource. */
function withIptc(jpeg: Buffer): Buffer {
  const record = (kind: number, number: number, value: Buffer) =>
    Buffer.concat([Buffer.from([0x1c, kind, number, value.length >> 8, value.length & 255]), value]);
  const words = [
    [80, 'Inês Ünal'],
    [110, 'AFP'],
    [115, 'Calder Wire'],
    [120, '港口'],
  ] as const;
  const records = [
    record(1, 90, Buffer.from('\x1b%G', 'latin1')),
    ...words.map(([number, text]) => record(2, number, Buffer.from(text))),
  ];
  const iptc = Buffer.concat(records);
  const padded = iptc.length % 2 === 0 ? iptc : Buffer.concat([iptc, Buffer.alloc(1)]);
  const resource = Buffer.concat([
    Buffer.from('Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00', 'latin1'),
    Buffer.from([iptc.length >> 8, iptc.length & 255]),
    padded,
  ]);
  const segment = Buffer.concat([
    Buffer.from([0xff, 0xed, (resource.length + 2) >> 8, (resource.length + 2) & 255]),
    resource,
  ]);
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
}

/** A PNG of a few bytes that declares a huge picture. */
function bomb(width: number, height: number): Buffer {
  const chunk = (name: string, body: Buffer) => {
    const words = Buffer.concat([Buffer.from(name, 'latin1'), body]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(body.length, 0);
    frame.writeUInt32BE(crc32(words), 4);
    return Buffer.concat([frame.subarray(0, 4), words, frame.subarray(4)]);
  };
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 2, 0, 0, 0], 8);
  const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([start, chunk('IHDR', size), chunk('IDAT', Buffer.alloc(64)), chunk('IEND', Buffer.alloc(0))]);
}

function assetOf(kept: KeptBytes): PublishedAsset {
  return {
    ...{ id: '018f0000-0000-7000-8000-000000000001', kept, credit: 'Port of Calder / Inês Ünal', agency: null },
    ...{ creator: 'Inês <Ünal> & co', copyrightHolder: 'Port of Calder', copyrightYear: 2016, usageTerms: null },
  };
}

function visitor(media: Media, asset: PublishedAsset | null) {
  const [original, rendition] = mediaRoutes(
    { asset: async (hash) => (asset?.kept?.hash === hash ? asset : null) },
    media,
  );
  return async (hash: string, file: string) => {
    const route = file === 'original' ? original : rendition;
    const asked = visitWith({ path: `/media/${hash}/${file}`, params: { hash, file } });
    return (await route?.answer(asked)) ?? null;
  };
}
