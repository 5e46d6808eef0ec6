import { Button, Textarea, TextInput } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { DraftOpened, PublishedSeen, ReleaseOpened } from '../../src/desk/contract.ts';
import { TextEditor } from '../editor/text-editor.tsx';
import { useDoing } from '../parts/asked.ts';
import { directionOf } from '../parts/me.tsx';
import { Refusals } from '../parts/notices.tsx';
import { useWords } from '../words/words.tsx';
import { Acts } from './acts.tsx';
import { Beside } from './beside.tsx';
import { BundleShown } from './bundle.tsx';
import { ChangeNote } from './change-note.tsx';
import { Findings, fieldId, goToField } from './findings.tsx';
import { SaveStateShown } from './save-state.tsx';
import { type TextInHand, typedOf, useAutosave } from './use-autosave.ts';

const History = lazy(async () => ({ default: (await import('./history.tsx')).History }));
const Conflict = lazy(async () => ({ default: (await import('./conflict.tsx')).ConflictView }));
const PreviewButton = lazy(async () => ({ default: (await import('./previews.tsx')).PreviewButton }));
const Previews = lazy(async () => ({ default: (await import('./previews.tsx')).Previews }));

export interface TextOrder {
  readonly opened: ReleaseOpened;
  readonly draft: DraftOpened;
  readonly published: PublishedSeen | null;
}

/** One language version: its fields, what the copy desk says of them, and what can be done with it. */
export function TextScreen({ opened, draft, published }: TextOrder) {
  const { say } = useWords();
  const { release } = opened;
  const isEditable = draft.state === 'draft' && draft.may.includes('revise');
  const text = useAutosave(release.id, draft, isEditable);
  const source = opened.drafts.find(({ locale }) => locale === draft.source?.locale) ?? null;
  const [isBeside, setBeside] = useState(false);
  const named = { release: release.id, locale: draft.locale };
  return (
    <div
      className={isBeside ? 'workbench wide' : 'workbench'}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) void text.flush();
      }}
    >
      <div className="stack">
        <Notices draft={draft} text={text} />
        {text.state.kind === 'conflict' && (
          <Suspense>
            <Conflict text={text} theirs={text.state.theirs} named={named} />
          </Suspense>
        )}
        {opened.bundles
          .filter(({ id }) => id === draft.bundle)
          .map((bundle) => (
            <section className="banner" key={bundle.id} aria-label={say('bundle')}>
              <div className="stack">
                <p>
                  <strong>{say('bundleOf', { name: bundle.name })}</strong> {say('bundleHint')}
                </p>
                <BundleShown bundle={bundle} at={named} />
              </div>
            </section>
          ))}
        {draft.change !== null && <ChangeNote named={named} draft={draft} text={text} isEditable={isEditable} />}
        {source !== null && (
          <div className="row">
            <Button
              size="xs"
              variant={isBeside ? 'filled' : 'default'}
              aria-pressed={isBeside}
              onClick={() => setBeside(!isBeside)}
            >
              {say('besideSource')}
            </Button>
            {draft.source?.isStale === true && <CaughtUp named={named} source={source} text={text} />}
          </div>
        )}
        {source !== null && isBeside && <Beside source={source} typed={text.typed} locale={draft.locale} />}
        <Fields draft={draft} text={text} isEditable={isEditable} pictures={opened} />
        <Acts opened={opened} draft={draft} published={published} text={text}>
          <SaveStateShown state={text.state} />
        </Acts>
      </div>
      <aside className="side">
        <Findings findings={text.findings} locale={draft.locale} />
        <section>
          <Suspense>
            <PreviewButton named={named} text={text} />
          </Suspense>
          <Drawer title={say('previewLinks')}>
            <Previews named={named} mayShare={draft.may.includes('share-preview')} />
          </Drawer>
          <Drawer title={say('history')}>
            <History named={named} text={text} isEditable={isEditable} />
          </Drawer>
        </section>
      </aside>
    </div>
  );
}

function Drawer({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { say } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="drawer" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      <div>{isOpen && <Suspense fallback={<p>{say('loading')}</p>}>{children}</Suspense>}</div>
    </details>
  );
}

