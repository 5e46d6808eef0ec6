import type { NewsroomHandle } from '../database/schema.ts';
import type { LegacyTarget } from './check-targets.ts';

/** Rows read at a time. */
const AT_ONCE = 500;

/**
 * Every row of the legacy map that leads to a page, some at a time: addresses in their order, then patterns in theirs. Those that
 * lead to a text are left out, for texts stay; so are those that say that all is gone.
 */
export async function* targetsInOrder(db: NewsroomHandle): AsyncGenerator<LegacyTarget[]> {
  for (let after: string | undefined = ''; after !== undefined; ) {
    const rows = await db
      .selectFrom('legacy_address')
      .selectAll()
      .where('address', '>', after)
      .orderBy('address')
      .limit(AT_ONCE)
      .execute();
    yield rows.flatMap(({ address: from, target }) => (target === null ? [] : [{ from, target }]));
    const last: string | undefined = rows.at(-1)?.address;
    after = last;
  }
  const patterns = await db.selectFrom('legacy_pattern').select(['pattern', 'target']).orderBy('position').execute();
  // What a group will hold nobody knows before it is asked for.
  yield patterns.flatMap(({ pattern, target }) => {
    return target === null || !target.startsWith('/') || /\$\d/.test(target) ? [] : [{ from: `~${pattern}`, target }];
  });
}
