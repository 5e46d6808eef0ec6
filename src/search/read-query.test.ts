import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calderInstitution } from '../../test/support/small-newsroom.ts';
import { QUERY_LIMITS, type Query, type QueryRead } from './query.ts';
import { codesOnly, type QueryWords } from './query-words.ts';
import { readQuery } from './read-query.ts';
import { writeQuery, writeWords } from './write-query.ts';

const french: QueryWords = {
  keywords: {
    office: 'bureau',
    country: 'pays',
    topic: 'thème',
    type: 'type',
    lang: 'langue',
    has: 'avec',
    before: 'avant',
    after: 'après',
  },
  typeNames: (type) => (type === 'speech' ? ['Discours', 'Les discours'] : [type]),
  countryNames: (code) => (code === 'BE' ? ['Belgique', 'Belgium'] : [code]),
  contentNames: () => ['image'],
  languageNames: (locale) => (locale === 'zh-Hans' ? ['chinois simplifié', '简体中文'] : [locale]),
};

function read(text: string, more: Record<string, string> = {}, words = french): QueryRead {
  return readQuery(new URLSearchParams({ q: text, ...more }), { institution: calderInstitution, words });
}

function wanted({ words, without }: Query): string {
  return writeWords({ words, without });
}

describe('words', () => {
  test.each([
    ['ferry tide', 'ferry tide'],
    ['"low tide" ferry', '"low tide" ferry'],
    ['ferry -"low tide" -dredg*', 'ferry -"low tide" -dredg*'],
    ['“low tide” «haute mer» „Ebbe“ 「低潮」『渡船』', '"low tide" "haute mer" "Ebbe" "低潮" "渡船"'],
    ['－渡船 港口 ferr＊', '港口 ferr* -渡船'],
    ['中国“合作”新闻', '中国 "合作" 新闻'],
    ['合作，港口。', '合作 港口'],
    ['decision-making CO-BEIJING/2017/3', 'decision-making CO-BEIJING/2017/3'],
    ['http://x:y 12:30 mailto:port@calder.example', 'http://x:y 12:30 mailto:port@calder.example'],
    ['type://x', 'type://x'],
    ['"a «b» c"', '"a b c"'],
    ['ferry --tide', 'ferry -tide'],
    ['中*', '中'],
    ['AND (ferry or tide) NEAR/3 {x} ^y', 'AND (ferry or tide) NEAR/3 {x} ^y'],
    ['R and D "press AND ports" ferry OR', 'R and D "press AND ports" ferry OR'],
    ['Rivers: a plan 港口：合作', 'Rivers: a plan 港口：合作'],
    ['a\u0000b\u001fc', 'a b c'],
  ])('%s', (text, same) => {
    const { query, notes } = read(text);
    expect([wanted(query), notes]).toEqual([same, []]);
  });

  test.each([
    ['"low tide', 'low tide', 'quote-not-closed', '"low tide'],
    ['ferry -', 'ferry', 'nothing-after-minus', '-'],
    ['ferry - tide', 'ferry tide', 'nothing-after-minus', '-'],
    ['f* tide', 'f tide', 'prefix-too-short', 'f*'],
    ['-ferry', '-ferry', 'only-without', 'ferry'],
    ['… * —', '', 'nothing-to-look-for', ''],
    ['ferry -office:calder', 'ferry', 'filter-after-minus', 'calder'],
    ['ladders OR cats', 'ladders OR cats', 'not-an-operator', 'OR'],
    ['(ferry AND tide) AND (tide OR quay)', '(ferry AND tide) AND (tide OR quay)', 'not-an-operator', 'AND'],
    ['NOT cats', 'NOT cats', 'not-an-operator', 'NOT'],
    ['author:berrichon', 'author:berrichon', 'not-a-filter', 'author:'],
    ['author:"de Berrichon"', 'author: "de Berrichon"', 'not-a-filter', 'author:'],
    ['ferry -date:2024 date:2025', 'ferry date:2025 -date:2024', 'not-a-filter', 'date:'],
  ])('%s is used as far as it goes, and the rest is told', (text, same, note, about) => {
    const { query, notes } = read(text);
    expect([wanted(query), notes]).toEqual([same, [{ note, about }]]);
  });

  test('nothing typed is nothing wrong', () => {
    expect(read('  ')).toEqual(readQuery(new URLSearchParams(), { institution: calderInstitution, words: french }));
    expect(read('').notes).toEqual([]);
  });

  test('more than is looked for is cut off, and told', () => {
    const long = read('tide '.repeat(QUERY_LIMITS.words + 1));
    expect([long.query.words.length, long.notes]).toEqual([
      QUERY_LIMITS.words,
      [{ note: 'too-many-words', about: 'tide' }],
    ]);
    const begun = read('ti* -fe* ha* qu* tide pi* wh* "low tide" tide');
    expect([wanted(begun.query), begun.notes]).toEqual([
      'ti* ha* qu* tide "low tide" tide -fe*',
      [{ note: 'too-many-beginnings', about: 'pi*' }],
    ]);
    const longer = read(`${'x'.repeat(QUERY_LIMITS.characters)}tide`);
    expect(longer.notes).toEqual([{ note: 'too-long', about: 'tide' }]);
  });
});

