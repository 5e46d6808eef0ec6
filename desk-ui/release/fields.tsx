import { Textarea, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { DraftOpened } from '../../src/desk/contract.ts';
import { TextEditor } from '../editor/text-editor.tsx';
import { directionOf } from '../parts/me.tsx';
import { Prose } from '../text/prose.tsx';
import { useWords } from '../words/words.tsx';
import { fieldId, goToField } from './findings.tsx';
import { SourceBody } from './source-body.tsx';
import type { TextInHand } from './use-autosave.ts';

const Pictures = lazy(async () => ({ default: (await import('./pictures.tsx')).Pictures }));

type LineName = 'kicker' | 'headline' | 'summary' | 'place';

/** Where a text is written; beside each field that of its source, where one wants to see it. */
export function Fields(order: {
  readonly draft: DraftOpened;
  readonly text: TextInHand;
  /** Null: the text alone. */
  readonly source: DraftOpened | null;
}) {
  const { say } = useWords();
  const { draft, text, source } = order;
  const { content, slug } = text.typed;
  const { locale } = draft;
  const dir = directionOf(locale);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [editor, setEditor] = useState<Editor | null>(null);
  const field = (name: LineName) => ({
    id: fieldId(name),
    label: say(name),
    value: content[name],
    lang: locale,
    dir,
    error: errorOf(text, name),
    onChange: (event: { currentTarget: { value: string } }) => text.put({ [name]: event.currentTarget.value }),
  });
  const html = (name: 'body' | 'notes') => ({
    id: fieldId(name),
    label: say(name),
    html: content[name],
    locale,
    direction: dir,
    onChange: (written: string) => {
      if (written !== content[name]) text.put({ [name]: written });
    },
    onFiles: (dropped: readonly File[]) => {
      setFiles(dropped);
      goToField('pictures');
      return true;
    },
  });
  const line = (name: LineName, input: ReactNode) => (
    <Together source={source} name={name}>
      {input}
    </Together>
  );
  return (
    <div className="fields">
      <div className={source === null ? 'pair' : 'fields'}>
        {line('kicker', <TextInput {...field('kicker')} />)}
        {line('place', <TextInput {...field('place')} />)}
      </div>
      {line('headline', <Textarea className="headline" autosize minRows={1} {...field('headline')} />)}
      {line('summary', <Textarea className="summary" autosize minRows={2} {...field('summary')} />)}
      <div className={source === null ? undefined : 'together'}>
        {source !== null && <SourceBody html={source.content.body} locale={source.locale} editor={editor} />}
        <TextEditor key={`body ${text.version}`} {...html('body')} onEditor={setEditor} />
      </div>
      <p className="small">{useLength(content.body, locale)}</p>
      <Together source={source} name="notes">
        <TextEditor key={`notes ${text.version}`} {...html('notes')} />
      </Together>
      <section id={fieldId('pictures')} tabIndex={-1} aria-label={say('pictures')}>
        <Suspense fallback={<p>{say('loading')}</p>}>
          <Pictures text={text} own={draft.pictures} locale={locale} files={files} taken={() => setFiles([])} />
        </Suspense>
      </section>
      {draft.edition === 1 && (
        <TextInput
          id={fieldId('slug')}
          label={say('slug')}
          description={`${say('slugHint')} ${text.slugMade === null ? '' : say('slugMade', { slug: `/${text.slugMade}` })}`}
          value={slug ?? ''}
          onChange={(event) => text.putSlug(event.currentTarget.value || null)}
        />
      )}
    </div>
  );
}

/** A field, and that of the source before it. */
function Together(order: {
  readonly source: DraftOpened | null;
  readonly name: LineName | 'notes';
  readonly children: ReactNode;
}) {
  const { say, languageName } = useWords();
  const { source, name, children } = order;
  if (source === null) return children;
  const said = source.content[name];
  return (
    <div className="together">
      <div className="source">
        <p className="field-label">
          {say(name)} <span className="small">{say('sourceText', { language: languageName(source.locale) })}</span>
        </p>
        <div className={name} lang={source.locale} dir={directionOf(source.locale)}>
          {name === 'notes' ? <Prose html={said} /> : said}
        </div>
      </div>
      {children}
    </div>
  );
}

function errorOf({ findings }: TextInHand, name: string): boolean {
  return findings.some(({ field, severity }) => field === name && severity === 'error');
}

/** How long a text is, as its language counts. */
function useLength(html: string, locale: string): string {
  const { say } = useWords();
  const text = html.replace(/<[^>]+>/g, ' ');
  if (/^(zh|ja|ko|th)\b/.test(locale)) return say('writtenCharacters', { count: [...text.replace(/\s/g, '')].length });
  return say('writtenWords', { count: text.split(/\s+/).filter(Boolean).length });
}
