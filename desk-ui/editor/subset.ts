import { Extension, type Extensions, Mark, mergeAttributes } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import { LeaveByEscape } from './leave-by-escape.ts';
import { RoomBetween } from './room-between.ts';

// The schema of the editor is the closed subset of HTML that the newsroom keeps (src/platform/html.ts): what it cannot
// express cannot be typed or pasted.

export const allowedLink = /^(?:https?:\/\/\S|mailto:\S+@|tel:[+\d])/i;

/** A mark that is one element without attributes. */
const plainMark = (name: string, tag: string, shortcut: string) =>
  Mark.create({
    name,
    excludes: name === 'subscript' ? 'superscript' : 'subscript',
    parseHTML: () => [{ tag }],
    renderHTML: () => [tag, 0],
    addKeyboardShortcuts() {
      return { [shortcut]: () => this.editor.commands.toggleMark(name) };
    },
  });

const attribute = (name: string) => ({
  [name]: {
    default: null,
    parseHTML: (element: HTMLElement) => element.getAttribute(name),
    renderHTML: (attributes: Record<string, unknown>) =>
      attributes[name] === null || attributes[name] === undefined ? {} : { [name]: String(attributes[name]) },
  },
});

/** Words in another language than the text. */
const Foreign = Mark.create({
  name: 'foreign',
  addAttributes: () => ({ ...attribute('lang'), ...attribute('dir') }),
  parseHTML: () => [{ tag: 'span[lang]' }, { tag: 'span[dir]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
});

const Attributes = Extension.create({
  name: 'attributes-of-the-subset',
  addGlobalAttributes: () => [
    { types: ['paragraph', 'blockquote'], attributes: { ...attribute('lang'), ...attribute('dir') } },
    { types: ['link'], attributes: attribute('hreflang') },
    { types: ['tableHeader'], attributes: attribute('scope') },
  ],
});

/** The caption is a line of its own in HTML, and here a property of the table: tidy-html.ts turns it back. */
const CaptionedTable = Table.extend({
  addAttributes() {
    return {
      caption: {
        default: '',
        parseHTML: (element: HTMLElement) =>
          element.getAttribute('data-caption') ?? element.querySelector('caption')?.textContent ?? '',
        renderHTML: ({ caption }: { caption?: string }) => (caption ? { 'data-caption': caption } : {}),
      },
    };
  },
  parseHTML: () => [{ tag: 'table' }, { tag: 'caption', ignore: true }],
  renderHTML: ({ HTMLAttributes }) => ['table', mergeAttributes(HTMLAttributes), ['tbody', 0]],
  // Its own view would give widths to columns, which the subset does not have.
  addNodeView: () => null,
});

export function subsetExtensions(): Extensions {
  return [
    StarterKit.configure({
      ...{ code: false, codeBlock: false, strike: false, underline: false, trailingNode: false },
      heading: { levels: [2, 3] },
      link: {
        ...{ openOnClick: false, autolink: false, linkOnPaste: true, protocols: ['tel', 'mailto'] },
        HTMLAttributes: { target: null, rel: null, class: null },
        isAllowedUri: (address) => allowedLink.test(address),
      },
    }),
    plainMark('subscript', 'sub', 'Mod-,'),
    plainMark('superscript', 'sup', 'Mod-.'),
    Foreign,
    Attributes,
    RoomBetween,
    LeaveByEscape,
    CaptionedTable.configure({ resizable: false }),
    TableRow,
    TableHeader,
    TableCell,
  ];
}
