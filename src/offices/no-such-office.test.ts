import { expect, test } from 'vitest';
import { noSuchOffice } from './no-such-office.ts';

const codes = ['CO-BEIJING', 'CO-BRUGES', 'HQ'];

test.each([
  ['co-beijing', 'CO-BEIJING'],
  ['CO-BEJING', 'CO-BEIJING'],
  ['co-burges', 'CO-BRUGES'],
  ['hq', 'HQ'],
])('who writes %s probably meant %s, and is asked', (code, meant) => {
  const { message } = noSuchOffice(code, codes);
  expect(message).toContain(`There is no office ${code}. Did you mean ${meant}?`);
  expect(message).toContain(`bin/dateline office ${code} --name`);
});

test.each(['CO-LISBON', 'X', '', 'CO-'.repeat(100_000)])('a code like no other is told to be made', (code) => {
  expect(noSuchOffice(code, codes).code).toBe('OFFICE_UNKNOWN');
  expect(noSuchOffice(code, []).code).toBe('OFFICE_UNKNOWN');
});
