import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../../src/database/engine.ts';
import { openShelf } from '../../src/search/archive-shelf.ts';
import { extendIndex } from '../../src/search/extend-index.ts';
import { findTexts } from '../../src/search/find-texts.ts';
import { indexStore } from '../../src/search/index.store.ts';
import { noFilters, type Query } from '../../src/search/query.ts';
import { searchReads } from '../../src/search/search.query.ts';
import { importArchive } from '../../src/transfer/import-archive.ts';
import { actsOf, archiveDeps, archiveOf, fileOf, portOffice } from '../support/archives.ts';
import { eachEngine } from '../support/engines.ts';

const LIMIT = 2;
const ORDER = { locale: 'en', fallback: 'en', sort: 'newest', skip: 0, limit: LIMIT } as const;
const asking = (word: string | null, filters: Partial<Query['filters']> = {}): Query => ({
  words: word === null ? [] : [{ kind: 'word', text: word }],
  without: [],
  filters: { ...noFilters, ...filters },
});

/** An archive that came in by pieces, each in a span of its own. */
async function movedIn(engine: Engine, pieces: readonly (readonly number[])[]) {
  const deps = archiveDeps(engine);
  const around = { inTransaction: engine.inTransaction, clock: deps.clock, holder: 'here', isInterrupted: () => false };
  for (const piece of pieces) {
    await importArchive(deps, fileOf(archiveOf([portOffice, ...piece.flatMap(actsOf)])));
    await extendIndex({ store: indexStore(engine), ...around }, 1);
  }
}

eachEngine('the newest texts found', (open) => {
  test('are the same, counted the same, however much of the archive is looked through at once', async () => {
    const engine = await open();
    // Neither the years nor the languages of a release come in one after the other.
    await movedIn(engine, [
      [16, 17, 18, 19, 20],
      [1, 2, 3, 4, 5],
      [26, 27, 28],
      [6, 7, 8, 9, 10, 29, 30],
      [21, 22, 23, 24, 25],
      [11, 12, 13, 14, 15],
    ]);
    const reads = searchReads(engine.published);
    const inParts = openShelf(reads, engine.publicVersion, 1);
    const atOnce = openShelf(reads, engine.publicVersion, Number.POSITIVE_INFINITY);
    expect((await inParts.current()).parts.length).toBeGreaterThan(3);
    expect((await atOnce.current()).parts).toHaveLength(1);
    const orders = fc.record({
      word: fc.constantFrom('ferry', '渡轮', 'corrected', 'хөвсгөл', null),
      types: fc.constantFrom([], ['news' as const]),
      locale: fc.constantFrom('en', 'mn'),
      skip: fc.nat(12),
      limit: fc.integer({ min: 1, max: 9 }),
      mostCounted: fc.integer({ min: 1, max: 35 }),
    });
    await fc.assert(
      fc.asyncProperty(orders, async ({ word, types, mostCounted, ...order }) => {
        const asked = { ...ORDER, ...order, query: asking(word, { types }) };
        const found = await findTexts(await inParts.current(), asked, { mostCounted });
        expect(found).toEqual(await findTexts(await atOnce.current(), asked, { mostCounted }));
        expect(found.count.count).toBeLessThanOrEqual(mostCounted);
      }),
      { numRuns: 60 },
    );
  });

  test('are read from the newest part alone, where it holds enough of them', async () => {
    const engine = await open();
    await movedIn(engine, [
      [9, 1, 2],
      [3, 4, 5],
      [6, 7, 8],
    ]);
    const reads = searchReads(engine.published);
    let looks = 0;
    const blocksOf: typeof reads.blocksOf = (...asked) => {
      looks += 1;
      return reads.blocksOf(...asked);
    };
    const shelf = openShelf({ ...reads, blocksOf }, engine.publicVersion, 1);
    const find = async (mostCounted: number) => {
      looks = 0;
      const { count } = await findTexts(await shelf.current(), { ...ORDER, query: asking('ferry') }, { mostCounted });
      return [count, looks];
    };
    expect(await find(LIMIT)).toEqual([{ count: LIMIT, isMore: true }, 1]);
    const { parts } = await shelf.current();
    expect(parts.length).toBeGreaterThan(1);
    expect(await find(9)).toEqual([{ count: 9, isMore: false }, parts.length]);
  });
});
