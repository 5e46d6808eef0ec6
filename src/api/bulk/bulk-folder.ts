import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '../../platform/instant.ts';

/** What is made: one file for each year in which releases were first published. */
export interface BulkManifest {
  /** Everything up to this public act is in the files. */
  readonly sequence: number;
  /** What files depend on besides public acts. Under another one all are made again. */
  readonly form: string;
  /** Oldest first. */
  readonly years: readonly BulkYear[];
}

export interface BulkYear {
  readonly year: number;
  readonly releases: number;
  /** Name in the folder: it holds the beginning of the hash, so other content is another file. */
  readonly file: string;
  readonly bytes: number;
  /** SHA-256 of the file as it is sent, 64 hexadecimal digits. */
  readonly sha256: string;
  /** What the file was made from: everything up to this public act, and perhaps some of what came later. */
  readonly sequence: number;
  readonly madeAt: Instant;
}

/** The public act up to which a file holds everything, and nothing that was retracted. */
export function goodUpTo(year: BulkYear, { sequence }: BulkManifest): number {
  return Math.max(year.sequence, sequence);
}

export const noBulk: BulkManifest = { sequence: 0, form: '', years: [] };

/** Where the bulk files lie. Everything is written beside and then renamed: a reader finds the old or the new, whole. */
export interface BulkFolder {
  manifest(): Promise<BulkManifest>;
  save(manifest: BulkManifest): Promise<void>;
  pathOf(file: string): string;
  /** A path to write a new file at. @param token makes it nobody else's. */
  beginning(year: number, token: string): Promise<string>;
  /** Makes a file that was begun a whole one, on disk before it has its name. */
  finish(begun: string, file: string): Promise<void>;
  /** Removes what neither the manifest names nor anybody still writes. */
  tidy(manifest: BulkManifest): Promise<void>;
  isThere(year: BulkYear): Promise<boolean>;
  /** Only one process makes files at a time. @returns false while another one does, and has said so since `stale`. */
  claim(now: Instant, stale: Instant): Promise<boolean>;
  /** Says that work goes on. */
  keep(now: Instant): Promise<void>;
  release(): Promise<void>;
}

const MANIFEST = 'manifest.json';
const CLAIM = 'making';

export function bulkFolder(folder: string): BulkFolder {
  const at = (name: string) => join(folder, name);
  const write = async (name: string, text: string) => {
    await mkdir(folder, { recursive: true });
    const beside = at(`${name}.new`);
    await writeFile(beside, text);
    await rename(beside, at(name));
  };
  return {
    pathOf: at,

    async manifest() {
      const text = await readFile(at(MANIFEST), 'utf8').catch(() => null);
      return text === null ? noBulk : (JSON.parse(text) as BulkManifest);
    },

    save: (manifest) => write(MANIFEST, JSON.stringify(manifest)),

    async beginning(year, token) {
      await mkdir(folder, { recursive: true });
      return at(`${String(year).padStart(4, '0')}-${token}.part`);
    },

    async finish(begun, file) {
      const handle = await open(begun, 'r+');
      await handle.sync().finally(() => handle.close());
      await rename(begun, at(file));
    },

    async tidy({ years }) {
      const named = new Set([MANIFEST, CLAIM, ...years.map(({ file }) => file)]);
      for (const name of await readdir(folder)) if (!named.has(name)) await rm(at(name), { force: true });
    },

    async isThere({ file, bytes }) {
      const found = await stat(at(file)).catch(() => null);
      return found?.size === bytes;
    },

    async claim(now, stale) {
      await mkdir(folder, { recursive: true });
      const begun = await writeFile(at(CLAIM), now, { flag: 'wx' }).then(
        () => true,
        () => false,
      );
      if (begun) return true;
      const since = await readFile(at(CLAIM), 'utf8').catch(() => '');
      if (since >= stale) return false;
      // Whoever held it has died: its claim is as good as ours, and what two make at once is the same.
      await write(CLAIM, now);
      return true;
    },

    keep: (now) => write(CLAIM, now),

    release: () => rm(at(CLAIM), { force: true }),
  };
}
