import sanitizeHtml from 'sanitize-html';
import { isPlainlyInSubset } from './html-in-subset.ts';
import { plainText, withoutControls } from './text.ts';

declare const safe: unique symbol;

/** HTML of Dateline's closed subset. Only `safeHtml` makes one, so nothing else can be put on a page as markup. */
export type SafeHtml = string & { readonly [safe]: true };

/** In UTF-16 units: about a hundred printed pages. */
export const MAX_HTML_LENGTH = 400_000;

export const subset: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'h2', 'h3', 'ul', 'ol', 'li', 'blockquote', 'a', 'strong', 'em', 'sub', 'sup', 'br', 'hr', 'span'],
    ...['table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: {
    a: ['href', 'hreflang'],
    th: ['scope', 'colspan', 'rowspan'],
    td: ['colspan', 'rowspan'],
    span: ['lang', 'dir'],
    p: ['lang', 'dir'],
    blockquote: ['lang', 'dir'],
    ol: ['start'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  transformTags: { b: 'strong', i: 'em', h1: 'h2', h4: 'h3', h5: 'h3', h6: 'h3', div: 'p' },
  enforceHtmlBoundary: true,
};

/**
 * Brings foreign HTML into the closed subset: what is not in it loses its tags, scripts and styles vanish whole.
 * Safe to run twice: its own output comes back unchanged.
 *
 * @throws Fault TEXT_INVALID naming `field`: over 400,000 characters before or after, control characters, lone surrogates.
 */
export function safeHtml(html: string, field: string): SafeHtml {
  if (html.length <= MAX_HTML_LENGTH && html.isWellFormed() && isPlainlyInSubset(html)) return html as SafeHtml;
  plainText(html, field, MAX_HTML_LENGTH);
  // Written as a number (&#7;), a control character gets past the door; it has no place behind it either.
  const safe = withoutControls(sanitizeHtml(html, subset));
  // A tag that was renamed or lost can leave a paragraph inside a paragraph, which reads as two. Once more settles it.
  const settled = isPlainlyInSubset(safe) ? safe : sanitizeHtml(safe, subset);
  return plainText(settled, field, MAX_HTML_LENGTH) as SafeHtml;
}

/** Plain words as one paragraph. */
export function paragraph(words: string): SafeHtml {
  return `<p>${words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')}</p>` as SafeHtml;
}
