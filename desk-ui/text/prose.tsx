import { createElement, type ReactNode, useMemo } from 'react';
import { type Piece, readPieces } from './pieces.ts';

/** The closed subset, and what React calls its attributes: nothing else is ever shown. */
const tags = new Set([
  ...['p', 'h2', 'h3', 'ul', 'ol', 'li', 'blockquote', 'strong', 'em', 'sub', 'sup', 'br', 'hr', 'a', 'span'],
  ...['table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td'],
]);
const attributes: Readonly<Record<string, string>> = {
  ...{ href: 'href', hreflang: 'hrefLang', lang: 'lang', dir: 'dir', start: 'start' },
  ...{ scope: 'scope', colspan: 'colSpan', rowspan: 'rowSpan' },
};
const links = /^(?:https?:|mailto:|tel:)/i;

/** HTML as the newsroom keeps it, to be read. */
export function Prose({ html }: { readonly html: string }) {
  const pieces = useMemo(() => readPieces(html), [html]);
  return <div className="prose">{elementsOf(pieces)}</div>;
}

export function elementsOf(pieces: readonly Piece[]): readonly ReactNode[] {
  return pieces.map((piece, at) => {
    if (typeof piece === 'string') return piece;
    const children = elementsOf(piece.children);
    if (!tags.has(piece.tag)) return children;
    const given = Object.entries(piece.attributes).filter(
      ([name, value]) => name in attributes && (name !== 'href' || links.test(value)),
    );
    const named = Object.fromEntries(given.map(([name, value]) => [attributes[name] ?? name, value]));
    const away = piece.tag === 'a' ? { target: '_blank', rel: 'noreferrer' } : {};
    return createElement(piece.tag, { ...named, ...away, key: at }, ...(children.length === 0 ? [] : children));
  });
}
