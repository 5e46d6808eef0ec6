import type { Page } from 'playwright-core';

/** Pictures of the page in two widths and both colours, in the folder DATELINE_LOOKS, for a person to look at; else none. */
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
