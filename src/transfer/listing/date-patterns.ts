import { CLOCK, HAN_WEEKDAY, WEEKDAY } from './date-company.ts';
import { MONTH } from './month-names.ts';
import { type PrintedDate, printedDateOf } from './printed-date.ts';

const S = '\\s*';
const YEAR = '(?<y>(?:1[89]|20|21)\\d\\d)(?!\\d)';
const YEAR_WORD = `(?:${S}(?:г\\.|года|год|р\\.|م|عام)(?![\\p{L}]))?`;
const DAY = '(?<d>\\d{1,2})(?:st|nd|rd|th|\\s?er|ère|re|ro|\\.?[ºª°]|o|-?(?:го|е)|\\.)?(?![\\p{L}\\d])';
const OF = `(?:(?:of|de|do|di|del|den|من)\\s+|d['’])?`;
const MN_MONTH = `(?:(?<mm>\\d{1,2})${S}-?${S}(?:р|дугаар|дүгээр)?|(?<m>${MONTH}))${S}сар(?:ын)?`;
const MN_DAY = `(?<d>\\d{1,2})(?:${S}-?${S}(?:ний|ны|нд|н)(?!\\p{L}))?(?:\\s*өдөр)?`;
const CN = '[一二三四五六七八九十]{1,3}';
const MINGUO = `(?:中[华華])?(?<era>民[国國])${S}(?<ey>元|\\d{1,3}|[一二三四五六七八九十百零〇]{1,5})`;
const CJK_YEAR = `(?:(?<era>平成|令和|昭和|大正)${S}(?<ey>元|\\d{1,2}|${CN})|${MINGUO}|(?<y>\\d{4})|(?<cy>[〇○零OＯ0一二三四五六七八九]{4}))${S}年`;

/** Full days, those with all three parts before those that lean on a heading. */
const fullDays = [
  `(?<y>(?:1[89]|20|21)\\d\\d)(?<s>[-/.])\\s?(?<mm>\\d{1,2})\\k<s>\\s?(?<d>\\d{1,2})(?!\\d)\\.?(?:T\\d\\d:\\d\\d[\\d:.]*(?:Z|[+-]\\d\\d:?\\d\\d)?)?`,
  `${CJK_YEAR}${S}(?:(?<mm>\\d{1,2})|(?<cm>${CN}))${S}月${S}(?:(?<d>\\d{1,2})|(?<cd>${CN}))${S}[日号號]`,
  `(?<y>\\d{4})${S}년${S}(?<mm>\\d{1,2})${S}월${S}(?<d>\\d{1,2})${S}일`,
  `(?<y>\\d{4})${S}оны?${S},?${S}${MN_MONTH}${S}${MN_DAY}`,
  `${MN_MONTH}${S}${MN_DAY}${S},${S}${YEAR}(?:${S}он)?`,
  `${DAY}[\\s\\-/.,]*${OF}(?<m>${MONTH})(?:${S}[/(]${S}${MONTH}${S}\\)?)?[\\s\\-/.,،]*(?:(?:de|del|do|of)\\s+)?${YEAR}${YEAR_WORD}`,
  `(?<d>\\d{1,2})-(?<m>${MONTH})-(?<y>\\d\\d)(?!\\d)`,
  `(?<m>${MONTH})[\\s\\-/]*${DAY}[\\s\\-/,،]*(?:(?:de|del)\\s+)?${YEAR}${YEAR_WORD}`,
  `(?<y>(?:1[89]|20|21)\\d\\d)[\\s,./\\-]+(?<m>${MONTH})[\\s\\-./]*${DAY}`,
  `(?<d>\\d{1,2})\\.\\s?(?<mm>\\d{1,2})\\.\\s?(?:${YEAR}|(?<y>\\d\\d)(?!\\d))${YEAR_WORD}`,
  `(?<a>\\d{1,2})\\s/\\s(?<b>\\d{1,2})\\s/\\s${YEAR}`,
  `(?<a>\\d{1,2})(?<s>[/-])(?<b>\\d{1,2})\\k<s>(?:${YEAR}|(?<y>\\d\\d)(?!\\d))`,
];
const daysOfAYear = [
  `(?<mm>\\d{1,2})${S}月${S}(?<d>\\d{1,2})${S}[日号號]`,
  `${MN_MONTH}${S}${MN_DAY}`,
  `${DAY}[\\s\\-/.,]*${OF}(?<m>${MONTH})(?:${S}[/(]${S}${MONTH}${S}\\)?)?`,
  `(?<m>${MONTH})[\\s\\-]*${DAY}`,
  `(?<d>\\d{1,2})\\.\\s?(?<mm>\\d{1,2})\\.(?!\\s?\\d)`,
];
const months = [
  `(?<m>${MONTH})[\\s,./-]*(?:(?:de|del)\\s+)?${YEAR}${YEAR_WORD}`,
  `${CJK_YEAR}${S}(?:(?<mm>\\d{1,2})|(?<cm>${CN}))${S}月(?:份|分|号|號)?`,
  `(?<y>\\d{4})${S}оны?${S}${MN_MONTH}`,
  `(?<y>\\d{4})${S}[,./-]?${S}(?<m>${MONTH})`,
  `(?<mm>\\d{1,2})[/.](?<y>(?:19|20)\\d\\d)`,
  `(?<y>(?:19|20)\\d\\d)[-/.](?<mm>\\d{1,2})`,
];

