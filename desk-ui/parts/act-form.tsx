import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useWords } from '../words/words.tsx';
import { type Trouble, TroubleInDialogue } from './trouble.tsx';
import { wrongField } from './wrong-field.ts';

/**
 * A form with one act, of a dialogue or of a screen: it is sent once at a time. Refused, it keeps what was typed, says why, and
 * puts the focus on what is wrong: a field by its `name`, or the reasons.
 */
export function ActForm(order: {
  /** The act's own word. */
  readonly act: string;
  /** @returns what stands in the way; null when it is done; nothing when one thought better of it. */
  readonly send: () => Promise<Trouble | undefined | void>;
  /** The way out, and where the form goes when its act is done. */
  readonly close?: () => void;
  /** The way out of a form whose place something else takes when its act is done. */
  readonly cancel?: () => void;
  readonly isReady?: boolean;
  readonly isGrave?: boolean;
  readonly label?: string;
  readonly className?: string;
  /** Between its own act and the way out. */
  readonly more?: ReactNode;
  readonly children: ReactNode;
}) {
  const { say } = useWords();
  const {
    act,
    send,
    close,
    cancel = close,
    isReady = true,
    isGrave = false,
    label,
    className = 'stack',
    more,
    children,
  } = order;
  const [isDoing, setDoing] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>(null);
  const isSent = useRef(false);
  const form = useRef<HTMLFormElement>(null);
  const why = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (trouble !== null && form.current !== null) (wrongField(form.current, trouble) ?? why.current)?.focus();
  }, [trouble]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // A dialogue may be drawn from within another form, which has not been sent.
    event.stopPropagation();
    // Enter comes twice sooner than a button is drawn that waits.
    if (!isReady || isSent.current) return;
    isSent.current = true;
    setDoing(true);
    const inTheWay = await send();
    isSent.current = false;
    setDoing(false);
    setTrouble(inTheWay ?? null);
    if (inTheWay === null) close?.();
  };
  return (
    <form ref={form} className={className} aria-label={label} onSubmit={(event) => void submit(event)}>
      {children}
      {trouble !== null && (
        <div ref={why} tabIndex={-1} className="whole">
          <TroubleInDialogue trouble={trouble} />
        </div>
      )}
      <div className="row whole">
        <Button type="submit" color={isGrave ? 'grave' : 'petrol'} disabled={!isReady} loading={isDoing}>
          {act}
        </Button>
        {more}
        {cancel !== undefined && (
          <Button variant="default" onClick={cancel}>
            {say('cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
