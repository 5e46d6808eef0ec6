import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import type { CallName, DraftOpened, OrderOf, PublishedSeen, ReleaseOpened } from '../../src/desk/contract.ts';
import { useAsk } from '../parts/ask.tsx';
import { useDoing, useRefresh } from '../parts/asked.ts';
import { useNotices } from '../parts/notices.tsx';
import { type Undo } from '../parts/toast.tsx';
import { type Trouble, TroubleInSight } from '../parts/trouble.tsx';
import type { Act } from '../types.ts';
import type { Word } from '../words/en.ts';
import { useWords } from '../words/words.tsx';
import { openRemarksWarning } from './open-remarks.ts';
import { PublicActs } from './public-text.tsx';
import { SubmitDialog } from './submit-dialog.tsx';
import type { TextInHand } from './use-autosave.ts';
import type { Note } from './use-note.ts';
import { WhoApproves, WhoPublishes } from './who-can.tsx';

const DiscardDialog = lazy(async () => ({ default: (await import('./discard-dialog.tsx')).DiscardDialog }));
const ScheduleDialog = lazy(async () => ({ default: (await import('./schedule-dialog.tsx')).ScheduleDialog }));

export interface ActsOrder {
  readonly opened: ReleaseOpened;
  readonly draft: DraftOpened;
  readonly published: PublishedSeen | null;
  readonly text: TextInHand;
  /** Null: a first edition has none. */
  readonly note: Note | null;
  readonly children: ReactNode;
}

