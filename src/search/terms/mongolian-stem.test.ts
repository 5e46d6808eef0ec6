import { describe, expect, test } from 'vitest';
import { mongolianStem } from './mongolian-stem.ts';

describe('a Mongolian word', () => {
  test.each([
    ['нуур', ['нуурын', 'нуурт', 'нууруудаас', 'нуураар', 'нуураа']],
    ['мөс', ['мөсний', 'мөсөн']],
    ['зам', ['замаар', 'замын', 'замыг']],
    ['тэг', ['тэгийг', 'тэгээс']],
    ['далай', ['далайд', 'далайгүй', 'далайгаас']],
    ['бэлчир', ['бэлчирийн', 'бэлчирүүдийн', 'бэлчирийнхэн']],
    ['конвенц', ['конвенцод', 'конвенцыг']],
  ])('%s is found in each of its cases', (stem, forms) => {
    expect([stem, ...forms].map(mongolianStem)).toEqual([stem, ...forms].map(() => stem));
  });

  test('that is short stays whole', () => {
    expect(['ус', 'хот', 'өөр', 'аа'].map(mongolianStem)).toEqual(['ус', 'хот', 'өөр', 'аа']);
  });
});
