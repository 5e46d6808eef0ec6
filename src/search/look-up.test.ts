import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hitsOfPhrase } from './look-up.ts';
import { recentPostings } from './recent-postings.ts';

const word: fc.Arbitrary<string> = fc.constantFrom('tide', 'quay', 'crane');
const words = fc.array(word, { minLength: 1, maxLength: 12 });

test('a phrase stands where its words stand one behind the other, or one of several at a place', () => {
  fc.assert(
    fc.property(
      fc.array(words, { maxLength: 8 }),
      fc.array(fc.uniqueArray(word, { minLength: 1, maxLength: 2 }), { minLength: 2, maxLength: 5 }),
      fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 8 }))),
      (bodies, phrase, chosen) => {
        const postings = recentPostings();
        bodies.forEach((body, at) => {
          postings.add(at + 1, textOf(body.join(' ')));
        });
        const asked = phrase.map((anyOf, position) => ({ position, anyOf }));
        const among = chosen === null ? null : Uint32Array.from(chosen).sort();
        const times = bodies.map(
          (body) => body.filter((_, from) => phrase.every((anyOf, at) => anyOf.includes(body[from + at] ?? ''))).length,
        );
        const expected = times.flatMap((count, at) =>
          count > 0 && (among === null || among.includes(at + 1)) ? [[at + 1, count * WEIGHT_IN_BODY]] : [],
        );
        const { ids, weights } = hitsOfPhrase(postings, asked, among);
        expect([...ids].map((id, at) => [id, weights[at]])).toEqual(expected);
      },
    ),
  );
});

/** In halves. */
const WEIGHT_IN_BODY = 2;

function textOf(body: string) {
  const nothing = { kicker: null, summary: null, place: null, notes: null, pictures: [] };
  return { locale: 'und', reference: '', headline: '', ...nothing, body: `<p>${body}</p>` };
}
