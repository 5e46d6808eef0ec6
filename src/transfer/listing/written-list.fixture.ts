/** A list page written from known items in a chosen style, so that reading it can be compared with what was meant. */
export interface MeantItem {
  readonly headline: string;
  readonly summary: string | null;
  /** `YYYY-MM-DD`; null: none is printed. */
  readonly date: string | null;
  readonly credit: string | null;
  readonly kicker: string | null;
}

export interface Style {
  readonly mark: keyof typeof marks;
  /** Year headings; with them numbering restarts. */
  readonly headings: 'none' | 'year' | 'month';
  readonly date: 'after' | 'before' | 'inline-start' | 'inline-end';
  /** Empty lines between the parts of an item. */
  readonly inner: 0 | 1;
  /** Empty lines between items. */
  readonly outer: 1 | 2;
  readonly wrap: number | null;
  readonly introduction: boolean;
  readonly lineBreak: '\n' | '\r\n' | '\r';
}

const digits = (number: number, zero: number) =>
  [...String(number)].map((digit) => String.fromCharCode(zero + Number(digit))).join('');

export const marks = {
  'full stop': (n: number) => `${n}. `,
  bracket: (n: number) => `${n}) `,
  brackets: (n: number) => `(${n}) `,
  'number and dash': (n: number) => `${n} - `,
  'right-aligned number': (n: number) => `${String(n).padStart(3)}. `,
  'Arabic-Indic': (n: number) => `${digits(n, 0x660)}. `,
  'full-width': (n: number) => `${digits(n, 0xff10)}．`,
  ideographic: (n: number) => `${n}、`,
  dash: () => '- ',
  'en dash': () => '– ',
  bullet: () => '• ',
  star: () => '* ',
  'middle dot': () => '· ',
  none: () => '',
} as const;

export interface Tongue {
  readonly locale: string;
  readonly headlines: readonly string[];
  readonly summaries: readonly string[];
  readonly kicker: string;
  readonly credit: string;
  readonly introduction: string;
  readonly writeDate: (year: number, month: number, day: number) => string;
  readonly month: (year: number, month: number) => string;
}

export function writeList(items: readonly MeantItem[], style: Style, tongue: Tongue): string {
  const lines: string[] = [];
  if (style.introduction) lines.push(tongue.introduction, '', '');
  let heading = '';
  let number = 0;
  for (const item of items) {
    const period = style.headings === 'none' || item.date === null ? heading : headingFor(item.date, style, tongue);
    if (period !== heading) {
      lines.push(period, '', ...(style.outer === 2 ? [''] : []));
      heading = period;
      number = 0;
    }
    number += 1;
    lines.push(...writeItem(item, marks[style.mark](number), style, tongue), ...Array<string>(style.outer).fill(''));
  }
  return lines.join(style.lineBreak);
}

function headingFor(date: string, style: Style, tongue: Tongue): string {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return style.headings === 'year' ? String(year) : tongue.month(year, month);
}

function writeItem(item: MeantItem, mark: string, style: Style, tongue: Tongue): string[] {
  const [year = 0, month = 0, day = 0] = (item.date ?? '').split('-').map(Number);
  const date = item.date === null ? null : tongue.writeDate(year, month, day);
  const title =
    date === null
      ? item.headline
      : style.date === 'inline-start'
        ? `${date} | ${item.headline}`
        : style.date === 'inline-end'
          ? `${item.headline} (${date})`
          : item.headline;
  const ownLine = date !== null && !style.date.startsWith('inline') ? date : null;
  const order =
    style.date === 'before' ? [item.credit, item.kicker, ownLine, title] : [item.credit, item.kicker, title, ownLine];
  const parts = [...order, item.summary].filter((part) => part !== null);
  const indent = mark === '' ? '' : '    ';
  const lines: string[] = [];
  for (const [index, part] of parts.entries()) {
    if (index > 0) lines.push(...Array<string>(style.inner).fill(''));
    const wrapped = wrap(part, style.wrap === null ? null : style.wrap - indent.length - 1);
    lines.push(...wrapped.map((line, at) => (index === 0 && at === 0 ? `${mark}${line}` : `${indent}${line}`)));
  }
  return lines;
}

function wrap(text: string, columns: number | null): string[] {
  if (columns === null) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
