import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '../../platform/instant.ts';
import { isHash, readWhole, shelfOf } from '../media-folder.ts';
import type { FixityReport, Reading, Soundness, Unsound } from './fixity.ts';

/** A reading by the server, or one that somebody asked for. */
export type Reader = 'server' | 'command';

/** What is known of the originals, in files beside the newsroom: whoever serves them may look, and a lost one is found again. */
export interface FixityFolder {
  /** How far this reader has come; null: it begins anew. */
  reading(reader: Reader): Promise<Reading | null>;
  keepReading(reader: Reader, reading: Reading): Promise<void>;
  /** A reading has come to its end: it is the last one now, and what was not found again is forgotten. */
  finish(reader: Reader, reading: Reading, at: Instant): Promise<void>;
  /** Notes what was found; sound: forgets what was. */
  note(hash: string, found: Soundness, at: Instant): Promise<void>;
  isUnsound(hash: string): Promise<boolean>;
  report(): Promise<FixityReport>;
  /** All of them, however many. */
  unsound(): AsyncIterable<Unsound>;
}

const MOST_TOLD = 100;

type Noted = Pick<Unsound, 'found' | 'since' | 'at'>;
type Last = Pick<FixityReport, 'originals' | 'bytes'> & { readonly readAt: Instant };

/** @param folder made when something is noted; safe to throw away: the next reading finds it all again. */
export function openFixityFolder(folder: string): FixityFolder {
  const noteOf = (hash: string) => join(folder, 'unsound', hash);
  const readingOf = (reader: Reader) => join(folder, `${reader}.json`);
  const lastFile = join(folder, 'last.json');
  const names = async () => (await listed(join(folder, 'unsound'))).filter(isHash).sort();
  const noted = async (hash: string): Promise<Unsound | null> => {
    const note = await fromJson<Noted>(noteOf(hash));
    return note === null ? null : { hash, ...note, file: join('media', 'originals', shelfOf(hash)) };
  };
  const all = async function* (): AsyncGenerator<Unsound> {
    for (const hash of await names()) {
      const one = await noted(hash);
      if (one !== null) yield one;
    }
  };

  return {
    reading: (reader) => fromJson<Reading>(readingOf(reader)),
    keepReading: (reader, reading) => toJson(folder, readingOf(reader), reading),

    async finish(reader, { begunAt, originals, bytes }, at) {
      for await (const { hash, at: seen } of all()) if (seen < begunAt) await rm(noteOf(hash), { force: true });
      await toJson(folder, lastFile, { readAt: at, originals, bytes } satisfies Last);
      await rm(readingOf(reader), { force: true });
    },

    async note(hash, found, at) {
      if (!isHash(hash)) return;
      if (found === 'sound') return rm(noteOf(hash), { force: true });
      const before = await noted(hash);
      await toJson(join(folder, 'unsound'), noteOf(hash), { found, since: before?.since ?? at, at } satisfies Noted);
    },

    isUnsound: async (hash) => (await noted(hash)) !== null,
    unsound: all,

    async report() {
      const last = await fromJson<Last>(lastFile);
      const hashes = await names();
      const told = await Promise.all(hashes.slice(0, MOST_TOLD).map(noted));
      const unsound = told.filter((one) => one !== null);
      const { readAt = null, originals = 0, bytes = 0 } = last ?? {};
      return { readAt, originals, bytes, unsound, unsoundCount: hashes.length };
    },
  };
}

async function listed(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw cause;
  }
}

/** Null where there is none, or where a power cut has left a part of one: then it is found again. */
async function fromJson<Value>(path: string): Promise<Value | null> {
  const bytes = await readWhole(path);
  try {
    return bytes === null ? null : (JSON.parse(bytes.toString('utf8')) as Value);
  } catch {
    return null;
  }
}

/** Whole or not at all, for whoever reads meanwhile. */
async function toJson(folder: string, path: string, value: object): Promise<void> {
  await mkdir(folder, { recursive: true });
  const temporary = `${path}.tmp`;
  await writeFile(temporary, JSON.stringify(value));
  await rename(temporary, path);
}
