import type { Warning } from '../copy-desk/warnings.ts';
import { type Credit, readCredit } from './credit.ts';
import { readDateline } from './dateline.ts';
import { isFileNote } from './file-note.ts';
import { isCapitals, isTypeWord, mayBeKicker } from './kickers.ts';
import { readMarker } from './markers.ts';
import { findNextItem } from './next-item.ts';
import { findOpenEnd } from './open-end.ts';
import { isLanguageRow } from './page-furniture.ts';
import { type Passage, passagesOf } from './passages.ts';
import { type PrintedDate, type SettledDate, settleDate } from './printed-date.ts';
import { readInlineDate } from './read-line.ts';
import type { RawItem } from './split-items.ts';
import type { Survey } from './survey.ts';
import { isUpdate } from './update-note.ts';
import { endsSentence, isAddress, joinWrapped } from './words.ts';

/** A release as its lines say, before anybody has looked for slips in it. */
export interface ReadItem {
  readonly line: number;
  readonly headline: string;
  readonly summary: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
  /** Why there is no date, where something like one is printed. */
  readonly dateProblem: string | null;
  readonly credit: Credit | null;
  readonly kicker: string | null;
  readonly place: string | null;
  /** What the lines show that the words alone do not. */
  readonly layout: readonly Warning[];
}

type TextPassage = Extract<Passage, { is: 'text' }>;

/** @returns null where the lines hold no headline. */
export function readItem(raw: RawItem, survey: Survey): ReadItem | null {
  const { passages, leftOut } = withoutParticulars(passagesOf(raw.lines, survey.wrap));
  const at = passages.findIndex((passage) => passage.is === 'date' || passage.is === 'month');
  const above = (at === -1 ? [] : passages.slice(0, at)).filter(isText);
  const below = passages.slice(at + 1).filter(isText);
  const parts = arrange(above, below);
  const dated = passages[at];
  const beside = dated?.is === 'date' ? dated.beside : null;
  const creditLine = passages.find((passage) => passage.is === 'credit');

  // A line that would only be a place or a credit is the headline where there is no other.
  let title = parts.title ?? beside?.place ?? creditLine?.text ?? null;
  if (title === null) return null;
  const inline = at === -1 ? inlineOf(title, survey) : null;
  const ending = at === -1 && inline === null && survey.isInline ? dateAtEnd(parts.summary) : null;
  const [first = '', ...columns] = (inline?.title ?? title).split('\t').map((column) => column.trim());
  title = columns.length > 0 && inline !== null ? first : (inline?.title ?? title);

  const named = withoutNames(title, ending?.summary ?? parts.summary);
  title = named.title;
  const summary = [...(inline === null ? [] : columns), ...named.summary]
    .filter((text) => text !== '' && !isAddress(text))
    .join('\n\n');
  const dateline = summary === '' ? null : readDateline(summary);
  const wordy = at === -1 && inline === null ? dateWithWords(below, survey) : null;
  const printed =
    dated?.is === 'date' || dated?.is === 'month'
      ? dated.date
      : (inline?.date ?? ending?.date ?? raw.day ?? wordy?.date ?? dateline?.date ?? null);
  const settled = settle(printed, raw.year, survey);
  return {
    line: raw.lines[0]?.number ?? 1,
    headline: title,
    summary: summary === '' ? null : summary,
    date: settled?.day ?? null,
    dateProblem: settled !== null && settled.day === null ? settled.problem : null,
    credit: creditLine === undefined || creditLine.text === title ? null : readCredit(creditLine.text),
    kicker: parts.kicker ?? inline?.kicker ?? beside?.kicker ?? null,
    place:
      beside !== null && beside.place !== title ? (beside.place ?? dateline?.place ?? null) : (dateline?.place ?? null),
    layout: [
      ...(wordy === null ? [] : [wordy.warning]),
      ...particulars([beside?.update ?? null, ...(inline?.leftOut ?? []), ...leftOut]),
      ...findNextItem(raw, survey),
      ...findOpenEnd(raw, survey, title),
    ],
  };
}

/** What a page says of files, languages and updates beside a release; never all the text there is. */
function withoutParticulars(all: readonly Passage[]): { passages: readonly Passage[]; leftOut: readonly string[] } {
  const isOwn = ({ text }: TextPassage) => isFileNote(text) || isLanguageRow(text) || isUpdate(text);
  const texts = all.filter(isText);
  // Where nothing but it stands above the day, it is the headline.
  const isHeadline = (passage: TextPassage) => passage === all[0] && all[1]?.is !== 'text';
  const own = texts.filter((passage) => isOwn(passage) && !isHeadline(passage));
  if (own.length === 0 || own.length === texts.length) return { passages: all, leftOut: [] };
  const isLeft = (passage: Passage) => isText(passage) && own.includes(passage);
  return { passages: all.filter((passage) => !isLeft(passage)), leftOut: own.map(({ text }) => text) };
}

const isText = (passage: Passage): passage is TextPassage => passage.is === 'text';

function particulars(leftOut: readonly (string | null)[]): Warning[] {
  const named = leftOut.flatMap((words) => (words === null ? [] : `“${words.slice(0, 80)}”`));
  return named.length === 0
    ? []
    : [{ code: 'particulars-left-out', detail: `Left out, as the page’s own: ${named.join(', ')}.` }];
}

function settle(printed: PrintedDate | null, year: number | null, survey: Survey): SettledDate | null {
  return printed === null ? null : settleDate(printed, { slashes: survey.slashes, year });
}

