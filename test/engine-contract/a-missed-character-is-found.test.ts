import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../../src/database/engine.ts';
import { openShelf } from '../../src/search/archive-shelf.ts';
import { extendIndex } from '../../src/search/extend-index.ts';
import { indexStore } from '../../src/search/index.store.ts';
import { meantInstead } from '../../src/search/meant-instead.ts';
import { noFilters } from '../../src/search/query.ts';
import { searchReads } from '../../src/search/search.query.ts';
import { importArchive } from '../../src/transfer/import-archive.ts';
import { actsOf, archiveDeps, archiveOf, fileOf, portOffice } from '../support/archives.ts';
import { eachEngine } from '../support/engines.ts';

const headlines = [
  '青年就业率上升',
  '部长会议讨论青年就业',
  '青年就是未来',
  '港口安全检查',
  'เรือข้ามฟากออกเดินทาง',
  'フェリーの時刻表',
];
const body = (words: string) => `<p>${words}</p>`;

async function newsroomWith(engine: Engine) {
  const deps = archiveDeps(engine);
  const lines = headlines.flatMap((headline, at) => {
    const [first] = actsOf(at * 7 + 1);
    const words = at === 2 ? body('成就是大家的。就是这样，就是他。') : body('没有别的。');
    return first?.kind === 'edition' ? [{ ...first, headline, body: words }] : [];
  });
  await importArchive(deps, fileOf(archiveOf([portOffice, ...lines])));
  const shelf = openShelf(searchReads(engine.published), engine.publicVersion);
  const around = { store: indexStore(engine), inTransaction: engine.inTransaction, clock: deps.clock };
  return {
    extend: () => extendIndex({ ...around, holder: 'here', isInterrupted: () => false }, 1),
    async meant(...typed: string[]) {
      const words = typed.map((text) => ({ kind: 'word' as const, text }));
      return meantInstead(await shelf.current(), { words, without: [], filters: noFilters });
    },
  };
}

eachEngine('a search that found nothing in a script without spaces', (open) => {
  test('says which character may have been missed, in the index and before it is there', async () => {
    const { meant, extend } = await newsroomWith(await open());
    for (const isIndexed of [false, true]) {
      if (isIndexed) await extend();
      expect(await meant('青年就叶')).toBe('青年就业');
      expect(await meant('清年就业')).toBe('青年就业');
      expect(await meant('青念就业')).toBe('青年就业');
      // What stands in headlines comes before what bodies are full of.
      expect(await meant('就叶')).toBe('就业');
      expect(await meant('青粘')).toBe('青年');
      expect(await meant('青年就叶', 'fery')).toBe('青年就业 fery');
      expect(await meant('ILO青年就叶2024')).toBe('ILO青年就业2024');
      expect(await meant('時刻俵')).toBe('時刻表');
      expect(await meant('เรือข้ามฝาก')).toBe('เรือข้ามฟาก');
    }
  });

  test('says nothing of what is here, of one character, and of what is near to nothing', async () => {
    const { meant } = await newsroomWith(await open());
    for (const typed of ['青年', '青年就业', '业', '鲸', '鲸鱼', '鲸鱼歌唱', '清念就业', '港口检查安全'])
      expect(await meant(typed)).toBeNull();
  });

  test('of any piece of a headline with one character changed, suggests a piece of the archive of that length', async () => {
    const { meant } = await newsroomWith(await open());
    const all = headlines.slice(0, 4).join('\n');
    await fc.assert(
      fc.asyncProperty(
        fc.nat(3),
        fc.nat(9),
        fc.integer({ min: 2, max: 6 }),
        fc.nat(5),
        async (which, from, length, at) => {
          const piece = (headlines[which] as string).slice(from, from + length);
          fc.pre(piece.length >= 2);
          const place = at % piece.length;
          const suggested = await meant(`${piece.slice(0, place)}鲸${piece.slice(place + 1)}`);
          expect(suggested).toHaveLength(piece.length);
          expect(`${all}\n成就是大家的。就是这样，就是他。没有别的。`).toContain(suggested as string);
        },
      ),
      { numRuns: 40 },
    );
  });
});
