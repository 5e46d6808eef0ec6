import { useEffect, useState } from 'react';
import { useWords } from '../words/words.tsx';
import { type Trouble, TroubleInDialogue } from './trouble.tsx';

/** What takes an act back. */
export interface Undo {
  /** @returns what stands in the way; null when it is taken back. */
  readonly act: () => Trouble | Promise<Trouble>;
  /** What is said then. */
  readonly done?: string;
  /** Leads to what the act was done to. */
  readonly look?: () => void;
}

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly undo?: Undo;
}

const SHOWN_MILLISECONDS = 8_000;

/**
 * Goes by itself after a while, but never from under a hand: while the keyboard or the pointer is on it, it stays. So it does when
 * the act could not be taken back, with why.
 */
export function ToastShown(order: {
  readonly toast: Toast;
  readonly drop: (id: number) => void;
  readonly say: (text: string) => void;
}) {
  const { say } = useWords();
  const { toast, drop } = order;
  const { id, text, undo } = toast;
  const [hands, setHands] = useState({ focus: false, pointer: false });
  const [inTheWay, setInTheWay] = useState<Trouble>(null);
  const [isUndoing, setUndoing] = useState(false);
  const isHeld = hands.focus || hands.pointer || isUndoing || inTheWay !== null;
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => drop(id), SHOWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [isHeld, drop, id]);
  const takeBack = async ({ act, done }: Undo) => {
    setUndoing(true);
    const trouble = await act();
    setUndoing(false);
    setInTheWay(trouble);
    if (trouble !== null) return;
    drop(id);
    if (done !== undefined) order.say(done);
  };
  return (
    <div
      className="toast"
      onFocus={() => setHands((now) => ({ ...now, focus: true }))}
      onBlur={() => setHands((now) => ({ ...now, focus: false }))}
      onPointerEnter={() => setHands((now) => ({ ...now, pointer: true }))}
      onPointerLeave={() => setHands((now) => ({ ...now, pointer: false }))}
    >
      <span>{inTheWay === null ? text : say('notUndone')}</span>
      <TroubleInDialogue trouble={inTheWay} />
      {undo !== undefined && (
        <button type="button" aria-disabled={isUndoing} onClick={() => !isUndoing && void takeBack(undo)}>
          {say(inTheWay === null ? 'undo' : 'tryAgain')}
        </button>
      )}
      {inTheWay !== null && undo?.look !== undefined && (
        <button
          type="button"
          onClick={() => {
            undo.look?.();
            drop(id);
          }}
        >
          {say('lookAtText')}
        </button>
      )}
      <button type="button" onClick={() => drop(id)}>
        {say('close')}
      </button>
    </div>
  );
}
