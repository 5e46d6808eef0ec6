import { expect, test } from 'vitest';
import type { Content } from '../types.ts';
import { compareWords } from './compare-words.ts';
import { mergeContent } from './merge-content.ts';

const empty: Content = { kicker: '', headline: '', summary: '', place: '', body: '', notes: '', pictures: [] };
const body = (...paragraphs: string[]) => ({ ...empty, body: paragraphs.map((one) => `<p>${one}</p>`).join('') });

test('what only one of two changed is taken from them', () => {
  const merge = mergeContent(
    { ...body('a', 'b', 'c'), headline: 'Old' },
    { ...body('a', 'b', 'C'), headline: 'New' },
    { ...body('A', 'b', 'c', 'd'), headline: 'Old', place: 'Calder' },
  );
  // The third paragraph was changed by one and followed by the other: a person looks at it.
  expect(merge.conflicts).toEqual([{ field: 'body', yours: '<p>C</p>', theirs: '<p>c</p><p>d</p>' }]);
  expect(merge.resolve(['theirs'])).toEqual({ ...body('A', 'b', 'c', 'd'), headline: 'New', place: 'Calder' });
});

test('two who changed paragraphs next to each other contradict each other in nothing', () => {
  const merge = mergeContent(body('a', 'b', 'c'), body('a', 'B', 'c'), body('A', 'b', 'C'));
  expect(merge.conflicts).toEqual([]);
  expect(merge.resolve([])).toEqual(body('A', 'B', 'C'));
});

test('what both changed is theirs, yours or both', () => {
  const merge = mergeContent(body('a', 'b'), body('a', 'mine'), body('a', 'theirs'));
  expect(merge.conflicts).toEqual([{ field: 'body', yours: '<p>mine</p>', theirs: '<p>theirs</p>' }]);
  expect(merge.resolve(['theirs']).body).toBe('<p>a</p><p>theirs</p>');
  expect(merge.resolve([]).body).toBe('<p>a</p><p>mine</p>');
  expect(merge.resolve(['both']).body).toBe('<p>a</p><p>theirs</p><p>mine</p>');
});

test('the same change twice is no conflict', () => {
  const merge = mergeContent(body('a', 'b'), body('a', 'x'), body('a', 'x'));
  expect([merge.conflicts, merge.resolve([])]).toEqual([[], body('a', 'x')]);
});

test('pictures of both can be kept', () => {
  const picture = (name: string) => ({ picture: name, alt: '', caption: '' });
  const merge = mergeContent(
    empty,
    { ...empty, pictures: [picture('one'), picture('two')] },
    { ...empty, pictures: [picture('two'), picture('three')] },
  );
  expect(merge.resolve(['both']).pictures.map((one) => one.picture)).toEqual(['two', 'three', 'one']);
});

test('differences are told by word, and by character where a language has no spaces', () => {
  const written = (before: string, after: string, locale: string) =>
    compareWords(before, after, locale).map(
      ({ kind, text }) => `${{ same: '', added: '+', removed: '-' }[kind]}${text}`,
    );
  expect(written('The ferry sails daily.', 'The ferry sails weekly.', 'en')).toEqual([
    'The ferry sails ',
    '-daily',
    '+weekly',
    '.',
  ]);
  expect(written('渡轮每天开航', '渡轮每周开航', 'zh-Hans')).toEqual(['渡轮每', '-天', '+周', '开航']);
});
