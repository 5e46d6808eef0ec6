import { parentPort, workerData } from 'node:worker_threads';
import { openPublished } from '../database/open.ts';
import { openShelf } from './archive-shelf.ts';
import { findTexts } from './find-texts.ts';
import { MOST_POSTINGS } from './leave-out-common.ts';
import { searchReads } from './search.query.ts';
import type { SearchAnswered, SearchAsked, SearchSettings } from './search-message.ts';
import { suggest } from './suggest.ts';

// Runs beside the thread that answers pages: ranking a hundred thousand texts takes longer than a page may wait.

const { mostPostings = MOST_POSTINGS, ...database } = workerData as SearchSettings;
const half = await openPublished(database);
const shelf = openShelf(searchReads(half.published), half.publicVersion);

parentPort?.on('message', async ({ number, ask }: SearchAsked) => {
  const answered: SearchAnswered = await answerTo(ask).then(
    // As text: a thousand small objects are handed over in half the time.
    (answer) => ({ number, answer: JSON.stringify(answer) }),
    (error: unknown) => ({ number, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
  parentPort?.postMessage(answered);
});

async function answerTo(ask: SearchAsked['ask']): Promise<unknown> {
  const current = await shelf.current();
  if (ask.kind === 'find') return findTexts(current, ask.order, { mostPostings });
  return suggest(current, ask.order);
}
