import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../../src/database/engine.ts';
import { retractRelease } from '../../src/releases/retract-release.ts';
import { withdrawRelease } from '../../src/releases/withdraw-release.ts';
import { openShelf } from '../../src/search/archive-shelf.ts';
import { indexCheckReads } from '../../src/search/check-index.query.ts';
import { checkIndex } from '../../src/search/check-index.ts';
import { extendIndex } from '../../src/search/extend-index.ts';
import { findTexts } from '../../src/search/find-texts.ts';
import { indexStore } from '../../src/search/index.store.ts';
import { MOST_POSTINGS } from '../../src/search/leave-out-common.ts';
import { type Filters, noFilters, type Query, type Wanted } from '../../src/search/query.ts';
import { searchReads } from '../../src/search/search.query.ts';
import type { SearchFound, SearchOrder } from '../../src/search/search.ts';
import { suggest } from '../../src/search/suggest.ts';
import type { ArchiveLine } from '../../src/transfer/archive-line.ts';
import { importArchive } from '../../src/transfer/import-archive.ts';
import { actsOf, archiveDeps, archiveOf, fileOf, pictureLine, portOffice } from '../support/archives.ts';
import { withoutReleases } from '../support/empty-newsroom.ts';
import { eachEngine } from '../support/engines.ts';

function asking(words: readonly Wanted[], changes: Partial<Query> = {}): Query {
  return { words, without: [], filters: noFilters, ...changes };
}

const word = (text: string): Wanted => ({ kind: 'word', text });
const phrase = (text: string): Wanted => ({ kind: 'phrase', text });
const prefix = (text: string): Wanted => ({ kind: 'prefix', text });

async function newsroomWith(engine: Engine, lines: readonly ArchiveLine[]) {
  const deps = archiveDeps(engine);
  await importArchive(deps, fileOf(archiveOf([portOffice, ...lines])));
  const shelf = openShelf(searchReads(engine.published), engine.publicVersion);
  const find = async (
    query: Query,
    { mostPostings = MOST_POSTINGS, ...changes }: Partial<SearchOrder> & { mostPostings?: number } = {},
  ): Promise<SearchFound> => {
    const usual: SearchOrder = { query, locale: 'en', fallback: 'en', sort: 'newest', skip: 0, limit: 20 };
    return findTexts(await shelf.current(), { ...usual, ...changes }, { mostPostings });
  };
  const extend = (least = 1) =>
    extendIndex(
      {
        ...{ store: indexStore(engine), inTransaction: engine.inTransaction, clock: deps.clock },
        ...{ holder: 'here', isInterrupted: () => false },
      },
      least,
    );
  return { deps, find, extend, shelf };
}

async function differencesIn(engine: Engine, occurrencesAtOnce?: number): Promise<string[]> {
  const differences: string[] = [];
  for await (const { where, problem } of checkIndex(indexCheckReads(engine.newsroom), occurrencesAtOnce))
    differences.push(`${where}: ${problem}`);
  return differences;
}

/** Release, language and edition of each hit, in their order. */
function named({ hits }: SearchFound): string[] {
  return hits.map(({ item }) => `${Number(item.release.slice(-6))} ${item.locale}`);
}

const numbers = Array.from({ length: 30 }, (_, n) => n + 1);

