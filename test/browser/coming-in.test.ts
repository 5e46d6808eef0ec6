import { TOTP } from 'otpauth';
import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { button } from '../support/desk-hands.ts';
import { type NewsroomInBrowser, openInBrowser } from '../support/newsroom-in-browser.ts';
import { setUpPort } from '../support/open-port.ts';

let at: NewsroomInBrowser;
let odile: Page;
let mara: Page;

const password = 'a harbour at low tide';
const email = 'odile@calder.example';

beforeAll(async () => {
  at = await openInBrowser((open) => setUpPort(open, ['en']));
});
afterAll(() => at?.close());

const atWork = (page: Page) => page.getByRole('heading', { name: 'My work' }).waitFor();

/** At the door, with the keyboard alone. */
async function signIn(page: Page, secret = password): Promise<void> {
  await page.goto('/desk/sign-in');
  await typePassword(page, secret);
}

async function typePassword(page: Page, secret = password): Promise<void> {
  await page.getByLabel('E-mail address').focus();
  await page.keyboard.type(email);
  await page.getByRole('textbox', { name: 'Password' }).focus();
  await page.keyboard.type(secret);
  await page.keyboard.press('Enter');
}

async function signOut(page: Page): Promise<void> {
  await page.goto('/desk/account');
  await button(page, 'Sign out').press('Enter');
  await page.getByRole('heading', { name: 'Sign in to the desk' }).waitFor();
}

test('the first administrator comes in by the printed link, and nobody by it again', async () => {
  const former = (await at.open.newsroom.firstAdministratorLink()) ?? '';
  const link = (await at.open.newsroom.firstAdministratorLink()) ?? '';
  odile = await at.sit();
  await odile.goto(former);
  await odile.getByText('the server prints a new one each time it starts').waitFor();
  await odile.goto('about:blank');
  await odile.goto(link);
  await odile.getByLabel('Name').focus();
  await odile.keyboard.type('Odile');
  await odile.keyboard.press('Tab');
  await odile.keyboard.type(email);
  await odile.keyboard.press('Tab');
  await odile.keyboard.type(password);
  await odile.keyboard.press('Enter');
  await atWork(odile);

  const stranger = await at.sit();
  await stranger.goto(link);
  await stranger.getByText('Ask for another one.').waitFor();
  await stranger.context().close();
});

test('whoever is invited comes in with the role they were given', async () => {
  await odile.goto('/desk/people');
  await button(odile, 'Invite somebody').click();
  const dialog = odile.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Mara');
  await dialog.getByLabel('E-mail address').fill('mara@calder.example');
  // Nothing was chosen yet: the form asks, with the focus there.
  await dialog.getByRole('button', { name: 'Make the invitation' }).click();
  await dialog.locator('select:focus').waitFor();
  // One letter: of a word typed slowly, a later letter would choose another role.
  await odile.keyboard.press('w');
  await dialog.getByLabel('Office').selectOption('Port of Calder');
  await dialog.getByRole('button', { name: 'Make the invitation' }).click();
  const link = await dialog.locator('.secret').innerText();
  await dialog.getByText(/^It expires on \w+,? \d+ \w+ 2026 at \d\d:\d\d \(GMT\)\.$/).waitFor();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await odile.getByText('Writer: Port of Calder, Any language').waitFor();

  mara = await at.sit();
  await mara.goto(link);
  await mara.getByText('Welcome, Mara.').waitFor();
  await mara.getByRole('textbox', { name: 'Password' }).fill('a heron in the reeds');
  await mara.keyboard.press('Enter');
  await atWork(mara);
  await mara.getByRole('link', { name: 'New release' }).waitFor();
  expect(await mara.getByRole('link', { name: 'People' }).count()).toBe(0);
});

test('a role chosen on a person’s page counts when it is saved', async () => {
  await odile.goto('/desk/people');
  const line = odile.getByRole('listitem').filter({ hasText: 'mara@calder.example' }).first();
  await line.getByRole('button', { name: 'Roles' }).click();
  await line.getByLabel('Role', { exact: true }).selectOption('Editor');
  await line.getByRole('button', { name: 'Save' }).click();
  await line.getByText('Editor: Any office, Any language').waitFor();
});

