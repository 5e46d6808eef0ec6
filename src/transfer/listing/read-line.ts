import { isCredit, MAX_CREDIT_LENGTH } from './credit.ts';
import { withoutCompanyAtEnd, withoutCompanyAtStart } from './date-company.ts';
import { type FoundDate, leadingDay, readDay, readMonth, trailingDay } from './date-patterns.ts';
import { isPlace, placeWithSource } from './dateline.ts';
import { readDayUnknown } from './days-unknown.ts';
import { isFileNote } from './file-note.ts';
import { type PeriodHeading, readHeading } from './headings.ts';
import { withoutHijri } from './hijri.ts';
import { isTypeWord, mayBeKicker } from './kickers.ts';
import type { ListLine, Markup } from './list-line.ts';
import { isFurniture, isLanguageRow, isRule } from './page-furniture.ts';
import { withoutParticulars } from './particulars.ts';
import type { PrintedDate } from './printed-date.ts';
import { partUpdate } from './update-note.ts';
import { isAddress } from './words.ts';

/** What a line is by itself, before it is known which item it belongs to. */
export type LineReading =
  | { readonly is: 'furniture' }
  | { readonly is: 'period'; readonly heading: PeriodHeading }
  | { readonly is: 'date'; readonly date: PrintedDate; readonly beside: Beside }
  | { readonly is: 'credit' }
  | { readonly is: 'text' };

/** What stood on the line of the date. */
export interface Beside {
  readonly kicker: string | null;
  readonly place: string | null;
  /** When the text was updated, as printed: no day of the release. */
  readonly update?: string;
}

export interface SurveyedLine {
  readonly line: ListLine;
  readonly reading: LineReading;
  /** Only of a line that is text. */
  readonly inline: InlineDate | null;
}

const nothing: Beside = { kicker: null, place: null };

/** Several questions are asked about each line, so its reading is kept as long as the line is. */
const readings = new WeakMap<ListLine, LineReading>();

export function readLine(line: ListLine): LineReading {
  const known = readings.get(line);
  if (known !== undefined) return known;
  const reading = readAnew(line);
  readings.set(line, reading);
  return reading;
}

/** What may stand between one item's summary and the next one's headline. */
export function isAboveTitle(line: ListLine): boolean {
  if (line.markup?.place === 'outside') return false;
  const { is } = readLine(line);
  return is === 'credit' || (is === 'text' && mayBeKicker(line.text));
}

function readAnew(line: ListLine): LineReading {
  const text = withoutDirections(line.text);
  if (isRule(text)) return { is: 'furniture' };
  const day = readDateLine(text);
  if (day !== null && !isCompletedBy(day.date, line.markup?.day ?? null)) return { is: 'date', ...day };
  if (day !== null && line.markup?.day != null)
    return { is: 'date', date: dayOfMarkup(line.text, line.markup.day), beside: day.beside };
  if (line.markup?.day != null) return { is: 'date', date: dayOfMarkup(line.text, line.markup.day), beside: nothing };
  const heading = readHeading(text);
  if (heading !== null) return { is: 'period', heading };
  if (isFurniture(text)) return { is: 'furniture' };
  if (isCredit(text) || isCreditByMarkup(text, line.markup)) return { is: 'credit' };
  return { is: 'text' };
}

function isCreditByMarkup(text: string, markup: Markup | null): boolean {
  return markup?.isCaption === true && (text.includes('©') || (markup.isCredit && text.length <= MAX_CREDIT_LENGTH));
}

/** `Jan 12`, `3 days ago`, or a slashed date that can be read in two ways, is the day its element states for machines, if they agree. */
function isCompletedBy(printedDate: PrintedDate, machineDay: string | null): boolean {
  const { year, shortYear, month, day, slashed, noDay } = printedDate;
  if (machineDay !== null && noDay !== null) return noDay !== 'several';
  if (machineDay === null || ((year ?? shortYear) !== null && slashed === null)) return false;
  const [statedYear, ...stated] = machineDay.split('-').map(Number);
  const printed = slashed ?? [month, day];
  const agrees =
    printed.join() === stated.join() || (slashed !== null && printed.toReversed().join() === stated.join());
  return (
    agrees && (year === null || year === statedYear) && (shortYear === null || shortYear === (statedYear ?? 0) % 100)
  );
}

function dayOfMarkup(text: string, day: string): PrintedDate {
  const [year, month, date] = day.split('-').map(Number);
  const parts = { year: year ?? null, shortYear: null, month: month ?? null, day: date ?? null };
  return { text, ...parts, slashed: null, noDay: null };
}

/** Without one there is no day. */
const anyNumber = /[\d٠-٩۰-۹０-９〇零一二三四五六七八九十]/u;

