import { expect, test } from 'vitest';
import { changedFields } from './changed-fields.ts';

const port = { slug: 'port', names: { en: 'Port', fr: 'Le port' }, countries: ['GB'], timeZone: 'Europe/London' };

test('a form that nobody touched says nothing', () => {
  expect(changedFields(port, { ...port, names: { ...port.names }, countries: ['GB'] })).toEqual({});
});

test('a form names what is different, and of texts only those in the languages that were changed', () => {
  const names = { en: 'Port of Calder', fr: 'Le port', nl: 'Haven' };
  expect(changedFields(port, { ...port, names, countries: ['GB', 'IE'] })).toEqual({
    names: { en: 'Port of Calder', nl: 'Haven' },
    countries: ['GB', 'IE'],
  });
});

test('words that were taken away are named as empty, and a language left empty is not', () => {
  expect(changedFields(port, { ...port, names: { en: 'Port', fr: '', nl: '' } as typeof port.names })).toEqual({
    names: { fr: '' },
  });
});
