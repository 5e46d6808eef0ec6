import { Menu, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { ActForm } from '../parts/act-form.tsx';
import { Dialogue } from '../parts/dialogue.tsx';
import { directionOf } from '../parts/me.tsx';
import { useWords } from '../words/words.tsx';
import { allowedLink } from './subset.ts';

type Asking = 'link' | 'foreign' | 'caption' | null;

/** The forms of the subset. Arrow keys go along it, Tab leaves it. */
export function Toolbar({ editor, label }: { readonly editor: Editor; readonly label: string }) {
  const { say } = useWords();
  const [asking, setAsking] = useState<Asking>(null);
  const on = useEditorState({
    editor,
    selector: ({ editor: one }) => ({
      strong: one.isActive('bold'),
      em: one.isActive('italic'),
      h2: one.isActive('heading', { level: 2 }),
      h3: one.isActive('heading', { level: 3 }),
      ul: one.isActive('bulletList'),
      ol: one.isActive('orderedList'),
      quote: one.isActive('blockquote'),
      sub: one.isActive('subscript'),
      sup: one.isActive('superscript'),
      link: one.isActive('link'),
      foreign: one.isActive('foreign'),
      table: one.isActive('table'),
      mayUndo: one.can().undo(),
      mayRedo: one.can().redo(),
    }),
  });
  const go = () => editor.chain().focus();
  return (
    <div
      className="toolbar"
      role="toolbar"
      aria-label={say('labelled', { label: say('formatting'), words: label })}
      onKeyDown={walk}
    >
      <Tool name={say('heading2')} isOn={on.h2} act={() => go().toggleHeading({ level: 2 }).run()} isFirst>
        H2
      </Tool>
      <Tool name={say('heading3')} isOn={on.h3} act={() => go().toggleHeading({ level: 3 }).run()}>
        H3
      </Tool>
      <Tool name={say('bold')} isOn={on.strong} act={() => go().toggleBold().run()}>
        <b>B</b>
      </Tool>
      <Tool name={say('italic')} isOn={on.em} act={() => go().toggleItalic().run()}>
        <i>I</i>
      </Tool>
      <Tool name={say('bulletList')} isOn={on.ul} act={() => go().toggleBulletList().run()}>
        •
      </Tool>
      <Tool name={say('orderedList')} isOn={on.ol} act={() => go().toggleOrderedList().run()}>
        1.
      </Tool>
      <Tool name={say('quote')} isOn={on.quote} act={() => go().toggleBlockquote().run()}>
        “ ”
      </Tool>
      <Tool
        name={on.link ? say('unlink') : say('link')}
        isOn={on.link}
        act={() => (on.link ? void go().extendMarkRange('link').unsetLink().run() : setAsking('link'))}
      >
        {say('link')}
      </Tool>
      <Tool name={say('subscript')} isOn={on.sub} act={() => go().toggleMark('subscript').run()}>
        x<sub>2</sub>
      </Tool>
      <Tool name={say('superscript')} isOn={on.sup} act={() => go().toggleMark('superscript').run()}>
        x<sup>2</sup>
      </Tool>
      <Tool
        name={say('foreign')}
        isOn={on.foreign}
        act={() =>
          on.foreign ? void go().extendMarkRange('foreign').unsetMark('foreign').run() : setAsking('foreign')
        }
      >
        文A
      </Tool>
      <Tool name={say('rule')} act={() => go().setHorizontalRule().run()}>
        —
      </Tool>
      <TableTool editor={editor} isIn={on.table} askCaption={() => setAsking('caption')} />
      <Tool name={say('undo')} isOff={!on.mayUndo} act={() => go().undo().run()}>
        ↶
      </Tool>
      <Tool name={say('redo')} isOff={!on.mayRedo} act={() => go().redo().run()}>
        ↷
      </Tool>
      {asking !== null && <AskedFor what={asking} editor={editor} close={() => setAsking(null)} />}
    </div>
  );
}

function Tool(order: {
  readonly name: string;
  readonly act: () => unknown;
  readonly children: ReactNode;
  readonly isOn?: boolean;
  readonly isOff?: boolean;
  readonly isFirst?: boolean;
}) {
  return (
    <button
      type="button"
      className="tool"
      title={order.name}
      aria-label={order.name}
      aria-pressed={order.isOn}
      aria-disabled={order.isOff}
      tabIndex={order.isFirst === true ? 0 : -1}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => order.isOff !== true && order.act()}
    >
      {order.children}
    </button>
  );
}