interface DateLine {
  readonly date: PrintedDate;
  readonly beside: Beside;
}

function readDateLine(text: string): DateLine | null {
  if (text.length > 120) return null;
  if (!anyNumber.test(text)) return readUnknown(text);
  const bare = withoutHijri(withoutParticulars(text));
  return (
    (bare === text ? null : (readDateAlone(bare) ?? readUnknown(bare))) ??
    readDateAlone(text) ??
    readUnknown(text) ??
    readUpdated(text)
  );
}

/** `18 December 2011 (updated 20 December 2011)` */
function readUpdated(text: string): DateLine | null {
  const parts = partUpdate(text);
  const first = parts === null ? null : readDateLine(parts.before);
  return parts === null || first === null ? null : { ...first, beside: { ...first.beside, update: parts.update } };
}

/** `3–5 June 2012`, `Geneva, 3–5 June 2012` */
function readUnknown(text: string): DateLine | null {
  const alone = readDayUnknown(text);
  if (alone !== null) return { date: alone, beside: nothing };
  const [, place = '', rest = ''] = /^([^,،，]{2,40})[,،，]\s*(.+)$/u.exec(text) ?? [];
  const date = place !== '' && isPlace(place) ? readDayUnknown(rest) : null;
  return date && { date, beside: { ...nothing, place } };
}

/** A date with nothing beside it but a type word or a place: `Press release | 12 January 2017`, `Geneva, 12 January 2017`. */
function readDateAlone(text: string): DateLine | null {
  const alone = readDay(text) ?? readDay(text.replace(/^[\s(（[【|,，·•–—-]+|[\s)）\]】|,，·•–—-]+$/gu, ''));
  if (alone !== null) return { date: alone, beside: nothing };
  const found = findDay(text);
  if (found === null) return null;
  const { date, rest, words } = found;
  if (words === '') return { date, beside: nothing };
  if (isTypeWord(words)) return { date, beside: { ...nothing, kicker: words } };
  const isApart = /[,،，|/]/u.test(rest) && !/[.!?:：]/u.test(rest);
  const place = isApart && isPlace(words) ? words : placeWithSource(rest);
  return place === null ? null : { date, beside: { ...nothing, place } };
}

/** A day in a line, and what stands beside it but for hours, days of the week and the like; `words` without punctuation. */
function findDay(text: string): { date: PrintedDate; rest: string; words: string } | null {
  if (!/[\d٠-٩۰-۹０-９]/u.test(text)) return null;
  const found =
    leadingDay(text, { short: false }) ??
    trailingDay(text.replace(/[)）\]]$/u, ''), { short: false }) ??
    dayBehindCompany(text);
  if (found === null) return null;
  const rest = `${withoutCompanyAtEnd(text.slice(0, found.start))}${withoutCompanyAtStart(text.slice(found.end))}`;
  const words = rest.replace(/^[\s,،，:：|•·–—/()（）[\].-]+|[\s,،，:：|•·–—/()（）[\]-]+$/gu, '');
  return { date: found.date, rest, words };
}

/** The text is a day, with its hour and the like, and nothing else. */
function dayAlone(text: string): PrintedDate | null {
  const known = readDay(text);
  if (known !== null || text.length > 90) return known;
  const found = findDay(text);
  return found?.words === '' ? found.date : null;
}

/** `10:30, Thursday, 12 January 2017` */
function dayBehindCompany(text: string): FoundDate | null {
  const rest = withoutCompanyAtStart(text).replace(/^[\s,،，、:：|–—-]+/u, '');
  const by = text.length - rest.length;
  const found = by === 0 ? null : leadingDay(rest, { short: false });
  return found && { ...found, start: found.start + by, end: found.end + by };
}

/** A headline and its date on one line. */
export interface InlineDate {
  readonly date: PrintedDate;
  /** The line without its date; with a tab in it, what follows the tab is the summary. */
  readonly title: string;
  readonly kicker: string | null;
  /** Columns that are the page's own: files, languages. */
  readonly leftOut: readonly string[];
  /** Set apart by a mark of punctuation or by brackets, and not by a space or comma alone. */
  readonly isSetApart: boolean;
  readonly at: 'start' | 'end';
}

/** @param allow.short days without a year count too. */
export function readInlineDate(line: string, allow: { readonly short: boolean }): InlineDate | null {
  const text = withoutDirections(line);
  if (!anyNumber.test(text)) return null;
  return inColumns(text) ?? atStart(text, allow) ?? atEnd(text, allow);
}

