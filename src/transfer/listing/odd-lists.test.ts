import { describe, expect, test } from 'vitest';
import { itemsOf, short } from '../../../test/support/read-list.ts';
import { isFurniture } from './page-furniture.ts';

const told = async (text: string, locale = 'en') =>
  (await itemsOf(text, locale)).map(({ date, headline, kicker, place, warnings }) => [
    ...[date, headline, kicker, place],
    ...warnings.map(({ code }) => code).filter((code) => code !== 'no-summary'),
  ]);

describe('an item with several days', () => {
  test.each([
    ['fr', 'Du 3 au 5 juin 2012'],
    ['fr', 'Paris, du 3 au 5 juin 2012'],
    ['en', '3–5 June 2012'],
    ['en', '3 - 5 June 2012'],
    ['en', 'June 3-5, 2012'],
    ['en', 'From 30 May to 2 June 2012'],
    ['en', '29 December 2011 – 3 January 2012'],
    ['de', 'Vom 3. bis 5. Juni 2012'],
    ['es', 'Del 3 al 5 de junio de 2012'],
    ['it', 'Dal 3 al 5 giugno 2012'],
    ['pt', 'De 3 a 5 de junho de 2012'],
    ['ru', 'С 3 по 5 июня 2012 года'],
    ['ru', '3–5 июня 2012 г.'],
    ['zh-Hans', '2012年6月3日至5日'],
    ['ja', '2012年6月3日～6月5日'],
    ['ar', 'من 3 إلى 5 يونيو 2012'],
    ['en', '03/06/2012 - 05/06/2012'],
  ])('is told with no day, and is not lost: %s, %s', async (locale, days) => {
    const [met, lit] = await itemsOf(
      `${days}\nCoast guards meet\nAll met.\n\n1 June 2012\nLight lit\nIt shines.`,
      locale,
    );
    expect([met?.headline, met?.summary, met?.date]).toEqual(['Coast guards meet', 'All met.', null]);
    expect(met?.warnings.map(({ code, detail }) => `${code}: ${detail}`)).toEqual([
      expect.stringMatching(/^undated: .*names several days/),
    ]);
    expect([lit?.headline, lit?.date]).toEqual(['Light lit', '2012-06-01']);
  });
});

test('what a page prints beside a date for itself is no headline', async () => {
  const list = `港口新航线开通
发布时间：2013-05-06 来源：港务局 浏览次数：1024
新航线每周往返三次。

台风期间停航通知
来源：港务局 日期：2013年4月28日 点击数: 532 【字体：大 中 小】
请旅客留意天气预报。`;
  expect(short(await itemsOf(list, 'zh-Hans'))).toEqual([
    ['2013-05-06', '港口新航线开通', '新航线每周往返三次。'],
    ['2013-04-28', '台风期间停航通知', '请旅客留意天气预报。'],
  ]);
  expect(
    short(
      await itemsOf(
        'Quay opens\n6 May 2013 | By: Port office | Views: 1,024\nAll may enter.\n\nStorm\n2 May 2013 | Views: 12',
      ),
    ),
  ).toEqual([
    ['2013-05-06', 'Quay opens', 'All may enter.'],
    ['2013-05-02', 'Storm', null],
  ]);
});

test('the heading of a page is no kicker of the first release', async () => {
  expect(await told('News releases\n\n3 March 1998: Ferry sails\n2 March 1998: Lighthouse lit')).toEqual([
    ['1998-03-03', 'Ferry sails', null, null],
    ['1998-03-02', 'Lighthouse lit', null, null],
  ]);
  expect(
    await told('Press releases\n\n\nFerry sails\n3 March 1998\nDaily.\n\nLighthouse lit\n2 March 1998\nNightly.'),
  ).toEqual([
    ['1998-03-03', 'Ferry sails', null, null],
    ['1998-03-02', 'Lighthouse lit', null, null],
  ]);
});

test('a dateline with its agency may stand on the line of the date', async () => {
  expect(
    await told(
      'Shore power opens\nLORNE (Port News) – 14 September 2006\nShips switch off.\n\nFerry sails\nLorne (Port News), 11 September 2006\nDaily.',
    ),
  ).toEqual([
    ['2006-09-14', 'Shore power opens', null, 'LORNE'],
    ['2006-09-11', 'Ferry sails', null, 'Lorne'],
  ]);
});

