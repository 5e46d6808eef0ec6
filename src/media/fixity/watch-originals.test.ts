import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { afterAll, expect, test } from 'vitest';
import { fixedClock } from '../../platform/clock.ts';
import type { FixityStore } from './fixity.ts';
import { openFixityFolder } from './fixity-folder.ts';
import { readSome } from './watch-originals.ts';

const path = mkdtempSync(join(tmpdir(), 'dateline-rate-'));
afterAll(() => rmSync(path, { recursive: true, force: true }));

const originals = [{ hash: 'ab'.repeat(32), bytes: 200_000 }];
const store: FixityStore = {
  originals: async (after) => originals.filter(({ hash }) => hash > after),
  count: async () => 1,
  claim: async () => true,
  settle: async () => {},
};
const clock = fixedClock('2026-11-24T02:00:00Z');
const log = { info: () => {}, warn: () => {}, error: () => {} };

/** As a file is read: in pieces of 20 KB. */
async function check(_: string, goOn: (bytes: number) => Promise<boolean>) {
  for (let piece = 0; piece < 10; piece += 1) if (!(await goOn(20_000))) return 'stopped' as const;
  return 'sound' as const;
}

const inTransaction = (async (work: (tx: never) => Promise<unknown>) => work(null as never)) as never;
const timers = { after: () => () => {}, every: () => () => {} };
const deps = { store, folder: openFixityFolder(path), check, clock, inTransaction, timers, log };

test('no more is read in a second than the rate allows', async () => {
  const begun = performance.now();
  await readSome(deps, { hours: 24, bytesPerSecond: 1_000_000 }, new AbortController().signal);
  expect(performance.now() - begun).toBeGreaterThan(190);
  expect(await deps.folder.report()).toMatchObject({ originals: 1, bytes: 200_000 });
});

test('a server that ends waits for no original, and the next goes on with the same', async () => {
  const ends = new AbortController();
  const reading = readSome(deps, { hours: 24, bytesPerSecond: 1_000 }, ends.signal);
  ends.abort();
  await reading;
  expect(await deps.folder.reading('server')).toMatchObject({ after: '', originals: 0 });
});
