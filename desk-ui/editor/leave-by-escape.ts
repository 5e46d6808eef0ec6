import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

/**
 * Tab goes from cell to cell in a table, and makes an item of a list a lower one. After Escape it leaves the text, as it does
 * everywhere else: nobody who has only a keyboard is held here. @see WCAG 2.1.2
 */
export const LeaveByEscape = Extension.create({
  name: 'leave-by-escape',
  addProseMirrorPlugins() {
    let isLeaving = false;
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown: (_, event) => {
              if (event.key === 'Escape') isLeaving = true;
              // Taken from the editor, and left to the browser.
              else if (event.key === 'Tab') return isLeaving;
              else if (event.key !== 'Shift') isLeaving = false;
              return false;
            },
            blur: () => {
              isLeaving = false;
              return false;
            },
          },
        },
      }),
    ];
  },
});
