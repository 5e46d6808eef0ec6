import type { Page } from 'playwright-core';

/** Where the keyboard stops on a page, in order: each once, until it comes round or leaves the page. */
export interface Stop {
  /** What a person would call it. */
  readonly name: string;
  /** It lies in the window, nothing lies on top of it, and something marks it. */
  readonly isSeen: boolean;
}

const MAX_STOPS = 250;

/** Walks with Tab, or with Shift and Tab, from the beginning of the page. */
export async function walk(page: Page, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Stop[]> {
  await page.evaluate((isBack) => {
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
  }, key === 'Shift+Tab');
  const stops: Stop[] = [];
  for (let count = 0; count < MAX_STOPS; count += 1) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(stopNow, stops.length);
    if (stop === null) break;
    if (stop !== 'same') stops.push(stop);
  }
  return stops;
}

/** Goes on with Tab until the focus is on what a person would call so. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let count = 0; count < MAX_STOPS; count += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(nameOfFocus)) === name) return;
  }
  throw new TypeError(`no Tab leads to ${name}`);
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

/** Runs in the page. @returns null where the focus has left it, or comes round; a field for a day is left in several steps. */
function stopNow(count: number): Stop | 'same' | null {
  const focused = document.activeElement as HTMLElement | null;
  if (focused?.getAttribute('data-stop') === String(count - 1)) return 'same';
  if (focused === null || focused === document.body || focused.hasAttribute('data-stop')) return null;
  focused.setAttribute('data-stop', String(count));
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
}

/** Runs in the page. @returns the words of its label, or its own. */
function nameOfFocus(): string {
  const focused = document.activeElement as HTMLInputElement | null;
  const labels = focused?.getAttribute('aria-labelledby')?.split(' ') ?? [];
  const words = [...Array.from(focused?.labels ?? []), ...labels.map((id) => document.getElementById(id)), focused]
    .map((one) => one?.innerText ?? '')
    .find((text) => text !== '');
  // A field that must be filled has a star behind its label.
  return (focused?.getAttribute('aria-label') ?? words ?? '').replace(/\s*\*$/, '').trim();
}
