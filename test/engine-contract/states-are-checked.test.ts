import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Engine } from '../../src/database/engine.ts';
import { checkReads } from '../../src/published/check.query.ts';
import { checkPublished } from '../../src/published/check-published.ts';
import { importArchive } from '../../src/transfer/import-archive.ts';
import { actsOf, archiveDeps, archiveOf, fileOf, portOffice } from '../support/archives.ts';
import { eachEngine } from '../support/engines.ts';

eachEngine('a check', (open) => {
  /** Four releases, the first of which is withdrawn and the next retracted, moved in one after the other. */
  async function openSmall() {
    const engine = await open();
    for (const n of [10, 11, 12, 13]) {
      await importArchive(archiveDeps(engine), fileOf(archiveOf([portOffice, ...actsOf(n)])));
    }
    expect(await differences(engine)).toEqual([]);
    return engine;
  }

  test('names texts whose last act is another one than they say', async () => {
    const engine = await openSmall();
    const versions = engine.newsroom.updateTable('language_version');
    const { numUpdatedRows } = await versions.set({ last_sequence: sql`last_sequence + 900` }).executeTakeFirst();
    const found = await differences(engine);
    expect(found).toHaveLength(Number(numUpdatedRows));
    for (const one of found) expect(one.problem).toMatch(/^says that its last act was 9\d\d; it was \d\d?$/);
  });

  test('names states that end with another act than the last, or go back in time', async () => {
    const engine = await openSmall();
    const states = await engine.newsroom.selectFrom('public_state').selectAll().orderBy('sequence').execute();
    const [first, last] = [states[0], states.at(-1)];
    const early = { at: '1999-01-01T00:00:00.000Z' };
    await engine.newsroom
      .updateTable('public_state')
      .set(early)
      .where('sequence', '=', last?.sequence ?? 0)
      .execute();
    expect(await differences(engine)).toEqual([{ where: 'states', problem: 'go back in time 1 times' }]);

    await engine.newsroom
      .deleteFrom('public_state')
      .where('sequence', '>', first?.sequence ?? 0)
      .execute();
    const problem = `end with act ${first?.sequence}; the last act was ${last?.sequence}`;
    expect(await differences(engine)).toEqual([{ where: 'states', problem }]);
  });
});

async function differences(engine: Engine): Promise<{ where: string; problem: string }[]> {
  const found = [];
  for await (const difference of checkPublished(checkReads(engine.newsroom))) found.push(difference);
  return found;
}
