import { textOfHtml } from '../../platform/text-of-html.ts';
import { type Words, wordsFor } from '../../words/words.ts';
import type { KitWords } from './kit-words.ts';

/**
 * The text without any form, for a letter, a wire or a screen reader: what the release page says, in the order in which it says
 * it. UTF-8, lines end with a line feed.
 */
export function plainTextOf(kit: KitWords): string {
  const words = wordsFor(kit.locale);
  const facts = kit.facts.map(([label, value]) => words('labelled', { label, value }));
  const notes = [
    ...kit.sections.map(({ heading, html }) => ({ heading, text: paragraphsOf(html) })),
    ...changesOf(kit, words),
    ...kit.pictures,
  ];
  const parts = [
    [kit.issuer, kit.kind].join('\n'),
    facts.join('\n'),
    ...kit.notices.map((notice) => `*** ${notice}`),
    kit.headline,
    ...(kit.summary === null ? [] : [kit.summary]),
    (kit.dateline ?? '') + paragraphsOf(kit.body),
    ...notes.map(({ heading, text }) => `${LINE}\n${heading}\n\n${text}`),
    LINE,
    words('labelled', { label: words('permanentAddress'), value: kit.address }),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const LINE = '-'.repeat(40);

function changesOf({ changes }: KitWords, words: Words): { heading: string; text: string }[] {
  if (changes.length === 0) return [];
  const text = changes.map(({ heading, note }) => `${heading}\n${note}`).join('\n\n');
  return [{ heading: words('changes'), text }];
}

/** At the beginning of a line: an item or a row, which follows closely on one of its kind; and what follows closely on anything. */
const ITEM = '\ue000';
const ROW = '\ue001';
const CLOSE = '\ue002';

/** HTML of the closed subset as paragraphs with a line between them; items have marks, and links tell where they lead. */
export function paragraphsOf(html: string): string {
  const lines = textOfHtml(withAddresses(withMarks(html))).split('\n');
  let text = '';
  let last = '';
  for (const line of lines) {
    const isNext = line.startsWith(CLOSE) || (/^[\ue000\ue001]/.test(line) && line[0] === last[0]);
    if (text !== '') text += isNext ? '\n' : '\n\n';
    text += line.replace(/^[\ue000-\ue002]/, '');
    last = line;
  }
  return text;
}

/** Where the words of a link are not its address already. */
function withAddresses(html: string): string {
  return html.replace(
    /<a (?:hreflang="[^"]*" )?href="([^"]*)"[^>]*>([^]*?)<\/a>/g,
    (whole, href: string, words: string) => {
      const address = href.replace(/^(?:mailto|tel):/, '');
      return address === '' || words.replace(/<[^>]*>/g, '').includes(address) ? whole : `${whole} (${address})`;
    },
  );
}

/** Items of lists by number or by a dot, those of a list within a list by a dash. */
function withMarks(html: string): string {
  const lists: { next: number | null }[] = [];
  return html.replace(/<(\/?)(ul|ol|li|tr|br)\b([^>]*)>/g, (tag, end: string, name: string, attributes: string) => {
    if (name === 'br') return `${tag}${CLOSE}`;
    if (name === 'tr') return end === '' ? `${tag}${ROW}` : tag;
    if (name !== 'li') {
      if (end !== '') lists.pop();
      else lists.push({ next: name === 'ul' ? null : Number(/start="(-?\d{1,6})"/.exec(attributes)?.[1] ?? 1) });
      return tag;
    }
    if (end !== '') return tag;
    const list = lists.at(-1);
    const mark = list == null || list.next === null ? (lists.length > 1 ? '–' : '•') : `${list.next++}.`;
    return `${tag}${ITEM}${mark} `;
  });
}