/** A date on the line of the headline, where the list writes them so or nothing else can be meant. */
function inlineOf(title: string, survey: Survey) {
  const inline = readInlineDate(title, { short: survey.hasPeriods });
  const isMeant = inline?.isSetApart === true || survey.isLooselyInline || (survey.isInline && inline?.at === 'start');
  return isMeant ? inline : null;
}

/** In a list that writes its dates beside other words: a date in brackets that ends the summary. */
function dateAtEnd(summary: readonly string[]): { date: PrintedDate; summary: readonly string[] } | null {
  const found = readInlineDate(summary.at(-1) ?? '', { short: false });
  if (found?.at !== 'end' || !found.isSetApart) return null;
  return { date: found.date, summary: [...summary.slice(0, -1), found.title] };
}

/** `Title: …`, `Summary: …`: the words without the names of their fields. */
function withoutNames(title: string, summary: readonly string[]) {
  if (!nameOfTitle.test(title)) return { title, summary };
  const [first = '', ...others] = summary;
  return { title: title.replace(nameOfTitle, ''), summary: [first.replace(nameOfSummary, ''), ...others] };
}

const nameOfTitle =
  /^(?:title|headline|subject|titre|título|titel|titolo|заголовок|标题|標題|題名|タイトル|العنوان|гарчиг)\s*[:：]\s*(?=\S)/iu;
const nameOfSummary =
  /^(?:summary|abstract|description|lead|résumé|chapeau|resumen|descripción|zusammenfassung|riassunto|sommario|resumo|аннотация|краткое содержание|摘要|内容|概要|الملخص|ملخص|товч)\s*[:：]\s*(?=\S)/iu;

/** Below a headline at its mark: a line that begins with the date and goes on with words that stay in the summary. */
function dateWithWords(below: readonly TextPassage[], survey: Survey) {
  if (!survey.markers.hasWordsBesideDates) return null;
  for (const { text } of below.slice(1)) {
    const found = readInlineDate(text, { short: false });
    if (found?.at !== 'start') continue;
    const detail = `“${text.slice(0, 80)}” is more than a date; it stands in the summary.`;
    return { date: found.date, warning: { code: 'words-beside-date', detail } } as const;
  }
  return null;
}

interface Arrangement {
  readonly kicker: string | null;
  readonly title: string | null;
  readonly summary: readonly string[];
}

function arrange(above: readonly TextPassage[], below: readonly TextPassage[]): Arrangement {
  const all = [...above, ...below];
  const heading = all.findIndex((passage) => passage.isHeading);
  if (heading !== -1) {
    const kicker = all.slice(0, heading).find((passage) => mayBeKicker(passage.text));
    const rest = all.filter((passage, index) => index !== heading && passage !== kicker);
    return { kicker: kicker?.text ?? null, title: all[heading]?.text ?? null, summary: texts(rest) };
  }

  if (above.length === 1 && below.length > 0 && above.every((passage) => isTypeWord(passage.text))) {
    return { ...arrange([], below), kicker: above[0]?.text ?? null };
  }
  const head = above.length > 0 ? above : below;
  const { kicker, rest } = takeKicker(head);
  const titleCount = above.length > 0 ? titleLength(rest) : Math.min(1, rest.length);
  const summary = [...rest.slice(titleCount), ...(above.length > 0 ? below : [])];
  const title = rest
    .slice(0, titleCount)
    .reduce((joined, { text }) => (joined === '' ? text : joinWrapped(joined, text)), '');
  if (titleCount > 0) return takeTrailingKicker({ kicker, title, summary: texts(summary) });
  return below.length > 0 && above.length > 0
    ? { ...arrange([], below), kicker }
    : { kicker: null, title: kicker, summary: [] };
}

/** Above its date a headline may run over lines that give no other sign of it; what closes like a sentence after it is the summary. */
function titleLength(passages: readonly TextPassage[]): number {
  const [first, ...others] = passages;
  if (first === undefined) return 0;
  const apart = others.findIndex((passage) => passage.gap > 0 || endsSentence(passage.text));
  return apart === -1 ? passages.length : apart + 1;
}

function takeKicker(head: readonly TextPassage[]): { kicker: string | null; rest: readonly TextPassage[] } {
  const [first, second] = head;
  if (first === undefined || second === undefined || !mayBeKicker(first.text)) return { kicker: null, rest: head };
  // Above another line of capitals, or above a sentence, capitals are the headline.
  const isHeadline = !/\p{Ll}/u.test(second.text) || /[.。]$/u.test(withoutDateAtEnd(second.text));
  if (!isTypeWord(first.text) && isCapitals(first.text) && isHeadline) return { kicker: null, rest: head };
  return { kicker: first.text, rest: head.slice(1) };
}

const withoutDateAtEnd = (text: string) => text.replace(/\s*[(（[][^()（）[\]]*\d[^()（）[\]]*[)）\]]$/u, '');

/** A type word alone after the headline is the kicker too: `Title`, `12 January 2017`, `Press release`. */
function takeTrailingKicker(arrangement: Arrangement): Arrangement {
  const [first, ...rest] = arrangement.summary;
  if (arrangement.kicker !== null || first === undefined || !isTypeWord(first)) return arrangement;
  return { ...arrangement, kicker: first, summary: rest };
}

/** Paragraphs stay apart; so do the lines of a list within one. Other lines of a paragraph are one text. */
function texts(passages: readonly TextPassage[]): string[] {
  const paragraphs: string[] = [];
  for (const [index, { text, gap }] of passages.entries()) {
    const last = paragraphs.at(-1);
    if (index > 0 && gap === 0 && last !== undefined) {
      paragraphs[paragraphs.length - 1] = readMarker(text) === null ? joinWrapped(last, text) : `${last}\n${text}`;
    } else paragraphs.push(text);
  }
  return paragraphs;
}