const LABEL =
  '(?:(?:date|published|posted|released|issued|release date|publication date|publié|date de publication|publicado|fecha|veröffentlicht|datum|stand|pubblicato|data|publicado|опубликовано|дата|发布日期|发布时间|日期|公開日|掲載日|発表日|نشر|التاريخ|تاريخ النشر|огноо)(?:\\s(?:on|le|el|em|il|am|في))?\\s*[:：]?\\s*)';
const ARTICLE = `(?:(?:le|il|el|am|den|the|on|em|a)\\s+|l['’])`;
const BEFORE = `(?:${WEEKDAY}[\\s,،、]*${ARTICLE}?)?`;
const IN_BRACKETS = `[(（\\[]${S}(?:${WEEKDAY}|[月火水木金土日一二三四五六](?:[・･]?[祝休])?)${S}[)）\\]]`;
/** A name without brackets is a day of the week where no word of a headline can follow: `So`, `Mer` and `Sat` are words. */
const AFTER = `(?:[\\s,،，、]*${IN_BRACKETS}|[\\s,،，、]*${HAN_WEEKDAY}|[\\s,،，]+${WEEKDAY}(?=\\s*(?:$|[:：|｜–—,،，)）\\]】\\t]|-\\s|\\d)))?`;
const either = (patterns: readonly string[]) => `(?:${patterns.join('|')})`;
const day = (patterns: readonly string[]) => `${BEFORE}${either(patterns)}${AFTER}`;

const flags = 'iu';
const anyDay = [...fullDays, ...daysOfAYear];
const onlyDay = new RegExp(`^(?:${LABEL}|${ARTICLE})?${day(anyDay)}${CLOCK}\\.?$`, flags);
const onlyMonth = new RegExp(`^${LABEL}?${either(months)}$`, flags);
const leading = new RegExp(
  `^${LABEL}?(?<open>[\\[(（【])?${day(fullDays)}${CLOCK}(?<close>[\\])）】])?(?![\\p{Script=Latin}\\d])`,
  flags,
);
const leadingShort = new RegExp(
  `^(?<open>[\\[(（【])?${day(daysOfAYear)}(?<close>[\\])）】])?(?![\\p{Script=Latin}\\d])`,
  flags,
);
const trailing = new RegExp(`(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\d])${day(fullDays)}${CLOCK}$`, flags);
const trailingShort = new RegExp(`(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\d])${day(daysOfAYear)}$`, flags);

/** The line is a date and nothing else, but for a label, a day of the week or an hour. */
export function readDay(line: string): PrintedDate | null {
  return line.length > 90 ? null : (read(onlyDay, line)?.date ?? null);
}

/** The line is a month of a year and nothing else. */
export function readMonth(line: string): PrintedDate | null {
  return line.length > 60 ? null : (read(onlyMonth, line)?.date ?? null);
}

export interface FoundDate {
  readonly date: PrintedDate;
  /** Its place in the line, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** A day at the start of the line, with the brackets around it. Without a year only where `short`. */
export function leadingDay(line: string, allow: { readonly short: boolean }): FoundDate | null {
  if (!mayBegin.test(line)) return null;
  const head = line.slice(0, 90);
  return read(leading, head) ?? (allow.short ? read(leadingShort, head) : null);
}

/** A day at the end of the line. Without a year only where `short`. */
export function trailingDay(line: string, allow: { readonly short: boolean }): FoundDate | null {
  const from = Math.max(0, line.length - 70);
  const tail = line.slice(from);
  if (!mayEnd.test(tail)) return null;
  const found = read(trailing, tail) ?? (allow.short ? read(trailingShort, tail) : null);
  return found && { ...found, start: found.start + from, end: found.end + from };
}

const mayBegin = /^.{0,40}?[\d٠-٩۰-۹０-９〇零一二三四五六七八九]/u;
const mayEnd = /[\d٠-٩۰-۹０-９][^\d٠-٩۰-۹０-９]{0,24}$|[〇零一二三四五六七八九十][日号號].{0,8}$/u;

function read(pattern: RegExp, line: string): FoundDate | null {
  const match = pattern.exec(westernDate(line));
  if (match === null) return null;
  const { open, close } = match.groups ?? {};
  if ((open === undefined) !== (close === undefined)) return null;
  const text = line.slice(match.index, match.index + match[0].length);
  return { date: printedDateOf(text, match.groups ?? {}), start: match.index, end: match.index + match[0].length };
}

/** Arabic-Indic, Persian and full-width digits as ASCII; keeps every position. */
export function westernDigits(text: string): string {
  return foreignDigit.test(text) ? text.replace(/[٠-٩۰-۹０-９]/g, (digit) => String(digitValue(digit))) : text;
}

const foreignDigit = /[٠-٩۰-۹０-９]/;

function westernDate(text: string): string {
  const western = westernDigits(text);
  return /[．／－]/.test(western)
    ? western.replace(/[．／－]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    : western;
}

function digitValue(digit: string): number {
  const code = digit.charCodeAt(0);
  return code - (code >= 0xff10 ? 0xff10 : code >= 0x06f0 ? 0x06f0 : 0x0660);
}
