import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CHECKPOINT_PAGES, openCheckpoints } from './sqlite-checkpoints.ts';

describe('what commits leave in the log of a file', () => {
  let folder: string;
  let file: string;
  let writer: DatabaseSync;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-checkpoints-'));
    file = join(folder, 'newsroom.sqlite');
    writer = new DatabaseSync(file);
    writer.exec('pragma journal_mode = wal; pragma wal_autocheckpoint = 0; create table page (body blob) strict');
  });

  afterEach(() => {
    writer.close();
    rmSync(folder, { recursive: true });
  });

  const write = (pages: number) => writer.exec(`insert into page values (zeroblob(${pages * 4096}))`);
  const left = () => {
    const { log, checkpointed } = writer.prepare('pragma wal_checkpoint(noop)').get() as Record<string, number>;
    return Number(log) - Number(checkpointed);
  };

  test('is written back beside whoever commits, once enough has come together', async () => {
    const checkpoints = openCheckpoints(file);
    write(CHECKPOINT_PAGES.beside + 1);
    expect(left()).toBeGreaterThan(CHECKPOINT_PAGES.beside);
    checkpoints.afterCommit(left());
    await checkpoints.close();
    expect(left()).toBe(0);
    expect(writer.prepare('select count(*) as pages from page').get()).toEqual({ pages: 1 });
  });

  test('stays there while it is little, or as much as another process writes at once', async () => {
    const checkpoints = openCheckpoints(file);
    for (const pages of [1, CHECKPOINT_PAGES.atLast]) {
      write(pages);
      const before = left();
      checkpoints.afterCommit(before);
      await checkpoints.close();
      expect(left()).toBe(before);
    }
    expect(writer.prepare('select count(*) as pages from page').get()).toEqual({ pages: 2 });
  });
});
