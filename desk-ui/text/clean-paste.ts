import { type Element, type Piece, textOf, writePieces } from './pieces.ts';

const blocks = new Set(['p', 'h2', 'h3', 'ul', 'ol', 'blockquote', 'table', 'hr']);
const kept = new Set(['strong', 'em', 'sub', 'sup', 'br', ...blocks, 'li', 'a', 'span']);
const tableParts = new Set(['caption', 'thead', 'tbody', 'tr', 'th', 'td']);
/** What vanishes with everything in it. */
const dropped = new Set([
  'script',
  'style',
  'head',
  'title',
  'meta',
  'link',
  'xml',
  'img',
  'svg',
  'del',
  'template',
  'iframe',
  'object',
  'noscript',
  'select',
  'textarea',
  'input',
  'button',
  'colgroup',
  'col',
]);
const renamed: Readonly<Record<string, string>> = {
  ...{
    b: 'strong',
    i: 'em',
    cite: 'em',
    h1: 'h2',
    h4: 'h3',
    h5: 'h3',
    h6: 'h3',
    dt: 'p',
    dd: 'p',
    pre: 'p',
    address: 'p',
  },
};
const allowedLink = /^(?:https?:\/\/|mailto:|tel:)/i;

/**
 * Brings what was pasted (from Word, Google Docs, a web page) into the closed subset: structure stays, looks go. Word's
 * lists, which are paragraphs with a bullet typed in front, become lists.
 */
export function cleanPaste(pieces: readonly Piece[]): string {
  return writePieces(asBlocks(withLists(pieces.flatMap((piece) => cleaned(piece)))));
}

/** A paragraph that Word shows as an item of a list; `cleanPaste` gathers such into lists. */
const item = 'word-item';

function cleaned(piece: Piece): readonly Piece[] {
  if (typeof piece === 'string') return [piece.replace(/[ \t\r\n]+/g, ' ')];
  const style = styleOf(piece);
  const tag = renamed[piece.tag] ?? piece.tag;
  if (dropped.has(tag) || style.get('mso-list') === 'ignore' || style.get('display') === 'none') return [];
  const inner = piece.children.flatMap((child) => cleaned(child));
  if (tag === 'br') return [element('br', {}, [])];
  if (tag === 'hr') return [element('hr', {}, [])];
  const wordItem = wordItemOf(piece, style);
  if (wordItem !== null) return [element(item, wordItem, inner)];
  if (tag === 'div' || tag === 'section' || tag === 'article' || tag === 'body' || tag === 'html' || tag === 'main') {
    return inner.some(isBlock) ? asBlocks(inner) : [element('p', {}, inner)];
  }
  if (tag === 'p' && /^mso(?:title|heading)/i.test(piece.attributes['class'] ?? '')) return [element('h2', {}, inner)];
  if (tag === 'a') return link(piece, inner);
  // Google Docs wraps all it gives in a <b> that is not bold.
  if (tag === 'strong' && isPlain(style.get('font-weight'))) return inner;
  if (tag === 'em' && style.get('font-style') === 'normal') return inner;
  if (tag === 'span' || tag === 'font') return dressed(piece, style, inner);
  if (tag === 'table' || tableParts.has(tag)) return tablePart(tag, piece, inner);
  if (tag === 'ul' || tag === 'ol') return [listOf(tag, piece, inner)];
  if (tag === 'p' || tag === 'blockquote') return [element(tag, languageOf(piece), inner)];
  return kept.has(tag) ? [element(tag, {}, inner)] : inner;
}

/** A span says by its style what other elements say by their name. */
function dressed(piece: Element, style: ReadonlyMap<string, string>, inner: readonly Piece[]): readonly Piece[] {
  if (inner.some(isBlock) || textOf(inner).trim() === '') return inner;
  let result = inner;
  const weight = style.get('font-weight');
  if (weight !== undefined && !isPlain(weight)) result = [element('strong', {}, result)];
  if (style.get('font-style') === 'italic') result = [element('em', {}, result)];
  const height = style.get('vertical-align');
  if (height === 'super') result = [element('sup', {}, result)];
  if (height === 'sub') result = [element('sub', {}, result)];
  const language = piece.attributes['dir'] === undefined ? {} : languageOf(piece);
  return Object.keys(language).length === 0 ? result : [element('span', language, result)];
}

function link(piece: Element, inner: readonly Piece[]): readonly Piece[] {
  const target = direct(piece.attributes['href'] ?? '');
  if (!allowedLink.test(target) || textOf(inner).trim() === '') return inner;
  return [element('a', { href: target }, inner)];
}

/** Google leads links of its documents round by itself. */
function direct(href: string): string {
  const [, round] = /^https:\/\/www\.google\.com\/url\?q=([^&]+)/.exec(href) ?? [];
  return round === undefined ? href : decodeURIComponent(round);
}

function tablePart(tag: string, piece: Element, inner: readonly Piece[]): readonly Piece[] {
  const spans = Object.fromEntries(
    ['colspan', 'rowspan', 'scope'].flatMap((name) => {
      const value = piece.attributes[name] ?? '1';
      return value === '1' || (tag !== 'td' && tag !== 'th') || (tag === 'td' && name === 'scope')
        ? []
        : [[name, value]];
    }),
  );
  const isCell = tag === 'td' || tag === 'th' || tag === 'caption';
  const content = isCell ? trimmed(inner) : inner.filter((child) => typeof child !== 'string');
  return [element(tag, spans, content)];
}

