import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actsOf, archiveOf, portOffice } from '../support/archives.ts';

const root = join(import.meta.dirname, '..', '..');
const dateline = join(root, 'bin', 'dateline');
const folder = mkdtempSync(join(tmpdir(), 'dateline-survival-'));
const archive = join(folder, 'archive.ndjson');

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { stdio: 'ignore' });
  writeFileSync(archive, archiveOf([portOffice, ...Array.from({ length: 2_500 }, (_, n) => actsOf(n + 1)).flat()]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...words: string[]) =>
  execFileSync(dateline, words, { encoding: 'utf8', maxBuffer: 64_000_000, stdio: ['ignore', 'pipe', 'ignore'] });

/** Starts an import and kills it as soon as it has published so many releases: no signal handler is asked. */
async function killedAfter(releases: number, data: string): Promise<void> {
  const child = spawn(dateline, ['import', archive, '--data', data], { stdio: ['ignore', 'ignore', 'pipe'] });
  await new Promise<void>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (bytes) => {
      said += bytes;
      const done = [...said.matchAll(/publishing, (\d+)/g)].at(-1);
      if (Number(done?.[1] ?? 0) >= releases) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('exit', () => resolve());
  });
  expect(child.signalCode).toBe('SIGKILL');
}

test('an import that is killed again and again leaves nothing half-done, and ends in the same archive', async () => {
  const whole = join(folder, 'whole');
  run('import', archive, '--data', whole);

  const data = join(folder, 'killed');
  for (const releases of [1, 1_500, 3_900]) {
    await killedAfter(releases, data);
    expect(run('check', '--data', data)).toContain('no difference');
  }
  expect(run('import', archive, '--data', data)).toMatch(/ already here, 0 left out/);
  expect(run('import', archive, '--data', data)).toContain('Nothing changed');
  expect(run('export', '--data', data)).toBe(run('export', '--data', whole));
});
