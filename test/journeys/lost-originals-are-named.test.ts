import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenForReaders, openExample } from '../support/open-for-readers.ts';

let open: OpenForReaders;

beforeAll(async () => {
  open = await openExample();
});
afterAll(() => open.close());

const originals = () => join(open.folder, 'media', 'originals');

function filesOfOriginals(): string[] {
  const entries = readdirSync(originals(), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => join(parentPath, name))
    .sort();
}

test('a check names an original that came back cut off, and by how much', async () => {
  const [file = ''] = filesOfOriginals();
  const whole = readFileSync(file);
  truncateSync(file, 100);
  const [found, ...others] = await differences();
  writeFileSync(file, whole);
  expect(others).toEqual([]);
  expect(found?.where).toBe(`picture ${basename(file)}`);
  expect(found?.problem).toContain(`100 bytes, not ${whole.length}`);
  expect(found?.problem).toContain('ORIGINAL_DAMAGED');
});

test('a check names each original that did not come back with the database, and nothing else', async () => {
  const [one = '', ...others] = filesOfOriginals();
  expect(others.length).toBeGreaterThan(1);

  rmSync(one);
  expect(await missing()).toEqual([`picture ${basename(one)}`]);
  rmSync(join(open.folder, 'media'), { recursive: true });
  expect(await missing()).toEqual([one, ...others].map((file) => `picture ${basename(file)}`));
});

async function missing(): Promise<string[]> {
  const found = await differences();
  for (const { problem } of found) expect(problem).toContain('ORIGINAL_MISSING');
  return found.map(({ where }) => where).sort();
}

async function differences() {
  const found: { where: string; problem: string }[] = [];
  for await (const difference of open.newsroom.check()) found.push(difference);
  return found;
}
