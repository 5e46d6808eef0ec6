import { Button, Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import type { PreviewSeen, TextNamed } from '../../src/desk/contract.ts';
import { now } from '../clock.ts';
import { useAsk } from '../parts/ask.tsx';
import { useAsked, useDoing } from '../parts/asked.ts';
import { CopyLine } from '../parts/copy-line.tsx';
import { Dialogue } from '../parts/dialogue.tsx';
import { type Trouble, TroubleShown } from '../parts/trouble.tsx';
import { useWords } from '../words/words.tsx';
import type { TextInHand } from './use-autosave.ts';

const days = [1, 3, 7, 14];

/** The text as readers will see it, at the width of a phone and a desk, and printed. */
export function PreviewButton({ named, text }: { readonly named: TextNamed; readonly text: TextInHand }) {
  const { say } = useWords();
  const [isShown, setShown] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>(null);
  const show = async () => {
    const unsaved = await text.flush();
    setTrouble(unsaved);
    if (unsaved === null) setShown(true);
  };
  return (
    <>
      <Button variant="default" fullWidth onClick={() => void show()}>
        {say('previewOpen')}
      </Button>
      <TroubleShown trouble={trouble} />
      {isShown && <Shown path={`/desk/preview/${named.release}/${named.locale}`} close={() => setShown(false)} />}
    </>
  );
}

/** Links that show a text to people outside: made, counted, revoked. */
export function Previews({ named, mayShare }: { readonly named: TextNamed; readonly mayShare: boolean }) {
  const { say } = useWords();
  const { answer, trouble } = useAsked('GET /desk/api/previews', named);
  const { doIt, isDoing, trouble: why } = useDoing();
  const ask = useAsk();
  const [count, setCount] = useState(7);
  const [link, setLink] = useState<string | null>(null);
  const [isForReview, setForReview] = useState(false);
  const [question, setQuestion] = useState('');
  const make = async () => {
    const made = await doIt('POST /desk/api/previews', {
      ...{ ...named, days: count, question: isForReview ? question : null },
    });
    if (made === undefined) return;
    setLink(made.link);
    setQuestion('');
  };
  const revoke = async (preview: string) => {
    const question = { title: say('previewRevoke'), text: say('previewRevokeAsk'), act: say('previewRevoke') };
    if ((await ask(question)) !== null) await doIt('POST /desk/api/previews/revoke', { preview });
  };
  return (
    <div className="stack">
      <p className="small">{say('previewLead')}</p>
      {mayShare && (
        <div className="stack">
          <NativeSelect
            size="xs"
            label={say('previewDays')}
            value={String(count)}
            data={days.map((value) => ({ value: String(value), label: `${value}` }))}
            onChange={(event) => setCount(Number(event.currentTarget.value))}
          />
          <Checkbox
            size="xs"
            label={say('previewReview')}
            checked={isForReview}
            onChange={(event) => setForReview(event.currentTarget.checked)}
          />
          {isForReview && (
            <Textarea
              size="xs"
              label={say('previewQuestion')}
              value={question}
              lang={named.locale}
              dir="auto"
              autosize
              minRows={2}
              onChange={(event) => setQuestion(event.currentTarget.value)}
            />
          )}
          <Button size="xs" loading={isDoing} onClick={() => void make()}>
            {say('previewMake')}
          </Button>
        </div>
      )}
      <TroubleShown trouble={why ?? trouble} />
      {link !== null && <CopyLine text={link} />}
      {answer?.previews.length === 0 && <p className="small">{say('previewNone')}</p>}
      <ul>
        {answer?.previews.map((one) => (
          <Preview one={one} key={one.id} revoke={() => void revoke(one.id)} />
        ))}
      </ul>
    </div>
  );
}

function Preview({ one, revoke }: { readonly one: PreviewSeen; readonly revoke: () => void }) {
  const { say, moment } = useWords();
  const isExpired = new Date(one.expiresAt) < now();
  const standing = () => {
    if (one.revokedAt !== null) return say('previewRevoked');
    return isExpired ? say('previewExpired') : say('previewExpires', { when: moment(one.expiresAt) });
  };
  return (
    <li className="finding">
      <p>{moment(one.createdAt)}</p>
      <p className="where">
        <span>{standing()}</span>
        <span>{say('previewOpenings', { count: one.openings })}</span>
        {one.review !== null && <span>{say('previewForReview')}</span>}
      </p>
      {one.review !== null && one.review.question !== '' && (
        <p className="small said">{say('previewAsked', { question: one.review.question })}</p>
      )}
      {one.revokedAt === null && !isExpired && (
        <button type="button" className="plain" onClick={revoke}>
          {say('previewRevoke')}
        </button>
      )}
    </li>
  );
}

function Shown({ path, close }: { readonly path: string; readonly close: () => void }) {
  const { say } = useWords();
  const [width, setWidth] = useState<'phone' | 'desktop'>('phone');
  const frame = useRef<HTMLIFrameElement>(null);
  return (
    <Dialogue size="whole" close={close} title={say('preview')}>
      <fieldset className="row widths">
        <legend className="small">{say('previewWidth')}</legend>
        {(['phone', 'desktop'] as const).map((one) => (
          <Button
            key={one}
            size="xs"
            variant={one === width ? 'filled' : 'default'}
            aria-pressed={one === width}
            onClick={() => setWidth(one)}
          >
            {say(one === 'phone' ? 'previewPhone' : 'previewDesktop')}
          </Button>
        ))}
        <Button size="xs" variant="default" onClick={() => frame.current?.contentWindow?.print()}>
          {say('previewPrint')}
        </Button>
      </fieldset>
      <iframe ref={frame} className={`preview-frame ${width}`} title={say('preview')} src={path} />
    </Dialogue>
  );
}