test('under one date of a list of definitions each link is a release, and what has no link is its summary', async () => {
  const page = `<h1>Press room</h1><dl><dt>14 July 2009</dt><dd><a href="a">Regatta closes the bay</a></dd><dd>Until noon.</dd>
<dd><a href="b">Second day moved</a></dd><dt>2 July 2009</dt><dd><a href="c">Buoys relaid</a></dd></dl>`;
  expect(short(await itemsOf(page))).toEqual([
    ['2009-07-14', 'Regatta closes the bay', 'Until noon.'],
    ['2009-07-14', 'Second day moved', null],
    ['2009-07-02', 'Buoys relaid', null],
  ]);
});

test.each([
  'Share: Facebook Twitter Email',
  'Facebook Twitter LinkedIn',
  'Partager : Facebook | X',
  '分享到：微信 微博',
  'Follow us on Facebook',
])('a row of buttons is no text: %s', (line) => expect(isFurniture(line)).toBe(true));

test('stars that mark no emphasis stay where they are', async () => {
  const headline = 'Ministers** and officials** agree on 2**3 and 4**5';
  const items = await itemsOf(`1. ${headline}\n12 January 2017\n\n2. **Quay** opens\n11 January 2017`);
  expect(items.map((item) => item.headline)).toEqual([headline, 'Quay opens']);
});

test('a row of languages that ends in something else is told from one at once', () => {
  expect(isFurniture(`${'中文,,,'.repeat(17)}x`)).toBe(false);
  expect(isFurniture('[Español] [Français (version)]')).toBe(false);
  expect(isFurniture('(English version) | 中文, العربية')).toBe(true);
});

test.each(['Facebook opens an office in Lorne', 'Share of women rises', 'Twitter closes its office'])(
  'a headline with the words of a button is one: %s',
  (line) => expect(isFurniture(line)).toBe(false),
);

const plainly = async (text: string, locale = 'en-GB') =>
  (await itemsOf(text, locale)).map(({ date, headline, summary, kicker }) => [date, headline, summary, kicker]);

describe('a date that tells no day of the calendar is told so, and its release is not lost', () => {
  test.each([
    ['en', '3 hours ago', 'depends on when the page was read'],
    ['en', 'Yesterday at 10:30', 'depends on when the page was read'],
    ['fr', 'Il y a 3 jours', 'depends on when the page was read'],
    ['zh-Hans', '3小时前', 'depends on when the page was read'],
    ['ar', '٢ رجب ١٤٣٢ هـ', 'is a day of the Hijri calendar'],
  ])('%s: %s', async (locale, printed, problem) => {
    const items = await itemsOf(`Quay opens\n${printed}\nAll met.\n\nLight lit\n2003-05-05\nIt shines.`, locale);
    expect(items.map(({ date, headline }) => [date, headline])).toEqual([
      [null, 'Quay opens'],
      ['2003-05-05', 'Light lit'],
    ]);
    expect(items[0]?.warnings[0]).toMatchObject({ code: 'undated', detail: expect.stringContaining(problem) });
  });
});

