import { expect, test } from 'vitest';
import { eachTerm } from './each-term.ts';

function termsOf(text: string, locale: string): string[] {
  const terms: string[] = [];
  eachTerm(text, locale, (term) => terms.push(term));
  return terms;
}

test('an article that lost its end and a possessive do not hide the word', () => {
  expect(termsOf('l’emploi', 'fr')).toEqual(termsOf('emploi', 'fr'));
  expect(termsOf("the worker's", 'en')).toEqual(termsOf('the worker', 'en'));
});

test('a text without accents has the terms of the same text with them', () => {
  expect(termsOf('employes a Geneve', 'fr')).toEqual(termsOf('Employés à GENÈVE', 'fr'));
  expect(termsOf('елка', 'ru')).toEqual(termsOf('Ёлка', 'ru'));
});
