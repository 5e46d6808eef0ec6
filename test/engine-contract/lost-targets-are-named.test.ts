import { expect, test } from 'vitest';
import { checkTargets } from '../../src/legacy/check-targets.ts';
import { targetsInOrder } from '../../src/legacy/target.query.ts';
import type { Difference } from '../../src/published/check-published.ts';
import { eachEngine } from '../support/engines.ts';

/** More than are read at once. */
const ADDRESSES = 1_100;

eachEngine('a row of the legacy map', (open) => {
  test('is named when its target leads nowhere any more, and each target is asked for once', async () => {
    const { newsroom } = await open();
    const rows = Array.from({ length: ADDRESSES }, (_, n) => {
      return { address: `/old/${String(n).padStart(4, '0')}`, target: n === 1_000 ? '/en/gone-since' : '/en' };
    });
    for (let from = 0; from < rows.length; from += 100)
      await newsroom
        .insertInto('legacy_address')
        .values(rows.slice(from, from + 100))
        .execute();
    const others = [
      { address: '/a-retracted', target: '/en/retracted' },
      { address: '/b-moved', target: '/en/moved' },
      { address: '/c-moved-away', target: '/en/moved-away' },
      { address: '/d-said-to-be-gone', target: null },
    ];
    await newsroom.insertInto('legacy_address').values(others).execute();
    const patterns = [
      { pattern: '^/press/(\\d+)$', position: 1, target: 'PORT/2010/$1 en' },
      { pattern: '^/text$', position: 2, target: 'PORT/2010/1 en' },
      { pattern: '^/year/(\\d+)$', position: 3, target: '/en/$1' },
      { pattern: '^/shop$', position: 4, target: null },
      { pattern: '^/quay$', position: 5, target: '/en/no-quay' },
    ];
    await newsroom.insertInto('legacy_pattern').values(patterns).execute();

    const asked: string[] = [];
    const ask = async (address: string) => {
      asked.push(address);
      if (address === '/en/moved') return { status: 301, location: '/en' };
      if (address === '/en/moved-away') return { status: 301, location: '/en/nowhere' };
      const status = address === '/en' ? 200 : address === '/en/retracted' ? 410 : 404;
      return { status, location: null };
    };
    const found: Difference[] = [];
    for await (const difference of checkTargets(targetsInOrder(newsroom), ask)) found.push(difference);
    expect(found.map(({ where }) => where)).toEqual(['/c-moved-away', '/old/1000', '~^/quay$']);
    expect(found[1]?.problem).toContain('leads to /en/gone-since');
    for (const { problem } of found) expect(problem).toContain('LEGACY_TARGET_LOST');
    const own = ['/en', '/en/retracted', '/en/moved', '/en/moved-away', '/en/gone-since', '/en/no-quay'];
    expect(asked.sort()).toEqual([...own, '/en/nowhere'].sort());
  });
});