test.each([
  [
    'capitals above a sentence are the headline, and its date may end the sentence',
    'CHIEF STEPS DOWN\nShe leaves in May. (12 May 2003)\n\nLIGHT ON GULL ROCK\nIt shines. (3 May 2003)',
    [
      ['2003-05-12', 'CHIEF STEPS DOWN', 'She leaves in May.', null],
      ['2003-05-03', 'LIGHT ON GULL ROCK', 'It shines.', null],
    ],
  ],
  [
    'one date that a single space parts from its headline, where the others stand in columns',
    '1. 12 May 2003   Chief steps down\n2. 3 May 2003    Light on Gull Rock\n3. 28 April 2003 Storm surge warning',
    [
      ['2003-05-12', 'Chief steps down', null, null],
      ['2003-05-03', 'Light on Gull Rock', null, null],
      ['2003-04-28', 'Storm surge warning', null, null],
    ],
  ],
  [
    'addresses of the old pages',
    'Chief steps down\n12 May 2003\nhttps://port.example/pr/12\n\nLight lit\n3 May 2003\nwww.port.example/pr/11',
    [
      ['2003-05-12', 'Chief steps down', null, null],
      ['2003-05-03', 'Light lit', null, null],
    ],
  ],
  [
    'columns of a table, with numbers and addresses',
    '1\tChief steps down\t12/05/2003\thttp://port.example/12\n2\tLight lit\t25/04/2003\thttp://port.example/11',
    [
      ['2003-05-12', 'Chief steps down', null, null],
      ['2003-04-25', 'Light lit', null, null],
    ],
  ],
  [
    'links and emphasis of Markdown',
    '# Press releases\n\n- [Chief steps down](https://port.example/12) — *12 May 2003*\n- [Light lit](/pr/11) — *3 May 2003*',
    [
      ['2003-05-12', 'Chief steps down', null, null],
      ['2003-05-03', 'Light lit', null, null],
    ],
  ],
  [
    'who posted it, and how many commented',
    'Chief steps down\nPosted by admin on May 12, 2003 at 10:30 am | 3 Comments\nShe leaves.\n\nLight lit\nPosted by admin on May 3, 2003 at 9:00 am | No Comments\nIt shines.',
    [
      ['2003-05-12', 'Chief steps down', 'She leaves.', null],
      ['2003-05-03', 'Light lit', 'It shines.', null],
    ],
  ],
  [
    'the number of a release above its date',
    'Press Release No. 12/2003\n12 May 2003\nChief steps down\nShe leaves.\n\nPress Release No. 11/2003\n3 May 2003\nLight lit\nIt shines.',
    [
      ['2003-05-12', 'Chief steps down', 'She leaves.', 'Press Release No. 12/2003'],
      ['2003-05-03', 'Light lit', 'It shines.', 'Press Release No. 11/2003'],
    ],
  ],
  [
    'names of fields',
    'Date: 17 June 2011\nTitle: Quay opens\nSummary: Thirty ships can berth.\n\nDate: 3 June 2011\nTitle: Storm warning\nSummary: Boats stay.',
    [
      ['2011-06-17', 'Quay opens', 'Thirty ships can berth.', null],
      ['2011-06-03', 'Storm warning', 'Boats stay.', null],
    ],
  ],
  [
    'flags and languages of a page',
    '17 June 2011\nQuay opens (PDF, 120 KB)\nNEW!\n\n3 June 2011\nStorm warning\n[Español] [Français]',
    [
      ['2011-06-17', 'Quay opens (PDF, 120 KB)', null, null],
      ['2011-06-03', 'Storm warning', null, null],
    ],
  ],
  [
    'a page of Drupal',
    '<div class="views-row"><span class="date">Friday, June 17, 2011 (All day)</span><div><a href="/1">Quay opens</a></div></div><div class="views-row"><span class="date">Friday, June 3, 2011 (All day)</span><div><a href="/2">Storm warning</a></div></div>',
    [
      ['2011-06-17', 'Quay opens', null, null],
      ['2011-06-03', 'Storm warning', null, null],
    ],
  ],
  [
    'cards that say how long one reads',
    '<div class="card"><a href="/1"><h3>Quay opens</h3></a><div><span>17 Jun 2011</span> · <span>3 min read</span></div></div><div class="card"><a href="/2"><h3>Storm warning</h3></a><div><span>3 Jun 2011</span> · <span>1 min read</span></div></div>',
    [
      ['2011-06-17', 'Quay opens', null, null],
      ['2011-06-03', 'Storm warning', null, null],
    ],
  ],
  [
    'a colon between a date in an element and its headline',
    '<ul><li><strong>17 June 2011</strong> : <a href="1">Quay opens</a></li><li><strong>3 June 2011</strong> – <a href="2">Storm warning</a></li></ul>',
    [
      ['2011-06-17', 'Quay opens', null, null],
      ['2011-06-03', 'Storm warning', null, null],
    ],
  ],
])('%s', async (_, list, read) => expect(await plainly(list)).toEqual(read));

test.each([
  [
    'ja',
    '2011.6.17 お知らせ 新しい灯台が点灯\n2011.6.3 プレスリリース 航路の再開について',
    [
      ['2011-06-17', '新しい灯台が点灯', null, 'お知らせ'],
      ['2011-06-03', '航路の再開について', null, 'プレスリリース'],
    ],
  ],
  [
    'zh-Hans',
    '·港口新航线开通[2013-05-06]\n·台风期间停航通知[2013-04-28]',
    [
      ['2013-05-06', '港口新航线开通', null, null],
      ['2013-04-28', '台风期间停航通知', null, null],
    ],
  ],
  [
    'ar',
    'افتتاح الميناء الجديد\n١٥ رجب ١٤٣٢ هـ الموافق ١٧ يونيو ٢٠١١\nيستقبل الميناء السفن.\n\nتحذير من الرياح\n3 يونيو 2011 - 2 رجب 1432\nابقوا في الميناء.',
    [
      ['2011-06-17', 'افتتاح الميناء الجديد', 'يستقبل الميناء السفن.', null],
      ['2011-06-03', 'تحذير من الرياح', 'ابقوا في الميناء.', null],
    ],
  ],
])('a list as it is printed in %s', async (locale, list, read) => expect(await plainly(list, locale)).toEqual(read));
