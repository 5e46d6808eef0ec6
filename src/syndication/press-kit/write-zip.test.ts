import { hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { readZip } from '../../../test/support/read-zip.ts';
import { civilDayOf } from '../../platform/instant.ts';
import type { KitFile } from './compose-kit.ts';
import { zipOf } from './write-zip.ts';

/** More than one piece of a stream. */
const picture = Buffer.alloc(300_000, 'a picture of the tide ');
const kept = { hash: hash('sha256', picture), mediaType: 'image/jpeg', bytes: picture.length, width: 4, height: 3 };
const files: readonly KitFile[] = [
  { name: 'kit/kit.txt', words: Buffer.from('渡轮 leaves at nine.\n') },
  { name: 'kit/kit-1.jpg', original: kept },
  { name: 'kit/kit-1.txt', words: Buffer.from('Credit: Ann\n') },
];
const day = civilDayOf('2026-03-02');
const pieces = () => Readable.from([picture.subarray(0, 100_000), picture.subarray(100_000)], { objectMode: false });

test('an archive holds every file whole, is as long as was said, and the same each time', async () => {
  const zip = zipOf({ files, day }, pieces);
  const bytes = await buffer(zip.open());
  expect(bytes.length).toBe(zip.bytes);
  expect((await buffer(zipOf({ files, day }, pieces).open())).equals(bytes)).toBe(true);
  const read = await readZip(bytes);
  expect(read.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
  expect(read.map(({ changedAt }) => changedAt)).toEqual(['2026-03-02', '2026-03-02', '2026-03-02']);
  expect(read[1]?.bytes.equals(picture)).toBe(true);
  expect(read[0]?.bytes.toString()).toBe('渡轮 leaves at nine.\n');
});

test('a day before there were archives becomes the first that one can tell', async () => {
  const [first] = await readZip(await buffer(zipOf({ files, day: civilDayOf('1969-12-31') }, pieces).open()));
  expect(first?.changedAt).toBe('1980-01-01');
});

test('no original is opened to tell how long it will be', () => {
  const opened: string[] = [];
  const zip = zipOf({ files, day }, (name) => {
    opened.push(name);
    return pieces();
  });
  expect(zip.bytes).toBeGreaterThan(picture.length);
  expect(opened).toEqual([]);
});

test('an original that fails breaks the archive off, and one that is shorter does', async () => {
  const fails = () =>
    Readable.from(
      (function* () {
        yield picture.subarray(0, 10);
        throw new TypeError('the disk is gone');
      })(),
    );
  await expect(buffer(zipOf({ files, day }, fails).open())).rejects.toThrow('the disk is gone');
  const short = () => Readable.from([picture.subarray(0, 10)], { objectMode: false });
  await expect(buffer(zipOf({ files, day }, short).open())).rejects.toThrow(/unexpected number of bytes/);
});

test('whoever hangs up leaves no original open, and a slow reader makes nobody read ahead', async () => {
  let handed = 0;
  const endless = new Readable({
    highWaterMark: 65_536,
    read() {
      handed += 65_536;
      this.push(Buffer.alloc(65_536));
    },
  });
  const huge: KitFile = { name: 'kit/kit-1.jpg', original: { ...kept, bytes: 1e9 } };
  const output = zipOf({ files: [huge], day }, () => endless).open();
  await new Promise((resolve) => output.once('readable', resolve));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(handed).toBeLessThan(2_000_000);
  output.destroy();
  await expect.poll(() => endless.destroyed).toBe(true);
});
