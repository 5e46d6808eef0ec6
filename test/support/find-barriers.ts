// In its short form: every page compiles it.
import axe from 'axe-core/axe.min.js';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** Broken by colours alone. They take axe most of its time, and a list of forty has the same few forty times. */
const rulesOfColours = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds on the page as it is shown now: each rule that is broken, with the first element that breaks it.
 * The rules are those that are on by themselves, and that nothing to press is too small (WCAG 2.2, 2.5.8).
 *
 * Asked in the page itself and for nothing but what is broken: its own way through Playwright opens a page more for each.
 */
export function barriersOn(page: Page): Promise<string[]> {
  return brokenOn(page, { rules: { 'target-size': { enabled: true } } });
}

/** As `barriersOn`, for a page that was looked at in other colours: nothing else can be wrong. */
export function barriersOfColourOn(page: Page): Promise<string[]> {
  return brokenOn(page, { runOnly: rulesOfColours });
}

async function brokenOn(page: Page, asked: object): Promise<string[]> {
  if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(`${axe.source}; ${coloursOnce}`);
  const options = { resultTypes: ['violations'], ...asked };
  const look = `(${markAlike})(() => axe.run(document, ${JSON.stringify(options)}).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 300) + ' ' + nodes[0].failureSummary)))`;
  return page.evaluate(look);
}

const ALIKE = 'data-looks-alike';

const coloursOnce = `axe.configure({ rules: [
  { id: 'color-contrast', selector: ':not([${ALIKE}])' },
  { id: 'link-in-text-block', selector: 'a[href]:not([${ALIKE}]), [role=link]:not([${ALIKE}])' },
] })`;

/** Runs in the page: marks elements beside one that looks as they do, down to everything in it, for as long as `work` takes. */
const markAlike = `async (work) => {
  const alike = [];
  const numbers = new Map();
  const look = (element) => {
    const style = getComputedStyle(element);
    const seen = new Set();
    for (const child of element.children) {
      const its = look(child);
      if (seen.has(its)) alike.push(child, ...child.querySelectorAll('*'));
      seen.add(its);
    }
    const own = ['color', 'backgroundColor', 'backgroundImage', 'opacity', 'fontSize', 'fontWeight', 'position',
      'textDecorationLine', 'borderBottomWidth', 'display', 'visibility'];
    const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');
    const its = JSON.stringify([element.tagName, hasText, ...own.map((name) => style[name]), ...seen]);
    if (!numbers.has(its)) numbers.set(its, numbers.size);
    return numbers.get(its);
  };
  look(document.documentElement);
  for (const element of alike) element.setAttribute('${ALIKE}', '');
  try {
    return await work();
  } finally {
    for (const element of alike) element.removeAttribute('${ALIKE}');
  }
}`;

const PAGES = 3;

/** Does the work for every item, on a few pages at once: most of it is waiting for one of them. */
export async function onPages<Item>(
  browser: Browser,
  options: BrowserContextOptions,
  items: readonly Item[],
  work: (page: Page, item: Item) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  const left = [...items];
  const takeTurns = async () => {
    const page = await context.newPage();
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(page, item);
  };
  try {
    await Promise.all(Array.from({ length: PAGES }, takeTurns));
  } finally {
    await context.close();
  }
}
