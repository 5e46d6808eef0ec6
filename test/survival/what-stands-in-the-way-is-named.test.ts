import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actsOf, archiveOf, portOffice } from '../support/archives.ts';

const root = join(import.meta.dirname, '..', '..');
const dateline = join(root, 'bin', 'dateline');
const folder = mkdtempSync(join(tmpdir(), 'dateline-obstacles-'));
const archive = join(folder, 'archive.ndjson');
const isRoot = process.getuid?.() === 0;

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { stdio: 'ignore' });
  writeFileSync(archive, archiveOf([portOffice, ...Array.from({ length: 300 }, (_, n) => actsOf(n + 1)).flat()]));
  chmodSync(folder, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly said: string;
  readonly remarks: string[];
  readonly stderr: string;
}

function run(program: string, words: readonly string[]): Ended {
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: 'utf8', timeout: 250_000 });
  const remarks = stderr.split('\n').filter((line) => line.startsWith('dateline:') || /^\s+at /.test(line));
  return { code: status, said: stdout, remarks, stderr };
}
const typed = (...words: string[]) => run(dateline, words);
/** To root no folder is read-only. */
const typedByNobody = (...words: string[]) =>
  isRoot
    ? run('setpriv', ['--reuid=65534', '--regid=65534', '--clear-groups', dateline, ...words])
    : run(dateline, words);

test('a port that is taken is named in one line, with what to do', async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port));
  });
  const ended = typed('serve', '--data', join(folder, 'port'), '--port', String(port));
  const looked = typed('doctor', '--data', join(folder, 'port'), '--port', String(port));
  expect([looked.code, looked.said]).toEqual([1, expect.stringContaining('is in use by another program')]);
  other.close();
  expect(ended.code).toBe(1);
  expect(ended.remarks).toEqual([expect.stringContaining(`Port ${port} on 127.0.0.1 is in use.`)]);
  expect(ended.stderr).not.toContain('"err":');
  expect(typed('check', '--data', join(folder, 'port')).said).toContain('no difference');
});

