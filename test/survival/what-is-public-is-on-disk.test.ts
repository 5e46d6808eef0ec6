import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const dateline = join(root, 'bin', 'dateline');
const publisher = join(root, 'test', 'support', 'publish-one-by-one.ts');
const folder = mkdtempSync(join(tmpdir(), 'dateline-disk-'));

beforeAll(() => execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { stdio: 'ignore' }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a publisher killed after any release has every release that it said was public, and no half of another', async () => {
  const data = join(folder, 'killed');
  mkdirSync(data);
  let said = 0;
  for (const until of [1, 7, 23]) {
    const child = spawn(process.execPath, [publisher, data, '100000'], { stdio: ['ignore', 'pipe', 'ignore'] });
    let heard = '';
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (bytes) => {
        heard += bytes;
        if (heard.includes(`public ${until}\n`)) child.kill('SIGKILL');
      });
      child.on('close', () => resolve());
    });
    expect(child.signalCode).toBe('SIGKILL');
    said += heard.match(/public \d+\n/g)?.length ?? 0;
    const run = (command: string) => execFileSync(dateline, [command, '--data', data], { encoding: 'utf8' });
    expect(run('check')).toContain('no difference');
    const kept = run('export').match(/"kind":"edition"/g)?.length ?? 0;
    expect(kept).toBeGreaterThanOrEqual(said);
    said = kept;
  }
});

test('each publication on SQLite is flushed to the disk before it is public', () => {
  const data = join(folder, 'flushed');
  mkdirSync(data);
  const trace = join(folder, 'trace.txt');
  const count = 25;
  // Flushes are counted, not settings read. Where there is no strace this fails: nothing would be known.
  const traced = ['-f', '-o', trace, '-e', 'trace=fsync,fdatasync,write', process.execPath, publisher, data];
  execFileSync('strace', [...traced, String(count)], { stdio: 'ignore' });
  const calls = readFileSync(trace, 'utf8').split('\n');
  let flushes = 0;
  const before: number[] = [];
  for (const call of calls) {
    if (/\bf(?:data)?sync\(/.test(call)) flushes += 1;
    if (/write\(1, "public \d+\\n"/.test(call)) {
      before.push(flushes);
      flushes = 0;
    }
  }
  expect(before).toHaveLength(count);
  expect(before.filter((found) => found === 0)).toEqual([]);
});