describe('filters', () => {
  test.each([
    ['office:CALDER', { offices: ['CALDER'] }],
    ['office:bruges-office', { offices: ['CO-BRUGES'] }],
    ['office:"Bruges Office" office:calder', { offices: ['CO-BRUGES', 'CALDER'] }],
    ['bureau:布鲁日办事处', { offices: ['CO-BRUGES'] }],
    ['country:be PAYS:gb', { countries: ['BE', 'GB'] }],
    ['pays:belgique', { countries: ['BE'] }],
    ['theme:Dredging', { topics: ['dredging'] }],
    ['type:speech type:"les discours"', { types: ['speech'] }],
    ['type：DISCOURS', { types: ['speech'] }],
    ['lang:zh language:EN', { locales: ['zh-Hans', 'en'] }],
    ['langue:“Chinois simplifie”', { locales: ['zh-Hans'] }],
    ['before:2017', { to: '2016-12-31' }],
    ['after:2017', { from: '2018-01-01' }],
    ['after:2016-02', { from: '2016-03-01' }],
    ['before:2017-03-02', { to: '2017-03-01' }],
    ['après:2017 avant:2020-06', { from: '2018-01-01', to: '2020-05-31' }],
    ['after:2016 after:2017 before:2020 before:2019', { from: '2018-01-01', to: '2018-12-31' }],
  ])('%s', (text, filters) => {
    const { query, notes } = read(text);
    expect([query.filters, query.words, notes]).toEqual([{ ...unfiltered, ...filters }, [], []]);
  });

  test.each([
    ['office:nowhere', 'unknown-office', 'nowhere'],
    ['country:ZZ', 'unknown-country', 'ZZ'],
    ['topic:"no such thing"', 'unknown-topic', 'no such thing'],
    ['type:gossip', 'unknown-type', 'gossip'],
    ['lang:tlh', 'unknown-language', 'tlh'],
    ['after:yesterday', 'not-a-day', 'yesterday'],
    ['before:2017-02-31', 'not-a-day', '2017-02-31'],
    ['after:9999', 'not-a-day', '9999'],
    ['after:2019 before:2018', 'days-in-wrong-order', '2020-01-01 – 2017-12-31'],
  ])('%s is told and left out', (text, note, about) => {
    const { query, notes } = read(`ferry ${text}`);
    expect([query.filters, notes]).toEqual([unfiltered, [{ note, about }]]);
  });

  test('parameters of the address say the same, each as often as it likes', () => {
    const asked = new URLSearchParams(
      'q=ferry&office=calder&office=bruges-office&country=be&from=2016&to=2017-02&lang=',
    );
    const { query, notes } = readQuery(asked, { institution: calderInstitution, words: codesOnly });
    expect(notes).toEqual([]);
    expect(query.filters).toEqual({
      ...unfiltered,
      offices: ['CALDER', 'CO-BRUGES'],
      countries: ['BE'],
      from: '2016-01-01',
      to: '2017-02-28',
    });
  });

  test('a keyword alone is a word', () => {
    expect(wanted(read('office: bureau type:').query)).toBe('office: bureau type:');
  });
});

const unfiltered = { offices: [], countries: [], topics: [], types: [], locales: [], has: [], from: null, to: null };

const piece = fc.constantFrom(
  ...[
    'ferry',
    'Ebbe',
    '中国',
    '港',
    'tide*',
    '*',
    '-',
    '－',
    '"',
    '“',
    '”',
    '«',
    '»',
    '「',
    '」',
    ' ',
    ' ',
    ' ',
    ':',
    '：',
    '，',
  ],
  ...[
    'office:',
    'office:calder',
    'bureau:',
    'lang:en',
    'type:speech',
    'after:2017',
    'before:2019-02',
    'country:zz',
    '12:30',
    'a',
  ],
  ...['http://x:y', '\u0000', '\u202e', '\ud800', "'", '(', ')', 'OR', 'NEAR/2', '^', '+', '~', '\\', '/.*/'],
);
const typed = fc.oneof(
  fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

test('a query that is written down and read again is the same, with nothing to tell', () => {
  fc.assert(
    fc.property(typed, (text) => {
      const { query } = read(text);
      const again = readQuery(writeQuery(query), { institution: calderInstitution, words: french });
      expect(again.query).toEqual(query);
      // These tell of words that stay.
      const staying = ['only-without', 'not-a-filter', 'not-an-operator'];
      expect(again.notes.filter(({ note }) => !staying.includes(note))).toEqual([]);
    }),
    { numRuns: 3_000 },
  );
});

test.each([
  ['minus signs', '-'],
  ['quotation marks', '"'],
  ['quotation marks within others', '“«「"'],
  ['phrases', '-"a" '],
  ['filters', 'office:x '],
  ['stars', 'a*'],
  ['colons', 'type:'],
  ['names that are no filters', 'x:"'],
  ['operators', 'OR NOT '],
  ['backslashes', '\\"('],
])('a megabyte of %s is read like a line of them', (_, text) => {
  const { query, notes } = read(text.repeat(Math.ceil(1_000_000 / text.length)));
  expect(query.words.length + query.without.length).toBeLessThanOrEqual(QUERY_LIMITS.words);
  expect(notes.length).toBeLessThanOrEqual(12);
});
