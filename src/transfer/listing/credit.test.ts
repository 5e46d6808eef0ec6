import { expect, test } from 'vitest';
import { isCredit, readCredit } from './credit.ts';

test.each([
  ['© Jonna Vale / AFP 2023', 'Jonna Vale', 'AFP', 2023],
  ['© T.Brandt / AFP 2023', 'T.Brandt', 'AFP', 2023],
  ['© ILO/M. Holm', 'M. Holm', 'ILO', null],
  ['© M. Holm/ILO', 'M. Holm', 'ILO', null],
  ['Photo: Jonna Vale', 'Jonna Vale', null, null],
  ['© Reuters 2015', null, 'Reuters', 2015],
  ['© 2015 ILO', null, 'ILO', 2015],
  ['(c) Jonna Vale (AFP), 2015', 'Jonna Vale', 'AFP', 2015],
  ['Photo: © Jonna Vale/UNICEF', 'Jonna Vale', 'UNICEF', null],
  ['Photo by Jonna Vale via Getty Images', 'Jonna Vale', 'Getty Images', null],
  ['© Jonna Vale / AFP / Getty Images', 'Jonna Vale', 'AFP / Getty Images', null],
  ['Crédit photo : Jonna Vale', 'Jonna Vale', null, null],
  ['Foto: Jonna Vale/dpa', 'Jonna Vale', 'dpa', null],
  ['图片：新华社 2016', null, '新华社', 2016],
])('%s', (raw, creator, agency, year) => {
  expect(isCredit(raw)).toBe(true);
  expect(readCredit(raw)).toEqual({ raw, creator, agency, year });
});

test('a headline and the rights notice of a page are no credits', () => {
  expect(isCredit('Photography prize goes to the estuary')).toBe(false);
  expect(isCredit('© 2023 Port of Calder. All rights reserved.')).toBe(false);
  expect(isCredit('Copyright 2023 Port of Calder')).toBe(false);
});
