import type { DefaultTreeAdapterTypes } from 'parse5';
import { parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;

const blocks = new Set(['p', 'h2', 'h3', 'li', 'blockquote', 'tr', 'caption', 'hr', 'br']);

/** The words of a text in the closed subset, a line for each paragraph, heading, item or row. */
export function wordsOf(html: string): string {
  let words = '';
  const write = (node: Node): void => {
    if ('value' in node) words += node.value.replace(/\s+/g, ' ');
    if (!('childNodes' in node)) return;
    for (const child of node.childNodes) write(child);
    if (blocks.has(node.nodeName)) words += '\n';
    if (node.nodeName === 'td' || node.nodeName === 'th') words += '\t';
  };
  for (const node of parseFragment(html).childNodes) write(node);
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
