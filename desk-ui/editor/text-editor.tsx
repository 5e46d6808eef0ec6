import './editor.css';
import type { Editor } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useId, useLayoutEffect, useRef } from 'react';
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

/** While one types: writing the whole text out at every key would be felt in a long one. */
const WRITE_EVERY_MILLISECONDS = 200;

/** The editor of a text. `html` is its beginning: give it another `key` to put another text in. */
export function TextEditor(order: TextEditorOrder) {
  const latest = useRef(order);
  latest.current = order;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const label = useId();
  const { say } = useWords();
  const writeLast = useRef(() => {});
  const write = (from: Editor) => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (!from.isDestroyed) latest.current.onChange(tidyHtml(from.getHTML()));
  };
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
      timer.current ??= setTimeout(() => write(changed), WRITE_EVERY_MILLISECONDS);
    },
    onBlur: () => writeLast.current(),
  });
  useEffect(() => {
    latest.current.onEditor?.(editor);
  }, [editor]);
  writeLast.current = () => {
    if (timer.current !== undefined) write(editor);
  };
  useLayoutEffect(() => {
    // A page may be gone with its last keys, and whoever saves it when it is hidden listens too: this comes first.
    const last = () => writeLast.current();
    addEventListener('pagehide', last, true);
    addEventListener('visibilitychange', last, true);
    addEventListener('blur', last, true);
    return () => {
      removeEventListener('pagehide', last, true);
      removeEventListener('visibilitychange', last, true);
      removeEventListener('blur', last, true);
      last();
    };
  }, []);
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
