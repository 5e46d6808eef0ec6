import { attribute, type Element, isElement, isUnseen, machineDay, type Node, textOf } from './html-tree.ts';
import { isTypeWord } from './kickers.ts';
import { isFurniture } from './page-furniture.ts';
import { readInlineDate, readLine } from './read-line.ts';
import { isUpdate } from './update-note.ts';

/** Elements that hold one item by their meaning. */
const itemTags = new Set(['li', 'article', 'tr']);
/** Elements that group items and never are one. */
const groupTags = new Set([
  'ul',
  'ol',
  'dl',
  'table',
  'tbody',
  'thead',
  'main',
  'body',
  'html',
  'dt',
  'dd',
  'td',
  'th',
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'time',
  'span',
  'a',
]);

/**
 * Finds the elements that hold one release each: of the ancestors of each date that hold no other date, those of the
 * kind that most dates have. Their siblings of the same kind without a date are releases without a date.
 *
 * @param defined those of `datedDefinitions`, which are releases too.
 * @returns empty where releases follow one another without elements of their own.
 */
export function findItemElements(body: Element, defined: ReadonlyMap<Element, Element>): ReadonlySet<Element> {
  const counts = countDates(body);
  const candidates = datesIn(body).map((date) => holders(date, counts));
  const votes = new Map<string, number>();
  for (const chain of candidates)
    for (const kind of new Set(chain.map(kindOf))) votes.set(kind, (votes.get(kind) ?? 0) + 1);

  const items = new Set<Element>();
  for (const chain of candidates) {
    const chosen = choose(chain, votes);
    if (chosen !== null) items.add(chosen);
  }
  if (items.size === 0 && defined.size === 0) return undatedItems(body);
  const looked = new Map<Element | null, Set<string>>();
  for (const item of [...items]) {
    // Items of one kind in one place have the same siblings: on a long page, looking once for each takes minutes.
    const kinds = looked.get(parentOf(item)) ?? new Set();
    looked.set(parentOf(item), kinds);
    if (kinds.has(kindOf(item))) continue;
    kinds.add(kindOf(item));
    for (const sibling of siblingsAlike(item, counts)) items.add(sibling);
  }
  for (const item of defined.keys()) items.add(item);
  return items;
}

/**
 * In a list of definitions under days: the elements that begin a release, each with the day above it. What follows without a
 * link is its summary.
 */
export function datedDefinitions(body: Element): ReadonlyMap<Element, Element> {
  const found = new Map<Element, Element>();
  const visit = (node: Node): void => {
    if (!isElement(node) || isUnseen(node, false)) return;
    if (node.tagName === 'dl') {
      let day: Element | null = null;
      let isFirst = false;
      for (const part of node.childNodes.filter(isElement)) {
        if (part.tagName === 'dt') {
          day = isDate(part) ? part : null;
          isFirst = true;
        } else if (day !== null && (isFirst || hasLink(part))) {
          found.set(part, day);
          isFirst = false;
        }
      }
    }
    node.childNodes.forEach(visit);
  };
  visit(body);
  return found;
}

function choose(chain: readonly Element[], votes: ReadonlyMap<string, number>): Element | null {
  const byMeaning = chain.find((element) => itemTags.has(element.tagName));
  if (byMeaning !== undefined) return widest(byMeaning);
  const most = Math.max(0, ...chain.map((element) => votes.get(kindOf(element)) ?? 0));
  return chain.filter((element) => votes.get(kindOf(element)) === most).at(-1) ?? null;
}

/** `<li><article>…</article></li>` is one item, and so the outer. */
function widest(element: Element): Element {
  const parent = parentOf(element);
  const isAlone =
    parent !== null &&
    itemTags.has(parent.tagName) &&
    parent.childNodes.every((node) => node === element || textOf(node) === '');
  return isAlone ? widest(parent) : element;
}

/** Ancestors of a date with no other date and with a headline beneath them, innermost first. */
function holders(date: Node, counts: ReadonlyMap<Node, number>): Element[] {
  const chain: Element[] = [];
  for (let node = parentOf(date); node !== null && counts.get(node) === 1; node = parentOf(node)) {
    if (!groupTags.has(node.tagName) && holdsTitle(node, date)) chain.push(node);
  }
  return chain;
}

function holdsTitle(element: Element, date: Node | null): boolean {
  return leaves(element, date).some((text) => {
    const reading = readLine(plainLine(text));
    if (reading.is !== 'text') return false;
    return !isTypeWord(text);
  });
}

