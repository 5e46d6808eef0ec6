import { expect, test } from 'vitest';
import { lostPicture } from '../../test/support/small-newsroom.ts';
import { creditLine } from './credit.ts';

const unknown = { ...lostPicture, credit: null, creator: null, agency: null };

test('the credit of a picture has the year that is stored with it, and no other', () => {
  expect(creditLine(lostPicture)).toBe('Ann Other / AFP');
  expect(creditLine({ ...lostPicture, copyrightYear: 2016 })).toBe('© 2016 Ann Other / AFP');
});

test('a copyright holder who is not the maker is named beside the maker', () => {
  expect(creditLine({ ...lostPicture, copyrightHolder: 'Port of Calder', copyrightYear: 2016 })).toBe(
    'Ann Other / AFP, © 2016 Port of Calder',
  );
  expect(creditLine({ ...unknown, copyrightHolder: 'Port of Calder' })).toBe('© Port of Calder');
});

test('a credit line that names the photographer does not name them twice', () => {
  expect(creditLine({ ...lostPicture, agency: 'Ann Other for AFP' })).toBe('Ann Other for AFP');
  expect(creditLine({ ...lostPicture, agency: 'Ann Other / Port of Calder', copyrightHolder: 'Port of Calder' })).toBe(
    'Ann Other / Port of Calder',
  );
});

test('without parts the credit stands as the source had it, and without that there is none', () => {
  expect(creditLine({ ...unknown, credit: '© Someone' })).toBe('© Someone');
  expect(creditLine(unknown)).toBeNull();
});
