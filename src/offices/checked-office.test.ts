import { expect, test } from 'vitest';
import { checkedOffice } from './checked-office.ts';

const port = {
  ...{ code: 'PORT', slug: 'port', names: { en: 'Port' }, introductions: {} },
  ...{ countries: ['GB'], locales: ['en'], timeZone: 'Europe/London' },
};

test('an office is told everything that is wrong with it, in sentences', () => {
  const wrong = { ...port, code: 'port', slug: 'Port', countries: ['CN', 'ZZ'] };
  expect(() => checkedOffice(wrong)).toThrow(
    /^Office port: the code must .* such as CO-BEIJING\. The slug must .*\. “ZZ” is not a country code\. Write one like CN/,
  );
});
