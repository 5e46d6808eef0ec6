import type { Browser, Page } from 'playwright-core';

/** What everybody of castAt signs in with. */
const password = 'a harbour at low tide';

export interface AtBrowser {
  readonly page: Page;
  /** What the page complained of. */
  readonly faults: readonly string[];
}

/** Somebody of the cast at a browser of their own, signed in. @param address of the desk's server. */
export async function sitAtBrowser(browser: Browser, address: string, name: string): Promise<AtBrowser> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) faults.push(message.text());
  });
  await page.goto(`${address}/desk/sign-in`);
  await page.getByLabel('E-mail address').fill(`${name.toLowerCase()}@calder.example`);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.locator('form button[type=submit]').click();
  await page.getByRole('heading', { name: 'My work' }).waitFor();
  return { page, faults };
}

/** A picture of the page in each width and colour, where a person wants to look at it. */
export async function lookAt(page: Page, name: string): Promise<void> {
  const folder = process.env['DATELINE_LOOKS'];
  if (folder === undefined) return;
  const former = page.viewportSize() ?? { width: 1280, height: 900 };
  for (const width of [390, 1280]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: true });
    }
  }
  await page.setViewportSize(former);
}
