import type { Editor } from '@tiptap/core';
import { useEffect, useMemo, useRef } from 'react';
import { giveRoom } from '../editor/room-between.ts';
import { directionOf } from '../parts/me.tsx';
import { alignBlocks } from '../text/align-blocks.ts';
import { type Block, readPieces, textOf, writePieces } from '../text/pieces.ts';
import { placeBeside } from '../text/place-beside.ts';
import { Prose } from '../text/prose.tsx';
import { useWords } from '../words/words.tsx';

const beside = '(min-width: 48em)';

/** The source of a text, block by block: each level with what translates it in the editor, whatever is typed there. */
export function SourceBody(order: { readonly html: string; readonly locale: string; readonly editor: Editor | null }) {
  const { say } = useWords();
  const { html, locale, editor } = order;
  const blocks = useMemo(() => topBlocks(html), [html]);
  const column = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (editor === null || column.current === null) return;
    return keepLevel(column.current, editor, blocks);
  }, [editor, blocks]);
  return (
    <div className="source source-body" lang={locale} dir={directionOf(locale)} ref={column}>
      {blocks.map((block, at) => (
        <div className="source-block" data-alone={say('paragraphMissing')} key={`${at} ${block.html}`}>
          <Prose html={block.html} />
        </div>
      ))}
    </div>
  );
}

/** @returns lets go. */
function keepLevel(column: HTMLElement, editor: Editor, blocks: readonly Block[]): () => void {
  const isBeside = matchMedia(beside);
  const level = () => {
    if (editor.isDestroyed) return;
    if (!isBeside.matches) return loosen(column, editor);
    const own = [...column.children] as HTMLElement[];
    const theirs = blocksIn(editor.view.dom);
    const rows = alignBlocks(
      blocks,
      theirs.map(({ block }) => block),
    );
    const placed = placeBeside(
      rows.map(({ source, translation }) => {
        const shown = source === null ? undefined : own[blocks.indexOf(source)];
        shown?.toggleAttribute('data-is-alone', translation === null);
        const found = theirs.find(({ block }) => block === translation);
        return { source: shown?.offsetHeight ?? null, translation: found ?? null };
      }),
    );
    column.classList.add('is-level');
    const from = editor.view.dom.getBoundingClientRect().top - column.getBoundingClientRect().top;
    for (const [at, top] of placed.tops.entries()) {
      const shown = own[at];
      if (shown !== undefined) shown.style.top = `${Math.round(top + from)}px`;
    }
    const last = own.at(-1);
    column.style.minHeight = last === undefined ? '' : `${(placed.tops.at(-1) ?? 0) + from + last.offsetHeight}px`;
    giveRoom(editor, placed.room);
  };
  const watch = new ResizeObserver(level);
  watch.observe(column);
  watch.observe(editor.view.dom);
  editor.on('update', level);
  isBeside.addEventListener('change', level);
  level();
  return () => {
    watch.disconnect();
    editor.off('update', level);
    isBeside.removeEventListener('change', level);
    if (!editor.isDestroyed) giveRoom(editor, []);
  };
}

/** One under the other, where there is no room for two columns. */
function loosen(column: HTMLElement, editor: Editor): void {
  column.classList.remove('is-level');
  column.style.minHeight = '';
  giveRoom(editor, []);
}

interface Shown {
  readonly block: Block;
  /** Without the room that was made above it, and above those before. */
  readonly top: number;
  readonly height: number;
}

function blocksIn(page: Element): readonly Shown[] {
  const from = page.getBoundingClientRect().top;
  const found: Shown[] = [];
  let room = 0;
  for (const child of page.children) {
    const { top, height } = child.getBoundingClientRect();
    if (child.classList.contains('room')) room += height;
    else {
      const block = { tag: child.localName, html: '', text: child.textContent };
      found.push({ block, top: Math.round(top - from - room), height: Math.round(height) });
    }
  }
  return found;
}

function topBlocks(html: string): readonly Block[] {
  return readPieces(html).map((piece) => ({
    tag: typeof piece === 'string' ? 'p' : piece.tag,
    html: writePieces([piece]),
    text: textOf([piece]),
  }));
}
