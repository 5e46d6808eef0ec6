import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Engine } from '../../src/database/engine.ts';
import { fixityStore } from '../../src/media/fixity/fixity.store.ts';
import type { Soundness } from '../../src/media/fixity/fixity.ts';
import { openFixityFolder } from '../../src/media/fixity/fixity-folder.ts';
import { readAgain } from '../../src/media/fixity/read-again.ts';
import { readSome } from '../../src/media/fixity/watch-originals.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { systemTimers } from '../../src/platform/timers.ts';
import { openDeskAtWork } from '../support/desk-at-work.ts';
import { quayPicture } from '../support/desk-cast.ts';
import { eachEngine } from '../support/engines.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** More than are asked for at once. */
const SHOWN = 450;
const hashOf = (n: number) => `${n.toString(16).padStart(4, '0')}${'0'.repeat(60)}`;
const shown = Array.from({ length: SHOWN }, (_, n) => hashOf(n * 2 + 2));
const [first = '', last = ''] = [shown[0], shown.at(-1)];
/** Kept at the desk and shown nowhere yet. */
const atDesk = hashOf(7);
const rights = { creator: null, agency: null, copyright_holder: null, copyright_year: null, usage_terms: null };

async function fill(engine: Engine): Promise<void> {
  const kept = { media_type: 'image/png', bytes: 1_000, width: 3, height: 2 };
  const rows = shown.map((hash, n) => {
    return { id: `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`, hash, ...kept, credit: null, ...rights };
  });
  await engine.inTransaction((tx) => engine.insertRows(tx, 'asset', rows));
  const { deps } = await openDeskAtWork(engine);
  for (const [n, hash] of [atDesk, first].entries()) {
    const picture = quayPicture(n + 1, { hash, mediaType: 'image/png', bytes: 1_000, width: 3, height: 2 });
    await engine.inTransaction((tx) => deps.pictures.add(tx, picture));
  }
}

eachEngine('the originals', (open) => {
  async function newsroom() {
    const engine = await open();
    await fill(engine);
    const path = mkdtempSync(join(tmpdir(), 'dateline-fixity-'));
    folders.push(path);
    const clock = fixedClock('2026-11-24T02:00:00Z');
    const found = new Map<string, Soundness>();
    const read: string[] = [];
    const check = async (hash: string, goOn: (bytes: number) => Promise<boolean>) => {
      if (!(await goOn(1_000))) return 'stopped' as const;
      read.push(hash);
      return found.get(hash) ?? 'sound';
    };
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const around = { clock, folder: openFixityFolder(path), inTransaction: engine.inTransaction };
    const deps = { ...around, store: fixityStore(engine.newsroom), check, timers: systemTimers, log };
    return { deps, clock, found, read };
  }
  const fast = { hours: 24, bytesPerSecond: 1e12 };
  const never = new AbortController().signal;

  test('of readers and of the desk are read once each, in the order of their hashes, and what is wrong is named', async () => {
    const { deps, found, read } = await newsroom();
    found.set(atDesk, 'altered').set(last, 'missing');
    await readSome(deps, fast, never);
    expect(read).toEqual([...shown, atDesk].sort());
    expect(await deps.store.count()).toBe(SHOWN + 1);
    const report = await deps.folder.report();
    expect(report).toMatchObject({ readAt: '2026-11-24T02:00:00.000Z', originals: SHOWN + 1, unsoundCount: 2 });
    expect(report.bytes).toBe((SHOWN + 1) * 1_000);
    expect(report.unsound).toMatchObject([
      { hash: atDesk, found: 'altered', file: `media/originals/00/07/${atDesk}` },
      { hash: last, found: 'missing' },
    ]);
  });

  test('are read by one process at a time, once in the hours that are set', async () => {
    const { deps, clock, read } = await newsroom();
    await Promise.all([readSome(deps, fast, never), readSome(deps, fast, never)]);
    expect(read).toHaveLength(SHOWN + 1);
    clock.advanceTo('2026-11-25T01:59:59Z');
    await readSome(deps, fast, never);
    expect(read).toHaveLength(SHOWN + 1);
    clock.advanceTo('2026-11-25T02:00:00Z');
    await readSome(deps, fast, never);
    expect(read).toHaveLength(2 * (SHOWN + 1));
  });

  test('are read on by the next process where one has died, and what was found stays found', async () => {
    const { deps, clock, found, read } = await newsroom();
    found.set(first, 'altered');
    const dies = async (hash: string, goOn: (bytes: number) => Promise<boolean>) => {
      if (hash === last) throw new TypeError('the process is killed');
      return deps.check(hash, goOn);
    };
    await expect(readSome({ ...deps, check: dies }, fast, never)).rejects.toThrow('killed');
    expect(await deps.folder.report()).toMatchObject({ readAt: null, unsoundCount: 1 });
    await readSome(deps, fast, never);
    expect(read).not.toContain(last);

    clock.advanceTo('2026-11-24T02:02:00Z');
    found.delete(first);
    await readSome(deps, fast, never);
    expect(read.filter((hash) => hash === first)).toHaveLength(1);
    expect(read).toContain(last);
    const report = await deps.folder.report();
    expect(report).toMatchObject({ readAt: '2026-11-24T02:02:00.000Z', originals: SHOWN + 1 });
    expect(report.unsound).toMatchObject([{ hash: first, since: '2026-11-24T02:00:00.000Z' }]);
  });

  test('that were restored, or that nobody has any more, are forgotten with the next reading', async () => {
    const { deps, clock, found } = await newsroom();
    const gone = 'e'.repeat(64);
    await deps.folder.note(gone, 'missing', clock.now());
    found.set(first, 'altered');
    clock.advanceTo('2026-11-24T03:00:00Z');
    await readSome(deps, fast, never);
    expect((await deps.folder.report()).unsound.map(({ hash }) => hash)).toEqual([first]);
    found.delete(first);
    clock.advanceTo('2026-11-25T03:00:00Z');
    await readSome(deps, fast, never);
    expect(await deps.folder.report()).toMatchObject({ unsound: [], unsoundCount: 0 });
  });

  test('are read by somebody’s command beside the server, which is told how far it is and broken off anywhere', async () => {
    const { deps, read } = await newsroom();
    const upTo = (most: number) => ({
      reader: 'command' as const,
      goOn: async () => true,
      read: async ({ originals }: { originals: number }) => originals < most,
    });
    expect(await readAgain(deps, upTo(10))).toBe(false);
    expect(await readAgain(deps, upTo(300))).toBe(false);
    expect(read).toHaveLength(300);
    expect(await readAgain(deps, upTo(1_000))).toBe(true);
    expect(read).toEqual([...shown, atDesk].sort());
  });
});
