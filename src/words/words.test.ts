import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { en, type WordKey } from './en.ts';
import { interfaceLanguage, interfaceWords } from './languages.ts';
import { wordsFor } from './words.ts';

const languages = Object.entries(interfaceWords) as [string, Record<WordKey, string>][];

describe.each(languages)('the words in %s', (language, words) => {
  test('are all there, in the order of the English ones', () => {
    expect(Object.keys(words)).toEqual(Object.keys(en));
  });

  test('take the same arguments as in English', () => {
    const differing = (Object.keys(en) as WordKey[]).filter(
      (key) => argumentsOf(words[key]).join() !== argumentsOf(en[key]).join(),
    );
    expect(differing).toEqual([]);
  });

  test('have a form for every plural of the language', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const message of Object.values(words)) {
      for (const offered of pluralsOf(message)) expect(offered).toEqual(expect.arrayContaining(needed));
    }
  });

  test('are none of them empty or left in English', () => {
    const same = Object.keys(en).filter((key) => words[key as WordKey] === en[key as WordKey]);
    expect(Object.values(words).filter((word) => word.trim() === '')).toEqual([]);
    if (language !== 'en') expect(same.length).toBeLessThan(12);
  });
});

test('a reader of a language without words of its own is spoken to in the nearest one, else in English', () => {
  expect(interfaceLanguage('zh-CN')).toBe('zh-Hans');
  expect(interfaceLanguage('zh-Hant')).toBe('en');
  expect(interfaceLanguage('fr-CA')).toBe('fr');
  expect(interfaceLanguage('cy')).toBe('en');
});

test('a plural follows the rules of its language', () => {
  const russian = wordsFor('ru');
  expect([1, 3, 5].map((count) => russian('archiveText', { count, year: '2016' }))).toEqual([
    '1 текст, с 2016 года.',
    '3 текста, с 2016 года.',
    '5 текстов, с 2016 года.',
  ]);
});

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** As ICU's parser numbers them. */
const kinds = { literal: 0, select: 5, plural: 6, pound: 7 };

function elementsOf(message: string): Element[] {
  const walk = (elements: readonly Element[]): Element[] =>
    elements.flatMap((element) => [element, ...optionsOf(element).flatMap(([, option]) => walk(option.value))]);
  return walk(new IntlMessageFormat(message).getAst());
}

function optionsOf(element: Element) {
  return 'options' in element && element.options !== undefined ? Object.entries(element.options) : [];
}

function argumentsOf(message: string): string[] {
  const named = elementsOf(message).flatMap((element) =>
    element.type === kinds.literal || element.type === kinds.pound || !('value' in element)
      ? []
      : [`${element.type} ${element.value}`],
  );
  return [...new Set(named)].sort();
}

function pluralsOf(message: string): string[][] {
  return elementsOf(message).flatMap((element) =>
    element.type === kinds.plural ? [optionsOf(element).map(([name]) => name)] : [],
  );
}