function listOf(tag: string, piece: Element, inner: readonly Piece[]): Piece {
  const items: Element[] = [];
  for (const child of inner) {
    if (typeof child === 'string') continue;
    const last = items.at(-1);
    // Google Docs puts an inner list beside the items, where it belongs into the last.
    if ((child.tag === 'ul' || child.tag === 'ol') && last !== undefined) {
      items.splice(-1, 1, { ...last, children: [...last.children, child] });
    } else items.push(child.tag === 'li' ? child : element('li', {}, [child]));
  }
  const start = piece.attributes['start'] ?? '1';
  return element(tag, tag === 'ol' && /^\d+$/.test(start) && start !== '1' ? { start } : {}, items.map(tight));
}

/** A lone paragraph of an item is the item. */
function tight(one: Element): Element {
  const children = one.children.flatMap((child, place) =>
    typeof child !== 'string' && child.tag === 'p' && place === 0 ? child.children : [child],
  );
  return { ...one, children: trimmed(children) };
}

function wordItemOf(piece: Element, style: ReadonlyMap<string, string>): Record<string, string> | null {
  const list = style.get('mso-list') ?? '';
  const [, level] = /level(\d+)/.exec(list) ?? [];
  if (level === undefined) return null;
  const mark = markOf(piece).trim();
  return { level, ordered: /^(?:\d+|[a-z]|[ivx]+)[.)]/i.test(mark) ? 'yes' : 'no' };
}

/** What Word printed in front of the item: it stands in what is to be ignored. */
function markOf(piece: Element): string {
  return piece.children
    .map((child) => {
      if (typeof child === 'string') return '';
      return styleOf(child).get('mso-list') === 'ignore' ? textOf(child.children) : markOf(child);
    })
    .join('');
}

/** Gathers neighbouring items of Word into lists, the deeper ones into the item before. */
function withLists(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  let run: Element[] = [];
  const close = () => {
    if (run.length > 0) result.push(...nested(run, 1));
    run = [];
  };
  for (const piece of pieces) {
    if (typeof piece !== 'string' && piece.tag === item) run.push(piece);
    else if (typeof piece !== 'string' || piece.trim() !== '' || run.length === 0) {
      close();
      result.push(piece);
    }
  }
  close();
  return result;
}

function nested(run: readonly Element[], level: number): readonly Piece[] {
  const items: Element[] = [];
  for (let at = 0; at < run.length; ) {
    const one = run[at];
    if (one === undefined) break;
    at += 1;
    const deeper: Element[] = [];
    while (at < run.length && Number(run[at]?.attributes['level']) > level) deeper.push(run[at++] as Element);
    const inner = deeper.length === 0 ? [] : nested(deeper, Number(deeper[0]?.attributes['level']));
    items.push(element('li', {}, [...trimmed(one.children), ...inner]));
  }
  return [element(run[0]?.attributes['ordered'] === 'yes' ? 'ol' : 'ul', {}, items)];
}

/** Loose words between blocks become paragraphs; what is empty goes. */
function asBlocks(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  let loose: Piece[] = [];
  const close = () => {
    const words = trimmed(loose);
    if (textOf(words).trim() !== '') result.push(element('p', {}, words));
    loose = [];
  };
  for (const piece of pieces) {
    if (!isBlock(piece)) {
      loose.push(piece);
      continue;
    }
    close();
    const block = piece as Element;
    const isText = block.tag === 'p' || block.tag === 'h2' || block.tag === 'h3';
    if (block.tag === 'p' && block.children.some(isBlock)) result.push(...asBlocks(block.children));
    else if (isText) {
      const words = trimmed(block.children);
      if (
        textOf(words)
          .replace(/\u00a0/g, '')
          .trim() !== ''
      )
        result.push({ ...block, children: words });
    } else if (block.tag === 'blockquote') result.push({ ...block, children: asBlocks(block.children) });
    else result.push(block);
  }
  close();
  return result;
}

function isBlock(piece: Piece): boolean {
  return typeof piece !== 'string' && (blocks.has(piece.tag) || piece.tag === item);
}

/** Without the spaces and breaks at either end. */
function trimmed(pieces: readonly Piece[]): readonly Piece[] {
  const isEmpty = (piece: Piece | undefined) =>
    piece !== undefined && (typeof piece === 'string' ? piece.trim() === '' : piece.tag === 'br');
  const result = [...pieces];
  while (result.length > 0 && isEmpty(result[0])) result.shift();
  while (result.length > 0 && isEmpty(result.at(-1))) result.pop();
  const [first, last] = [result[0], result.at(-1)];
  if (typeof first === 'string') result[0] = first.trimStart();
  if (typeof last === 'string') result[result.length - 1] = (result.length === 1 ? String(result[0]) : last).trimEnd();
  return result;
}

function isPlain(weight: string | undefined): boolean {
  return weight === 'normal' || (weight !== undefined && Number(weight) < 600);
}

function languageOf(piece: Element): Record<string, string> {
  const direction = piece.attributes['dir'];
  return direction === 'rtl' ? { dir: direction } : {};
}

function styleOf({ attributes }: Element): ReadonlyMap<string, string> {
  const parts = (attributes['style'] ?? '').toLowerCase().split(';');
  return new Map(
    parts.map((part) => {
      const [name = '', ...value] = part.split(':');
      return [name.trim(), value.join(':').trim()] as const;
    }),
  );
}

function element(tag: string, attributes: Readonly<Record<string, string>>, children: readonly Piece[]): Element {
  return { tag, attributes, children };
}
