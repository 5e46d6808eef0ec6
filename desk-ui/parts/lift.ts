import { useEffect } from 'react';
import type { TextLine } from '../../src/desk/contract.ts';
import { now } from '../clock.ts';
import { useRefresh } from './asked.ts';

/** Longer than this, a browser's timers go off at once. */
const LONGEST_MILLISECONDS = 60 * 60_000;
/** This computer's clock may be ahead of the newsroom's, and a lift takes a moment. */
const FIRST_AGAIN_MILLISECONDS = 1_000;
const LAST_AGAIN_MILLISECONDS = 30_000;

/** What is scheduled goes public while its page stands open: asks anew when the instant comes, and until it is public or held. */
export function useLift(texts: readonly Pick<TextLine, 'goesPublicAt' | 'isHeld'>[] | undefined): void {
  useNextLift(nextOf(texts ?? []));
}

/** As useLift, where the instant is told apart from what is on the page. */
export function useNextLift(next: string | null): void {
  const refresh = useRefresh();
  useEffect(() => {
    if (next === null) return;
    let timer: ReturnType<typeof setTimeout>;
    let again = FIRST_AGAIN_MILLISECONDS;
    const wait = () => {
      const left = Date.parse(next) - now().getTime();
      if (left > 0) {
        timer = setTimeout(wait, Math.min(left, LONGEST_MILLISECONDS));
        return;
      }
      void refresh();
      timer = setTimeout(wait, again);
      again = Math.min(again * 2, LAST_AGAIN_MILLISECONDS);
    };
    wait();
    return () => clearTimeout(timer);
  }, [next, refresh]);
}

/** The first instant that is not held up. */
function nextOf(texts: readonly Pick<TextLine, 'goesPublicAt' | 'isHeld'>[]): string | null {
  const instants = texts.flatMap(({ goesPublicAt, isHeld }) => (goesPublicAt === null || isHeld ? [] : [goesPublicAt]));
  return instants.toSorted()[0] ?? null;
}
