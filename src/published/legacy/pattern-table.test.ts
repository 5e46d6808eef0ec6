import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { patternTable, problemOfPattern } from './pattern-table.ts';

const targets = (rows: readonly [pattern: string, target: string | null][], ...forms: string[]) =>
  [...patternTable(rows.map(([pattern, target]) => ({ pattern, target }))).describing(forms)].map(
    ({ target }) => target,
  );

test('the first row that describes an address comes first, with its groups filled in', () => {
  const rows: [string, string | null][] = [
    ['^/press/(\\d+)/(\\w+)$', 'PORT/$1/1 $2'],
    ['^/press/.*$', '/en'],
    ['^/.*$', null],
  ];
  expect(targets(rows, '/press/2010/en')).toEqual(['PORT/2010/1 en', '/en', null]);
  expect(targets(rows, '/press/x')).toEqual(['/en', null]);
  expect(targets(rows, 'press')).toEqual([]);
});

test('a pattern describes the whole address, each of its alternatives too', () => {
  expect(targets([['^/a|/b$', '/en']], '/a/more', '/more/b')).toEqual([]);
  expect(targets([['^/a|/b$', '/en']], '/a')).toEqual(['/en']);
});

test('what stood in a group cannot leave its place in an address', () => {
  const [filled] = targets([['^/old/(.*)$', '/en/$1']], '/old/a?b=c&d#e f\\g/ü');
  expect(filled).toBe('/en/a%3Fb%3Dc%26d%23e%20f%5Cg/%C3%BC');
});

test.each([
  ['^/a', null],
  ['/a$', null],
  ['^/a\\$', null],
  ['^/(a$', null],
  ['^/(?=a)$', null],
  ['^/(?<!a)$', null],
  ['^/(a)\\1$', null],
  ['^/a**$', null],
  ['^/((a{30}){30}){30}$', null],
  ['^/(a{900}b{900})$', null],
  [`^/${'a'.repeat(600)}$`, null],
  ['^/(a)$', '/en/$2'],
  ['^/(a)$', '/en/$0'],
])('%s to %s is refused with a reason', (pattern, target) => {
  expect(problemOfPattern({ pattern, target })).toMatch(/\.$/);
});

test.each([
  ['^/a\\\\$', null],
  ['^/(?i)news/(?P<id>\\d+)\\.aspx$', '/en/$1'],
  ['^/новости/([а-я]+)$', '/ru/$1'],
])('%s to %s is a pattern', (pattern, target) => {
  expect(problemOfPattern({ pattern, target })).toBeNull();
});

describe('patterns that take other engines for ever', () => {
  const hostile = [
    '^/(a+)+x$',
    '^/(a|a)*x$',
    '^/(a*)*x$',
    '^/(.*)(.*)(.*)(.*)(.*)x$',
    '^/(a?){90}a{90}.*x$',
    '^/(.*a){20}x$',
  ];

  test.each(hostile)('%s answers for the longest address', (pattern) => {
    expect(problemOfPattern({ pattern, target: null })).toBeNull();
    expect(targets([[pattern, '/$1']], `/${'a'.repeat(499)}`)).toEqual([]);
    expect(targets([[pattern, '/en']], `/${'a'.repeat(498)}x`)).toEqual(['/en']);
  });

  test('a full table of them does too', () => {
    const rows = Array.from({ length: 500 }, (_, n): [string, string] => [
      `${hostile[n % 6]?.slice(0, -1)}${n}$`,
      '/en',
    ]);
    expect(targets(rows, `/${'a'.repeat(499)}`, `/${'ab'.repeat(249)}`)).toEqual([]);
    expect(targets(rows, `/${'a'.repeat(490)}x499`)).toEqual(['/en']);
  });
});

test('no pattern is tried on an address of absurd length', () => {
  expect(targets([['^/a*$', '/en']], `/${'a'.repeat(5_000)}`)).toEqual([]);
});

test('the table finds what each pattern alone would find', () => {
  const atom = fc.constantFrom('a', 'b', '.', '[ab]', '(a|b)', '(ab)', '\\d', '/');
  const part = fc.tuple(atom, fc.constantFrom('', '*', '+', '?', '{2}')).map(([one, count]) => one + count);
  const pattern = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => `^/${parts.join('')}$`);
  const address = fc.string({ unit: fc.constantFrom('a', 'b', '1', '/'), maxLength: 8 }).map((rest) => `/${rest}`);
  fc.assert(
    fc.property(fc.array(pattern, { maxLength: 6 }), fc.array(address, { maxLength: 8 }), (patterns, addresses) => {
      const rows = patterns.map((one, index) => ({ pattern: one, target: `/${index}` }));
      const table = patternTable(rows);
      for (const one of addresses) {
        const alone = rows.filter((row) => new RegExp(row.pattern).test(one)).map(({ target }) => target);
        expect([...table.describing([one])].map(({ target }) => target)).toEqual(alone);
      }
    }),
  );
});
