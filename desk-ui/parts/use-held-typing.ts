import { useEffect, useRef, useState } from 'react';
import { dropTyping, heldTyping, holdTyping } from '../keep/held-typing.ts';
import type { Trouble } from './trouble.tsx';

/**
 * What is typed in a dialogue. Once that was refused it is held for the same dialogue about the same text, which the address
 * names: whoever closes it to mend what stands in the way finds it there again.
 *
 * @param title of the dialogue.
 */
export function useHeldTyping<Typed>(title: string, first: () => Typed) {
  const [dialogue] = useState(`${location.pathname} ${title}`);
  const [typed, put] = useState(() => heldTyping(dialogue, first()));
  const last = useRef({ typed, isRefused: false });
  last.current.typed = typed;
  useEffect(
    () => () => {
      if (last.current.isRefused) holdTyping(dialogue, last.current.typed);
      else dropTyping(dialogue);
    },
    [dialogue],
  );
  /** Hears what became of the act. */
  const told = (inTheWay: Trouble): Trouble => {
    last.current.isRefused = inTheWay !== null;
    return inTheWay;
  };
  return { typed, put, told };
}
