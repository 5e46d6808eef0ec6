import { expect, test } from 'vitest';
import { readMap } from './read-map.ts';

const read = (text: string | Uint8Array) => readMap(Buffer.from(text as string));

test('rows come with their lines, quotes undone, other columns passed over', () => {
  const { rows, problems } = read(
    '\ufeffnote,from,to\r\n"a, b\nc",https://old.example/a,gone\r\n\r\n,"~^/x{1,2}$",/en\r\n',
  );
  expect(problems).toEqual([]);
  expect(rows).toEqual([
    { line: 3, from: { address: '/a', hasQuery: false }, to: 'gone' },
    { line: 5, from: { pattern: '^/x{1,2}$' }, to: '/en' },
  ]);
});

test.each([';', '\t'])('columns may be parted by “%s”', (mark) => {
  expect(read(`From${mark}To\n/a,b${mark}gone\n`).rows).toMatchObject([{ from: { address: '/a,b' }, to: 'gone' }]);
});

test.each([
  ['', /^Line 1: .*from,to/],
  ['/a,gone\n', /^Line 1: .*from,to/],
  ['from,to\n/a,"gone\n/b,gone\n', /^Line \d: .*never closed/],
  ['from,to\n/a,go"ne"\n', /^Line 2: .*quotation mark/],
  [Buffer.from([...Buffer.from('from,to\n/'), 0xe9, 10]), /UTF-8/],
  ['from,to\n/a\0,gone\n', /^Line 2: .*NUL/],
])('a file that is no such table is refused: %j', (text, message) => {
  expect(() => read(text)).toThrow(message);
});

test.each([
  'no-address',
  'ftp://old.example/a',
  '//old.example/a',
  'javascript:alert(1)',
  '/a#b',
  `/${'a'.repeat(2_001)}`,
])('“%.40s” is named as no old address', (from) =>
  expect(read(`from,to\n${from},gone\n`).problems).toMatchObject([{ line: 2 }]),
);
