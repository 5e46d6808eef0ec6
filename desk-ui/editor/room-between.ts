import { type Editor, Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

const key = new PluginKey<readonly number[]>('room-between');

/** Leaves room above blocks of the text, so that what stands beside each can begin where it begins. Nothing of it is kept. */
export const RoomBetween = Extension.create({
  name: 'room-between',
  addProseMirrorPlugins: () => [
    new Plugin<readonly number[]>({
      key,
      state: {
        init: () => [],
        apply: (transaction, room) => (transaction.getMeta(key) as readonly number[] | undefined) ?? room,
      },
      props: { decorations: (state) => DecorationSet.create(state.doc, roomIn(state)) },
    }),
  ],
});

/** @param room pixels above each block, in order. */
export function giveRoom(editor: Editor, room: readonly number[]): void {
  const former = key.getState(editor.state) ?? [];
  if (former.length === room.length && former.every((one, at) => one === room[at])) return;
  editor.view.dispatch(editor.state.tr.setMeta(key, room).setMeta('addToHistory', false));
}

function roomIn(state: EditorState): Decoration[] {
  const room = key.getState(state) ?? [];
  const found: Decoration[] = [];
  state.doc.forEach((_, offset, index) => {
    const height = room[index] ?? 0;
    if (height === 0) return;
    const shape = () => {
      const empty = document.createElement('div');
      empty.className = 'room';
      empty.style.height = `${height}px`;
      return empty;
    };
    found.push(Decoration.widget(offset, shape, { key: `${index} ${height}`, side: -1, ignoreSelection: true }));
  });
  return found;
}
