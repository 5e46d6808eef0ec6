import { expect, test } from 'vitest';
import { checkReads } from '../../src/published/check.query.ts';
import { checkOriginals } from '../../src/published/check-originals.ts';
import type { Difference } from '../../src/published/check-published.ts';
import { eachEngine } from '../support/engines.ts';

const rights = { creator: null, agency: null, copyright_holder: null, copyright_year: null, usage_terms: null };
const none = { hash: null, media_type: null, bytes: null, width: null, height: null };

/** More than are read at once. */
const PICTURES = 1_100;
const hashes = Array.from({ length: PICTURES }, (_, n) => (n % 2 === 0 ? '0' : 'f') + n.toString(16).padStart(63, '0'));

eachEngine('a picture', (open) => {
  test('whose original is missing or cut off is named once, whatever comes between; one with only a credit has none', async () => {
    const { newsroom } = await open();
    const rows = hashes.map((hash, n) => {
      const kept = { hash, media_type: 'image/png', bytes: 9, width: 3, height: 2 };
      return { id: `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`, ...kept, credit: null, ...rights };
    });
    const credited = { id: '01900000-0000-7000-8000-00000000c4ed', ...none, credit: '© Ann', ...rights };
    for (let from = 0; from < rows.length; from += 100)
      await newsroom
        .insertInto('asset')
        .values(rows.slice(from, from + 100))
        .execute();
    await newsroom.insertInto('asset').values(credited).execute();

    const missing = [hashes[0], hashes[999], hashes[1_000], hashes[1_099]];
    const cutOff = [hashes[1], hashes[1_001]];
    const looked: string[] = [];
    const bytesOf = async (hash: string) => {
      looked.push(hash);
      if (missing.includes(hash)) return null;
      return cutOff.includes(hash) ? 8 : 9;
    };
    const found: Difference[] = [];
    for await (const difference of checkOriginals(checkReads(newsroom).originals(), bytesOf)) found.push(difference);
    const named = (code: string) =>
      found.flatMap(({ where, problem }) => (problem.includes(code) ? [where] : [])).sort();
    expect(found).toHaveLength(missing.length + cutOff.length);
    expect(named('ORIGINAL_MISSING')).toEqual(missing.map((hash) => `picture ${hash}`).sort());
    expect(named('ORIGINAL_DAMAGED')).toEqual(cutOff.map((hash) => `picture ${hash}`).sort());
    expect(looked.sort()).toEqual([...hashes].sort());
  });
});
