import { isMadeCredit, isUnfinishedCredit } from './credit.ts';
import { plainLine } from './html-items.ts';
import { attribute, type Element, isBlock, isElement, machineDay, type Node, textOf } from './html-tree.ts';
import { readLine } from './read-line.ts';

/**
 * A line of its own: every block, every date or credit that is an element, small print beside a link, and a link whose neighbours
 * are only a date.
 */
export function isApart(element: Element): boolean {
  if (isBlock(element) || machineDay(element) !== null) return true;
  const text = textOf(element);
  if (text.length <= 90 && element.tagName !== 'a' && readLine(plainLine(text)).is === 'date') return true;
  if (element.tagName !== 'a' && isWholeCredit(element, text)) return true;
  if (/^(?:small|cite)$/.test(element.tagName) && isBesideLink(element)) return true;
  return hasDateBeside(element, text);
}

/** What it says of a picture; null where the element is for something else. A longer one holds more than that. */
export function captionOf(element: Element): 'caption' | 'credit' | null {
  if (element.tagName === 'a') return null;
  const names = attribute(element, 'class') ?? '';
  const isCredit = /\b(?:credit|copyright)s?\b/i.test(names);
  if (!isCredit && element.tagName !== 'figcaption' && !/\bcaption\b/i.test(names)) return null;
  return isCredit ? 'credit' : 'caption';
}

/** The element has all of a credit; `<b>© Jonna Vale</b> / AFP` goes on behind it. */
function isWholeCredit(element: Element, text: string): boolean {
  if (captionOf(element) === 'credit') return true;
  if (!isMadeCredit(text) || isUnfinishedCredit(text)) return false;
  const after = nextTo(element, 1);
  return after === undefined || !('value' in after) || !/^\s*[/,&]/.test(after.value);
}

function isBesideLink(element: Element): boolean {
  return [nextTo(element, -1), nextTo(element, 1)].some((node) => isElement(node) && node.tagName === 'a');
}

/** The neighbour before or behind, past white space and pictures. */
function nextTo(element: Element, step: -1 | 1): Node | undefined {
  const nodes = element.parentNode?.childNodes ?? [];
  const isNothing = (node: Node | undefined) =>
    node !== undefined && ('value' in node ? node.value.trim() === '' : isElement(node) && node.tagName === 'img');
  let at = nodes.indexOf(element) + step;
  while (isNothing(nodes[at])) at += step;
  return nodes[at];
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