test('whoever has no role is told so, and who can give one', async () => {
  const line = odile.getByRole('listitem').filter({ hasText: 'mara@calder.example' }).first();
  await line.getByRole('button', { name: 'Roles' }).click();
  await line
    .getByRole('button', { name: /^Remove: / })
    .first()
    .click();
  await line.getByRole('button', { name: /^Remove: / }).click();
  await line.getByRole('button', { name: 'Save' }).click();
  await line.getByText('No role: this person can sign in').waitFor();
  await mara.goto('/desk');
  await mara.getByText('You have no role yet').waitFor();
  await mara.getByText('Ask an administrator for one: Odile.').waitFor();
  await mara.context().close();
});

test('the first screen is there with less than 200 KB of compressed script', async () => {
  const cookies = await odile.context().cookies();
  const context = await at.browse();
  await context.addCookies(cookies);
  const page = await context.newPage();
  const requests: Request[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') requests.push(request);
  });
  await page.goto('/desk');
  await page.getByRole('heading', { name: 'My work' }).waitFor();
  const sizes = await Promise.all(requests.map((request) => request.sizes()));
  const bytes = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThan(200 * 1024);
  await context.close();
});

test('who signs out is at the door; who is signed out comes back to where they were', async () => {
  await signOut(odile);
  expect(new URL(odile.url()).search).toBe('');
  expect(await odile.getByText('You were signed out.').count()).toBe(0);

  const inside = '/desk/schedule?month=2026-11';
  await odile.goto(inside);
  await odile.getByRole('heading', { name: 'Sign in to the desk' }).waitFor();
  expect(await odile.getByText('You were signed out.').count()).toBe(0);
  await typePassword(odile);
  await odile.getByRole('heading', { name: 'November 2026' }).waitFor();

  await odile.context().clearCookies();
  await odile.goto(inside);
  await odile.getByText('You were signed out.').waitFor();
  expect(new URL(odile.url()).searchParams.get('next')).toBe('/schedule?month=2026-11');
  await typePassword(odile);
  await odile.getByRole('heading', { name: 'November 2026' }).waitFor();
});

test('a password that is not right is refused, without saying what of it was wrong', async () => {
  await signOut(odile);
  await signIn(odile, 'a harbour at high tide');
  await odile.getByText('Address, password or code are not right.').waitFor();
  await signIn(odile);
  await atWork(odile);
});

test('a passkey of a device lets its owner in with one key and no password', async () => {
  const devtools = await odile.context().newCDPSession(odile);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', automaticPresenceSimulation: true },
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
    },
  });
  await odile.goto('/desk/account');
  await odile.getByLabel('Name of the passkey').fill('The laptop of the harbour office');
  await odile.keyboard.press('Enter');
  await odile.getByText('not used yet').waitFor();

  await signOut(odile);
  await button(odile, 'Sign in with a passkey').press('Enter');
  await atWork(odile);
  await odile.goto('/desk/account');
  await odile.getByText(/^last used/).waitFor();
});

test('an authenticator’s code is asked for beside the password, and a recovery code does once when it is not at hand', async () => {
  await odile.goto('/desk/account');
  await button(odile, 'Set it up').click();
  await odile.getByRole('img', { name: 'The secret as a code for a camera' }).waitFor();
  const secret = (await odile.locator('.secret').first().innerText()).trim();
  const code = () => new TOTP({ secret }).generate({ timestamp: Date.parse(at.open.clock.now()) });
  await odile.getByRole('textbox', { name: 'Code' }).fill(code());
  await odile.keyboard.press('Enter');
  await odile.getByText('Signing in asks for a code.').waitFor();
  const [recovery = ''] = (await odile.locator('.secret').first().innerText()).split('\n');

  const withCode = async (typed: string) => {
    await signOut(odile);
    await signIn(odile);
    await odile.getByText('One more step: a code.').waitFor();
    // The focus is on it already.
    await odile.keyboard.type(typed);
    await odile.keyboard.press('Enter');
  };
  at.open.clock.advanceTo('2026-11-24T12:01:00Z');
  await withCode(code());
  await atWork(odile);
  await withCode(recovery);
  await atWork(odile);
  await withCode(recovery);
  await odile.getByText('Address, password or code are not right.').waitFor();
});

test('nothing broke in any browser, and no policy was broken', () => {
  expect(at.faults).toEqual([]);
});
