import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { DraftOpened, RemarkSeen, TextNamed } from '../../src/desk/contract.ts';
import { useAsk } from '../parts/ask.tsx';
import { useAsked, useDoing } from '../parts/asked.ts';
import { directionOf } from '../parts/me.tsx';
import { useNotices } from '../parts/notices.tsx';
import { TroubleShown } from '../parts/trouble.tsx';
import { useWords } from '../words/words.tsx';
import { SinceRevision } from './since-revision.tsx';
import type { TextInHand } from './use-autosave.ts';

interface RemarksOrder {
  readonly named: TextNamed;
  readonly draft: DraftOpened;
  readonly text: TextInHand;
}

/** What people outside remarked of a text, newest first, each held against the text as it is now. */
export function Remarks({ named, draft, text }: RemarksOrder) {
  const { say } = useWords();
  const { answer, trouble, askAgain } = useAsked('GET /desk/api/remarks', named);
  useEffect(() => {
    askAgain();
    // biome-ignore lint: what was remarked is held against each save anew
  }, [draft.revision]);
  return (
    <>
      <TroubleShown trouble={trouble} />
      {answer?.remarks.length === 0 && <p className="small">{say('remarksNone')}</p>}
      <ol>
        {answer?.remarks.map((remark) => (
          <Remark key={remark.id} {...{ remark, named, text }} maySettle={draft.may.includes('settle')} />
        ))}
      </ol>
    </>
  );
}

interface RemarkOrder {
  readonly remark: RemarkSeen;
  readonly named: TextNamed;
  readonly text: TextInHand;
  readonly maySettle: boolean;
}

function Remark({ remark, named, text, maySettle }: RemarkOrder) {
  const { say, moment } = useWords();
  const { name, words, madeAt, revision, link, isOfTextNow, about, settled } = remark;
  const [isOpen, setOpen] = useState(false);
  const isToSettle = words !== null && settled === null;
  return (
    <li className="finding remark">
      <p>
        <strong>
          <bdi>{name}</bdi>
        </strong>
      </p>
      <p className="where">
        <span>{moment(madeAt)}</span>
        {isToSettle && <span className="mark fair">{say('remarkOpen')}</span>}
        <span>{isOfTextNow ? say('remarkOfNow') : say('remarkOfEarlier', { revision })}</span>
      </p>
      {about !== null && (
        <p>
          <span className="small">
            {say(about.isStillThere ? 'remarkAbout' : 'remarkAboutGone', { number: about.number })}
          </span>{' '}
          <q lang={named.locale} dir={directionOf(named.locale)}>
            {about.words}
          </q>
        </p>
      )}
      <p className="said" dir="auto">
        {words ?? say('remarkFoundNothing')}
      </p>
      {link.sharedAt !== null && (
        <p className="small">{say('remarkByLink', { name: link.sharedBy, when: moment(link.sharedAt) })}</p>
      )}
      {settled !== null && (
        <>
          <p className="small">{say('remarkSettled', { name: settled.by, when: moment(settled.at) })}</p>
          <p className="said" dir="auto">
            {settled.answer}
          </p>
        </>
      )}
      <div className="row">
        {!isOfTextNow && (
          <button type="button" className="plain" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {say('remarkDifference')}
          </button>
        )}
        {isToSettle && maySettle && <Settle remark={remark} />}
      </div>
      {isOpen && !isOfTextNow && <SinceRevision named={named} revision={revision} now={text.typed.content} />}
    </li>
  );
}

function Settle({ remark: { id, name, words } }: Pick<RemarkOrder, 'remark'>) {
  const { say } = useWords();
  const { attempt } = useDoing();
  const ask = useAsk();
  const notices = useNotices();
  const settle = () =>
    ask({
      ...{ title: say('settle'), text: say('remarkQuoted', { name, excerpt: words ?? '' }), act: say('settle') },
      reason: { label: say('settleAnswer'), name: 'answer' },
      async attempt(answer) {
        const inTheWay = await attempt('POST /desk/api/remarks/settle', { remark: id, answer });
        if (inTheWay === null) notices.say(say('doneSettled'));
        return inTheWay;
      },
    });
  return (
    <Button size="xs" variant="default" onClick={() => void settle()}>
      {say('settle')}
    </Button>
  );
}
