import type { HeadAndSummary, Slip } from './slip.ts';

/** Quotation marks that open and do not close, or close and never opened. Apostrophes are not looked at. */
export function findUnbalancedQuotes(text: HeadAndSummary): Slip<'unbalanced-quotes'>[] {
  for (const [field, words] of fieldsOf(text)) {
    const mark = unbalancedIn(words, text.locale);
    if (mark === null) continue;
    const found = wordsAround(words, mark);
    return [{ code: 'unbalanced-quotes', field, found, detail: `In the ${field}, ${mark} has no partner.` }];
  }
  return [];
}

/** Straight quotation marks beside typographic ones in one text. One kind within another is usual. */
export function findMixedQuotes(text: HeadAndSummary): Slip<'mixed-quote-styles'>[] {
  const fields = fieldsOf(text);
  const all = fields.map(([, words]) => words).join('\n');
  const straight = /(?<!\d)["]/u.test(all);
  const typographic = /[“”„«»‟]/u.exec(all)?.[0];
  if (!straight || typographic === undefined) return [];
  const [field, words] = fields.find(([, one]) => one.includes('"')) ?? ['headline', ''];
  return [
    {
      ...{ code: 'mixed-quote-styles', field, found: wordsAround(words, '"') },
      detail: `Both straight (") and typographic (${typographic}) quotation marks are used.`,
    },
  ];
}

function wordsAround(words: string, mark: string): string {
  const at = words.indexOf(mark);
  return words.slice(Math.max(0, at - 30), at + 60);
}

function fieldsOf({ headline, summary }: HeadAndSummary): (readonly ['headline' | 'summary', string])[] {
  return summary === null
    ? [['headline', headline]]
    : [
        ['headline', headline],
        ['summary', summary],
      ];
}

const pairs: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '‟': '”',
  '«': '»',
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
  '‹': '›',
};
const anyMark = /["“”„‟«»‹›「」『』《》〈〉]/u;
const everyMark = new RegExp(anyMark, 'gu');
const closers = new Set('”»」』》〉›');

/** @returns the mark without a partner, or null. Inches and seconds (`12"`) are no quotation marks. */
function unbalancedIn(words: string, locale: string): string | null {
  if (!anyMark.test(words)) return null;
  for (const paragraph of openingParagraphs(words)) {
    const open: string[] = [];
    let straight = 0;
    for (const { 0: mark, index } of paragraph.matchAll(everyMark)) {
      const top = open.at(-1);
      if (mark === '"') {
        if (straight > 0 || !/\d/.test(paragraph[index - 1] ?? '')) straight = 1 - straight;
      } else if (top !== undefined && closes(top, mark)) open.pop();
      else if (mark in pairs) open.push(mark);
      else if (closers.has(mark)) {
        if (!/^(?:sv|fi|da|nb|no|de)\b/.test(locale) || mark === '」' || mark === '』') return mark;
        open.push(mark);
      }
    }
    if (open.length > 0) return open.at(-1) ?? null;
    if (straight > 0) return '"';
  }
  return null;
}

/** In Swedish and Finnish ” closes ”, in Danish and some German « closes ». */
function closes(open: string, mark: string): boolean {
  return (
    (pairs[open]?.includes(mark) ?? false) ||
    (open === '”' && mark === '”') ||
    (open === '»' && (mark === '«' || mark === '»'))
  );
}

/** A quotation of several paragraphs opens each and closes only the last: such paragraphs are read as one. */
function openingParagraphs(words: string): string[] {
  const paragraphs: string[] = [];
  for (const paragraph of words.split('\n\n')) {
    const last = paragraphs.at(-1);
    const mark = /^["“«„]/u.exec(paragraph)?.[0];
    const isOpen =
      last !== undefined &&
      mark !== undefined &&
      last.lastIndexOf(mark) > Math.max(...['”', '»'].map((closer) => last.lastIndexOf(closer)), -1);
    if (isOpen && mark !== '"') paragraphs[paragraphs.length - 1] = `${last}\n${paragraph.slice(1)}`;
    else paragraphs.push(paragraph);
  }
  return paragraphs;
}
