import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inside } from '../../src/database/schema.ts';
import { anotherNode, eachEngine } from '../support/engines.ts';

eachEngine('a transaction', (open) => {
  test('waits for that of another node, and whatever else this process has to do goes on meanwhile', async () => {
    const engine = await open();
    const other = await anotherNode(engine);
    const done: string[] = [];
    let end = () => {};
    const begun = new Promise<void>((resolve) => {
      done.push('asked');
      void other.inTransaction(async () => {
        resolve();
        await new Promise<void>((ended) => {
          end = ended;
        });
        done.push('theirs');
      });
    });
    await begun;
    const own = engine.inTransaction(async () => done.push('ours'));
    await wait(50);
    done.push('a page');
    end();
    await own;
    expect(done).toEqual(['asked', 'a page', 'theirs', 'ours']);
  });

  test('is whole, here and for another node, while and after the engine tidies beside it', async () => {
    const engine = await open();
    const other = await anotherNode(engine);
    const bodies = Array.from({ length: 1_000 }, (_, index) => ({
      hash: `${1_000 + index}`,
      body: 'tide '.repeat(1_000),
    }));
    await sql`create table written (hash text primary key, body text not null)`.execute(engine.newsroom);
    const tidying = engine.tidyBeside();
    await engine.inTransaction(async (tx) => {
      for (const { hash, body } of bodies) await sql`insert into written values (${hash}, ${body})`.execute(inside(tx));
    });
    const read = async () => (await sql`select * from written order by hash`.execute(other.newsroom)).rows;
    const written = bodies;
    expect(await read()).toEqual(written);
    await tidying.close();
    expect(await read()).toEqual(written);
  });
});