eachEngine('a search', (open) => {
  test('finds words, phrases, prefixes and pieces of Chinese, in the index and before they are in it', async () => {
    const { find, extend } = await newsroomWith(await open(), numbers.flatMap(actsOf));
    const answers = async () => ({
      ferries: named(await find(asking([word('ferries')]), { limit: 100 })),
      seventh: named(await find(asking([phrase('Ferry 7')]))),
      backwards: named(await find(asking([phrase('7 Ferry')]))),
      chinese: named(await find(asking([word('渡轮'), word('3')]))),
      character: (await find(asking([word('轮')]))).count,
      mongolian: named(await find(asking([word('хөвсгөл')]), { locale: 'mn', limit: 100 })),
      begun: (await find(asking([prefix('bod')]))).count,
      reference: named(await find(asking([word('port/2010/4')]))),
      without: named(await find(asking([word('ferry')], { without: [word('body')] }))),
      corrected: named(await find(asking([word('corrected')]))),
      best: named(await find(asking([word('more')]), { sort: 'best', limit: 100 })).length,
    });
    const before = await answers();
    expect(await extend()).toBeGreaterThan(30);
    expect(await answers()).toEqual(before);

    expect(before.ferries).toHaveLength(30);
    expect(before.seventh).toEqual(['7 en']);
    expect(before.backwards).toEqual([]);
    expect(before.chinese).toEqual(['3 en']);
    // A correction took the Chinese out of every sixth headline, but not out of its translation.
    expect(before.character).toEqual({ count: 30, isMore: false });
    expect(before.mongolian).toHaveLength(30);
    expect(before.begun.count).toBe(30);
    expect(before.reference).toHaveLength(1);
    expect(before.without).toEqual([]);
    expect(before.corrected.sort()).toEqual(['12 en', '18 en', '24 en', '30 en', '6 en']);
    expect(before.best).toBe(30);
  });

  test('keeps to texts with a picture, and counts a release that has one in any language once', async () => {
    const asset = pictureLine(1);
    const shown = [{ asset: asset.id, alt: 'The quay', caption: null }];
    const lines = [1, 2, 4].flatMap((n) =>
      actsOf(n).map((act): ArchiveLine => {
        const isPictured = act.kind === 'edition' && (n === 1 || (n === 4 && act.locale === 'mn'));
        return isPictured ? { ...act, pictures: shown } : act;
      }),
    );
    const { find, extend } = await newsroomWith(await open(), [asset, ...lines]);
    for (const isIndexed of [false, true]) {
      if (isIndexed) await extend();
      const all = await find(asking([word('渡轮')]));
      expect([all.count.count, all.facets.has]).toEqual([3, [{ value: 'picture', count: 2 }]]);
      const pictured = asking([word('渡轮')], { filters: { ...noFilters, has: ['picture'] } });
      expect(named(await find(pictured)).sort()).toEqual(['1 en', '4 mn']);
      expect((await find(asking([word('2')]))).facets.has).toEqual([]);
    }
  });

  test('leaves out the commonest words where all of them are too much to read, and says which', async () => {
    const { find, extend } = await newsroomWith(await open(), numbers.flatMap(actsOf));
    const few = { mostPostings: 20, limit: 100 };
    const common = (about: string) => [{ note: 'too-common', about }];
    for (const isIndexed of [false, true]) {
      if (isIndexed) await extend();
      const rare = await find(asking([word('corrected')]), { limit: 100 });
      expect([rare.count.count, rare.notes]).toEqual([5, []]);
      const left: [Query, string][] = [
        [asking([word('ferry'), word('corrected')]), 'ferry'],
        [asking([word('corrected'), prefix('bod'), word('ferries')]), 'bod* ferries'],
        [asking([word('corrected')], { without: [word('ferry')] }), '-ferry'],
        [asking([word('corrected'), phrase('ferry ferry')]), '"ferry ferry"'],
      ];
      for (const [query, about] of left) {
        expect((await find(query, { limit: 100 })).notes).toEqual([]);
        const found = await find(query, few);
        expect([named(found), found.notes]).toEqual([named(rare), common(about)]);
      }
      // One place of a phrase may hold anything, where that is all that can be read of it.
      const gap = await find(asking([phrase('Ferry 7')]), few);
      expect([named(gap), gap.notes]).toEqual([named(await find(asking([word('7')]))), common('"Ferry 7"')]);
      const alone = await find(asking([word('ferry')]), { ...few, mostPostings: 1 });
      expect([alone.count.count, alone.notes]).toEqual([30, []]);
    }
  });

  test('asks the index once for a word, until a span or a retraction changes what it says', async () => {
    const engine = await open();
    const { deps, extend } = await newsroomWith(engine, numbers.slice(0, 5).flatMap(actsOf));
    await extend();
    const reads = searchReads(engine.published);
    const asked: string[] = [];
    const blocksOf: typeof reads.blocksOf = (terms, spans) => {
      asked.push(...terms);
      return reads.blocksOf(terms, spans);
    };
    const shelf = openShelf({ ...reads, blocksOf }, engine.publicVersion);
    const order = { locale: 'en', fallback: 'en', sort: 'newest', skip: 0, limit: 20 } as const;
    const findFerries = async () => {
      const { count } = await findTexts(await shelf.current(), { query: asking([word('ferry')]), ...order });
      return [count.count, asked.splice(0).filter((term) => term === 'ferri').length];
    };
    expect([await findFerries(), await findFerries()]).toEqual([
      [5, 1],
      [5, 0],
    ]);
    const publishUntil = (number: number) =>
      importArchive(deps, fileOf(archiveOf(numbers.slice(0, number).flatMap(actsOf))));
    await publishUntil(8);
    expect(await findFerries()).toEqual([8, 0]);
    await extend();
    await publishUntil(9);
    expect(await findFerries()).toEqual([9, 1]);
    const release = '01900000-0000-7000-8000-000000000003';
    await retractRelease(deps.publishing, { release, reason: 'It was false.', at: null, locale: 'en' });
    expect(await findFerries()).toEqual([8, 1]);
    expect(await findFerries()).toEqual([8, 0]);
  });

  test('shows each release once, in the reader’s language where the words stand in it', async () => {
    const { find } = await newsroomWith(await open(), numbers.flatMap(actsOf));
    const { hits, facets } = await find(asking([word('渡轮')]), { locale: 'mn', limit: 100 });
    const locales = hits.map(({ item }) => item.locale);
    expect(locales.filter((locale) => locale === 'mn')).toHaveLength(15);
    expect(new Set(hits.map(({ item }) => item.release)).size).toBe(hits.length);
    expect(facets.locales).toEqual([
      { value: 'en', count: 25 },
      { value: 'mn', count: 15 },
    ]);
    expect(hits[0]?.headline).toContainEqual({ text: '渡轮', isFound: true });
  });

  test('counts what each filter leaves, and leaves that', async () => {
    const { find } = await newsroomWith(await open(), numbers.flatMap(actsOf));
    const { facets, count } = await find(asking([word('ferry')]));
    expect(count.count).toBe(30);
    for (const { value, count } of facets.types) {
      expect((await find(asking([], { filters: { ...noFilters, types: [value] } }))).count.count).toBe(count);
    }
    for (const { value, count } of facets.countries) {
      expect((await find(asking([], { filters: { ...noFilters, countries: [value] } }))).count.count).toBe(count);
    }
    const until2010 = { ...noFilters, from: null, to: '2010-03-31' as Filters['to'] };
    const found = await find(asking([], { filters: until2010 }), { limit: 100 });
    expect(found.hits.every(({ item }) => item.published.day <= '2010-03-31')).toBe(true);
    expect(found.count.count).toBeGreaterThan(0);
  });

  test('finds a withdrawn text last and a retracted one never, and keeps no word of it', async () => {
    const engine = await open();
    const { deps, find, extend } = await newsroomWith(engine, [1, 2, 3].flatMap(actsOf));
    await extend();
    const release = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
    const why = { reason: 'It was false.', at: null, locale: 'en' };
    await withdrawRelease(deps.publishing, { release: release(1), ...why });
    expect(named(await find(asking([word('ferry')]), { sort: 'best' })).at(-1)).toBe('1 en');
    await retractRelease(deps.publishing, { release: release(3), ...why });
    expect(named(await find(asking([word('ferry')]))).sort()).toEqual(['1 en', '2 en']);
    await retractRelease(deps.publishing, { release: release(1), ...why });
    await retractRelease(deps.publishing, { release: release(2), ...why });
    await retractRelease(deps.publishing, { release: release(2), ...why, locale: 'mn' });
    expect((await find(asking([word('ferry')]))).count.count).toBe(0);
    expect(await engine.newsroom.selectFrom('search_posting').select('term').execute()).toEqual([]);
    expect(await engine.newsroom.selectFrom('search_word').select('word').execute()).toEqual([]);
  });

  test('an extension that ends between any two of its writes is taken up again, and leaves the same index', async () => {
    const engine = await open();
    const { deps, find } = await newsroomWith(engine, numbers.flatMap(actsOf));
    const store = indexStore(engine);
    const query = asking([word('ferry')]);
    const expected = named(await find(query, { limit: 100 }));
    for (let writes = 0, isDone = false; !isDone; writes += 1) {
      let left = writes;
      const once = async (work: Promise<void>) => {
        if (left === 0) throw new Error('the process ended');
        left -= 1;
        return work;
      };
      const stopping: typeof store = {
        ...store,
        addPostings: (tx, rows) => once(store.addPostings(tx, rows)),
        addWords: (tx, rows) => once(store.addWords(tx, rows)),
        addSpan: (tx, span) => once(store.addSpan(tx, span)),
      };
      const around = { inTransaction: engine.inTransaction, clock: deps.clock, isInterrupted: () => false };
      isDone = await extendIndex({ store: stopping, holder: 'here', ...around }, 1).then(
        () => true,
        () => false,
      );
      expect(named(await find(query, { limit: 100 }))).toEqual(expected);
      expect(await differencesIn(engine)).toEqual([]);
    }
    const words = await engine.newsroom
      .selectFrom('search_word')
      .select('texts')
      .where('word', '=', 'corrected')
      .execute();
    expect(words).toEqual([{ texts: 5 }]);
  });

  test('an extension that is told to stop stops before its span is full, and leaves nothing', async () => {
    const engine = await open();
    const { deps } = await newsroomWith(engine, numbers.flatMap(actsOf));
    let asked = 0;
    const isInterrupted = () => ++asked > 1;
    const around = { inTransaction: engine.inTransaction, clock: deps.clock, holder: 'here', isInterrupted };
    expect(await extendIndex({ store: indexStore(engine), ...around }, 1)).toBe(0);
    expect(await engine.newsroom.selectFrom('search_posting').select('term').execute()).toEqual([]);
    expect(await engine.newsroom.selectFrom('search_lease').select('id').execute()).toEqual([]);
  });

  test('is checked against the editions: what does not follow from them is named', async () => {
    const engine = await open();
    const { deps, extend } = await newsroomWith(engine, numbers.flatMap(actsOf));
    await extend();
    // A correction after its span was written: the earlier edition is public still, and stays.
    await importArchive(deps, fileOf(archiveOf(numbers.flatMap(actsOf))));
    const atOnce = [undefined, 7, 1];
    for (const few of atOnce) expect(await differencesIn(engine, few)).toEqual([]);
    await engine.newsroom.deleteFrom('search_posting').where('term', '=', 'ferri').execute();
    await engine.newsroom.updateTable('search_posting').set({ term: 'whale' }).where('term', '=', 'calder').execute();
    const [whole = [], ...parts] = await Promise.all(atOnce.map((few) => differencesIn(engine, few)));
    expect(whole.join('\n')).toContain('is not found by “ferri”');
    expect(whole.join('\n')).toContain('“whale”: it names the text');
    for (const part of parts) expect([...new Set(part)]).toEqual(expect.arrayContaining(whole));
  });

  test('says what may have been meant, and completes what is being typed', async () => {
    const engine = await open();
    const { find, extend, shelf } = await newsroomWith(engine, numbers.flatMap(actsOf));
    for (const isIndexed of [false, true]) {
      if (isIndexed) await extend();
      expect((await find(asking([word('fery')]))).didYouMean).toBe('ferry');
      expect((await find(asking([word('zzzzzz')]))).didYouMean).toBeNull();
      const suggested = await suggest(await shelf.current(), { text: 'ferry cor', locale: 'en' });
      expect(suggested.queries).toEqual(['ferry corrected']);
      expect(suggested.hits).toHaveLength(4);
      // One letter begins everything: the words before it are looked for.
      const { queries, hits } = await suggest(await shelf.current(), { text: 'corrected f', locale: 'en' });
      expect([queries, hits.length]).toEqual([[], 4]);
      expect(await suggest(await shelf.current(), { text: 'f', locale: 'en' })).toEqual({ queries: [], hits: [] });
    }
  });

  test('is what somebody finds who reads everything', async () => {
    const engine = await open();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.constantFrom('tide', 'quay', 'crane', '渡', '轮', '港'), { minLength: 1, maxLength: 6 }), {
          minLength: 1,
          maxLength: 12,
        }),
        fc.array(fc.constantFrom('tide', 'quay', 'crane', '渡', '轮', '港', '渡轮', '轮港'), {
          minLength: 1,
          maxLength: 2,
        }),
        fc.nat(12),
        async (bodies, words, indexed) => {
          const lines = bodies.map((body, at): ArchiveLine[] => {
            const [first] = actsOf(at * 7 + 1);
            const html = `<p>${body.join(' ').replaceAll(/(?<=[渡轮港]) (?=[渡轮港])/g, '')}</p>`;
            return [{ ...(first as ArchiveLine & { kind: 'edition' }), headline: 'Notice', summary: null, body: html }];
          });
          await withoutReleases(engine);
          const { deps, find, extend } = await newsroomWith(engine, lines.slice(0, indexed).flat());
          await extend();
          await importArchive(deps, fileOf(archiveOf(lines.flat())));
          const expected = bodies
            .map((body) => body.join(' ').replaceAll(/(?<=[渡轮港]) (?=[渡轮港])/g, ''))
            .filter((body) => words.every((one) => body.includes(one))).length;
          const { count } = await find(asking(words.map(word)));
          expect(count.count).toBe(expected);
        },
      ),
      { numRuns: 6 },
    );
  });
});
