import { readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenForReaders, openForReaders } from '../support/open-for-readers.ts';

let open: OpenForReaders;

beforeAll(async () => {
  open = await openForReaders();
  await open.newsroom.fillWithExample(() => {});
}, 120_000);
afterAll(() => open.close());

test('a check names each original that did not come back with the database, and nothing else', async () => {
  const originals = join(open.folder, 'media', 'originals');
  const files = readdirSync(originals, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const [one, ...others] = files.map(({ name, parentPath }) => join(parentPath, name)).sort();
  expect(others.length).toBeGreaterThan(1);

  rmSync(one as string);
  expect(await named()).toEqual([`picture ${basename(one as string)}`]);
  rmSync(join(open.folder, 'media'), { recursive: true });
  expect(await named()).toEqual([one as string, ...others].map((file) => `picture ${basename(file)}`));
});

async function named(): Promise<string[]> {
  const found = [];
  for await (const { where, problem } of open.newsroom.check()) {
    expect(problem).toContain('ORIGINAL_MISSING');
    found.push(where);
  }
  return found.sort();
}
