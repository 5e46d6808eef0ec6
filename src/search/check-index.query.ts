import type { NewsroomHandle } from '../database/schema.ts';
import type { IndexCheckReads } from './check-index.ts';
import { editionsBetween } from './public-edition.query.ts';

const EDITIONS_AT_ONCE = 500;
const BLOCKS_AT_ONCE = 5_000;

export function indexCheckReads(db: NewsroomHandle): IndexCheckReads {
  return {
    spans: () => db.selectFrom('search_span').selectAll().orderBy('first').execute(),

    async *editions(first, last) {
      for (let after = first - 1; ; ) {
        const editions = await editionsBetween(db, after, last, EDITIONS_AT_ONCE);
        yield* editions;
        const end = editions.at(-1);
        if (end === undefined) return;
        after = end.facts.id;
      }
    },

    async *blocks(span) {
      let after = { term: '', first: 0 };
      for (;;) {
        const rows = await db
          .selectFrom('search_posting')
          .select(['term', 'first', 'texts', 'data'])
          .where('span', '=', span)
          .where((row) => row(row.refTuple('term', 'first'), '>', row.tuple(after.term, after.first)))
          .orderBy('term')
          .orderBy('first')
          .limit(BLOCKS_AT_ONCE)
          .execute();
        yield* rows;
        const last = rows.at(-1);
        if (last === undefined) return;
        after = { term: last.term, first: last.first };
      }
    },
  };
}
