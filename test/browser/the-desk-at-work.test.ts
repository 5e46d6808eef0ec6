import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/open-browser.ts';
import { type OpenDesk, openDesk } from '../support/open-desk.ts';
import type { OpenForReaders } from '../support/open-for-readers.ts';
import { openPort } from '../support/open-port.ts';

let open: OpenForReaders;
let desk: OpenDesk;
let browser: Browser;
let odile: Page;
const pages = new Map<string, Page>();
const faults: string[] = [];

const password = 'a harbour at low tide';

beforeAll(async () => {
  open = await openPort('en', 'fr');
  desk = await openDesk(open);
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await desk?.close();
  await open?.close();
});

/** Somebody's own browser; whatever it complains of is a fault of the application. */
async function sit(): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) faults.push(message.text());
  });
  return page;
}

/** On the desk's own address: links are made for the public one. */
const here = (link: string) => desk.address + link.slice(link.indexOf('/desk'));

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

async function comeIn(page: Page, link: string, own?: { name: string; email: string }): Promise<void> {
  await page.goto(here(link));
  if (own !== undefined) {
    await page.getByLabel('Name').fill(own.name);
    await page.getByLabel('E-mail address').fill(own.email);
  }
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.locator('form button[type=submit]').click();
  await page.getByRole('heading', { name: 'My work' }).waitFor();
}

test('the first administrator comes in by the link, and nobody by it again', async () => {
  odile = await sit();
  const link = (await open.newsroom.firstAdministratorLink()) ?? '';
  await comeIn(odile, link, { name: 'Odile', email: 'odile@calder.example' });
  const stranger = await sit();
  await stranger.goto(here(link));
  await stranger
    .getByText(/no longer|not work|used/i)
    .first()
    .waitFor();
  await stranger.context().close();
});

test('whoever is invited comes in with their role', async () => {
  for (const [name, role] of Object.entries({ Mara: 'writer', Tomas: 'editor', Ines: 'publisher' })) {
    const invited = { name, email: `${name.toLowerCase()}@calder.example`, language: 'en' };
    const body = JSON.stringify({ ...invited, assignments: [{ role, office: null, locale: null }] });
    const link = await odile.evaluate(async (order) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch('/desk/api/people/invite', { method: 'POST', headers, body: order });
      return ((await answer.json()) as { link: string }).link;
    }, body);
    const page = await sit();
    await comeIn(page, link);
    pages.set(name, page);
  }
});

test('a text is written, approved by somebody else, scheduled, and public at its instant', async () => {
  const [mara, tomas, ines] = ['Mara', 'Tomas', 'Ines'].map((name) => pages.get(name) as Page) as [Page, Page, Page];
  await mara.goto(`${desk.address}/desk/releases/new`);
  await button(mara, 'Begin the release').click();
  await mara.getByLabel('Headline').fill('The kingfisher ferry sails at noon');
  await mara.getByLabel('Summary').fill('Daily from March.');
  await mara.locator('.tiptap, .ProseMirror').first().click();
  await mara.keyboard.type('The port says the ferry sails at noon.');
  await button(mara, 'Submit').click();
  await mara.getByRole('dialog').getByRole('button', { name: 'Submit', exact: true }).click();
  await mara.getByText('Submitted').first().waitFor();

  const address = mara.url();
  await tomas.goto(address);
  await button(tomas, 'Approve').click();
  await tomas.getByRole('dialog').getByRole('button', { name: 'Approve', exact: true }).click();
  await tomas.getByText('Approved').first().waitFor();

  await ines.goto(address);
  await button(ines, 'Schedule').click();
  const dialog = ines.getByRole('dialog');
  await dialog.getByLabel('Day').fill('2026-11-24');
  await dialog.locator('input[type=time]').fill('13:00');
  await dialog.getByRole('button', { name: 'Schedule', exact: true }).click();
  await ines.getByText('Scheduled').first().waitFor();

  const reader = await sit();
  await reader.goto(`${desk.address}/en`);
  expect(await reader.content()).not.toContain('kingfisher');
  open.clock.advanceTo('2026-11-24T13:00:00Z');
  await reader.goto(`${desk.address}/en`);
  expect(await reader.content()).toContain('The kingfisher ferry sails at noon');
  await reader.context().close();
}, 120_000);

test('two who write at one text: the second sees both texts, and nothing typed is lost', async () => {
  const [mara, ines] = ['Mara', 'Ines'].map((name) => pages.get(name) as Page) as [Page, Page];
  await mara.goto(`${desk.address}/desk/releases/new`);
  await button(mara, 'Begin the release').click();
  await mara.getByLabel('Headline').fill('First words');
  await mara.getByLabel('Summary').click();
  await mara
    .getByText(/^Saved/)
    .first()
    .waitFor();

  await ines.goto(mara.url());
  await ines.getByLabel('Headline').fill('Words of Ines');
  await ines.getByLabel('Summary').click();
  await ines
    .getByText(/^Saved/)
    .first()
    .waitFor();
  await mara.getByLabel('Headline').fill('Words of Mara');
  await mara.getByLabel('Summary').click();
  await mara.getByRole('heading', { name: 'Somebody saved meanwhile' }).waitFor();
  expect(await mara.locator('label', { hasText: 'Take theirs' }).innerText()).toContain('Words of Ines');
  expect(await mara.getByLabel('Headline').first().inputValue()).toBe('Words of Mara');
}, 120_000);

test('what is typed while offline is kept, and saved when the newsroom is back', async () => {
  const ines = pages.get('Ines') as Page;
  await ines.goto(`${desk.address}/desk/releases/new`);
  await button(ines, 'Begin the release').click();
  await ines.getByLabel('Headline').fill('Before the storm');
  await ines.getByLabel('Summary').click();
  await ines
    .getByText(/^Saved/)
    .first()
    .waitFor();
  await ines.context().setOffline(true);
  await ines.getByLabel('Headline').fill('In the storm');
  await ines.getByLabel('Summary').click();
  await ines
    .getByText(/^Not saved/)
    .first()
    .waitFor();
  await ines.context().setOffline(false);
  await ines
    .getByText(/^Saved/)
    .first()
    .waitFor();
  await ines.reload();
  await ines.getByLabel('Headline').waitFor();
  expect(await ines.getByLabel('Headline').inputValue()).toBe('In the storm');
}, 120_000);

test.each(['light', 'dark'] as const)(
  'no screen has a barrier, %s',
  async (colorScheme) => {
    const ines = pages.get('Ines') as Page;
    const text = new URL(ines.url()).pathname;
    await odile.emulateMedia({ colorScheme });
    await ines.emulateMedia({ colorScheme });
    const shown: [Page, string][] = [
      ...['', '/releases', '/schedule', '/account', '/health', text.slice('/desk'.length)].map(
        (path): [Page, string] => [ines, path],
      ),
      ...['/people', '/boilerplate', '/audit'].map((path): [Page, string] => [odile, path]),
    ];
    for (const [page, path] of shown) {
      await page.goto(`${desk.address}/desk${path}`);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [path, id, nodes[0]?.html])).toEqual([]);
    }
  },
  180_000,
);

test('nothing broke in any browser, and no policy was broken', () => {
  expect(faults).toEqual([]);
});
