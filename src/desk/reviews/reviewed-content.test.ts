import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DraftContent } from '../../releases/draft.ts';
import { contentHash, isStillThere, paragraphsOf } from './reviewed-content.ts';

const words = fc.string({ unit: fc.constantFrom('a', 'é', '港', '"', ',', '[', '\\', ' ', '\n', '🚢'), maxLength: 6 });
const html = fc
  .array(
    words.map((one) => `<p>${one}</p>`),
    { maxLength: 4 },
  )
  .map((all) => all.join(''));
const picture = fc.record({ picture: words, alt: words, caption: words });
const content: fc.Arbitrary<DraftContent> = fc.record({
  ...{ kicker: words, headline: words, summary: words, place: words, body: html, notes: html },
  pictures: fc.array(picture, { maxLength: 3 }),
});

test('two contents have one hash only where they are the same, in whatever order their fields are kept', () => {
  fc.assert(
    fc.property(content, content, (one, other) => {
      const isSame = JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
      expect(contentHash(one) === contentHash(other)).toBe(isSame);
      expect(contentHash(Object.fromEntries(Object.entries(one).toReversed()) as never)).toBe(contentHash(one));
    }),
  );
});

test('whatever of a content is changed, its hash changes with it, even where words only move from field to field', () => {
  fc.assert(
    fc.property(content, fc.constantFrom('kicker', 'headline', 'summary', 'place', 'body', 'notes'), (one, field) => {
      expect(contentHash({ ...one, [field]: `${one[field]}x` })).not.toBe(contentHash(one));
      const more = { ...one, pictures: [...one.pictures, { picture: '', alt: '', caption: '' }] };
      expect(contentHash(more)).not.toBe(contentHash(one));
    }),
  );
  const empty = { kicker: '', headline: '', summary: '', place: '', body: '', notes: '', pictures: [] };
  expect(contentHash({ ...empty, kicker: 'a' })).not.toBe(contentHash({ ...empty, headline: 'a' }));
});

test('the hash is the same on every machine and for ever', () => {
  const kept = {
    kicker: '',
    headline: 'The ferry sails',
    summary: '渡轮',
    place: '',
    body: '<p>At noon.</p>',
    notes: '',
  };
  expect(contentHash({ ...kept, pictures: [] })).toBe(
    '64075cdc58063ed9bbf35fa8c24b2659aa5810c4d34c57c2f1176e5ac5cd2635',
  );
});

test('every paragraph of a text is still there in it, and stays there whatever is put before and behind', () => {
  fc.assert(
    fc.property(content, content, (one, other) => {
      for (const paragraph of paragraphsOf(one)) {
        expect(isStillThere(paragraph, one)).toBe(true);
        const grown = { ...other, headline: one.headline, summary: one.summary };
        const around = { ...grown, body: one.body + other.body, notes: other.notes + one.notes };
        expect(isStillThere(paragraph, { ...around, pictures: [...other.pictures, ...one.pictures] })).toBe(true);
      }
    }),
  );
});

test('paragraphs are numbered as the page shows them: headline, summary, body with its items and rows, notes, captions', () => {
  const text = {
    ...{ kicker: 'Ferries', headline: 'The ferry sails', summary: 'Daily.', place: 'Calder' },
    body: '<p>At <strong>noon</strong> &amp; at one.</p><ul><li>Bring a coat.</li></ul><p></p>',
    notes: '<table><tbody><tr><td>East</td><td>06:00</td></tr></tbody></table>',
    pictures: [{ picture: 'x', alt: 'A boat', caption: 'The boat.' }],
  };
  const all = ['The ferry sails', 'Daily.', 'At noon & at one.', 'Bring a coat.', 'East\t06:00', 'The boat.'];
  expect(paragraphsOf(text)).toEqual(all);
  expect(isStillThere('At noon & at one.', { ...text, body: '<p>At noon &amp; at two.</p>' })).toBe(false);
});

function inOrder({ kicker, headline, summary, place, body, notes, pictures }: DraftContent): unknown {
  return [kicker, headline, summary, place, body, notes, pictures.map((one) => [one.picture, one.alt, one.caption])];
}
