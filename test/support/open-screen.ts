import type { Page } from 'playwright-core';
import type { BusyDesk } from './busy-desk.ts';
import type { DeskScreen, Words } from './desk-screens.ts';

/** Opens a screen of the busy desk and brings it into the state that is meant. */
export async function openScreen(page: Page, screen: DeskScreen, busy: BusyDesk, words: Words): Promise<void> {
  await screen.before?.(page);
  await page.goto(`/desk${screen.path.replace(/\{([\w-]+)\}/, (_, name) => busy.at[name] ?? 'unknown')}`);
  await page.locator('h1, .banner').first().waitFor();
  await page.waitForLoadState('networkidle');
  await screen.show?.(page, words);
}
