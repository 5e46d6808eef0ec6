import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/**
 * What axe finds on the page as it is shown now: each rule that is broken, with the first element that breaks it.
 * The rules are those that are on by themselves, and that nothing to press is too small (WCAG 2.2, 2.5.8).
 *
 * Asked in the page itself and for nothing but what is broken: its own way through Playwright opens a page more for each.
 *
 * @param only the rules asked for; null: all.
 */
export async function barriersOn(page: Page, only: readonly string[] | null = null): Promise<string[]> {
  if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(axe.source);
  const rules = only === null ? { rules: { 'target-size': { enabled: true } } } : { runOnly: only };
  const options = { resultTypes: ['violations'], ...rules };
  const look = `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 300) + ' ' + nodes[0].failureSummary))`;
  return page.evaluate(look);
}

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