/** What one has to know before one writes on. */
function Notices({ draft, text }: { readonly draft: DraftOpened; readonly text: TextInHand }) {
  const { say, moment } = useWords();
  const { restored, state } = text;
  const [dropped, setDropped] = useState(false);
  return (
    <>
      {restored !== null && state.kind !== 'conflict' && (
        <div className="banner fair" role="status">
          <div>{say('restored', { when: moment(restored.keptAt) })}</div>
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              text.replace(dropped ? restored.typed : typedOf(draft));
              setDropped(!dropped);
            }}
          >
            {dropped ? say('restoredUndo') : say('restoredDrop')}
          </Button>
          <Button size="xs" variant="subtle" onClick={text.forgetRestored}>
            {say('close')}
          </Button>
        </div>
      )}
      {state.kind === 'refused' && <Refusals refusals={state.refusals} />}
      {draft.state !== 'draft' && (
        <p className="small">
          {say('readOnly', { state: say(`state-${draft.state}`).toLocaleLowerCase() })}
          {draft.goesPublicAt !== null && ` ${say('goesPublic', { when: moment(draft.goesPublicAt) })}.`}
          {draft.isHeld && <span className="mark grave">{say('held')}</span>}
        </p>
      )}
      {draft.forcedReason !== null && (
        <p className="banner grave">
          {say('forced')}: {draft.forcedReason}
        </p>
      )}
    </>
  );
}

function CaughtUp(order: {
  readonly named: { readonly release: string; readonly locale: string };
  readonly source: DraftOpened;
  readonly text: TextInHand;
}) {
  const { say } = useWords();
  const { doIt, isDoing } = useDoing();
  const { named, source } = order;
  return (
    <>
      <span className="small">{say('staleLead')}</span>
      <Button
        size="xs"
        loading={isDoing}
        onClick={() => void doIt('POST /desk/api/draft/caught-up', { ...named, revision: source.revision })}
      >
        {say('caughtUp')}
      </Button>
    </>
  );
}

function Fields(order: {
  readonly draft: DraftOpened;
  readonly text: TextInHand;
  readonly isEditable: boolean;
  readonly pictures: ReleaseOpened;
}) {
  const { say } = useWords();
  const { draft, text, isEditable } = order;
  const { content, slug } = text.typed;
  const { locale } = draft;
  const dir = directionOf(locale);
  const [files, setFiles] = useState<readonly File[]>([]);
  const field = (name: 'kicker' | 'headline' | 'summary' | 'place') => ({
    id: fieldId(name),
    label: say(name),
    value: content[name],
    readOnly: !isEditable,
    lang: locale,
    dir,
    error: errorOf(text, name),
    onChange: (event: { currentTarget: { value: string } }) => text.put({ [name]: event.currentTarget.value }),
  });
  const editor = (name: 'body' | 'notes') => ({
    id: fieldId(name),
    label: say(name),
    html: content[name],
    locale,
    direction: dir,
    isEditable,
    onChange: (html: string) => {
      if (html !== content[name]) text.put({ [name]: html });
    },
    onFiles: (dropped: readonly File[]) => {
      setFiles(dropped);
      goToField('pictures');
      return isEditable;
    },
  });
  return (
    <div className="fields">
      <div className="pair">
        <TextInput {...field('kicker')} />
        <TextInput {...field('place')} />
      </div>
      <Textarea className="headline" autosize minRows={1} {...field('headline')} />
      <Textarea className="summary" autosize minRows={2} {...field('summary')} />
      <TextEditor key={`body ${text.version}`} {...editor('body')} />
      <p className="small">{useLength(content.body, locale)}</p>
      <TextEditor key={`notes ${text.version}`} {...editor('notes')} />
      <section id={fieldId('pictures')} tabIndex={-1} aria-label={say('pictures')}>
        <Suspense fallback={<p>{say('loading')}</p>}>
          <Pictures text={text} locale={locale} isEditable={isEditable} files={files} taken={() => setFiles([])} />
        </Suspense>
      </section>
      {draft.edition === 1 && (
        <TextInput
          id={fieldId('slug')}
          label={say('slug')}
          description={say('slugHint')}
          value={slug ?? ''}
          readOnly={!isEditable}
          onChange={(event) => text.putSlug(event.currentTarget.value || null)}
        />
      )}
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
