import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BulkManifest } from '../../src/api/bulk/bulk-folder.ts';
import { actsOf } from '../support/archives.ts';
import { type OpenForReaders, openForReaders, origin } from '../support/open-for-readers.ts';
import { fillForApi } from '../support/small-archive.ts';

const root = join(import.meta.dirname, '..', '..');
let open: OpenForReaders;

/** Files of both years there, and both years behind. */
beforeAll(async () => {
  execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { stdio: 'ignore' });
  open = await openForReaders();
  await fillForApi(open);
  expect(await open.newsroom.makeBulk()).toEqual([2011, 2010]);
  await open.moveIn([...actsOf(755), ...actsOf(805)]);
});
afterAll(() => open?.close());

function make(killedBefore = 0): Promise<{ signal: string | null; told: { changes: number; made: number[] } | null }> {
  const words = [join(root, 'test', 'support', 'make-bulk-until-killed.ts'), data, origin, String(killedBefore)];
  return new Promise((resolve) => {
    execFile(process.execPath, words, (error, said) => {
      resolve({ signal: error?.signal ?? null, told: said === '' ? null : JSON.parse(said) });
    });
  });
}

let data = '';
function copy(): void {
  data = `${open.folder}-copy`;
  rmSync(data, { recursive: true, force: true });
  cpSync(open.folder, data, { recursive: true });
}

function lookAt(): BulkManifest {
  const manifest = JSON.parse(readFileSync(join(data, 'bulk', 'manifest.json'), 'utf8')) as BulkManifest;
  for (const { file, sha256, bytes, releases } of manifest.years) {
    const path = join(data, 'bulk', file);
    expect(statSync(path).size).toBe(bytes);
    const content = readFileSync(path);
    expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    expect(gunzipSync(content).toString().trimEnd().split('\n')).toHaveLength(releases);
  }
  return manifest;
}

test('whatever the moment it is killed at, every file that is named is whole, and the next run finishes', async () => {
  copy();
  const { told } = await make();
  expect(told).toMatchObject({ made: [2011, 2010] });
  const finished = lookAt();
  expect(finished.years.map(({ releases }) => releases)).toEqual([50, 18]);

  for (let before = 1; before <= (told?.changes ?? 0); before += 1) {
    copy();
    expect([before, (await make(before)).signal]).toEqual([before, 'SIGKILL']);
    expect(lookAt().years.map(({ year }) => year)).toEqual([2010, 2011]);
  }
  // Its claim has gone stale by then: the clock of the copy stands a week later than the first files.
  rmSync(join(data, 'bulk', 'making'), { force: true });
  await make();
  expect(lookAt().years).toEqual(finished.years);
  rmSync(data, { recursive: true, force: true });
});
