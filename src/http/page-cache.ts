import { LRUCache } from 'lru-cache';
import { type Change, openKnownChanges, type ReadFrom } from './known-changes.ts';
import { compacted, type PackedPage } from './packed-page.ts';

/** Rendered pages, each for as long as nothing changed that it was rendered from. */
export interface PageCache {
  /** Up to which version it knows what changed; null before the first. */
  readonly version: number | null;
  /** Takes in what came after its own version, up to `until` at least. */
  learn(until: number, changes: readonly Change[]): void;
  /** A page as it would be rendered at the cache's version. */
  find(path: string): KeptPage | undefined;
  /** Keeps nothing, and answers null, where the page may be older than what changed since. */
  keep(path: string, rendered: Rendered): KeptPage | null;
  readonly bytes: number;
}

export interface Rendered {
  readonly page: PackedPage;
  /** When its rendering began. */
  readonly version: number;
  readonly readFrom: ReadFrom;
}

export interface KeptPage {
  readonly page: PackedPage;
  readonly readFrom: ReadFrom;
  /** The last version of which it is known that it holds. */
  version: number;
  /** The version in whose directory for nginx it lies, or is on its way to; null: in none. Set by whoever puts it there. */
  filedAt: number | null;
}

/** @param bytes the most that is kept, headers included; below 1 nothing is. */
export function openPageCache(bytes: number): PageCache {
  const pages = bytes < 1 ? null : new LRUCache<string, KeptPage>({ maxSize: bytes, sizeCalculation: weightOf });
  const changes = openKnownChanges();

  return {
    get version() {
      return changes.version;
    },

    learn: changes.learn,

    find(path) {
      const kept = pages?.get(path);
      if (kept === undefined || kept.version === changes.version) return kept;
      if (!changes.stands(kept.readFrom, kept.version)) {
        pages?.delete(path);
        return undefined;
      }
      kept.version = changes.version ?? kept.version;
      return kept;
    },

    keep(path, { page, version, readFrom }) {
      if (pages === null || !changes.stands(readFrom, version)) return null;
      const kept = { page: compacted(page), readFrom, version: changes.version ?? version, filedAt: null };
      pages.set(path, kept);
      return kept;
    },

    get bytes() {
      return pages?.calculatedSize ?? 0;
    },
  };
}

/** What an entry takes besides its body: two lists of headers, the key, the links of the cache. */
const ENTRY_BYTES = 1500;
const SUBJECT_BYTES = 8;

function weightOf({ page, readFrom }: KeptPage, path: string): number {
  return page.full.body.length + path.length + ENTRY_BYTES + SUBJECT_BYTES * (readFrom?.length ?? 0);
}
