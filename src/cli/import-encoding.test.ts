import { expect, test } from 'vitest';
import { openCommandLine } from '../../test/support/typed-commands.ts';

const { typed, write } = openCommandLine('encodings');

test('a list in an old encoding is refused with the option that tells it, and comes in with that', async () => {
  const office = ['--name', 'en=Quay', '--locales', 'fr', '--countries', 'FR', '--time-zone', 'Europe/Paris'];
  await typed('office', 'QUAY', ...office);
  const file = write(
    'old.txt',
    Buffer.from('1. Le bac a \u00e9t\u00e9 remis\n2003-05-06\nTous pr\u00e9sents.\n', 'latin1'),
  );
  const whose = [file, '--office', 'QUAY', '--locale', 'fr'];
  const refused = await typed('import', ...whose);
  expect(refused).toMatchObject({ exit: 1, said: expect.stringContaining('--encoding: windows-1252 for western') });
  expect(await typed('import', ...whose, '--dry-run')).toEqual(refused);
  expect(await typed('import', ...whose, '--encoding', 'latin-9000')).toMatchObject({
    exit: 2,
    said: expect.stringContaining('Write one like windows-1252'),
  });
  const told = await typed('import', ...whose, '--encoding', 'Latin1', '--dry-run');
  expect(told.said).toContain('2003-05-06  Le bac a été remis');
  expect((await typed('import', ...whose, '--encoding', 'windows-1252')).said).toContain('1 imported');
});

test('standard input is refused in words, with what to write', async () => {
  const { exit, said } = await typed('import', '-', '--locale', 'en', '--dry-run');
  expect(exit).toBe(2);
  expect(said).toContain('Standard input is read once');
  expect(said).toContain('> list.txt, and name that');
});
