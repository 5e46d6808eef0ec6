import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { archiveOf, portOffice } from '../support/archives.ts';
import { damageTwo } from '../support/damaged-originals.ts';

const root = join(import.meta.dirname, '..', '..');
const PICTURES = 6;
const above = mkdtempSync(join(tmpdir(), 'dateline-reading-'));
const data = join(above, 'data');
let damaged: ReturnType<typeof damageTwo>;

const command = (folder: string, ...words: string[]) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    execFile(join(root, 'bin', 'dateline'), [...words, '--data', folder], (error, said) =>
      resolve({ code: Number(error?.code ?? 0), said }),
    );
  });

beforeAll(async () => {
  execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { stdio: 'ignore' });
  const rights = { credit: '© Ann', creator: null, agency: null, copyrightHolder: null, copyrightYear: null };
  const assets = [];
  for (let n = 0; n < PICTURES; n += 1) {
    const create = { width: 60 + n, height: 40, channels: 3 as const, background: '#16a' };
    const original = (await sharp({ create }).jpeg().toBuffer()).toString('base64');
    const id = `01900000-0000-7000-8000-00000000a5${String(n).padStart(2, '0')}`;
    assets.push({ kind: 'asset' as const, id, ...rights, usageTerms: null, original });
  }
  const release = {
    ...{ id: '01900000-0000-7000-8000-000000000001', office: 'PORT', type: 'news' as const, countries: [], topics: [] },
    ...{ organisationWide: false, reference: null, origin: 'imported' as const },
  };
  const words = { kicker: null, headline: 'Six quays', summary: null, place: null, body: '<p>Six.</p>', notes: null };
  const edition = {
    ...{ kind: 'edition' as const, release, locale: 'en', slug: null, at: '2020-01-01', ...words, change: null },
    ...{ pictures: assets.map(({ id }) => ({ asset: id, alt: 'A quay', caption: null })) },
    ...{ translatedFrom: null, legacyPaths: [] },
  };
  const file = join(above, 'archive.ndjson');
  writeFileSync(file, archiveOf([portOffice, ...assets, edition]));
  expect(await command(data, 'import', file)).toMatchObject({ code: 0 });
  damaged = damageTwo(data);
});
afterAll(() => rmSync(above, { recursive: true, force: true }));

interface Told {
  readonly changes: number;
  readonly isEnd: boolean;
  readonly originals: number;
  readonly found: readonly (readonly [string, string])[];
}

function read(folder: string, killedBefore = 0): Promise<{ signal: string | null; told: Told | null }> {
  const script = join(root, 'test', 'support', 'read-originals-until-killed.ts');
  return new Promise((resolve) => {
    execFile(process.execPath, [script, folder, String(killedBefore)], (error, said) => {
      resolve({ signal: error?.signal ?? null, told: said === '' ? null : JSON.parse(said) });
    });
  });
}

test('a reading that is killed before any of its changes goes on, and finds what one finds that was left alone', async () => {
  const copy = join(above, 'copy');
  const begin = () => {
    rmSync(copy, { recursive: true, force: true });
    cpSync(data, copy, { recursive: true });
  };
  begin();
  const { told } = await read(copy);
  const found = [[damaged.altered, 'altered'] as const, [damaged.missing, 'missing'] as const].toSorted();
  expect(told).toMatchObject({ isEnd: true, originals: PICTURES, found });
  const changes = told?.changes ?? 0;
  expect(changes).toBeGreaterThan(PICTURES);

  for (let before = 1; before <= changes; before += 1) {
    begin();
    expect([before, (await read(copy, before)).signal]).toEqual([before, 'SIGKILL']);
    const after = await read(copy);
    expect([before, after.told]).toMatchObject([before, { isEnd: true, originals: PICTURES, found }]);
  }
});

test('the command names each file that is to be restored and ends with 1, and after the restore with 0', async () => {
  const { code, said } = await command(data, 'check', '--originals');
  expect(code).toBe(1);
  for (const hash of [damaged.altered, damaged.missing])
    expect(said).toContain(`picture ${hash} (media/originals/${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}): `);
  expect(said).toContain('(ORIGINAL_ALTERED)');
  expect(said).toContain('(ORIGINAL_MISSING)');
  expect(said).toContain(`Read ${PICTURES} originals`);
  expect(existsSync(join(data, 'fixity', 'command.json'))).toBe(false);

  // An import of what is here brings its pictures along.
  expect(await command(data, 'import', join(above, 'archive.ndjson'))).toMatchObject({ code: 0 });
  const mended = await command(data, 'check', '--originals');
  expect(mended).toMatchObject({ code: 0, said: expect.stringContaining('each is what it was') });
});
