/** HTML as a tree that knows no browser: what the texts of the desk are compared, cleaned and merged by. */
export type Piece = string | Element;

export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Piece[];
}

const voids = new Set(['br', 'hr']);
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

/** Reads HTML of the closed subset, as the newsroom keeps it. Foreign HTML is a browser's to read. */
export function readPieces(html: string): readonly Piece[] {
  const root: Open = { tag: '', attributes: {}, children: [] };
  const open: Open[] = [root];
  for (const [, text, slash, tag = '', attributes = ''] of html.matchAll(/([^<]+)|<(\/?)([a-z0-9]+)([^>]*)>/g)) {
    const inner = open.at(-1) ?? root;
    if (text !== undefined) inner.children.push(unescape(text));
    else if (slash === '/') {
      if (open.length > 1 && inner.tag === tag) open.pop();
    } else {
      const element: Open = { tag, attributes: attributesOf(attributes), children: [] };
      inner.children.push(element);
      if (!voids.has(tag)) open.push(element);
    }
  }
  return root.children;
}

interface Open extends Element {
  readonly children: Piece[];
}

/** Writes HTML the way the newsroom keeps it: `<br />`, and only the escapes that are needed. */
export function writePieces(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return escape(piece);
      const attributes = Object.entries(piece.attributes).map(([name, value]) => ` ${name}="${escape(value, true)}"`);
      const head = `<${piece.tag}${attributes.join('')}`;
      return voids.has(piece.tag) ? `${head} />` : `${head}>${writePieces(piece.children)}</${piece.tag}>`;
    })
    .join('');
}

export function textOf(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => (typeof piece === 'string' ? piece : piece.tag === 'br' ? '\n' : textOf(piece.children)))
    .join('');
}

/** A paragraph, a heading, an item of a list, a quotation or a table. */
export interface Block {
  readonly tag: string;
  readonly html: string;
  readonly text: string;
}

/** The blocks of a text in order; lists by their items, so that a translation can stand beside each. */
export function blocksOf(html: string): readonly Block[] {
  return readPieces(html).flatMap((piece) => blocksIn(piece));
}

function blocksIn(piece: Piece): readonly Block[] {
  if (typeof piece === 'string') return piece.trim() === '' ? [] : [{ tag: 'p', html: escape(piece), text: piece }];
  if (piece.tag === 'ul' || piece.tag === 'ol') return piece.children.flatMap((child) => blocksIn(child));
  const cells = piece.tag === 'table' ? cellTexts(piece.children) : textOf(piece.children);
  return [{ tag: piece.tag, html: writePieces([piece]), text: cells }];
}

/** A row of a table as one line. */
function cellTexts(pieces: readonly Piece[]): string {
  const rows: string[] = [];
  const walk = (piece: Piece): void => {
    if (typeof piece === 'string') return;
    if (piece.tag === 'caption') rows.push(textOf(piece.children));
    else if (piece.tag === 'tr') {
      const cells = piece.children.filter((child) => typeof child !== 'string') as readonly Element[];
      rows.push(cells.map((cell) => textOf(cell.children)).join(' | '));
    } else piece.children.forEach(walk);
  };
  pieces.forEach(walk);
  return rows.join('\n');
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([a-z-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, unescape(value)]),
  );
}

function escape(text: string, isAttribute = false): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return isAttribute ? escaped.replace(/"/g, '&quot;') : escaped;
}

function unescape(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[name] ?? whole;
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal));
  });
}
