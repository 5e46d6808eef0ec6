import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, open, readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Rendered pages as files that nginx serves by itself (deploy/nginx.conf), each gzipped under `<folder>/current/<path>.page.gz`.
 * `current` leads to a directory of one version of the published half, named `<version>.<six letters>` and never used again.
 */
export interface PageFiles {
  /**
   * Puts a page where nginx finds it, if `version` is the current one. Safe to run twice and from several processes.
   *
   * @param url canonical path, percent-encoded. Paths that nginx would look up under another name are left out.
   * @param bytes gzipped.
   * @returns what became of it; `busy` when too many are being written already.
   */
  write(version: number, url: string, bytes: Buffer, type: string): Promise<'written' | 'left-out' | 'busy'>;
  /**
   * Leads `current` to a new, empty directory for pages of `version`, durably, and then forgets the older ones.
   * To be called inside the transaction that publishes, before it commits: from there on nginx asks the server, so
   * wherever a crash falls no file of an older version is served. Also at start, and after a rollback with the version
   * that stayed. The transaction sees to it that two of these never cross.
   */
  renew(version: number): Promise<void>;
  /** The version whose pages are served; null before the first `renew`. */
  current(): Promise<number | null>;
}

/** What nginx is told to say by the end of the address. Pages of any other type are left out. */
export const pageFileTypes: Readonly<Record<string, string>> = {
  '': 'text/html; charset=utf-8',
  '.atom': 'application/atom+xml; charset=utf-8',
  '.rss': 'application/rss+xml; charset=utf-8',
  '.json': 'application/feed+json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
};

/** @param folder made when it is not there; on one file system. */
export function openPageFiles(folder: string): PageFiles {
  const link = join(folder, 'current');
  let underWay = 0;
  let made = 0;

  return {
    write: async (version, url, bytes, type) => {
      const name = fileNameOf(url, type);
      if (name === null) return 'left-out';
      if (underWay >= MOST_AT_ONCE) return 'busy';
      underWay += 1;
      made += 1;
      try {
        const generation = await generationOf(link);
        if (generation === null || versionIn(generation) !== version) return 'left-out';
        await writeWhole(join(folder, generation), name, { bytes, suffix: `${process.pid}-${made}` });
        return 'written';
      } catch (cause) {
        // The directory has just been forgotten: something was published meanwhile.
        if (isAbsence(cause)) return 'left-out';
        throw cause;
      } finally {
        underWay -= 1;
      }
    },

    renew: async (version) => {
      await mkdir(folder, { recursive: true });
      const older = (await readdir(folder)).filter((name) => name !== 'current');
      const directory = await mkdtemp(join(folder, `${version}.`));
      // nginx runs as somebody else.
      await chmod(directory, 0o755);
      const coming = `${directory}.link`;
      await symlink(basename(directory), coming);
      await rename(coming, link);
      await syncDirectory(folder);
      // What cannot be removed now, because a page is just being written there, goes the next time.
      removeAll(older.map((name) => join(folder, name))).catch(() => null);
    },

    current: async () => {
      const generation = await generationOf(link);
      return generation === null ? null : versionIn(generation);
    },
  };
}

const MOST_AT_ONCE = 64;

/**
 * The file of an address below a version's directory; null for what nginx, which undoes the percent-encoding, merges
 * slashes and resolves dots before it looks, would not find there.
 */
export function fileNameOf(url: string, type: string): string | null {
  const segments = url.split('/').slice(1).map(decoded);
  if (!url.startsWith('/') || !segments.every((segment) => segment !== null && isPlainName(segment))) return null;
  const extension = /\.[a-z]+$/.exec(segments.at(-1) ?? '')?.[0] ?? '';
  return mediaTypeOf(pageFileTypes[extension] ?? '') === mediaTypeOf(type) ? `${segments.join('/')}.page.gz` : null;
}

function mediaTypeOf(type: string): string {
  return type.split(';', 1)[0] ?? '';
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

/** 255 bytes is what file systems allow; `.page` ends the name of a page, so no directory may end so. */
function isPlainName(segment: string): boolean {
  if (segment === '' || segment.startsWith('.') || /[\u0000-\u001f\u007f/\\?]/.test(segment)) return false;
  return !/\.(?:page|gz|tmp)$/.test(segment) && Buffer.byteLength(segment) <= 200;
}

function versionIn(generation: string): number {
  return Number(generation.slice(0, generation.lastIndexOf('.')));
}

async function generationOf(link: string): Promise<string | null> {
  try {
    return await readlink(link);
  } catch (cause) {
    if (isAbsence(cause)) return null;
    throw cause;
  }
}

function isAbsence(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
}

/** A reader sees the whole page or none. Not flushed: after a power cut `renew` at start leaves it behind. */
async function writeWhole(directory: string, name: string, order: { bytes: Buffer; suffix: string }): Promise<void> {
  const path = join(directory, name);
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${directory}/.${order.suffix}.tmp`;
  const file = await open(temporary, 'w', 0o644);
  try {
    await file.writeFile(order.bytes);
    const tag = contentTime(order.bytes);
    await file.utimes(tag, tag);
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}

/**
 * nginx makes its ETag from the time and the length of a file. Two versions of a page written within a second may have
 * the same length, so the time is drawn from the content instead: seconds since 1970, 31 bits.
 */
function contentTime(bytes: Buffer): number {
  return createHash('sha256').update(bytes).digest().readUInt32BE(0) >>> 1;
}

async function syncDirectory(folder: string): Promise<void> {
  const directory = await open(folder, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

async function removeAll(paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(path, { recursive: true, force: true });
}
