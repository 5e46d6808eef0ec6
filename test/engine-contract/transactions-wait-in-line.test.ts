import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
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
});
