import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Fault } from '../platform/faults.ts';
import type { Soundness } from './fixity/fixity.ts';

/** `originals/ab/cd/abcd…`: two levels, so that no directory grows beyond what tools bear. */
export function shelfOf(hash: string): string {
  return join(hash.slice(0, 2), hash.slice(2, 4), hash);
}

/** Is it a SHA-256 in lower-case hexadecimal? Nothing else becomes part of a file's name. */
export function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

/** Null when there is no such file. */
export async function readWhole(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return null;
    throw cause;
  }
}

/** Null when there is no such file. Asks for the name alone. A folder that may not be read is no answer: it throws. */
export async function bytesOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT' || codeOf(cause) === 'ENOTDIR') return null;
    throw cause;
  }
}

/**
 * Writes a file that is there whole or not at all, and after a power cut still there: flushed, renamed, and the
 * directory flushed. Safe to run twice and at the same time.
 *
 * @throws Fault DISK_FULL; nothing is left behind.
 */
export async function writeDurably(path: string, bytes: Buffer): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    const made = await mkdir(dirname(path), { recursive: true });
    await flushed(temporary, 'wx', async (file) => file.writeFile(bytes));
    await rename(temporary, path);
    await flushed(dirname(path), 'r');
    if (made !== undefined) await flushedUpTo(dirname(made), dirname(path));
  } catch (cause) {
    await rm(temporary, { force: true });
    if (codeOf(cause) === 'ENOSPC') throw new Fault('DISK_FULL', {}, { cause });
    throw cause;
  }
}

/**
 * Reads a file that is named by its SHA-256, in pieces, and compares.
 *
 * @param goOn asked before each piece, with its bytes; false: stop.
 */
export async function checkFile(
  path: string,
  name: string,
  goOn: (bytes: number) => Promise<boolean>,
): Promise<Soundness | 'stopped'> {
  const digest = createHash('sha256');
  try {
    for await (const piece of createReadStream(path)) {
      if (!(await goOn((piece as Buffer).length))) return 'stopped';
      digest.update(piece as Buffer);
    }
  } catch (cause) {
    return codeOf(cause) === 'ENOENT' || codeOf(cause) === 'ENOTDIR' ? 'missing' : 'unreadable';
  }
  return digest.digest('hex') === name ? 'sound' : 'altered';
}

/** The pieces of a file that is named by its SHA-256. Throws what `altered` gives, after the last, where they are others. */
export async function* soundPieces(path: string, name: string, altered: () => Promise<Fault>): AsyncGenerator<Buffer> {
  const digest = createHash('sha256');
  for await (const piece of createReadStream(path)) {
    digest.update(piece as Buffer);
    yield piece as Buffer;
  }
  if (digest.digest('hex') !== name) throw await altered();
}

/** A new directory is there after a power cut only when the one above it has been flushed too. */
async function flushedUpTo(top: string, folder: string): Promise<void> {
  for (let above = dirname(folder); above.length >= top.length; above = dirname(above)) {
    await flushed(above, 'r');
    if (above === dirname(above)) return;
  }
}

async function flushed(
  path: string,
  flags: string,
  work: (file: Awaited<ReturnType<typeof open>>) => Promise<void> = async () => {},
): Promise<void> {
  const file = await open(path, flags, 0o644);
  try {
    await work(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

function codeOf(cause: unknown): unknown {
  return cause instanceof Error && 'code' in cause ? cause.code : null;
}
