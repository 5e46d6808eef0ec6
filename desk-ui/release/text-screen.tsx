import { Button } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { DraftOpened, PublishedSeen, ReleaseOpened } from '../../src/desk/contract.ts';
import { useDoing } from '../parts/asked.ts';
import { useZoneOf } from '../parts/me.tsx';
import { Refusals } from '../parts/trouble.tsx';
import { useWords } from '../words/words.tsx';
import { Acts } from './acts.tsx';
import { Beside } from './beside.tsx';
import { BundleShown } from './bundle.tsx';
import { ChangeNote } from './change-note.tsx';
import { Discarded, RestoreTyped } from './discarded.tsx';
import { Fields } from './fields.tsx';
import { Findings } from './findings.tsx';
import { ReadText } from './read-text.tsx';
import { SaveStateShown } from './save-state.tsx';
import { type TextInHand, useAutosave } from './use-autosave.ts';
import { useNote } from './use-note.ts';

const History = lazy(async () => ({ default: (await import('./history.tsx')).History }));
const EditionChanges = lazy(async () => ({ default: (await import('./edition-changes.tsx')).EditionChanges }));
const Conflict = lazy(async () => ({ default: (await import('./conflict.tsx')).ConflictView }));
const PreviewButton = lazy(async () => ({ default: (await import('./previews.tsx')).PreviewButton }));
const Remarks = lazy(async () => ({ default: (await import('./remarks.tsx')).Remarks }));
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
  const openRemarks = draft.openRemarks.filter(({ of }) => of === null).length;
  const note = useNote({ named, draft, text, isEditable });
  return (
    <div
      className={isBeside ? 'workbench wide' : 'workbench'}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) void text.flush();
      }}
    >
      <div className="stack">
        <Notices opened={opened} draft={draft} published={published} text={text} />
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
        {draft.change !== null && <ChangeNote note={note} locale={draft.locale} isEditable={isEditable} />}
        {draft.change !== null && !isEditable && draft.state !== 'published' && (
          <Suspense>
            <EditionChanges named={named} draft={draft} />
          </Suspense>
        )}
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
        {isEditable ? (
          <Fields draft={draft} text={text} source={isBeside ? source : null} />
        ) : isBeside && source !== null ? (
          <Beside source={source} draft={draft} />
        ) : (
          <ReadText draft={draft} />
        )}
        <Acts {...{ opened, draft, published, text }} note={draft.change === null ? null : note}>
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
          <Drawer
            title={
              openRemarks === 0 ? say('remarks') : say('bracketed', { name: say('remarks'), words: `${openRemarks}` })
            }
          >
            <Remarks {...{ named, draft, text }} />
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
function Notices({ opened, draft, published, text }: TextOrder & { readonly text: TextInHand }) {
  const { say, moment, instant } = useWords();
  const timeZone = useZoneOf(opened.release.office);
  const standing = draft.state === 'published' ? (published?.standing ?? draft.state) : draft.state;
  const { restored, state } = text;
  const [dropped, setDropped] = useState(false);
  const named = { release: opened.release.id, locale: draft.locale };
  return (
    <>
      {restored !== null && state.kind !== 'conflict' && (
        <div className="banner fair" role="status">
          <div>{say('restored', { when: moment(restored.keptAt) })}</div>
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              text.replace(dropped ? restored.typed : restored.instead);
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
      <RestoreTyped named={named} draft={draft} text={text} />
      <Discarded named={named} draft={draft} />
      {draft.state !== 'draft' && draft.state !== 'discarded' && (
        <p className="small">
          {say('readOnly', { state: say(`state-${standing}`).toLocaleLowerCase() })}{' '}
          {draft.goesPublicAt !== null && `${say('goesPublic', { when: instant(draft.goesPublicAt, timeZone) })}. `}
          {draft.isHeld && <span className="mark grave">{say('held')}</span>}
        </p>
      )}
      {draft.forcedReason !== null && (
        <p className="banner grave">{say('labelled', { label: say('forced'), words: draft.forcedReason })}</p>
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
