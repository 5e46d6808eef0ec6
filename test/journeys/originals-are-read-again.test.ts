import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { damageTwo, filesOfOriginals, turnOneBit } from '../support/damaged-originals.ts';
import { type AtDesk, castAt, type OpenDesk, openDesk } from '../support/open-desk.ts';
import { type OpenForReaders, openExample } from '../support/open-for-readers.ts';
import { readZip } from '../support/read-zip.ts';

let open: OpenForReaders;
let desk: OpenDesk;
let people: Record<'Mara' | 'Ines', AtDesk>;
const aside = mkdtempSync(join(tmpdir(), 'dateline-aside-'));

beforeAll(async () => {
  open = await openExample();
  desk = await openDesk(open);
  people = await castAt(desk, open.newsroom, { Mara: ['writer'], Ines: ['publisher'] });
});
afterAll(async () => {
  await desk?.close();
  await open?.close();
  rmSync(aside, { recursive: true, force: true });
});

const readAll = () => open.newsroom.originals.readAll({ progress: () => {}, isInterrupted: () => false });

/** The press kits of releases that show one of these pictures. */
async function kitsShowing(hash: string): Promise<string[]> {
  const kits = [];
  for (let page = 1; page < 9; page += 1) {
    const { body } = await open.get(`/en/page/${page}`);
    for (const [, path = ''] of body.matchAll(/href="(\/en\/releases\/[^/"]+\/[^/"]+)"/g))
      if ((await open.get(path)).body.includes(hash)) kits.push(`${path}/press-kit.zip`);
  }
  return [...new Set(kits)];
}

test('originals that a disk has damaged or lost are named, and given to nobody, until they are restored', async () => {
  for (const file of filesOfOriginals(open.folder)) copyFileSync(file, join(aside, basename(file)));
  expect(await readAll()).toBe(true);
  expect(await open.newsroom.originals.report()).toMatchObject({ unsoundCount: 0 });

  const [kit = ''] = await kitsShowing(basename(filesOfOriginals(open.folder)[0] ?? ''));
  const whole = await open.ask('HEAD', kit);
  const { altered, missing } = damageTwo(open.folder);
  // Whoever takes it before that is known gets no whole kit, and from then on one without that picture.
  await expect(open.bytes(kit).then(readZip)).rejects.toThrow();
  expect((await readZip(await open.bytes(kit))).filter(({ name }) => /[.](?:jpg|png)$/.test(name))).toEqual([]);

  expect(await readAll()).toBe(true);
  const { unsound, readAt } = await open.newsroom.originals.report();
  expect(readAt).not.toBeNull();
  expect(unsound.map(({ hash, found }) => [hash, found]).sort()).toEqual(
    [
      [altered, 'altered'],
      [missing, 'missing'],
    ].sort(),
  );
  for (const hash of [altered, missing]) {
    expect((await open.get(`/media/${hash}/original`)).status).toBe(500);
    for (const one of await kitsShowing(hash)) {
      const note = (await readZip(await open.bytes(one)))
        .map(({ bytes }) => String(bytes))
        .find((text) => text.includes(`SHA-256: ${hash}`));
      expect(note).toContain('The original of this picture cannot be given at present.');
    }
  }
  const { originals } = await people.Ines.done('GET /desk/api/health', {});
  expect(originals).toMatchObject({
    unsoundCount: 2,
    unsound: expect.arrayContaining([expect.objectContaining({ hash: missing })]),
  });

  for (const hash of [altered, missing]) {
    const file = join(open.folder, 'media', 'originals', hash.slice(0, 2), hash.slice(2, 4), hash);
    copyFileSync(join(aside, hash), file);
  }
  expect(await readAll()).toBe(true);
  expect(await open.newsroom.originals.report()).toMatchObject({ unsoundCount: 0 });
  expect((await open.get(`/media/${altered}/original`)).status).toBe(200);
  expect((await open.ask('HEAD', kit)).headers['etag']).toBe(whole.headers['etag']);
});

test('a picture that is brought again mends its damaged original', async () => {
  const [file = ''] = filesOfOriginals(open.folder);
  turnOneBit(file);
  const bytes = readFileSync(join(aside, basename(file)));
  const sent = await people.Mara.post('/desk/api/pictures', bytes, {
    'content-type': 'image/jpeg',
    'x-file-name': 'again.jpg',
  });
  expect(sent.status).toBe(200);
  expect((await open.get(`/media/${basename(file)}/original`)).status).toBe(200);
});
