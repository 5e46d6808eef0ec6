import { monthNumber } from './month-names.ts';

/** A date as a page prints it: any part may be missing, and `slashed` is day and month in an order not yet known. */
export interface PrintedDate {
  readonly text: string;
  readonly year: number | null;
  /** 0 to 99, where only two digits are printed. */
  readonly shortYear: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** The two numbers of `03/04/2017`. */
  readonly slashed: readonly [number, number] | null;
  /** Why no day of the calendar can be meant. */
  readonly noDay: keyof typeof withoutDay | null;
}

/** How `03/04/2017` is meant. */
export type SlashOrder = 'day-first' | 'month-first';

/** What tells how a slashed date is meant, and which year a date without one belongs to. */
export interface DateSetting {
  /** Null: the file does not tell, and neither does its language. */
  readonly slashes: SlashOrder | null;
  /** Of the heading above. */
  readonly year: number | null;
}

/** A civil day `YYYY-MM-DD`, or in words why there is none. */
export type SettledDate = { readonly day: string } | { readonly day: null; readonly problem: string };

const withoutDay = {
  several: 'names several days',
  relative: 'depends on when the page was read',
  hijri: 'is a day of the Hijri calendar',
} as const;

/** Never guesses: what is not printed, or can be read in two ways, gives no day. */
export function settleDate(printed: PrintedDate, setting: DateSetting): SettledDate {
  const none = (problem: string): SettledDate => ({ day: null, problem: `“${printed.text}” ${problem}` });
  if (printed.noDay !== null) return none(withoutDay[printed.noDay]);
  const year = printed.year ?? wholeYear(printed.shortYear) ?? setting.year;
  let { month, day } = printed;
  if (printed.slashed !== null) {
    const [first, second] = printed.slashed;
    const order =
      first > 12 ? 'day-first' : second > 12 ? 'month-first' : first === second ? 'day-first' : setting.slashes;
    if (order === null) return none('can be read in two ways');
    [day, month] = order === 'day-first' ? [first, second] : [second, first];
  }
  if (day === null || month === null) return none('names no day');
  if (year === null) return none('names no year, and no heading above does');
  if (month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month)) return none('is no day of the calendar');
  return { day: `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` };
}

/** Lists on the web are younger than 1970: `17` is 2017, `98` is 1998. */
function wholeYear(short: number | null): number | null {
  return short === null ? null : short + (short < 70 ? 2000 : 1900);
}

function lengthOfMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** Groups of the expressions in date-patterns.ts, turned into numbers. */
export function printedDateOf(text: string, groups: Readonly<Record<string, string | undefined>>): PrintedDate {
  const number = (value: string | undefined) => (value === undefined ? null : Number(value));
  const { era, ey, cy, cm, cd, a, b } = groups;
  const short = groups['y']?.length === 2;
  let year = short ? null : number(groups['y']);
  if (era !== undefined) year = (eraStarts[era] ?? 0) + eraYear(ey ?? '') - 1;
  if (cy !== undefined)
    year = Number([...cy].map((digit) => chineseDigits.indexOf(/[○零OoＯｏ0]/.test(digit) ? '〇' : digit)).join(''));
  return {
    text: text.trim(),
    year,
    shortYear: short ? number(groups['y']) : null,
    month:
      groups['m'] !== undefined
        ? monthNumber(groups['m'])
        : cm !== undefined
          ? chineseNumber(cm)
          : number(groups['mm']),
    day: cd !== undefined ? chineseNumber(cd) : number(groups['d']),
    slashed: a !== undefined && b !== undefined ? [Number(a), Number(b)] : null,
    noDay: null,
  };
}

const eraStarts: Readonly<Record<string, number>> = {
  民国: 1912,
  民國: 1912,
  大正: 1912,
  昭和: 1926,
  平成: 1989,
  令和: 2019,
};
const chineseDigits = '〇一二三四五六七八九';

function eraYear(text: string): number {
  return text === '元' ? 1 : /^\d/.test(text) ? Number(text) : chineseNumber(text);
}

/** 一 to 九百九十九. */
function chineseNumber(text: string): number {
  const [hundreds, below] = text.includes('百') ? text.split('百') : [undefined, text];
  if (hundreds !== undefined)
    return (hundreds === '' ? 1 : chineseDigits.indexOf(hundreds)) * 100 + belowHundred(below ?? '');
  return belowHundred(text);
}

function belowHundred(digits: string): number {
  const text = digits.replace(/^[零〇]/, '');
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const value = (digit: string | undefined, empty: number) =>
    digit === undefined || digit === '' ? empty : chineseDigits.indexOf(digit);
  return text.includes('十') ? value(tens, 1) * 10 + value(ones, 0) : value(ones, 0);
}
