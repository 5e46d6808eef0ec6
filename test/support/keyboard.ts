import type { Page } from 'playwright-core';

/** Where the keyboard stops on a page, in order: each once, until it comes round or leaves the page. */
export interface Stop {
  /** What a person would call it. */
  readonly name: string;
  /** It lies in the window, nothing lies on top of it, and something marks it. */
  readonly isSeen: boolean;
}

const MAX_STOPS = 250;
const PRESSED_AT_ONCE = 20;

/** Walks with Tab, or with Shift and Tab, from the beginning of the page. */
export async function walk(page: Page, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Stop[]> {
  await page.evaluate(beginWalk, key === 'Shift+Tab');
  let walked: Walked = { stops: [], isOver: false };
  await pressTabs(page, key, async () => {
    walked = await page.evaluate('walked()');
    return walked.isOver || walked.stops.length >= MAX_STOPS;
  });
  return walked.stops;
}

/** Goes on with Tab until the focus is on what a person would call so. */
export async function tabTo(page: Page, name: string): Promise<void> {
  await page.evaluate(stayAt, name);
  let pressed = 0;
  await pressTabs(page, 'Tab', async () => {
    pressed += PRESSED_AT_ONCE;
    if (pressed > MAX_STOPS) throw new TypeError(`no Tab leads to ${name}`);
    return page.evaluate('isThere()');
  });
}

/** Presses many at a time: asking the page after each would take several times as long as pressing it. */
async function pressTabs(page: Page, key: 'Tab' | 'Shift+Tab', isEnough: () => Promise<boolean>): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const send = async (type: 'rawKeyDown' | 'keyUp') => {
    const tab = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9, modifiers: key === 'Tab' ? 0 : 8 };
    await devtools.send('Input.dispatchKeyEvent', { type, ...tab });
  };
  do {
    await Promise.all(Array.from({ length: PRESSED_AT_ONCE }).flatMap(() => [send('rawKeyDown'), send('keyUp')]));
  } while (!(await isEnough()));
  await devtools.detach();
}

/** Goes on to it, and presses it. */
export async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

/** What can be pressed, chosen or typed at and where no walk has stopped: neither there nor, by arrow keys, in its group. */
export function leftOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [contenteditable=true], [tabindex="0"]',
    );
    const isThere = (one: HTMLElement) =>
      one.checkVisibility({ visibilityProperty: true }) && !one.matches(':disabled, [aria-hidden=true] *, [type=file]');
    const isReached = (one: HTMLElement) =>
      one.closest('[data-stop]') !== null ||
      one.closest('[role=toolbar], [role=radiogroup], fieldset:has([type=radio])')?.querySelector('[data-stop]') !=
        null;
    return Array.from(all)
      .filter((one) => isThere(one) && !isReached(one))
      .map((one) => one.outerHTML.slice(0, 160));
  });
}

interface Walked {
  readonly stops: Stop[];
  /** The focus has left the page, or comes round. */
  readonly isOver: boolean;
}

/** Runs in the page, and notes where the focus is whenever Tab is about to leave it; `walked()` tells. */
function beginWalk(isBack: boolean): void {
  const stops: Stop[] = [];
  let isOver = false;
  let isFirst = true;

  const look = () => {
    const focused = document.activeElement as HTMLElement | null;
    // A field for a day is left in several steps.
    if (focused?.getAttribute('data-stop') === String(stops.length - 1)) return;
    isOver = focused === null || focused === document.body || focused.hasAttribute('data-stop');
    if (isOver || focused === null) return;
    focused.setAttribute('data-stop', String(stops.length));
    stops.push(stopAt(focused));
  };
  const stopAt = (focused: HTMLElement): Stop => {
    const { left, top, width, height } = focused.getBoundingClientRect();
    const places = [0.5, 0.1, 0.9].map((share) =>
      document.elementFromPoint(left + Math.min(width / 2, 20), top + height * share),
    );
    const isOnTop = places.some((one) => one !== null && (focused.contains(one) || one.contains(focused)));
    // A checkbox is marked on what stands for it, a field with several values around all of them.
    const field = focused.closest('.mantine-MultiSelect-input');
    const marks = [focused, focused.parentElement, focused.nextElementSibling, field].filter((one) => one !== null);
    const isMarked = marks.some((one) => {
      const style = getComputedStyle(one);
      return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
    });
    const name = (focused.getAttribute('aria-label') ?? focused.innerText ?? '').trim() || focused.outerHTML;
    return { name: name.slice(0, 120), isSeen: isOnTop && isMarked };
  };
  const hear = (event: KeyboardEvent) => {
    if (event.key !== 'Tab') return;
    if (!isFirst && !isOver) look();
    isFirst = false;
    if (!isOver) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const walked = () => {
    if (!isOver) look();
    if (isOver) removeEventListener('keydown', hear, true);
    return { stops, isOver };
  };

  Object.assign(globalThis, { walked });
  (document.activeElement as HTMLElement | null)?.blur();
  if (!isBack) {
    // What was last pressed is where Tab goes on from, even without the focus.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  }
  document.querySelectorAll('[data-stop]').forEach((one) => one.removeAttribute('data-stop'));
  getSelection()?.removeAllRanges();
  scrollTo(0, 0);
  addEventListener('keydown', hear, true);
}

/** Runs in the page, and lets no Tab leave what is called so; `isThere()` tells. */
function stayAt(name: string): void {
  // The words of its label, or its own. A field that must be filled has a star behind its label.
  const nameOfFocus = () => {
    const focused = document.activeElement as HTMLInputElement | null;
    const labels = focused?.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const words = [...Array.from(focused?.labels ?? []), ...labels.map((id) => document.getElementById(id)), focused]
      .map((one) => one?.innerText ?? '')
      .find((text) => text !== '');
    return (focused?.getAttribute('aria-label') ?? words ?? '').replace(/\s*\*$/, '').trim();
  };
  let isFirst = true;
  const hear = (event: KeyboardEvent) => {
    if (event.key !== 'Tab') return;
    const stays = !isFirst && nameOfFocus() === name;
    isFirst = false;
    if (!stays) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const isThere = () => {
    const isSo = nameOfFocus() === name;
    if (isSo) removeEventListener('keydown', hear, true);
    return isSo;
  };
  Object.assign(globalThis, { isThere });
  addEventListener('keydown', hear, true);
}
