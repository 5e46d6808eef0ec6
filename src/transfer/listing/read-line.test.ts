import { expect, test } from 'vitest';
import { settleDate } from './printed-date.ts';
import { readInlineDate, readLine } from './read-line.ts';

const lineOf = (text: string) => ({ number: 1, text, indent: 0, gap: 1, markup: null });
const dayFirst = { slashes: 'day-first', year: null } as const;

/** The day of a line that is a date, with what stands beside it. */
function read(text: string) {
  const reading = readLine(lineOf(text));
  if (reading.is !== 'date') return [text, reading.is];
  const { kicker, place } = reading.beside;
  return [text, settleDate(reading.date, dayFirst).day, ...[kicker, place].filter((one) => one !== null)];
}

test.each([
  [
    'en',
    '5 December 2016 at 10am|December 5, 2016, 9 AM ET|Monday 5th December 2016, 10.30 a.m. (GMT)|Mon, 5 Dec 2016 10:30 GMT+1|5 December 2016, 10:00 - 11:30 local time|5 December 2016 at noon|Published on Monday, 5 December 2016 at 10:30 UTC|10:30, 5 December 2016|12/5/2016 - 10:30',
  ],
  [
    'fr',
    'lun. 5 décembre 2016|5 décembre 2016 à 14 h 30|lundi 5 décembre 2016, 14h|Publié le lundi 5 décembre 2016 à 14h30|le 5 décembre 2016 à midi|5 déc. 2016 - 14:30, heure de Paris|Lundi, le 5 décembre 2016',
  ],
  [
    'es',
    'lun, 5 dic 2016|5 de diciembre de 2016 a las 14:30 h|lunes 5 de diciembre de 2016, 14.30 horas|5 de diciembre de 2016, mediodía|5 de diciembre de 2016 (hora local)',
  ],
  [
    'de',
    '5. Dezember 2016, 11 Uhr|Mo., 5. Dez. 2016, 11.30 Uhr|Montag, den 5.12.2016 um 11:30 Uhr MEZ|05.12.2016 (Mo)',
  ],
  ['it', 'lun 5 dic 2016|lunedì 5 dicembre 2016 alle ore 14.30|5 dicembre 2016, ore 14|5 dicembre 2016 alle 14:30'],
  [
    'pt',
    '05/12/2016 às 14h30|segunda, 5 de dezembro de 2016|segunda feira, 5 de dezembro de 2016|seg, 05/12/2016 - 14:30|5 de dezembro de 2016 às 14 horas',
  ],
  [
    'ru',
    '5 декабря 2016 в 10:30|5-го декабря 2016 г.|Пн, 5 дек. 2016, 10:30 мск|понедельник, 5 декабря 2016 г., 10 ч. 30 мин.|В понедельник, 5 декабря 2016 года, в 10 часов|5 декабря 2016 года, 10:30 по московскому времени',
  ],
  [
    'zh',
    '2016年12月5日，星期一|2016年12月5日 上午10时30分|2016年12月5日10:30（北京时间）|2016年十二月五日|二O一六年十二月五日|2016年12月5日（周一）下午3点|2016-12-05 10:30:00 星期一',
  ],
  [
    'ja',
    '2016年12月5日(月) 14時|2016年12月5日（月・祝）午後2時30分|平成二十八年十二月五日|2016年12月5日月曜日 14時30分|2016/12/05(月) 14:30',
  ],
  [
    'ar',
    'يوم الاثنين 5 ديسمبر 2016|الإثنين 5 ديسمبر 2016 الساعة 10:30 صباحًا|5 ديسمبر 2016 في الساعة 10:30 بتوقيت غرينتش|الاثنين، ٥ كانون الأول ٢٠١٦، ١٠:٣٠ ص',
  ],
  [
    'mn',
    '2016 оны 12 сарын 5, Даваа гараг|2016 оны 12-р сарын 5-ны өдөр 10 цаг 30 минут|2016 оны 12 дугаар сарын 05-ны 10:30 цагт|2016.12.05 Даваа, 10:30',
  ],
])('hours, days of the week and time zones are part of a date in %s', (_, written) => {
  for (const text of written.split('|')) {
    const slashes = text.startsWith('12/5') ? ({ slashes: 'month-first', year: null } as const) : dayFirst;
    const reading = readLine(lineOf(text));
    const day = reading.is === 'date' ? settleDate(reading.date, slashes).day : reading.is;
    expect([text, day, reading.is === 'date' && reading.beside]).toEqual([
      text,
      '2016-12-05',
      { kicker: null, place: null },
    ]);
  }
});

test.each([
  'sabato 31 dicembre 2016|2016-12-31',
  'domenica 1 gennaio 2017|2017-01-01',
  '1.º de março de 2017|2017-03-01',
  '1o de março de 2017|2017-03-01',
  '1ro de marzo de 2017|2017-03-01',
  '1 er août 2017|2017-08-01',
  'mer. 12 janv. 2017|2017-01-12',
  'sam. 8 juillet 2017|2017-07-08',
  'mar. 7 mars 2017|2017-03-07',
  'يوم الخميس 7 سبتمبر 2017|2017-09-07',
  '5 / 12 / 2016|2016-12-05',
  '2016年九月六日|2016-09-06',
])('an ordinary form of a date is read: %s', (written) => {
  const [text = '', day] = written.split('|');
  expect(read(text)).toEqual([text, day]);
});

test('a place or a word for the kind of text stands beside a date with its hour', () => {
  const meant = [
    ['Geneva, Thursday 12 January 2017, 10:30 CET', '2017-01-12', 'Geneva'],
    ['Genève, le 12 janvier 2017 à 14 h', '2017-01-12', 'Genève'],
    ['12 January 2017 at 10am | Press release', '2017-01-12', 'Press release'],
    ['Пресс-релиз, 12 января 2017, 10:30', '2017-01-12', 'Пресс-релиз'],
  ];
  expect(meant.map(([text = '']) => read(text))).toEqual(meant);
});

test('words that only look like an hour or a day of the week stay in the headline', () => {
  const titles = [
    ['2017-01-12 Sat exams begin', 'Sat exams begin'],
    ['12.01.2017 So geht es weiter', 'So geht es weiter'],
    ['12/01/2017 Mer calme au large', 'Mer calme au large'],
    ['12 January 2017 – 12 hours of rain', '12 hours of rain'],
    ['12 January 2017: Friday prayers move', 'Friday prayers move'],
    ['12 de enero de 2017 – 8 horas de lluvia', '8 horas de lluvia'],
  ];
  expect(titles.map(([text = '']) => [text, readInlineDate(text, { short: false })?.title])).toEqual(titles);
  expect(titles.map(([text = '']) => readLine(lineOf(text)).is)).toEqual(titles.map(() => 'text'));
  const hours = [
    ['12 January 2017 at 10am – Ferry agreed', 'Ferry agreed'],
    ['lun. 9 janvier 2017 à 14 h 30 : le bac', 'le bac'],
    ['2017年1月12日（木）14時 渡船', '渡船'],
    ['12 January 2017 at noon – Ferry agreed', 'Ferry agreed'],
    ['12 января 2017 г., в 10 часов | Паром', 'Паром'],
    ['Ferry agreed (Thursday, 12 January 2017, at noon)', 'Ferry agreed'],
  ];
  expect(hours.map(([text = '']) => [text, readInlineDate(text, { short: false })?.title])).toEqual(hours);
});
