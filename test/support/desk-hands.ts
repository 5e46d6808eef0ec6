import type { Locator, Page } from 'playwright-core';

// What a person's hands do at the desk, by the words they read there.

export function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

/** Presses a button of the page and, in the question that it asks, the button of the same name. */
export async function act(page: Page, name: string, answer: (dialog: Locator) => Promise<unknown> = async () => {}) {
  await button(page, name).click();
  const dialog = page.getByRole('dialog');
  await answer(dialog);
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Waits until the text in hand stands so. */
export function stands(page: Page, state: string): Promise<void> {
  return page.locator('.tabs [aria-current=page] .state', { hasText: state }).waitFor();
}

export function isSaved(page: Page): Promise<void> {
  return page
    .getByText(/^Saved \d/)
    .first()
    .waitFor();
}

/** The body of the text, where one writes. */
export function bodyOf(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Text', exact: true });
}

/** Begins a release with the keyboard alone and types a text into it, a line of the body a paragraph. */
export async function write(page: Page, words: { headline: string; summary: string; body: readonly string[] }) {
  await page.goto('/desk/releases/new');
  await button(page, 'Begin the release').press('Enter');
  await fill(page, words);
}

/** Types into the fields of the text that is open, from the headline on, by Tab. */
export async function fill(page: Page, words: { headline: string; summary: string; body: readonly string[] }) {
  await page.getByLabel('Headline').focus();
  await page.keyboard.type(words.headline);
  await page.keyboard.press('Tab');
  await page.keyboard.type(words.summary);
  await bodyOf(page).focus();
  for (const [place, paragraph] of words.body.entries()) {
    if (place > 0) await page.keyboard.press('Enter');
    await page.keyboard.type(paragraph);
  }
  await page.getByLabel('Headline').focus();
  await isSaved(page);
}