function TableTool({
  editor,
  isIn,
  askCaption,
}: {
  readonly editor: Editor;
  readonly isIn: boolean;
  readonly askCaption: () => void;
}) {
  const { say } = useWords();
  const go = () => editor.chain().focus();
  if (!isIn) {
    return (
      <Tool name={say('tableInsert')} act={() => go().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}>
        {say('table')}
      </Tool>
    );
  }
  return (
    <Menu>
      <Menu.Target>
        <button type="button" className="tool" tabIndex={-1}>
          {say('table')} ▾
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={askCaption}>{say('tableCaption')}</Menu.Item>
        <Menu.Item onClick={() => go().toggleHeaderRow().run()}>{say('headerRow')}</Menu.Item>
        <Menu.Item onClick={() => go().toggleHeaderColumn().run()}>{say('headerColumn')}</Menu.Item>
        <Menu.Item onClick={() => go().addRowAfter().run()}>{say('rowAdd')}</Menu.Item>
        <Menu.Item onClick={() => go().addColumnAfter().run()}>{say('columnAdd')}</Menu.Item>
        <Menu.Item onClick={() => go().deleteRow().run()}>{say('rowRemove')}</Menu.Item>
        <Menu.Item onClick={() => go().deleteColumn().run()}>{say('columnRemove')}</Menu.Item>
        <Menu.Item onClick={() => go().deleteTable().run()}>{say('tableRemove')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Asks for the one line that a link, a language or a caption needs. */
function AskedFor({
  what,
  editor,
  close,
}: {
  readonly what: Exclude<Asking, null>;
  readonly editor: Editor;
  readonly close: () => void;
}) {
  const { say } = useWords();
  const [line, setLine] = useState(() =>
    what === 'caption' ? String(editor.getAttributes('table')['caption'] ?? '') : '',
  );
  const [problem, setProblem] = useState('');
  const label = { link: say('linkAddress'), foreign: say('foreignTag'), caption: say('tableCaption') }[what];
  const take = async () => {
    const typed = line.trim();
    const go = editor.chain().focus();
    if (what === 'caption') go.updateAttributes('table', { caption: typed }).run();
    else if (what === 'link') {
      const address = /^[\w-]+(\.[\w-]+)+(\/|$)/.test(typed) ? `https://${typed}` : typed;
      if (!allowedLink.test(address)) return setProblem(say('linkBad'));
      if (editor.state.selection.empty)
        go.insertContent({ type: 'text', text: address, marks: [{ type: 'link', attrs: { href: address } }] }).run();
      else go.setLink({ href: address }).run();
    } else {
      const tag = canonical(typed);
      if (tag === null) return setProblem(say('foreignBad'));
      const dir = directionOf(tag);
      go.setMark('foreign', { lang: tag, dir: dir === 'rtl' ? dir : null }).run();
    }
    return null;
  };
  return (
    <Dialogue close={close} title={label}>
      <ActForm act={say('done')} send={take} close={close}>
        <TextInput
          label={label}
          value={line}
          error={problem}
          onChange={(event) => setLine(event.currentTarget.value)}
          data-autofocus
        />
      </ActForm>
    </Dialogue>
  );
}

function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const tools = [...event.currentTarget.querySelectorAll<HTMLElement>('.tool')];
  const at = tools.indexOf(document.activeElement as HTMLElement);
  if (step === undefined || at === -1) return;
  event.preventDefault();
  tools.at((at + step) % tools.length)?.focus();
}
