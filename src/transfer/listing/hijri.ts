import { westernDigits } from './date-patterns.ts';

const months = [
  'محرم|صفر|ربيع\\s(?:ال)?[أا]ول|ربيع\\s(?:ال)?(?:آخر|اخر|ثاني)|جماد[ىي]\\s(?:ال)?[أا]ول[ىي]|جماد[ىي]\\s(?:ال)?(?:آخرة|اخرة|ثانية)',
  'رجب|شعبان|رمضان|شو?ال|ذ[وي]\\s?(?:ال)?قعدة|ذ[وي]\\s?(?:ال)?حجة',
].join('|');
const day = `\\d{1,2}\\s*(?:من\\s)?(?:${months}|[/-]\\s?\\d{1,2}\\s?[/-])\\s*،?\\s*1[34]\\d\\d`;
const pattern = new RegExp(
  `(?:الموافق\\s*(?:ل|لـ)?\\s*)?[(（]?\\s*(?:${day}\\s*(?:هـ|ه(?!\\p{L}))?)\\s*[)）]?(?:\\s*[،,-]?\\s*الموافق(?:\\s*(?:ل|لـ))?)?`,
  'u',
);

/**
 * A line without its day of the Hijri calendar, which Arabic pages print beside the other: `15 رجب 1432 هـ الموافق`. Its day
 * in the other calendar depends on where the moon was seen, and is not reckoned.
 */
export function withoutHijri(line: string): string {
  if (!/\p{Script=Arabic}|1[34]\d\d/u.test(westernDigits(line))) return line;
  const found = pattern.exec(westernDigits(line));
  if (found === null) return line;
  const rest = `${line.slice(0, found.index)} ${line.slice(found.index + found[0].length)}`;
  return rest.replace(/^[\s،,/|-]+|[\s،,/|-]+$/gu, '');
}
