import { LRUCache } from 'lru-cache';
import { compacted, type PackedPage } from './packed-page.ts';

/** Rendered pages of one version of the published half. */
export interface PageCache {
  /** Drops everything first when `version` is not the one the pages are of. */
  find(path: string, version: number): KeptPage | undefined;
  /** Keeps nothing, and answers null, when the cache has moved to another version since. */
  keep(path: string, version: number, page: PackedPage): KeptPage | null;
  readonly bytes: number;
}

export interface KeptPage {
  readonly page: PackedPage;
  /** Is it in the directory that nginx serves, or on its way there? Set by whoever puts it there. */
  isFiled: boolean;
}

/** @param bytes the most that is kept, headers included; below 1 nothing is. */
export function openPageCache(bytes: number): PageCache {
  const pages = bytes < 1 ? null : new LRUCache<string, KeptPage>({ maxSize: bytes, sizeCalculation: weightOf });
  let of = Number.NaN;

  return {
    find: (path, version) => {
      if (version !== of) {
        pages?.clear();
        of = version;
      }
      return pages?.get(path);
    },
    keep: (path, version, page) => {
      if (version !== of || pages === null) return null;
      const kept = { page: compacted(page), isFiled: false };
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

function weightOf(kept: KeptPage, path: string): number {
  return kept.page.full.body.length + path.length + ENTRY_BYTES;
}
