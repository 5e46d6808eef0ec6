import { useState } from 'react';
import { dropTyping, heldTyping, holdTyping } from '../keep/held-typing.ts';
import type { Trouble } from './trouble.tsx';

/**
 * What was typed in a dialogue and refused, for the same dialogue about the same text: the address names the text.
 *
 * @param title of the dialogue.
 * @returns `before`: what it begins with. `done` when its act is done; `leave` when it is closed, with what stands in the way
 *   and what is typed in it now.
 */
export function useHeldTyping<Typed>(title: string, first: () => Typed) {
  const [dialogue] = useState(`${location.pathname} ${title}`);
  const [before] = useState(() => heldTyping(dialogue, first()));
  return {
    before,
    done: () => dropTyping(dialogue),
    leave: (inTheWay: Trouble, typed: Typed) => {
      if (inTheWay === null) dropTyping(dialogue);
      else holdTyping(dialogue, typed);
    },
  };
}
