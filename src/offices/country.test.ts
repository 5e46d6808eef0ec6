import { expect, test } from 'vitest';
import { isCountry } from './country.ts';

test.each(['CN', 'MN', 'GB', 'PS', 'SU', 'XK', 'TW', 'SS'])('%s is a country', (code) => {
  expect(isCountry(code)).toBe(true);
});

test.each(['ZZ', 'XX', 'QQ', 'XA', 'AA', 'cn', 'C', '', 'CHN', '..'])('%s is none', (code) => {
  expect(isCountry(code)).toBe(false);
});
