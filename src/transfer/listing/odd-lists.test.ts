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

test.each(['Facebook opens an office in Lorne', 'Share of women rises', 'Twitter closes its office'])(
  'a headline with the words of a button is one: %s',
  (line) => expect(isFurniture(line)).toBe(false),
);
