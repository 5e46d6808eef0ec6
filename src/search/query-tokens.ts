/** A piece of what was typed, or what is wrong with it. */
export type Token =
  | WantedToken
  | FilterToken
  | { readonly kind: 'quote-not-closed' | 'nothing-after-minus'; readonly text: string };

export interface WantedToken {
  readonly kind: 'word' | 'phrase';
  readonly text: string;
  /** What stands before a colon as if it named a filter; null where nothing does. */
  readonly likeKeyword: string | null;
  /** A minus stands before it. */
  readonly isExcluded: boolean;
}

export interface FilterToken {
  readonly kind: 'filter';
  readonly keyword: string;
  readonly value: string;
  readonly isExcluded: boolean;
}

/** Quotation marks that belong together: any of a family ends what any other of it began. */
const families = ['"“”„‟＂〝〞〟', '«»‹›', '「」', '『』'];
const quotes = new RegExp(`[${families.join('')}]`, 'g');

/** Between words; Chinese sets no space after a comma. */
const gap = /[\s\p{Cc}，。、；！？]/u;
const minus = /[-－−]/;

/**
 * Cuts what was typed into words, phrases and filters. A token ends at a gap or at a quotation mark that has its other half.
 *
 * @param isKeyword is this word, before a colon, the name of a filter?
 */
export function tokensOf(typed: string, isKeyword: (word: string) => boolean): Token[] {
  const tokens: Token[] = [];
  const { text, notClosed } = withoutLoneQuotes(typed);
  for (const quote of notClosed) tokens.push({ kind: 'quote-not-closed', text: quote });

  let at = 0;
  while (at < text.length) {
    if (gap.test(text[at] as string)) {
      at += 1;
      continue;
    }
    const start = at;
    while (at < text.length && minus.test(text[at] as string)) at += 1;
    const isExcluded = at > start;
    const piece = pieceAt(text, at, isKeyword);
    at = piece.end;
    if (piece.token === null) {
      if (isExcluded) tokens.push({ kind: 'nothing-after-minus', text: text.slice(start, at) });
    } else tokens.push({ ...piece.token, isExcluded });
  }
  return tokens;
}

type Piece = Omit<WantedToken, 'isExcluded'> | Omit<FilterToken, 'isExcluded'>;

/** The piece that begins here, if any, and where it ends. */
function pieceAt(
  text: string,
  start: number,
  isKeyword: (word: string) => boolean,
): { token: Piece | null; end: number } {
  const phrase = phraseAt(text, start);
  if (phrase !== null)
    return {
      token: readable(phrase.text) ? { kind: 'phrase', text: phrase.text, likeKeyword: null } : null,
      end: phrase.end,
    };

  let end = start;
  while (end < text.length && !gap.test(text[end] as string) && familyOf(text[end] as string) === undefined) end += 1;
  const word = text.slice(start, end);
  const [, keyword = '', colon = '', value = ''] = /^(\p{L}[\p{L}\p{M}]*)([:：])(?!\/\/)(.*)$/su.exec(word) ?? [];
  let likeKeyword: string | null = null;
  if (keyword !== '' && isKeyword(keyword)) {
    const quoted = value === '' ? phraseAt(text, end) : null;
    if (quoted !== null) return { token: { kind: 'filter', keyword, value: quoted.text }, end: quoted.end };
    if (readable(value)) return { token: { kind: 'filter', keyword, value }, end };
  } else if (colon === ':' && !schemes.test(keyword) && (readable(value) || phraseAt(text, end) !== null)) {
    likeKeyword = keyword;
  }
  return { token: readable(word) ? { kind: 'word', text: word, likeKeyword } : null, end };
}

/** What begins an address, and no filter. A wide colon is punctuation of a Chinese headline. */
const schemes = /^(?:doi|mailto|tel|urn)$/i;

/** What stands between a quotation mark here and its other half; marks of other kinds in it vanish. */
function phraseAt(text: string, start: number): { text: string; end: number } | null {
  const family = familyOf(text[start] ?? '');
  if (family === undefined) return null;
  let end = start + 1;
  while (end < text.length && !family.includes(text[end] as string)) end += 1;
  const inside = text
    .slice(start + 1, end)
    .replace(quotes, ' ')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return { text: inside, end: end + 1 };
}

function familyOf(character: string): string | undefined {
  return character === '' ? undefined : families.find((family) => family.includes(character));
}

/** Every quotation mark without another half becomes a space. */
function withoutLoneQuotes(typed: string): { text: string; notClosed: string[] } {
  const lone = new Set<number>();
  for (let at = 0; at < typed.length; ) {
    const family = familyOf(typed[at] as string);
    if (family === undefined) {
      at += 1;
      continue;
    }
    const end = indexOfAny(typed, family, at + 1);
    if (end === -1) lone.add(at);
    at = end === -1 ? at + 1 : end + 1;
  }
  const text =
    lone.size === 0
      ? typed
      : Array.from({ length: typed.length }, (_, at) => (lone.has(at) ? ' ' : typed[at])).join('');
  return { text, notClosed: [...lone].map((at) => typed.slice(at, at + 40)) };
}

function indexOfAny(text: string, characters: string, from: number): number {
  for (let at = from; at < text.length; at += 1) if (characters.includes(text[at] as string)) return at;
  return -1;
}

function readable(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
