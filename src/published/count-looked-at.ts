import type { CheckReads } from './check-published.ts';

/** How much a check has looked at so far: releases, and their texts, one for each language. */
export interface LookedAt {
  readonly releases: number;
  readonly texts: number;
}

/** The same reads; `looked` hears of the releases that went by. */
export function countLookedAt(reads: CheckReads, looked: (so: LookedAt) => void): CheckReads {
  return {
    ...reads,
    async *releases() {
      let releases = 0;
      let texts = 0;
      for await (const some of reads.releases()) {
        releases += some.length;
        texts += some.reduce((sum, release) => sum + release.versions.length, 0);
        looked({ releases, texts });
        yield some;
      }
    },
  };
}
