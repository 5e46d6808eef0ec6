import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PublishedText } from '../../published/published-release.ts';
import { differenceOf } from './difference.ts';

const text = (locale: string, words: Partial<PublishedText>): PublishedText => {
  const empty = { kicker: null, summary: null, place: null, body: '', notes: null };
  return { ...empty, headline: 'Ferry', locale, ...words } as unknown as PublishedText;
};

test('a comparison tells both texts, word for word, in any language', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 80 });
  fc.assert(
    fc.property(words, words, fc.constantFrom('en', 'zh-Hans', 'ar'), (before, after, locale) => {
      const changed = differenceOf(text(locale, { headline: before }), text(locale, { headline: after }));
      if (before === after) {
        expect(changed).toEqual([]);
        return;
      }
      const parts = changed?.[0]?.parts ?? [];
      const told = (kind: string) =>
        parts
          .filter((part) => part.kind === 'same' || part.kind === kind)
          .map((part) => part.text)
          .join('');
      expect([told('gone'), told('new')]).toEqual([before, after]);
    }),
  );
});

test('what stayed is left out, and bodies are compared by their words', () => {
  const before = text('en', {
    summary: 'Same',
    body: '<p>The ferry sails at <strong>noon</strong>.</p><p>Daily.</p>' as never,
  });
  const after = text('en', { summary: 'Same', body: '<p>The ferry sails at one.</p><p>Daily.</p>' as never });
  expect(differenceOf(before, after)).toEqual([
    {
      field: 'body',
      parts: [
        { kind: 'same', text: 'The ferry sails at ' },
        { kind: 'gone', text: 'noon' },
        { kind: 'new', text: 'one' },
        { kind: 'same', text: '.\nDaily.' },
      ],
    },
  ]);
});

test('Chinese is compared by character', () => {
  const [field] =
    differenceOf(text('zh-Hans', { headline: '渡轮九点启航' }), text('zh-Hans', { headline: '渡轮十点启航' })) ?? [];
  expect(field?.parts.filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'gone', text: '九' },
    { kind: 'new', text: '十' },
  ]);
});

test.each([
  ['ar', 'تبحر العبّارة كل ساعة', 'تبحر العبّارة كل ساعتين'],
  ['mn', 'Онгоц цаг тутамд хөдөлнө', 'Онгоц цаг тутмаас хөдөлнө'],
  ['ru', 'Паром ходит каждый час', 'Паром ходит каждый чай'],
  ['fr', 'Le bac part à l’été', 'Le bac part à l’étale'],
])('in %s what changed is whole words', (locale, before, after) => {
  const [field] = differenceOf(text(locale, { headline: before }), text(locale, { headline: after })) ?? [];
  const changed = field?.parts.filter(({ kind }) => kind !== 'same').map((part) => part.text);
  const words = (one: string) => one.split(' ');
  const [gone] = words(before).filter((word) => !words(after).includes(word));
  const [come] = words(after).filter((word) => !words(before).includes(word));
  expect(changed).toEqual([gone, come]);
});

test('texts that have nothing in common are not compared', () => {
  const many = (word: string) => Array.from({ length: 4_000 }, (_, place) => `${word}${place}`).join(' ');
  expect(differenceOf(text('en', { body: many('a') as never }), text('en', { body: many('b') as never }))).toBeNull();
});
