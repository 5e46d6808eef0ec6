import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ENOUGH_BYTES = 4 * 1024 ** 3;

/**
 * A folder for what tests throw away: in memory where there is room and programs may run, since they commit some ten
 * thousand times and a disk is waited for each time; else where the system keeps such folders.
 */
export function scratchFolder() {
  const inMemory = hasRoom('/dev/shm') ? makeIn('/dev/shm') : null;
  if (inMemory !== null && mayRunPrograms(inMemory)) return inMemory;
  if (inMemory !== null) rmSync(inMemory, { recursive: true, force: true });
  return makeIn(tmpdir());
}

function hasRoom(folder) {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= ENOUGH_BYTES;
  } catch {
    return false;
  }
}

/** PostgreSQL runs as another user, who has to come through. */
function makeIn(folder) {
  const made = mkdtempSync(join(folder, 'dateline-test-'));
  chmodSync(made, 0o711);
  return made;
}

function mayRunPrograms(folder) {
  const program = join(folder, 'may-run');
  writeFileSync(program, '#!/bin/sh\n', { mode: 0o700 });
  try {
    execFileSync(program);
    return true;
  } catch {
    return false;
  }
}