test('the doctor finds a newsroom that is open well, and whoever opens a folder without one is told that it was made', async () => {
  const data = join(folder, 'open');
  const words = ['serve', '--data', data, '--port', '0'];
  const serving = spawn(dateline, words, { stdio: ['ignore', 'pipe', 'ignore'] });
  let said = '';
  const port = await new Promise<string>((resolve) => {
    serving.stdout.on('data', (some) => {
      said += String(some);
      const [, found] = /open at http:\/\/127[.]0[.]0[.]1:(\d+)/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
  });
  const closed = once(serving, 'exit');
  expect(said).toContain(`There was no newsroom in ${data}: a new, empty one was made there.`);
  const looked = typed('doctor', '--data', data, '--port', port);
  expect([looked.code, looked.said]).toEqual([0, expect.stringContaining(`a newsroom answers at 127.0.0.1:${port}`)]);
  serving.kill('SIGTERM');
  await closed;
});

test('a file in the place of the data folder is named, and left as it is', () => {
  const file = join(folder, 'a-file');
  writeFileSync(file, 'mine');
  const ended = typed('serve', '--data', file, '--port', '0');
  expect(ended.code).toBe(2);
  expect(ended.remarks).toEqual([expect.stringMatching(/--data.*Choose another folder/)]);
  expect(readFileSync(file, 'utf8')).toBe('mine');
});

test('a data folder that nobody may write in is named', () => {
  const data = join(folder, 'read-only');
  mkdirSync(data);
  chmodSync(data, 0o555);
  for (const words of [
    ['import', archive],
    ['serve', '--port', '0'],
  ]) {
    const ended = typedByNobody(...words, '--data', data);
    expect(ended.code).toBeGreaterThan(0);
    expect(ended.remarks).toEqual([expect.stringContaining(`${data} cannot be written. Change its owner or its mode`)]);
    expect(existsSync(join(data, 'newsroom.sqlite'))).toBe(false);
  }
});

test('a newsroom whose file or folder nobody may write in is named, with what to do', () => {
  const data = join(folder, 'kept-from-writing');
  typed('import', archive, '--data', data);
  const file = join(data, 'newsroom.sqlite');
  const office = ['office', 'PORT', '--introduction', 'en=All of it.'];

  chmodSync(data, 0o777);
  chmodSync(file, 0o444);
  const locked = typedByNobody(...office, '--data', data);
  expect([locked.code, locked.remarks]).toEqual([
    1,
    [expect.stringContaining(`${file} cannot be written. Change its owner or its mode`)],
  ]);

  chmodSync(file, 0o666);
  // SQLite gave them the mode of the file.
  for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  chmodSync(data, 0o555);
  for (const words of [office, ['serve', '--port', '0']]) {
    const kept = typedByNobody(...words, '--data', data);
    expect([kept.code, kept.remarks]).toEqual([1, [expect.stringContaining(`${data} cannot be written.`)]]);
  }
});

test('a database of a newer version is left alone', () => {
  const data = join(folder, 'newer');
  typed('import', archive, '--data', data);
  // What a newer version would have left there, written by a process that knows nothing of this one.
  const note = `const file = new (require('node:sqlite').DatabaseSync)(process.argv[1]);
    file.exec("insert into kysely_migration values ('9999-of-tomorrow', '2030-01-01T00:00:00.000Z')"); file.close();`;
  execFileSync(process.execPath, ['-e', note, join(data, 'newsroom.sqlite')], { stdio: 'ignore' });
  for (const words of [['serve', '--port', '0'], ['import', archive], ['check'], ['export']]) {
    const ended = typed(...words, '--data', data);
    expect([words[0], ended.code]).toEqual([words[0], 1]);
    expect(ended.remarks).toEqual([expect.stringContaining('newer Dateline (it has 9999-of-tomorrow)')]);
  }
});

test('a disk that fills up during an import leaves nothing half-written, and the import goes on afterwards', () => {
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  // A disk of its own, in memory, that only this shell sees and that ends with it.
  const script = `mount -t tmpfs -o size=1400k tmpfs "$1" || exit 99
    "$0" import "$2" --data "$1" >/dev/null; echo "first $?"
    mount -o remount,size=100m "$1" || exit 99
    "$0" check --data "$1"; "$0" import "$2" --data "$1"; echo "second $?"; "$0" export --data "$1" > "$3"`;
  const exported = join(folder, 'exported.ndjson');
  const apart = isRoot ? ['--mount'] : ['--map-root-user', '--mount'];
  const ended = run('unshare', [...apart, 'sh', '-c', script, dateline, disk, archive, exported]);
  expect(ended.said).toContain('first 1\n');
  expect(ended.remarks).toEqual([expect.stringContaining('The disk is full. Nothing was half-written.')]);
  expect(ended.said).toContain('no difference');
  expect(ended.said).toContain('second 0\n');
  const whole = join(folder, 'whole');
  typed('import', archive, '--data', whole);
  expect(readFileSync(exported, 'utf8')).toBe(typed('export', '--data', whole).said);
});

test('a disk that has no room for the tables is named, and half of them do not stay', () => {
  const disk = join(folder, 'small-disk');
  mkdirSync(disk);
  const script = `mount -t tmpfs -o size=600k tmpfs "$1" || exit 99
    "$0" import "$2" --data "$1" >/dev/null; echo "first $?"
    mount -o remount,size=100m "$1" || exit 99
    "$0" import "$2" --data "$1"; echo "second $?"; "$0" check --data "$1"`;
  const apart = isRoot ? ['--mount'] : ['--map-root-user', '--mount'];
  const ended = run('unshare', [...apart, 'sh', '-c', script, dateline, disk, archive]);
  expect(ended.said).toContain('first 1\n');
  expect(ended.remarks).toEqual([expect.stringContaining('The disk is full. Nothing was half-written.')]);
  expect(ended.said).toContain('second 0\n');
  expect(ended.said).toContain('no difference');
});

test('a newsroom killed while it fills with the example is empty, not half-full', async () => {
  const data = join(folder, 'killed');
  const child = spawn(dateline, ['seed', '--data', data], { stdio: ['ignore', 'ignore', 'pipe'] });
  await new Promise<void>((resolve) => {
    child.stderr.on('data', (bytes) => String(bytes).includes('100 of') && child.kill('SIGKILL'));
    child.on('close', () => resolve());
  });
  expect(child.signalCode).toBe('SIGKILL');
  expect(typed('check', '--data', data).said).toContain('no difference');
  expect(typed('export', '--data', data).said).not.toContain('"kind":"edition"');
});
