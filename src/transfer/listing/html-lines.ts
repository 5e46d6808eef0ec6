import { datedDefinitions, findItemElements, plainLine } from './html-items.ts';
import {
  attribute,
  bodyOf,
  type Element,
  isBlock,
  isElement,
  isUnseen,
  machineDay,
  type Node,
  textOf,
} from './html-tree.ts';
import type { ListLine } from './list-line.ts';
import { isFurniture } from './page-furniture.ts';
import { readLine } from './read-line.ts';

/** The lines a browser would show of an HTML list page, with what its markup tells about each. */
export function htmlLines(html: string): ListLine[] {
  const body = bodyOf(html);
  if (body === null) return [];
  const days = datedDefinitions(body);
  const items = findItemElements(body, days);
  const isDayAbove = new Set(days.values());
  const level = itemHeading(body, items);
  const lines: ListLine[] = [];
  let text = '';
  let source = 1;
  let breaks = 1;
  let opens = false;
  let state: State = { isInItem: false, heading: 0, day: null, isCaption: false };

  function flush(gap: number): void {
    const above = opens ? undefined : lines.at(-1);
    const marks = above !== undefined && readLine(above).is === 'date' ? /^(?:[:：|·•–—-]\s+)+/u : /^(?:[:：|]\s+)+/u;
    const shown = text
      .replace(/[ \t\r\n\f]+/g, ' ')
      .trim()
      .replace(marks, '');
    text = '';
    if (shown !== '' && !(state.heading === 0 && isFurniture(shown))) {
      const isApart = state.heading > 0 && level > 0 && state.heading < level && !state.isInItem;
      const place = opens ? 'opens' : state.isInItem ? 'inside' : items.size > 0 || isApart ? 'outside' : 'unknown';
      const markup = {
        place,
        isHeading: state.heading > 0 && state.heading === level,
        day: state.day,
        isCaption: state.isCaption,
      } as const;
      lines.push({ number: source, text: shown, indent: 0, gap: Math.max(gap, breaks), markup });
      opens = false;
      breaks = 0;
    }
    breaks = Math.max(breaks, gap);
  }

  function visit(node: Node): void {
    if ('value' in node) {
      if (text.trim() === '') source = node.sourceCodeLocation?.startLine ?? source;
      text += node.value;
    }
    if (!isElement(node) || isUnseen(node, state.isInItem || items.has(node))) return;
    if (node.tagName === 'br') flush(0);
    else if (node.tagName === 'img') return;
    else if (node.tagName === 'a' && isFurniture(textOf(node))) return;
    else if (isApart(node)) visitBlock(node);
    else node.childNodes.forEach(visit);
  }

  function visitBlock(element: Element): void {
    if (isDayAbove.has(element)) return;
    flush(1);
    const outer = state;
    if (items.has(element)) opens = true;
    state = {
      isInItem: outer.isInItem || items.has(element) || goesWithDefinition(element),
      heading: headingLevel(element) || outer.heading,
      day: machineDay(element) ?? outer.day,
      isCaption:
        outer.isCaption ||
        element.tagName === 'figcaption' ||
        /\b(?:caption|credit|copyright)\b/i.test(attribute(element, 'class') ?? ''),
    };
    const day = days.get(element);
    if (day !== undefined) {
      text = textOf(day);
      source = day.sourceCodeLocation?.startLine ?? source;
      flush(0);
    }
    element.childNodes.forEach(visit);
    flush(1);
    state = outer;
    if (items.has(element)) opens = false;
  }

  /** The summary below the release of a definition. */
  function goesWithDefinition({ tagName, parentNode }: Element): boolean {
    return tagName === 'dd' && (parentNode?.childNodes ?? []).some((node) => isElement(node) && days.has(node));
  }

  visit(body);
  flush(1);
  return lines;
}

interface State {
  readonly isInItem: boolean;
  /** 1 to 6; 0 outside headings. */
  readonly heading: number;
  readonly day: string | null;
  readonly isCaption: boolean;
}

const headingLevel = (element: Element) => Number(/^h([1-6])$/.exec(element.tagName)?.[1] ?? 0);

/** A line of its own: every block, every date that is an element, and a link whose neighbours are only a date. */
function isApart(element: Element): boolean {
  if (isBlock(element) || machineDay(element) !== null) return true;
  const text = textOf(element);
  if (text.length <= 90 && element.tagName !== 'a' && readLine(plainLine(text)).is === 'date') return true;
  if (element.tagName === 'span' && readLine(plainLine(text)).is === 'credit') return true;
  return hasDateBeside(element, text);
}

function hasDateBeside(element: Element, text: string): boolean {
  const parent = element.parentNode;
  if (
    parent === null ||
    !('tagName' in parent) ||
    !/^(?:a|b|strong|em|span|cite)$/.test(element.tagName) ||
    text === ''
  )
    return false;
  const beside = parent.childNodes.filter((node) => 'value' in node && node.value.trim() !== '');
  const words = beside
    .map((node) => textOf(node).replace(/^[\s,:|·•–—()[\]-]+|[\s,:|·•–—()[\]-]+$/gu, ''))
    .filter((word) => word !== '');
  return words.length > 0 && words.every((word) => readLine(plainLine(word)).is === 'date');
}

/** The level of the headings that name releases: the one most of them have. 0 where there is none. */
function itemHeading(body: Element, items: ReadonlySet<Element>): number {
  const counts = new Map<number, number>();
  const visit = (node: Node, isInItem: boolean): void => {
    if (!isElement(node) || isUnseen(node, isInItem)) return;
    const level = headingLevel(node);
    if (level > 0 && (items.size === 0 || isInItem) && readLine(plainLine(textOf(node))).is === 'text')
      counts.set(level, (counts.get(level) ?? 0) + 1);
    for (const child of node.childNodes) visit(child, isInItem || items.has(node));
  };
  visit(body, false);
  const [most] = [...counts].sort(([a, x], [b, y]) => y - x || b - a);
  return most?.[0] ?? 0;
}
