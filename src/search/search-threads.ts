import type { Logger } from '../platform/log.ts';
import { type BringUpWatch, bringUp } from './bring-up.ts';
import { keepUp, type Progress } from './keep-up.ts';
import { openIndexer } from './open-indexer.ts';
import { openSearch } from './open-search.ts';
import type { Search } from './search.ts';
import type { IndexStore } from './search-index.ts';
import type { SearchSettings } from './search-message.ts';
import { ALPHABET } from './terms/each-term.ts';
import { watchIndex } from './watch-index.ts';

/** What a work that publishes much tells, and is asked. */
interface Watched {
  readonly progress: (done: never) => void;
  readonly isInterrupted: () => boolean;
  /** Leaves its texts to whoever brings the index up to date next. */
  readonly isIndexedLater?: boolean;
}

export interface SearchThreads {
  readonly search: Search;
  /** Extends the index beside a work that publishes much: when it is done, all of it is found. */
  indexed<Watch extends Watched, Outcome>(watch: Watch, work: (watch: Watch) => Promise<Outcome>): Promise<Outcome>;
  /** Brings the index up to date; what is left is found as it is. Interrupted, it goes on from there the next time. */
  bringUp: (watch: BringUpWatch) => Promise<void>;
  /** Extends the index of a running newsroom now and then. */
  watch(log: Logger): { close(): Promise<void> };
}

/** Whatever of search runs in threads of its own, beside the one that answers pages and publishes. */
export function searchThreads(settings: SearchSettings, index: IndexStore): SearchThreads {
  const open = () => openIndexer(settings);
  return {
    search: openSearch(settings),

    bringUp: (watch) => bringUp({ behind: () => index.behind(ALPHABET), open }, watch),

    indexed(watch, work) {
      if (watch.isIndexedLater === true) return work(watch);
      return keepUp(open, watch.isInterrupted, (told) => {
        const progress = (done: Progress) => {
          watch.progress(done as never);
          told(done);
        };
        return work({ ...watch, progress });
      });
    },

    watch: (log) => watchIndex({ behind: () => index.behind(ALPHABET), open, log }),
  };
}
