import './editor.css';
import type { Editor } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useId, useRef } from 'react';
import { nonce } from '../nonce.ts';
import { useWords } from '../words/words.tsx';
import { readPaste } from './read-paste.ts';
import { subsetExtensions } from './subset.ts';
import { tidyHtml } from './tidy-html.ts';
import { Toolbar } from './toolbar.tsx';

export interface TextEditorOrder {
  readonly label: string;
  readonly html: string;
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly onChange: (html: string) => void;
  /** Files that were dropped or pasted; returns whether they are taken. */
  readonly onFiles?: (files: readonly File[]) => boolean;
  readonly id?: string;
  /** Told of the editor itself, by whoever puts something beside its text. */
  readonly onEditor?: (editor: Editor) => void;
}

/** After the last key: writing the whole text out at every key would be felt in a long one. */
const WRITE_AFTER_MILLISECONDS = 120;

/** The editor of a text. `html` is its beginning: give it another `key` to put another text in. */
export function TextEditor(order: TextEditorOrder) {
  const latest = useRef(order);
  latest.current = order;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const label = useId();
  const { say } = useWords();
  const editor = useEditor({
    extensions: subsetExtensions(),
    content: order.html,
    injectNonce: nonce === '' ? undefined : nonce,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        ...{ class: 'page', lang: order.locale, dir: order.direction, role: 'textbox', 'aria-multiline': 'true' },
        ...{ 'aria-labelledby': label, 'aria-description': say('leaveText') },
        ...(order.id === undefined ? {} : { id: order.id }),
      },
      transformPastedHTML: readPaste,
      handlePaste: (_, event) => takeFiles(event.clipboardData, latest.current),
      handleDrop: (_, event) => takeFiles(event.dataTransfer, latest.current),
    },
    onUpdate: ({ editor: changed }) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => latest.current.onChange(tidyHtml(changed.getHTML())), WRITE_AFTER_MILLISECONDS);
    },
    onBlur: ({ editor: left }) => {
      clearTimeout(timer.current);
      latest.current.onChange(tidyHtml(left.getHTML()));
    },
  });
  useEffect(() => {
    latest.current.onEditor?.(editor);
  }, [editor]);
  useEffect(
    () => () => {
      // What was typed in the last moments is not left behind.
      clearTimeout(timer.current);
      if (!editor.isDestroyed) latest.current.onChange(tidyHtml(editor.getHTML()));
    },
    [editor],
  );
  return (
    <div className="editor">
      <p className="field-label" id={label}>
        {order.label}
      </p>
      <Toolbar editor={editor} label={order.label} />
      <EditorContent editor={editor} />
    </div>
  );
}

function takeFiles(from: DataTransfer | null, { onFiles }: TextEditorOrder): boolean {
  const files = [...(from?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
  // Word puts a picture of the text beside the text: the text is meant.
  if (files.length === 0 || from?.types.includes('text/html') === true) return false;
  return onFiles?.(files) ?? false;
}
