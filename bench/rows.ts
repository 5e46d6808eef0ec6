import type { Row } from './row.ts';
import { bulkFiles } from './rows/bulk-files.ts';
import { cachedPages } from './rows/cached-pages.ts';
import { desk } from './rows/desk.ts';
import { importRate } from './rows/import-rate.ts';
import { pageFiles } from './rows/page-files.ts';
import { publishToFresh } from './rows/publish-to-fresh.ts';
import { randomWalk } from './rows/random-walk.ts';
import { search } from './rows/search.ts';
import { start } from './rows/start.ts';
import { uncachedLists } from './rows/uncached-lists.ts';

/** All of them, in the order of the table. The desk's comes last: it fills the newsrooms that the others measure. */
export const rows: readonly Row[] = [
  cachedPages,
  pageFiles,
  uncachedLists,
  randomWalk,
  publishToFresh,
  importRate,
  start,
  search,
  bulkFiles,
  desk,
];
