import { expect, test } from 'vitest';
import { itemsOf } from '../../../test/support/read-list.ts';

const told = async (text: string, locale = 'en') =>
  (await itemsOf(text, locale)).map(({ date, headline, summary, warnings }) => {
    const leftOut = warnings.find(({ code }) => code === 'particulars-left-out');
    return [date, headline, summary, leftOut?.detail ?? null];
  });
const left = (...words: string[]) => `Left out, as the page’s own: ${words.map((word) => `“${word}”`).join(', ')}.`;

test('columns for files and languages are left out, and named', async () => {
  const rows = [
    '12/05/2003\tChief steps down\t(PDF, 120 KB)\tEnglish | Français',
    '25/04/2003\tLight lit\tPDF (1.2 MB)\tEnglish',
    '24/04/2003\tTower painted\tIt is red.\tEnglish',
  ];
  expect(await told(rows.join('\n'))).toEqual([
    ['2003-05-12', 'Chief steps down', null, left('(PDF, 120 KB)', 'English | Français')],
    ['2003-04-25', 'Light lit', null, left('PDF (1.2 MB)', 'English')],
    ['2003-04-24', 'Tower painted', 'It is red.', left('English')],
  ]);
  const cells = (...all: string[]) => `<tr>${all.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const table = `<table>${cells('12 May 2003', '<a href=1>Chief steps down</a>', '(PDF, 120 KB)', '<a>English</a> | <a>Français</a>')}${cells('25 April 2003', '<a href=2>Light lit</a>', 'It shines.', '')}</table>`;
  expect(await told(table)).toEqual([
    ['2003-05-12', 'Chief steps down', null, left('(PDF, 120 KB)')],
    ['2003-04-25', 'Light lit', 'It shines.', null],
  ]);
});

test.each(['Télécharger (PDF, 1,2 Mo)', '下载：PDF', '120 KB', '[DOC - 34 kB]'])(
  'what a page says of a file is no summary: %s',
  async (note) => {
    expect(await told(`1. Quay opens\n12 May 2003\n${note}\n\n2. Light lit\n3 May 2003\nIt shines.`)).toEqual([
      ['2003-05-12', 'Quay opens', null, left(note)],
      ['2003-05-03', 'Light lit', 'It shines.', null],
    ]);
  },
);

test('words about files in a sentence or a headline stay', async () => {
  expect(
    await told('1. PDF of the map for all\n12 May 2003\nIt has 120 KB.\n\n2. PDF\n3 May 2003\nIt shines.'),
  ).toEqual([
    ['2003-05-12', 'PDF of the map for all', 'It has 120 KB.', null],
    ['2003-05-03', 'PDF', 'It shines.', null],
  ]);
});

test.each([
  ['en', '18 December 2011 (updated 20 December 2011)', 'updated 20 December 2011'],
  ['en', '18 December 2011, last updated: 20 December 2011 at 10:30', 'last updated: 20 December 2011 at 10:30'],
  ['fr', '18 décembre 2011 (mis à jour le 20 décembre 2011)', 'mis à jour le 20 décembre 2011'],
  ['es', '18 de diciembre de 2011 | Actualizado: 20/12/2011', 'Actualizado: 20/12/2011'],
  ['zh-Hans', '2011年12月18日（更新于2011年12月20日）', '更新于2011年12月20日'],
])('of a day and the day of an update the first is read, and the other named: %s, %s', async (locale, day, update) => {
  const list = `Chief steps down\n${day}\nShe leaves.\n\nLight lit\n2011-12-03\nIt shines.`;
  expect(await told(list, locale)).toEqual([
    ['2011-12-18', 'Chief steps down', 'She leaves.', left(update)],
    ['2011-12-03', 'Light lit', 'It shines.', null],
  ]);
});

test('an update in an element of its own makes no second item', async () => {
  const item = (n: number, more: string) =>
    `<li><a href=${n}>Quay ${n} opens</a> <span>1${n} December 2011</span>${more}<p>All may enter.</p></li>`;
  expect(await told(`<ul>${item(8, ' <span>(updated 20 December 2011)</span>')}${item(7, '')}</ul>`)).toEqual([
    ['2011-12-18', 'Quay 8 opens', 'All may enter.', left('(updated 20 December 2011)')],
    ['2011-12-17', 'Quay 7 opens', 'All may enter.', null],
  ]);
});

test.each([
  ['民国100年10月10日', '2011-10-10'],
  ['中華民國 95 年 3 月 1 日', '2006-03-01'],
  ['民國九十九年十二月三十一日', '2010-12-31'],
  ['民國一百零五年一月二日', '2016-01-02'],
])('years of the Republic are read: %s', async (printed, day) => {
  const [item] = await itemsOf(`新港開放\n${printed}\n代表到會。\n\n新燈塔\n2003-05-03\n它亮了。`, 'zh-Hant');
  expect([item?.headline, item?.date]).toEqual(['新港開放', day]);
});
