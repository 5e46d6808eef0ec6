import type { Engine } from '../database/engine.ts';
import { inside, type NewsroomHandle } from '../database/schema.ts';
import { editionsAfter, editionsOf } from './public-edition.query.ts';
import type { IndexStore } from './search-index.ts';

export function indexStore(engine: Engine): IndexStore {
  const db = engine.newsroom;
  return {
    indexedUntil: (alphabet) => indexedUntil(db, alphabet),
    newest: () => newest(db),
    behind: async (alphabet) => (await newest(db)) - (await indexedUntil(db, alphabet)),

    editionsAfter: (after, limit) => editionsAfter(db, after, limit),
    editionsOf: (tx, release, locale) => editionsOf(inside(tx), release, locale),

    async takeTurn(tx, { holder, now, until }) {
      const db = inside(tx);
      await db.deleteFrom('search_lease').where('until', '<=', now).execute();
      const own = db.updateTable('search_lease').set({ until }).where('holder', '=', holder);
      if ((await own.executeTakeFirst()).numUpdatedRows > 0n) return true;
      if ((await db.selectFrom('search_lease').select('id').executeTakeFirst()) !== undefined) return false;
      await db.insertInto('search_lease').values({ id: 1, holder, until }).execute();
      return true;
    },

    async endTurn(tx, holder) {
      await inside(tx).deleteFrom('search_lease').where('holder', '=', holder).execute();
    },

    async clearAfter(tx, until) {
      await inside(tx).deleteFrom('search_posting').where('span', '>', until).execute();
      await inside(tx).deleteFrom('search_span').where('first', '>', until).execute();
      if (until === 0) await inside(tx).deleteFrom('search_word').execute();
    },

    addPostings: (tx, rows) => engine.insertRows(tx, 'search_posting', rows),

    addWords: (tx, rows) => engine.addUpRows(tx, 'search_word', rows, { key: ['word', 'term'], count: 'texts' }),

    async hasRetractedSince(tx, sequence) {
      const ended = inside(tx).selectFrom('language_version').select('locale').where('ended_sequence', '>', sequence);
      return (await ended.where('standing', '=', 'retracted').limit(1).executeTakeFirst()) !== undefined;
    },

    addSpan: (tx, span) => engine.insertRows(tx, 'search_span', [span]),

    async spanOf(tx, edition) {
      const row = await inside(tx)
        .selectFrom('search_span')
        .select('first')
        .where('first', '<=', edition)
        .where('last', '>=', edition)
        .executeTakeFirst();
      return row?.first ?? null;
    },

    async blockWith(tx, span, term, edition) {
      const row = await inside(tx)
        .selectFrom('search_posting')
        .select(['first', 'texts', 'data'])
        .where('span', '=', span)
        .where('term', '=', term)
        .where('first', '<=', edition)
        .orderBy('first', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row ?? null;
    },

    async replaceBlock(tx, { span, term, first }, now) {
      const old = inside(tx).deleteFrom('search_posting').where('span', '=', span).where('term', '=', term);
      await old.where('first', '=', first).execute();
      if (now !== null) await engine.insertRows(tx, 'search_posting', [{ span, term, ...now }]);
    },

    async subtractWords(tx, words) {
      for (const { word, term } of words) {
        const own = inside(tx).deleteFrom('search_word').where('word', '=', word).where('term', '=', term);
        await own.where('texts', '<=', 1).execute();
        await inside(tx)
          .updateTable('search_word')
          .set((row) => ({ texts: row('texts', '-', 1) }))
          .where('word', '=', word)
          .where('term', '=', term)
          .execute();
      }
    },
  };
}

async function indexedUntil(db: NewsroomHandle, alphabet: number): Promise<number> {
  const row = await db
    .selectFrom('search_span')
    .select((read) => read.fn.max<number | null>('last').as('last'))
    .select((read) => read.fn.min<number | null>('alphabet').as('least'))
    .select((read) => read.fn.max<number | null>('alphabet').as('most'))
    .executeTakeFirst();
  return row?.least === alphabet && row.most === alphabet ? (row.last ?? 0) : 0;
}

async function newest(db: NewsroomHandle): Promise<number> {
  const row = await db.selectFrom('counter').select('value').where('name', '=', 'sequence').executeTakeFirst();
  return row?.value ?? 0;
}