/** `12 January 2017 | Press release | Title`, and the same with tabs. */
function inColumns(text: string): InlineDate | null {
  const mark = text.includes('\t') ? '\t' : text.includes(' | ') ? ' | ' : text.includes('｜') ? '｜' : null;
  if (mark === null) return null;
  const columns = text
    .split(mark)
    .map((column) => column.trim())
    .filter((column) => column !== '');
  const index = columns.findIndex((column) => dayAlone(column) !== null);
  const date = dayAlone(columns[index] ?? '');
  if (date === null) return null;
  const others = columns.filter((column, at) => at !== index && !isAddress(column) && !/^\d{1,4}[.)、]?$/.test(column));
  const [, ...below] = others;
  const leftOut = below.filter((column) => isFileNote(column) || isLanguageRow(column));
  const rest = others.filter((column) => !leftOut.includes(column));
  const kicker = rest.length > 1 ? (rest.find(isTypeWord) ?? null) : null;
  const title = rest.filter((column) => column !== kicker).join(mark === '\t' ? '\t' : ' | ');
  return title === '' ? null : { date, title, kicker, leftOut, isSetApart: true, at: index === 0 ? 'start' : 'end' };
}

function atStart(text: string, allow: { readonly short: boolean }): InlineDate | null {
  const found = leadingDay(text, allow);
  if (found === null) return null;
  const inBrackets = /^[[(（【]/u.test(text);
  const after = text.slice(found.end);
  const company = withoutCompanyAtStart(after);
  // Words for an hour are part of the date where a mark parts them from the headline, else the headline may begin with them.
  const rest = !opening.test(after) && opening.test(company) ? company : after;
  const mark = opening.exec(rest);
  const title = rest.slice(mark?.[0].length ?? 0).replace(/^[\s,،，]+/u, '');
  if (title === '' || (mark === null && /^[,،，]\s*\p{Ll}/u.test(rest))) return null;
  const [, kicker = null, words = title] = hanTypeWord.exec(title) ?? [];
  const isKicker = kicker !== null && isTypeWord(kicker);
  const named = isKicker ? { title: words, kicker } : { title, kicker: null };
  return { date: found.date, ...named, leftOut: [], isSetApart: inBrackets || mark !== null || isKicker, at: 'start' };
}

/** Where no space parts words, one parts the kind of text from the headline. */
const hanTypeWord = /^([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,10})[\s\u3000]+(\S.*)$/u;
const opening = /^(?:\s*[:：|｜•·–—»>]+\s*|\s+-{1,2}\s+|-\s+|\t+|\s{2,})/u;

function atEnd(text: string, allow: { readonly short: boolean }): InlineDate | null {
  const bracket = /[)）\]】]\.?$/u.exec(text);
  const body = bracket === null ? text : text.slice(0, bracket.index).trimEnd();
  const found = (bracket === null ? null : dayInBrackets(body)) ?? trailingDay(body, allow);
  if (found === null || found.start === 0) return null;
  const before = body.slice(0, found.start);
  const mark = (bracket === null ? /(?:\s*[|｜•·–—]+\s*|\s+-{1,2}\s+|\t+|\s{2,})$/u : /\s*[(（[【]\s*$/u).exec(before);
  if (bracket !== null && mark === null) return null;
  if (mark === null && leansOnDate.test(before)) return null;
  const title = before.slice(0, mark?.index ?? before.length).replace(/[\s,،，]+$/u, '');
  if (title === '' || /[(（[【]$/u.test(title)) return null;
  return { date: found.date, title, kicker: null, leftOut: [], isSetApart: mark !== null, at: 'end' };
}

/** `Headline (Monday, 12 January 2017, at noon)`, without the last bracket. */
function dayInBrackets(body: string): FoundDate | null {
  const start = Math.max(...[...'([（【'].map((bracket) => body.lastIndexOf(bracket))) + 1;
  const date = start === 0 ? null : dayAlone(body.slice(start));
  return date && { date, start, end: body.length };
}

/** The date is part of what the line says: `Report launched on 12 January 2017`. */
const leansOnDate =
  /\b(?:on|in|of|from|to|since|until|till|by|before|after|and|du|le|au|depuis|jusqu’au|el|del|al|desde|am|vom|zum|bis|seit|il|dal|em|de|desde|с|до|от|по|на|к|в)\s+$|(?:في|من|إلى|منذ|يوم)\s+$|[自至到于从在]\s*$/iu;

/** A month of a year where an item's day stands: no day. */
export function readMonthOnly(line: ListLine): PrintedDate | null {
  return readMonth(withoutDirections(line.text));
}

/** Marks of direction are no part of a date, and pages in Arabic are full of them. */
function withoutDirections(text: string): string {
  return text.replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/gu, '');
}
