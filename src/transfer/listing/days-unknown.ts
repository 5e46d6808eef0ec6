import { readDay, westernDigits } from './date-patterns.ts';
import { withoutHijri } from './hijri.ts';
import type { PrintedDate } from './printed-date.ts';

/** A line that stands where a date stands, and names no day of the calendar that could be a release's; null for anything else. */
export function readDayUnknown(line: string): PrintedDate | null {
  if (line.length > 90) return null;
  const text = westernDigits(line).trim();
  const noDay =
    hasDigit.test(text) && isRange(text)
      ? 'several'
      : relative.test(text)
        ? 'relative'
        : isHijri(text)
          ? 'hijri'
          : null;
  const parts = { year: null, shortYear: null, month: null, day: null, slashed: null };
  return noDay && { text: line.trim(), ...parts, noDay };
}

const hasDigit = /[0-9]/;

/** `3–5 June 2012`, `du 3 au 5 juin 2012`, `2012年6月3日至5日` */
function isRange(line: string): boolean {
  const text = line.replace(opening, '');
  for (const mark of text.matchAll(between)) {
    const first = text.slice(0, mark.index);
    const last = text.slice(mark.index + mark[0].length);
    const begins = readDay(first) !== null;
    const ends = readDay(last) !== null || (begins && restOfDay.test(last));
    if (ends && (begins || dayOfMonth.test(first))) return true;
  }
  return false;
}

const opening = /^(?:from|between|du|de|vom|del?|dal|с|من)\s+/iu;
const between = /\s*[-–—~～〜至到]\s*|\s+(?:to|and|au|al|a|à|bis(?:\s+zum)?|по|إلى)\s+/giu;
const dayOfMonth = /^[0-3]?[0-9](?:st|nd|rd|th|er|-?го|[.º])?$/iu;
/** What follows a day whose month, or month and year, is printed once: `June 3-5, 2012`, `2012年6月3日至5日`. */
const restOfDay = /^[0-3]?[0-9](?:,?\s+(?:19|20)[0-9]{2}|\s*[日号])$/u;

const isHijri = (text: string) => text !== '' && withoutHijri(text) === '';

const hour = '(?:[\\s,]+(?:at|à|a\\slas?|um|alle|às|в)?\\s*\\d{1,2}[:.h]\\d\\d(?:\\s?[ap]\\.?m\\.?)?)?';
/** `3 hours ago`, `yesterday`: told from the moment somebody looked. */
const relative = new RegExp(
  `^(?:${[
    '(?:yesterday|today|just now|(?:\\d+|an?|one|two|three)\\s(?:second|minute|hour|day|week|month|year)s?\\sago)',
    "(?:hier|aujourd['’]hui|il\\sy\\sa\\s\\S+\\s(?:secondes?|minutes?|heures?|jours?|semaines?|mois|ans?))",
    '(?:ayer|hoy|hace\\s\\S+\\s(?:segundos?|minutos?|horas?|días?|semanas?|mes(?:es)?|años?))',
    '(?:gestern|heute|vor\\s\\S+\\s(?:Sekunden?|Minuten?|Stunden?|Tag(?:en)?|Wochen?|Monat(?:en)?|Jahr(?:en)?))',
    '(?:ieri|oggi|\\S+\\s(?:minut[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi])\\sfa)',
    '(?:ontem|hoje|há\\s\\S+\\s(?:minutos?|horas?|dias?|semanas?|m[êe]s(?:es)?|anos?))',
    '(?:вчера|сегодня|(?:\\d+\\s)?(?:секунд[уы]?|минут[уы]?|час(?:а|ов)?|день|дня|дней|недел[юиь]|месяц(?:а|ев)?|лет|года?)\\sназад)',
    '(?:昨天|今天|刚刚|昨日|今日|本日|\\d+\\s?(?:秒|分钟|分鐘|分|小时|小時|時間|天|日|周|週間|个月|か月|ヶ月|年)前)',
    '(?:أمس|اليوم|منذ\\s.{1,20}|قبل\\s\\d+\\s\\S+)',
    '(?:өчигдөр|өнөөдөр|\\d+\\s(?:минут|цаг|өдөр|хоног|сар|жил)(?:ын|ийн)?\\sөмнө)',
  ].join('|')})${hour}$`,
  'iu',
);
