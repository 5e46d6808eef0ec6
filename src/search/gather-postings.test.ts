import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eachTermOf, type IndexedText, weightAt } from './fields.ts';
import { blockWithout } from './forget-text.ts';
import { gatherPostings } from './gather-postings.ts';
import { hitsOfBlocks, type Places } from './located.ts';
import { LARGEST_BLOCK, type PostingBlock } from './posting-block.ts';
import { packTexts, type SpanText, unpackTexts } from './span-texts.ts';

const words = fc.array(fc.constantFrom('tide', 'tides', 'quay', '港口', '港', 'Größe', '1,200'), { maxLength: 12 });

const texts = fc.array(fc.record({ gap: fc.integer({ min: 1, max: 400 }), headline: words, body: words }), {
  minLength: 1,
  maxLength: 30,
});

function textOf(headline: readonly string[], body: readonly string[]): IndexedText {
  const rest = { kicker: null, summary: null, place: null, notes: null, pictures: [], reference: 'PORT/2010/4' };
  return { locale: 'en', headline: headline.join(' '), body: `<p>${body.join(' ')}</p>`, ...rest };
}

describe('postings', () => {
  test('say of each term where it stands, as reading every text does, and forget a text without a trace', () => {
    fc.assert(
      fc.property(texts, fc.nat(29), fc.integer({ min: 1, max: 200 }), (some, gone, largestLog) => {
        const gathered = gatherPostings(largestLog);
        const expected = new Map<string, Map<number, number[]>>();
        let id = 0;
        const ids = some.map(({ gap, headline, body }) => {
          id += gap;
          const text = textOf(headline, body);
          gathered.add(id, text);
          eachTermOf(text, (term, position) => {
            const own = expected.get(term) ?? new Map<number, number[]>();
            expected.set(term, own.set(id, [...(own.get(id) ?? []), position]));
          });
          return id;
        });
        const blocks = new Map<string, PostingBlock[]>();
        for (const { term, ...block } of gathered.blocks()) blocks.set(term, [...(blocks.get(term) ?? []), block]);
        expect(read(blocks)).toEqual(plain(expected));

        const forgotten = ids[gone % ids.length] as number;
        for (const [term, own] of blocks) {
          const left = own.map((block) => {
            const without = blockWithout(block, forgotten);
            return without === 'not-there' ? block : without;
          });
          blocks.set(
            term,
            left.filter((block) => block !== null),
          );
          expected.get(term)?.delete(forgotten);
        }
        expect(read(blocks)).toEqual(plain(expected));
      }),
    );
  });

  test('of one span say nothing of the span before it', () => {
    fc.assert(
      fc.property(texts, texts, fc.integer({ min: 1, max: 200 }), (before, some, largestLog) => {
        const [fresh, used] = [gatherPostings(), gatherPostings(largestLog)];
        before.forEach(({ headline, body }, id) => used.add(id + 1, textOf(headline, body)));
        used.clear();
        some.forEach(({ headline, body }, id) => {
          expect(used.add(id + 1, textOf(headline, body))).toBe(fresh.add(id + 1, textOf(headline, body)));
        });
        expect([...used.blocks()]).toEqual([...fresh.blocks()]);
        expect([...used.words()]).toEqual([...fresh.words()]);
      }),
    );
  });

  test('of a term that stands everywhere lie in blocks that fit into a page of the database', () => {
    const gathered = gatherPostings();
    for (let id = 1; id <= 2_000; id += 1) gathered.add(id * 3, textOf(['tide'], ['tide', 'quay', 'tide']));
    const own = [...gathered.blocks()].filter(({ term }) => term === 'tide');
    expect(own.length).toBeGreaterThan(5);
    for (const { data } of own) expect(data.length).toBeLessThan(LARGEST_BLOCK + 64);
    expect(hitsOfBlocks(own).ids).toHaveLength(2_000);
  });
});

/** Each term’s texts with their places, each once and ascending, and what they weigh. */
function plain(expected: ReadonlyMap<string, ReadonlyMap<number, readonly number[]>>) {
  const terms = [...expected].map(([term, own]) => {
    const said = [...own].map(([id, places]) => {
      const weight = Math.min(
        255,
        places.reduce((sum, place) => sum + weightAt(place), 0),
      );
      return [id, weight, [...new Set(places)].sort((one, other) => one - other)];
    });
    return [term, said] as const;
  });
  return Object.fromEntries(terms.filter(([, said]) => said.length > 0));
}

function read(blocks: ReadonlyMap<string, readonly PostingBlock[]>) {
  const terms = [...blocks].map(([term, own]) => {
    const hits = hitsOfBlocks(own);
    return [term, [...hits.ids].map((id, at) => [id, hits.weights[at], placesIn(hits.placesOf(at))])] as const;
  });
  return Object.fromEntries(terms.filter(([, said]) => said.length > 0));
}

test('the texts of a span are read as they were packed', () => {
  const text = fc.record<SpanText>({
    ...{ id: fc.nat(2 ** 31 - 1), release: fc.nat(2 ** 31 - 1), version: fc.nat(2 ** 31 - 1) },
    ...{
      locale: fc.constantFrom('en', 'mn'),
      office: fc.constantFrom('PORT', 'CO-BEIJING'),
      type: fc.constant('news'),
    },
    ...{ countries: fc.constantFrom('[]', '["CN","MN"]'), topics: fc.constantFrom('[]', '["tides"]') },
    has: fc.constantFrom('[]', '["picture"]'),
    ...{ publishedAt: fc.integer({ min: -6e13, max: 6e13 }), day: fc.integer({ min: -700_000, max: 700_000 }) },
    ...{ length: fc.nat(70_000), isFirst: fc.boolean() },
  });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 40 }), (some) => {
      const { texts: count, codes, publishedAt, numbers, coded, length, isFirst } = unpackTexts(packTexts(some));
      const read = Array.from({ length: count }, (_, at): SpanText => {
        const code = (fact: keyof typeof coded) => codes[fact][coded[fact][at] as number] as string;
        return {
          ...{ id: numbers.id[at] as number, release: numbers.release[at] as number, day: numbers.day[at] as number },
          ...{ version: numbers.version[at] as number, publishedAt: publishedAt[at] as number },
          ...{ locale: code('locale'), office: code('office'), type: code('type') },
          ...{ countries: code('countries'), topics: code('topics'), has: code('has') },
          ...{ length: length[at] as number, isFirst: isFirst[at] === 1 },
        };
      });
      expect(read).toEqual(some.map((one) => ({ ...one, length: Math.min(65_535, one.length) })));
    }),
  );
});

function placesIn({ all, from, to }: Places): number[] {
  return [...all.subarray(from, to)];
}