/** The texts of an element, but for those of `except`. */
function leaves(element: Element, except: Node | null): string[] {
  const texts: string[] = [];
  const visit = (node: Node): void => {
    if (node === except && isElement(node)) return;
    if ('value' in node) {
      const text = node.value.replace(/\s+/g, ' ').trim();
      if (text !== '') texts.push(text);
    } else if (isElement(node) && !isUnseen(node, true)) node.childNodes.forEach(visit);
  };
  visit(element);
  return texts;
}

/** Text nodes and elements that are a date, in document order. */
function datesIn(body: Element): Node[] {
  const found: Node[] = [];
  const visit = (node: Node): void => {
    if (isDate(node)) found.push(node);
    else if (isElement(node) && !isUnseen(node, true)) node.childNodes.forEach(visit);
  };
  visit(body);
  return found;
}

function isDate(node: Node): boolean {
  if (isElement(node)) {
    if (machineDay(node) !== null) return true;
    if (
      groupTags.has(node.tagName) &&
      node.tagName !== 'td' &&
      node.tagName !== 'dt' &&
      node.tagName !== 'span' &&
      node.tagName !== 'p'
    )
      return false;
    if (node.childNodes.length >= 8) return false;
    const text = textOf(node);
    return readLine(plainLine(text)).is === 'date' && !isUpdateInBrackets(text);
  }
  if (!('value' in node) || node.value.length > 600) return false;
  const text = node.value.replace(/\s+/g, ' ').trim();
  if (text === '' || isUpdateInBrackets(text)) return false;
  return (
    readLine(plainLine(text.replace(/^[\s,|–—(-]+|[\s,|–—)-]+$/gu, ''))).is === 'date' ||
    readInlineDate(text, { short: false })?.isSetApart === true
  );
}

/** It stands beside the day of the release. */
const isUpdateInBrackets = (text: string) => /^[([（【]/u.test(text) && isUpdate(text);

function countDates(body: Element): Map<Node, number> {
  const counts = new Map<Node, number>();
  for (const date of datesIn(body)) {
    for (let node: Node | null = date; node !== null; node = parentOf(node))
      counts.set(node, (counts.get(node) ?? 0) + 1);
  }
  return counts;
}

function siblingsAlike(item: Element, counts: ReadonlyMap<Node, number>): Element[] {
  const siblings = (parentOf(item)?.childNodes ?? []).filter(isElement);
  return siblings.filter(
    (sibling) =>
      sibling !== item && kindOf(sibling) === kindOf(item) && (counts.get(sibling) ?? 0) <= 1 && holdsRelease(sibling),
  );
}

/** Not a row of column names, and not a page's buttons. */
function holdsRelease(element: Element): boolean {
  const cells = element.childNodes.filter(isElement);
  if (element.tagName === 'tr' && cells.every((cell) => cell.tagName === 'th')) return false;
  return !isFurniture(textOf(element)) && holdsTitle(element, null);
}

/** A list without a single date: elements that mean an item, with a link or heading in each. */
function undatedItems(body: Element): Set<Element> {
  const found: Element[] = [];
  const visit = (node: Node): void => {
    if (!isElement(node) || isUnseen(node, false)) return;
    if (itemTags.has(node.tagName) && holdsRelease(node) && hasLink(node)) found.push(node);
    else node.childNodes.forEach(visit);
  };
  visit(body);
  const articles = found.filter((element) => element.tagName === 'article');
  return new Set(articles.length > 0 ? articles : found);
}

function hasLink(element: Element): boolean {
  return element.childNodes.some((node) => isElement(node) && (/^(?:a|h[1-6])$/.test(node.tagName) || hasLink(node)));
}

function kindOf(element: Element): string {
  const classes = (attribute(element, 'class') ?? '')
    .split(/\s+/)
    .filter((name) => name !== '' && !/^(?:first|last|odd|even|active|featured|clearfix|row)$|\d/i.test(name));
  return itemTags.has(element.tagName) ? element.tagName : [element.tagName, ...classes.sort()].join('.');
}

function parentOf(node: Node): Element | null {
  const parent = 'parentNode' in node ? node.parentNode : null;
  return parent !== null && 'tagName' in parent ? parent : null;
}

export function plainLine(text: string) {
  return { number: 1, text, indent: 0, gap: 1, markup: null };
}
