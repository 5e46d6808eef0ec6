import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import type { Change, DraftOpened, PublishedSeen, ReleaseOpened, TextNamed } from '../../src/desk/contract.ts';
import { ActForm } from '../parts/act-form.tsx';
import { useAsk } from '../parts/ask.tsx';
import { useDoing } from '../parts/asked.ts';
import { Dialogue } from '../parts/dialogue.tsx';
import { directionOf, useHasRole, useZoneOf } from '../parts/me.tsx';
import { useNotices } from '../parts/notices.tsx';
import { StateMark } from '../parts/text-line.tsx';
import type { Trouble } from '../parts/trouble.tsx';
import { useHeldTyping } from '../parts/use-held-typing.ts';
import type { Act } from '../types.ts';
import type { Word } from '../words/en.ts';
import { useWords } from '../words/words.tsx';
import { ChangeFields } from './change-note.tsx';
import { PublicAddress } from './facts.tsx';

/** A text that is public and of which the desk holds no draft: one that came with an archive. */
export function PublicText({
  opened,
  published,
}: {
  readonly opened: ReleaseOpened;
  readonly published: PublishedSeen;
}) {
  const { say, moment, day } = useWords();
  const timeZone = useZoneOf(opened.release.office);
  const isPublisher = useHasRole('publisher');
  const isAdministrator = useHasRole('administrator');
  const may = (act: Act) => (act === 'take-down' ? isAdministrator : isPublisher);
  return (
    <div className="stack workbench">
      <p>
        <StateMark state={published.standing} />{' '}
        {published.publishedDay === null ? moment(published.publishedAt, timeZone) : day(published.publishedDay)}.{' '}
        {say('editionNumber', { number: published.edition })}.
        {published.standing !== 'retracted' && (
          <>
            {' '}
            <PublicAddress path={published.address} />
          </>
        )}
      </p>
      <div className="row">
        <PublicActs
          named={{ release: opened.release.id, locale: published.locale }}
          reference={opened.release.reference ?? published.locale}
          published={published}
          may={may}
          mayCorrect
          discarded={null}
        />
      </div>
    </div>
  );
}

/** What can become of a public text. Nothing of it can be undone, so each is asked for plainly. */
export function PublicActs(order: {
  readonly named: TextNamed;
  readonly published: PublishedSeen;
  /** Typed before what cannot be undone. */
  readonly reference: string;
  readonly may: (act: Act) => boolean;
  readonly mayCorrect: boolean;
  /** A correction that was begun and thrown away. */
  readonly discarded: DraftOpened['discarded'];
}) {
  const { say } = useWords();
  const { named, published, may, mayCorrect } = order;
  const ask = useAsk();
  const notices = useNotices();
  const { attempt } = useDoing();
  const [isCorrecting, setCorrecting] = useState(false);
  const isEnded = published.standing === 'retracted';
  const isPublic = published.standing === 'published';
  const reason = { label: say('publicReason'), lang: named.locale, dir: directionOf(named.locale) };
  const confirmWord = order.reference;

  const done = (inTheWay: Trouble, word: Word): Trouble => {
    if (inTheWay === null) notices.say(say(word));
    return inTheWay;
  };
  const withdraw = () =>
    ask({
      ...{ title: say('withdraw'), text: say('withdrawAsk'), act: say('withdraw') },
      ...{ reason, isGrave: true },
      attempt: async (publicReason) =>
        done(await attempt('POST /desk/api/text/withdraw', { ...named, publicReason }), 'doneWithdrawn'),
    });
  const retract = () =>
    ask({
      ...{ title: say('retract'), text: say('retractAsk'), act: say('retract') },
      ...{ reason, isGrave: true, confirmWord },
      attempt: async (publicReason) =>
        done(await attempt('POST /desk/api/text/retract', { ...named, publicReason }), 'doneRetracted'),
    });
  const takeDown = () =>
    ask({
      ...{ title: say('takeDown'), text: say('takeDownAsk'), act: say('takeDown') },
      ...{ reason: { label: say('legalReason') }, isGrave: true, confirmWord },
      attempt: async (legalReason) =>
        done(await attempt('POST /desk/api/text/take-down', { ...named, legalReason }), 'doneTakenDown'),
    });
  const mayEnd = (may('withdraw') && isPublic) || may('retract') || may('take-down');
  if (isEnded) return null;
  return (
    <>
      {may('correct') && isPublic && mayCorrect && (
        <Button onClick={() => setCorrecting(true)}>{say('correct')}</Button>
      )}
      {mayEnd && (
        <Menu>
          <Menu.Target>
            <Button variant="outline" color="grave">
              {[may('withdraw') && isPublic && say('withdraw'), may('retract') && say('retract')]
                .filter(Boolean)
                .join(' · ') || say('takeDown')}
              <span aria-hidden>&nbsp;▾</span>
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {may('withdraw') && isPublic && <Menu.Item onClick={() => void withdraw()}>{say('withdraw')}</Menu.Item>}
            {may('retract') && <Menu.Item onClick={() => void retract()}>{say('retract')}</Menu.Item>}
            {may('take-down') && <Menu.Item onClick={() => void takeDown()}>{say('takeDown')}</Menu.Item>}
          </Menu.Dropdown>
        </Menu>
      )}
      {isCorrecting && <CorrectDialog {...{ named, discarded: order.discarded }} close={() => setCorrecting(false)} />}
    </>
  );
}

function CorrectDialog(order: {
  readonly named: TextNamed;
  readonly discarded: DraftOpened['discarded'];
  readonly close: () => void;
}) {
  const { named, discarded, close } = order;
  const { say, moment } = useWords();
  const notices = useNotices();
  const { attempt } = useDoing();
  const { typed, put, told } = useHeldTyping<Change>(say('correct'), () => ({
    ...{ kind: 'correction', note: '', isMajor: false },
  }));
  const begin = async () => {
    const order = { ...named, change: typed };
    return told(await attempt('POST /desk/api/draft/correct', order, () => notices.say(say('doneCorrecting'))));
  };
  return (
    <Dialogue close={close} title={say('correct')}>
      <ActForm act={say('correct')} send={begin} close={close}>
        <p>{say('correctAsk')}</p>
        {discarded !== null && (
          <p>{say('correctEndsRestoring', { name: discarded.by || say('somebody'), when: moment(discarded.at) })}</p>
        )}
        <ChangeFields change={typed} put={put} locale={named.locale} isEditable />
      </ActForm>
    </Dialogue>
  );
}
