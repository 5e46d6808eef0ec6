import { type RefObject, useEffect } from 'react';

/**
 * What has the focus may go: the button of an act that is done, a line that was removed. The browser would begin again at the head
 * of the page; the focus stays with the acts instead, or at the screen.
 */
export function useKeepFocus(main: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const screen = main.current;
    if (screen === null) return;
    let last: { readonly element: Element; readonly isAct: boolean } | null = null;
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof Element) last = { element: target, isAct: target.closest('.acts') !== null };
    };
    const mutations = new MutationObserver(() => {
      if (last === null || last.element.isConnected || document.activeElement !== document.body) return;
      const acts = last.isAct ? screen.querySelector<HTMLElement>('.acts') : null;
      last = null;
      (acts ?? screen).focus({ preventScroll: true });
    });
    screen.addEventListener('focusin', remember);
    mutations.observe(screen, { childList: true, subtree: true });
    return () => {
      screen.removeEventListener('focusin', remember);
      mutations.disconnect();
    };
  }, [main]);
}
