import { Button } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type {
  AnswerOf,
  CallName,
  DraftOpened,
  OrderOf,
  PublishedSeen,
  ReleaseOpened,
} from '../../src/desk/contract.ts';
import { useAsk } from '../parts/ask.tsx';
import { useDoing } from '../parts/asked.ts';
import { TroubleShown, useNotices } from '../parts/notices.tsx';
import type { Act } from '../types.ts';
import type { Word } from '../words/en.ts';
import { useWords } from '../words/words.tsx';
import { PublicActs } from './public-text.tsx';
import { SubmitDialog } from './submit-dialog.tsx';
import type { TextInHand } from './use-autosave.ts';

const ScheduleDialog = lazy(async () => ({ default: (await import('./schedule-dialog.tsx')).ScheduleDialog }));

export interface ActsOrder {
  readonly opened: ReleaseOpened;
  readonly draft: DraftOpened;
  readonly published: PublishedSeen | null;
  readonly text: TextInHand;
  readonly children: ReactNode;
}

/** What this person may do with the text as it stands; each act by its own word, and a question before what cannot be undone. */
export function Acts({ opened, draft, published, text, children }: ActsOrder) {
  const { say } = useWords();
  const ask = useAsk();
  const notices = useNotices();
  const { doIt, isDoing, trouble, forget } = useDoing();
  const [dialogue, setDialogue] = useState<'submit' | 'schedule' | null>(null);
  const named = { release: opened.release.id, locale: draft.locale };
  const may = (act: Act) => draft.may.includes(act);
  const headline = draft.content.headline || say('untitled');

  /** Everything typed is with the newsroom first: one acts on what one sees. */
  const seen = async () => {
    forget();
    return (await text.flush()) ? { ...named, revision: text.autosave.revision } : null;
  };
  const act = async <Name extends CallName>(
    name: Name,
    order: (seen: typeof named & { revision: number }) => OrderOf<Name>,
    done: Word,
    undo?: { readonly label: string; readonly act: () => void },
  ): Promise<AnswerOf<Name> | undefined> => {
    const asSeen = await seen();
    if (asSeen === null) return undefined;
    const answer = await doIt(name, order(asSeen));
    if (answer !== undefined) notices.say(say(done), undo);
    return answer;
  };
  const undoing = (
    name: 'POST /desk/api/draft/unschedule' | 'POST /desk/api/draft/let-go' | 'POST /desk/api/draft/hold',
  ) => ({
    label: say('undo'),
    act: () => void doIt(name, named),
  });

  const approve = async () => {
    const answer = await ask({ title: say('approve'), text: say('approveAsk'), act: say('approve') });
    if (answer !== null) await act('POST /desk/api/draft/approve', (it) => it, 'doneApproved');
  };
  const recall = async () => {
    const answer = await ask({ title: say('recall'), text: say('recallAsk'), act: say('recall') });
    if (answer !== null) await act('POST /desk/api/draft/recall', (it) => it, 'doneRecalled');
  };
  const sendBack = async () => {
    const reason = await ask({
      ...{ title: say('return'), text: say('returnAsk'), act: say('return') },
      reason: { label: say('returnReason') },
    });
    if (reason !== null) await act('POST /desk/api/draft/return', (it) => ({ ...it, reason }), 'doneReturned');
  };
  const publish = async () => {
    const answer = await ask({
      ...{ title: say('publish'), text: say('publishAsk', { headline }), note: say('publishNote') },
      act: say('publish'),
    });
    if (answer !== null) await act('POST /desk/api/draft/publish', (it) => ({ ...it, forced: null }), 'donePublished');
  };
  const force = async () => {
    const reason = await ask({
      ...{ title: say('force'), text: say('forceAsk', { headline }), note: say('publishNote'), act: say('force') },
      ...{ reason: { label: say('forceReason') }, isGrave: true },
    });
    if (reason !== null)
      await act('POST /desk/api/draft/publish', (it) => ({ ...it, forced: reason }), 'donePublished');
  };
  const unschedule = async () => {
    const answer = await ask({ title: say('unschedule'), text: say('unscheduleAsk'), act: say('unschedule') });
    if (answer !== null) await act('POST /desk/api/draft/unschedule', () => named, 'doneUnscheduled');
  };
  const isScheduled = draft.state === 'scheduled';

  return (
    <>
      <TroubleShown trouble={trouble} />
      <section className="acts" aria-label={say('actions')}>
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
          <Button
            color="grave"
            variant="outline"
            onClick={() =>
              void act('POST /desk/api/draft/hold', () => named, 'doneHeld', undoing('POST /desk/api/draft/let-go'))
            }
          >
            {say('hold')}
          </Button>
        )}
        {may('hold') && isScheduled && draft.isHeld && (
          <Button
            onClick={() =>
              void act('POST /desk/api/draft/let-go', () => named, 'doneLetGo', undoing('POST /desk/api/draft/hold'))
            }
          >
            {say('letGo')}
          </Button>
        )}
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
        {may('force-publish') && (
          <Button variant="subtle" color="grave" onClick={() => void force()}>
            {say('force')}
          </Button>
        )}
        {published !== null && (
          <PublicActs
            {...{ named, published, may }}
            reference={opened.release.reference ?? draft.locale}
            mayCorrect={draft.state === 'published'}
          />
        )}
        {children}
      </section>
      {dialogue === 'submit' && (
        <SubmitDialog
          text={text}
          locale={draft.locale}
          close={() => setDialogue(null)}
          submit={(overrides) => act('POST /desk/api/draft/submit', (it) => ({ ...it, overrides }), 'doneSubmitted')}
        />
      )}
      {dialogue === 'schedule' && (
        <Suspense>
          <ScheduleDialog
            opened={opened}
            draft={draft}
            close={() => setDialogue(null)}
            schedule={(order) =>
              act(
                'POST /desk/api/draft/schedule',
                (it) => ({ ...it, ...order }),
                'doneScheduled',
                undoing('POST /desk/api/draft/unschedule'),
              )
            }
          />
        </Suspense>
      )}
    </>
  );
}
