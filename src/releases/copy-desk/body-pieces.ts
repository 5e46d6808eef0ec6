import { Fault } from '../../platform/faults.ts';
import { safeHtml } from '../../platform/html.ts';
import type { DraftContent } from '../draft.ts';

/** A piece of a text in the closed subset: a tag, or the words between two. */
export type Piece =
  | { readonly kind: 'begin' | 'end'; readonly tag: string }
  | { readonly kind: 'words'; readonly words: string };

/** An element and the words inside it. */
export interface Element {
  readonly tag: string;
  readonly words: string;
  /** Tags of the elements inside it. */
  readonly inside: ReadonlySet<string>;
}

export const htmlFields = ['body', 'notes'] as const;

/** Pieces of a field, in order; null where it cannot be kept as it is, which is a finding of its own. */
export function piecesOf(content: DraftContent, field: (typeof htmlFields)[number]): readonly Piece[] | null {
  const html = safeOrNull(content[field], field);
  if (html === null) return null;
  // What safeHtml returns has no < or > but those of tags.
  return [...html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>|[^<]+/g)].map(([all, slash, tag]): Piece => {
    if (tag === undefined) return { kind: 'words', words: wordsFrom(all) };
    return { kind: slash === '/' ? 'end' : 'begin', tag };
  });
}

/** The elements of these tags, in the order in which they end. */
export function elementsOf(pieces: readonly Piece[] | null, tags: readonly string[]): Element[] {
  const open: { tag: string; words: string[]; inside: Set<string> }[] = [];
  const found: Element[] = [];
  for (const piece of pieces ?? []) {
    if (piece.kind === 'words') open.at(-1)?.words.push(piece.words);
    else if (!tags.includes(piece.tag)) open.at(-1)?.inside.add(piece.tag);
    else if (piece.kind === 'begin') open.push({ tag: piece.tag, words: [], inside: new Set() });
    else {
      const ended = open.pop();
      if (ended !== undefined) found.push({ ...ended, words: ended.words.join('') });
    }
  }
  return found;
}

export function wordsOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.kind === 'words' ? piece.words : ' ')).join('');
}

function safeOrNull(html: string, field: string): string | null {
  try {
    return html === '' ? '' : safeHtml(html, field);
  } catch (error) {
    if (error instanceof Fault && error.code === 'TEXT_INVALID') return null;
    throw error;
  }
}

/** The subset writes a few characters by name. */
function wordsFrom(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll(/&nbsp;|&#160;/g, '\u00a0')
    .replaceAll('&amp;', '&');
}
