import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DraftContent, emptyContent } from './draft.ts';
import { draftContent, publicText } from './draft-text.ts';

const kept = (changed: Partial<DraftContent>) => {
  const outcome = draftContent({ ...emptyContent, ...changed });
  return outcome.ok ? outcome.content : outcome.refusals;
};
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '',
    ' ',
    '\n',
    '<p></p>',
    '<p>A <b>boat</b>',
    '<a href="javascript:x()">',
    '\u0000',
    '\udfff',
    '&#7;',
  ),
);
const content: fc.Arbitrary<DraftContent> = fc.record({
  ...{ kicker: nasty, headline: nasty, summary: nasty, place: nasty, body: nasty, notes: nasty },
  pictures: fc.array(fc.record({ picture: fc.string({ maxLength: 40 }), alt: nasty, caption: nasty }), {
    maxLength: 3,
  }),
});

test('what the desk keeps can be kept again unchanged, and made public once it has a headline', () => {
  fc.assert(
    fc.property(content, (raw) => {
      const once = draftContent(raw);
      fc.pre(once.ok);
      expect(draftContent(once.content)).toEqual(once);
      const read = publicText(once.content);
      const problem = 'it is empty. Write something.';
      if (once.content.headline !== '') expect(read).toMatchObject({ ok: true });
      else expect(read).toEqual({ ok: false, refusals: [{ reason: 'text-invalid', field: 'headline', problem }] });
    }),
    { numRuns: 500 },
  );
});

test('blanks, and tags around nothing, are nothing', () => {
  const blank = {
    kicker: ' ',
    headline: '\t',
    summary: ' \n',
    place: ' ',
    body: '<p></p><p>&nbsp;</p>',
    notes: '<p> </p>',
  };
  expect(kept(blank)).toEqual(emptyContent);
});

test('every field is told at once, by its name', () => {
  const picture = { picture: 'quay', alt: 'x'.repeat(2_001), caption: '\u0007' };
  const pictures = [picture, ...Array.from({ length: 100 }, () => ({ picture: 'quay', alt: '', caption: '' }))];
  const refusals = kept({ headline: 'A\nB', body: `<p>${'x'.repeat(400_001)}</p>`, pictures });
  expect((refusals as { field: string }[]).map(({ field }) => field)).toEqual([
    ...['pictures', 'headline', 'body', 'pictures.0.alt', 'pictures.0.caption'],
  ]);
});