/** What this person may do with the text as it stands; each act by its own word, and a question before what cannot be undone. */
export function Acts({ opened, draft, published, text, note, children }: ActsOrder) {
  const words = useWords();
  const { say } = words;
  const warning = openRemarksWarning(draft, words, { isPublic: false });
  const warningOfAll = openRemarksWarning(draft, words, { isPublic: true });
  const ask = useAsk();
  const notices = useNotices();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const { doIt, attempt, isDoing, trouble, forget } = useDoing();
  const [dialogue, setDialogue] = useState<'submit' | 'schedule' | 'discard' | null>(null);
  const named = { release: opened.release.id, locale: draft.locale };
  const may = (act: Act) => draft.may.includes(act);
  const headline = draft.content.headline || say('untitled');
  useEffect(() => {
    forget();
    // biome-ignore lint: a refusal was of the text as it stood
  }, [draft.revision, draft.state]);

  const undoing = <Name extends CallName>(name: Name, order: OrderOf<Name>, done: Word): Undo => ({
    act: () => attempt(name, order),
    done: say(done),
    look: () => {
      void refresh();
      void navigate({ to: '/releases/$release/$locale', params: named });
    },
  });
  /** From a dialogue. @returns what stands in the way, for the dialogue to say. */
  const act = async <Name extends CallName>(
    name: Name,
    order: (seen: typeof named & { revision: number }) => OrderOf<Name>,
    done: Word,
    undo?: Undo,
  ): Promise<Trouble> => {
    forget();
    // Everything typed is with the newsroom first: one acts on what one sees.
    const unsaved = await text.flush();
    if (unsaved !== null) return unsaved;
    const inTheWay = await attempt(name, order({ ...named, revision: text.autosave.revision }));
    if (inTheWay === null) notices.say(say(done), undo);
    return inTheWay;
  };
  const hold = async () => {
    if ((await doIt('POST /desk/api/draft/hold', named)) !== undefined)
      notices.say(say('doneHeld'), undoing('POST /desk/api/draft/let-go', named, 'doneLetGo'));
  };
  const letGo = async () => {
    if ((await doIt('POST /desk/api/draft/let-go', named)) !== undefined)
      notices.say(say('doneLetGo'), undoing('POST /desk/api/draft/hold', named, 'doneHeld'));
  };

  const restore = async (locales: readonly string[]) => {
    const order = { release: named.release, locales };
    if ((await doIt('POST /desk/api/drafts/restore', order)) !== undefined) notices.say(say('doneRestored'));
  };
  const discard = (others: readonly DraftOpened[]) => {
    const locales = [draft, ...others].map(({ locale }) => locale);
    return act(
      'POST /desk/api/drafts/discard',
      ({ release, locale, revision }) => ({ release, texts: [{ locale, revision }, ...others.map(seenText)] }),
      'doneDiscarded',
      undoing('POST /desk/api/drafts/restore', { release: named.release, locales }, 'doneRestored'),
    );
  };

  const approve = () =>
    ask({
      ...{ title: say('approve'), text: say('approveAsk'), act: say('approve'), warning },
      attempt: () => act('POST /desk/api/draft/approve', (it) => it, 'doneApproved'),
    });
  const recall = () =>
    ask({
      ...{ title: say('recall'), text: say('recallAsk'), act: say('recall') },
      attempt: () => act('POST /desk/api/draft/recall', (it) => it, 'doneRecalled'),
    });
  const sendBack = () =>
    ask({
      ...{ title: say('return'), text: say('returnAsk'), act: say('return') },
      reason: { label: say('returnReason') },
      attempt: (reason) => act('POST /desk/api/draft/return', (it) => ({ ...it, reason }), 'doneReturned'),
    });
  const publish = () =>
    ask({
      ...{ title: say('publish'), text: say('publishAsk', { headline }), note: say('publishNote') },
      ...{ act: say('publish'), warning: warningOfAll },
      attempt: () => act('POST /desk/api/draft/publish', (it) => ({ ...it, forced: null }), 'donePublished'),
    });
  const force = () =>
    ask({
      ...{ title: say('force'), text: say('forceAsk', { headline }), note: say('publishNote'), act: say('force') },
      ...{ reason: { label: say('forceReason') }, isGrave: true, warning: warningOfAll },
      attempt: (forced) => act('POST /desk/api/draft/publish', (it) => ({ ...it, forced }), 'donePublished'),
    });
  const unschedule = () =>
    ask({
      ...{ title: say('unschedule'), text: say('unscheduleAsk'), act: say('unschedule') },
      attempt: () => act('POST /desk/api/draft/unschedule', () => named, 'doneUnscheduled'),
    });
  const isScheduled = draft.state === 'scheduled';
  // What has ended is not corrected any more.
  const mayRestore = may('restore') && (draft.state === 'discarded' || published?.standing === 'published');

  return (
    <>
      <TroubleInSight trouble={trouble} />
      <section className="acts" aria-label={say('actions')} tabIndex={-1}>
        {may('submit') && (
          <Button loading={isDoing} onClick={() => setDialogue('submit')}>
            {say('submit')}
          </Button>
        )}
        {may('approve') && (
          <Button loading={isDoing} onClick={() => void approve()}>
            {say('approve')}
          </Button>
        )}
        {may('schedule') && (
          <Button variant={isScheduled ? 'default' : 'filled'} onClick={() => setDialogue('schedule')}>
            {say('scheduleIt')}
          </Button>
        )}
        {may('publish') && (
          <Button variant="default" loading={isDoing} onClick={() => void publish()}>
            {say('publish')}
          </Button>
        )}
        {may('hold') && isScheduled && !draft.isHeld && (
          <Button color="grave" variant="outline" onClick={() => void hold()}>
            {say('hold')}
          </Button>
        )}
        {may('hold') && isScheduled && draft.isHeld && <Button onClick={() => void letGo()}>{say('letGo')}</Button>}
        {may('schedule') && isScheduled && (
          <Button variant="default" onClick={() => void unschedule()}>
            {say('unschedule')}
          </Button>
        )}
        {may('recall') && (
          <Button variant="default" loading={isDoing} onClick={() => void recall()}>
            {say('recall')}
          </Button>
        )}
        {may('return') && (
          <Button variant="default" onClick={() => void sendBack()}>
            {say('return')}
          </Button>
        )}
        {mayRestore && (
          <Button
            variant={draft.state === 'discarded' ? 'filled' : 'default'}
            onClick={() => void restore([draft.locale])}
          >
            {say(draft.state === 'discarded' ? 'restore' : 'restoreCorrection')}
          </Button>
        )}
        {may('discard') && (
          <Button variant="subtle" color="grave" onClick={() => setDialogue('discard')}>
            {say('discard')}
          </Button>
        )}
        {may('force-publish') && (
          <Button variant="subtle" color="grave" onClick={() => void force()}>
            {say('force')}
          </Button>
        )}
        {draft.state === 'approved' && !may('publish') && <WhoPublishes release={opened.release} draft={draft} />}
        {draft.state === 'submitted' && !may('approve') && <WhoApproves release={opened.release} draft={draft} />}
        {published !== null && (
          <PublicActs
            {...{ named, published, may }}
            reference={opened.release.reference ?? draft.locale}
            mayCorrect={draft.state === 'published'}
            discarded={draft.discarded}
          />
        )}
        {children}
      </section>
      {dialogue === 'submit' && (
        <SubmitDialog
          {...{ text, note, draft }}
          release={opened.release}
          {...{ mayOverride: may('override'), warning }}
          close={() => setDialogue(null)}
          submit={(overrides) => act('POST /desk/api/draft/submit', (it) => ({ ...it, overrides }), 'doneSubmitted')}
        />
      )}
      {dialogue === 'discard' && (
        <Suspense>
          <DiscardDialog {...{ opened, draft, discard }} close={() => setDialogue(null)} />
        </Suspense>
      )}
      {dialogue === 'schedule' && (
        <Suspense>
          <ScheduleDialog
            {...{ opened, draft }}
            warning={warningOfAll}
            close={() => setDialogue(null)}
            schedule={(order) =>
              act(
                'POST /desk/api/draft/schedule',
                (it) => ({ ...it, ...order }),
                'doneScheduled',
                undoing('POST /desk/api/draft/unschedule', named, 'doneUnscheduled'),
              )
            }
          />
        </Suspense>
      )}
    </>
  );
}

function seenText({ locale, revision }: DraftOpened): { readonly locale: string; readonly revision: number } {
  return { locale, revision };
}
