import { westernDigits } from './date-patterns.ts';

/** What opens an item: a number or a bullet. `family` is `number`, or the bullet itself. */
export interface Marker {
  readonly family: string;
  /** Of a number; null for a bullet. */
  readonly number: number | null;
  /** Length of the mark with the space after it, in UTF-16 units. */
  readonly length: number;
}

const numbered =
  /^(?:\(\s?(\d{1,4})\s?\)|\[(\d{1,4})\]|(?:no\.?|nr\.?|n°|№|#)\s?(\d{1,4})[.):]?(?=\s)|(\d{1,4})(?:[.)](?=\s|\p{L}|[“"«„‘(（©]|$)|[、．）:]|\s[-–—](?=\s)|[-–](?=\s)))\s*/iu;
const chineseNumbered = /^[（(]?([一二三四五六七八九十]{1,3})[)）、．]\s*/u;
const circled = /^([①-⑳])\s*/u;
const bullet = /^([•*–—·‣◦▪■●○►▶→+・∙⁃◆◇★☆✓➢]|-{1,2})(?:\s+|$)/u;
/** Nothing else stands against the first letter of a line. */
const tightBullet = /^([•·●■◆▪◇○★☆►▶‣])(?=[\p{L}“《【（「『])/u;

/** The mark at the start of a trimmed line, or null. */
export function readMarker(line: string): Marker | null {
  const number = numbered.exec(westernDigits(line));
  if (number !== null) {
    const digits = number[1] ?? number[2] ?? number[3] ?? number[4] ?? '';
    return { family: 'number', number: Number(digits), length: number[0].length };
  }
  const chinese = chineseNumbered.exec(line);
  if (chinese?.[1] !== undefined)
    return { family: 'number', number: ideographs(chinese[1]), length: chinese[0].length };
  const ring = circled.exec(line);
  if (ring?.[1] !== undefined)
    return { family: 'number', number: ring[1].charCodeAt(0) - 0x245f, length: ring[0].length };
  const point = bullet.exec(line) ?? tightBullet.exec(line);
  return point?.[1] === undefined ? null : { family: point[1], number: null, length: point[0].length };
}

function ideographs(text: string): number {
  const value = (digit: string | undefined, empty: number) =>
    digit === undefined || digit === '' ? empty : '〇一二三四五六七八九'.indexOf(digit);
  const [tens, ones] = text.split('十');
  return text.includes('十') ? value(tens, 1) * 10 + value(ones, 0) : value(text, 0);
}
