import { isMadeCredit, isUnfinishedCredit } from './credit.ts';
import { captionOf, isApart } from './html-apart.ts';
import { datedDefinitions, findItemElements, plainLine } from './html-items.ts';
import { bodyOf, type Element, isElement, isUnseen, machineDay, type Node, textOf } from './html-tree.ts';
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
  /** Where the last link in `text` ends. */
  let linked = 0;
  let source = 1;
  let breaks = 1;
  let opens = false;
  let state: State = { isInItem: false, heading: 0, day: null, caption: null };

  function flush(gap: number): void {
    const [all, end] = [text, linked];
    text = '';
    linked = 0;
    if (end > 0 && isMadeCredit(all.slice(end).trim())) {
      write(all.slice(0, end), 0);
      write(all.slice(end), gap);
    } else write(all, gap);
  }

  function write(raw: string, gap: number): void {
    const above = opens ? undefined : lines.at(-1);
    const marks = above !== undefined && readLine(above).is === 'date' ? /^(?:[:：|·•–—-]\s+)+/u : /^(?:[:：|]\s+)+/u;
    const shown = raw
      .replace(/[ \t\r\n\f]+/g, ' ')
      .trim()
      .replace(marks, '');
    if (shown !== '' && !(state.heading === 0 && isFurniture(shown))) {
      const isApart = state.heading > 0 && level > 0 && state.heading < level && !state.isInItem;
      const place = opens ? 'opens' : state.isInItem ? 'inside' : items.size > 0 || isApart ? 'outside' : 'unknown';
      const markup = {
        place,
        isHeading: state.heading > 0 && state.heading === level,
        day: state.day,
        isCaption: state.caption !== null,
        isCredit: state.caption === 'credit',
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
    else if (node.tagName === 'a') visitLink(node);
    else node.childNodes.forEach(visit);
  }

  /** What a link says is no part of a credit that stands before or behind it. */
  function visitLink(link: Element): void {
    const before = text.slice(linked).trim();
    if (state.caption === null && isMadeCredit(before) && !isUnfinishedCredit(before)) flush(0);
    link.childNodes.forEach(visit);
    linked = text.length;
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
      caption: outer.caption ?? (items.has(element) ? null : captionOf(element)),
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
  readonly caption: 'caption' | 'credit' | null;
}

const headingLevel = (element: Element) => Number(/^h([1-6])$/.exec(element.tagName)?.[1] ?? 0);

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
