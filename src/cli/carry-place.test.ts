import { expect, test } from 'vitest';
import { carryPlace } from './carry-place.ts';

const hint = 'There is no office yet. Make one: bin/dateline office CODE --name en="…"';

test.each([
  [['--data', '/srv/press'], 'office --data /srv/press CODE'],
  [['--data=/srv/press'], 'office --data /srv/press CODE'],
  [['--data', '/srv/our press', '--json'], "office --data '/srv/our press' CODE"],
  [['--database', "it's.sqlite"], "office --database 'it'\\''s.sqlite' CODE"],
  [['--database', './a.sqlite', 'FILE', '--data', 'b'], 'office --database ./a.sqlite --data b CODE'],
  [['--', '--data', 'b'], 'office CODE'],
  [['--data'], 'office CODE'],
  [[], 'office CODE'],
])('after %j the command to run next is %s', (words, command) => {
  expect(carryPlace(words)(hint)).toBe(`There is no office yet. Make one: bin/dateline ${command} --name en="…"`);
});

test('the address of a PostgreSQL database, which may hold a password, is not repeated', () => {
  const line = carryPlace([
    '--database',
    'postgres://us:secret@host/db',
    '--database-public=postgresql://p:secret@h/d',
  ]);
  expect(line('bin/dateline lift-embargoes')).toBe('bin/dateline lift-embargoes --database … --database-public …');
});

test('within a sentence only the command is completed, and what is for programs stays as it is', () => {
  const carried = carryPlace(['--data', 'x']);
  expect(carried('made by “bin/dateline index”.')).toBe('made by “bin/dateline index --data x”.');
  expect(carried('{"text":"bin/dateline index"}')).toBe('{"text":"bin/dateline index"}');
  expect(carried('Nothing was written.')).toBe('Nothing was written.');
});
