import { type DefaultTreeAdapterMap, parse } from 'parse5';

export type Element = DefaultTreeAdapterMap['element'];
export type Node = DefaultTreeAdapterMap['childNode'];

/** Never shown, or never part of a list. */
const unseen = new Set(
  'script style noscript template svg math select button form nav iframe object video audio canvas head dialog datalist textarea input'.split(
    ' ',
  ),
);
const blocks = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu ol p pre section summary table tbody td tfoot th thead tr ul time'.split(
    ' ',
  ),
);

/** @returns the body of the document, with the line of each element. */
export function bodyOf(html: string): Element | null {
  const document = parse(html, { sourceCodeLocationInfo: true });
  const root = document.childNodes.find(isElement);
  return root?.childNodes.find((node): node is Element => isElement(node) && node.tagName === 'body') ?? null;
}

export const isElement = (node: Node | undefined): node is Element => node !== undefined && 'tagName' in node;

export function isBlock(element: Element): boolean {
  return blocks.has(element.tagName);
}

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((attr) => attr.name === name)?.value ?? null;
}

/** Of the page and not of the list: navigation, forms, what is hidden, header and footer of the whole page. */
export function isUnseen(element: Element, isInItem: boolean): boolean {
  const { tagName } = element;
  if (unseen.has(tagName) || attribute(element, 'hidden') !== null) return true;
  if (attribute(element, 'aria-hidden') === 'true' || /display:\s*none/i.test(attribute(element, 'style') ?? ''))
    return true;
  const role = attribute(element, 'role');
  if (role === 'navigation' || role === 'search' || role === 'banner' || role === 'contentinfo') return true;
  if (
    /\b(?:pagination|pager|breadcrumbs?|sr-only|visually-hidden|screen-reader-text|share|social|sidebar|cookie\S*)\b/i.test(
      attribute(element, 'class') ?? '',
    )
  ) {
    return true;
  }
  return !isInItem && (tagName === 'aside' || tagName === 'footer');
}

/** All text beneath, as a browser shows it on one line. */
export function textOf(node: Node): string {
  return rawText(node)
    .replace(/[ \t\r\n\f]+/g, ' ')
    .trim();
}

function rawText(node: Node): string {
  if ('value' in node) return node.value;
  if (!isElement(node) || unseen.has(node.tagName)) return '';
  if (node.tagName === 'br') return ' ';
  const inner = node.childNodes.map(rawText).join('');
  return isBlock(node) ? ` ${inner} ` : inner;
}

/** The day that the element states for machines, `YYYY-MM-DD`. */
export function machineDay(element: Element): string | null {
  const value =
    attribute(element, 'datetime') ??
    (attribute(element, 'itemprop') === 'datePublished' ? attribute(element, 'content') : null);
  return /^\s*(\d{4}-\d{2}-\d{2})(?=$|[T\s])/.exec(value ?? '')?.[1] ?? null;
}
