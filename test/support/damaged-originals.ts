import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The files of all originals in a data folder, in the order of their hashes. */
export function filesOfOriginals(data: string): string[] {
  const entries = readdirSync(join(data, 'media', 'originals'), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => join(parentPath, name))
    .sort();
}

/** Turns one bit, in the middle: as long as it was, and another picture. Safe to run twice: it turns back. */
export function turnOneBit(file: string): void {
  const bytes = readFileSync(file);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

/** Damages the first and takes away the last. @returns their hashes. */
export function damageTwo(data: string): { readonly altered: string; readonly missing: string } {
  const files = filesOfOriginals(data);
  const [first = '', last = ''] = [files[0], files.at(-1)];
  turnOneBit(first);
  rmSync(last);
  return { altered: basename(first), missing: basename(last) };
}
