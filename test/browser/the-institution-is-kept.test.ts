import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriersOn } from '../support/find-barriers.ts';
import { lookAt } from '../support/look-at.ts';
import { type NewsroomInBrowser, openInBrowser } from '../support/newsroom-in-browser.ts';
import { castAt } from '../support/open-desk.ts';
import { setUpPort } from '../support/open-port.ts';

let newsroom: NewsroomInBrowser;
let odile: Page;
let otto: Page;

beforeAll(async () => {
  newsroom = await openInBrowser((open) => setUpPort(open, ['en', 'fr']));
  const { administrator, Otto } = await castAt(newsroom.desk, newsroom.open.newsroom, { Otto: [] });
  const { people } = await administrator.done('GET /desk/api/people', {});
  const person = people.find(({ name }) => name === 'Otto')?.id ?? '';
  const role = { role: 'office-administrator', office: 'PORT', locale: 'fr' } as const;
  await administrator.done('POST /desk/api/people/assign', { person, assignments: [role] });
  odile = await newsroom.sit(administrator);
  otto = await newsroom.sit(Otto);
});
afterAll(() => newsroom?.close());

const page = async (path: string) => (await fetch(`${newsroom.desk.address}${path}`)).text();

test('an administrator makes an office by keyboard, hears everything that is wrong with it, and readers see it at once', async () => {
  const at = odile;
  await at.goto('/desk');
  await at.getByRole('link', { name: 'Institution' }).press('Enter');
  await at.getByRole('heading', { level: 1, name: 'Institution' }).waitFor();
  await at.getByRole('button', { name: 'New office' }).press('Enter');
  const form = at.getByRole('form', { name: 'New office' });
  await form.getByLabel('Code').fill('co cork');
  await form.getByLabel('Name in addresses').fill('port');
  await form.getByLabel('Time zone').fill('Europe/Cork');
  await form.getByRole('button', { name: 'Save' }).press('Enter');
  await form.getByText('Not done, for these reasons:').waitFor();
  await lookAt(at, 'office-refused');
  expect(await barriersOn(at)).toEqual([]);
  const said = await form.getByRole('alert').innerText();
  for (const reason of ['CO CORK', 'belongs to PORT', 'Europe/Cork', 'A name is needed'])
    expect(said).toContain(reason);

  await form.getByLabel('Code').fill('CO-CORK');
  await form.getByLabel('Name in addresses').fill('');
  await form.getByLabel('Time zone').fill('Europe/Dublin');
  await form.getByLabel('Name: English').fill('Office at Cork');
  await form.getByLabel('Introduction: English').fill('At the mouth of the Lee.');
  await form.getByLabel('Countries').fill('Irel');
  await at.keyboard.press('ArrowDown');
  await at.keyboard.press('Enter');
  await at.keyboard.press('Escape');
  await form.getByRole('button', { name: 'Save' }).press('Enter');
  await at.getByText('Saved.').waitFor();
  await at.getByText('/co-cork').waitFor();
  const shown = await page('/en/offices/co-cork');
  for (const words of ['Office at Cork', 'At the mouth of the Lee.']) expect(shown).toContain(words);
});

test('a topic and the organisation are changed where they stand, and a change of what lists show is asked about', async () => {
  const at = odile;
  await at.getByRole('button', { name: 'New topic' }).press('Enter');
  const topic = at.getByRole('form', { name: 'New topic' });
  await topic.getByLabel('Code').fill('ferries');
  await topic.getByLabel('Name: English').fill('Ferries');
  await topic.getByRole('button', { name: 'Save' }).press('Enter');
  await at.getByText('/ferries').waitFor();

  await at.getByRole('button', { name: 'Change: The organisation' }).press('Enter');
  const form = at.getByRole('form', { name: 'The organisation' });
  await form.getByLabel('What its lists show: French').selectOption('locale');
  await form.getByLabel('Name: French').fill('Port de Calder');
  await lookAt(at, 'organisation-form');
  expect(await barriersOn(at)).toEqual([]);
  await form.getByRole('button', { name: 'Save' }).press('Enter');
  const question = at.getByRole('dialog', { name: 'What its lists show' });
  await question.getByText(/lists in French will hold other releases/).waitFor();
  await question.getByRole('button', { name: 'Save' }).press('Enter');
  await form.waitFor({ state: 'detached' });
  expect(await page('/fr')).toContain('Port de Calder');
});

test('an administrator makes a key for a program, which is shown once and opens the API until it is revoked', async () => {
  const at = odile;
  await at.goto('/desk/institution');
  await at.getByRole('button', { name: 'New key' }).press('Enter');
  const form = at.getByRole('form', { name: 'New key' });
  await form.getByLabel('Whose it is').fill('The wire');
  await form.getByLabel('Requests a minute').fill('50');
  await form.getByLabel('Take the bulk files').uncheck();
  await lookAt(at, 'key-form');
  expect(await barriersOn(at)).toEqual([]);
  await form.getByRole('button', { name: 'New key' }).press('Enter');
  await at.getByText('It is shown only here').waitFor();
  await lookAt(at, 'key-made');
  expect(await barriersOn(at)).toEqual([]);
  const key = await at.locator('.banner .secret').innerText();
  const asked = async (path: string) => {
    const { status } = await fetch(newsroom.desk.address + path, { headers: { authorization: `Bearer ${key}` } });
    return status;
  };
  expect([await asked('/api/v1'), await asked('/api/v1/bulk')]).toEqual([200, 403]);

  await at.reload();
  await at.getByText('50 times a minute').waitFor();
  expect(await at.getByText(key).count()).toBe(0);
  await at.getByRole('button', { name: 'Revoke: The wire' }).press('Enter');
  await at.getByRole('dialog', { name: 'Revoke' }).getByRole('button', { name: 'Revoke' }).press('Enter');
  await at.getByText(/^revoked /).waitFor();
  expect(await asked('/api/v1')).toBe(401);
});

test('who looks after one office in one language changes its words in it, and nothing else', async () => {
  const at = otto;
  await at.goto(`/desk/institution`);
  await at.getByRole('button', { name: 'Change: PORT' }).press('Enter');
  expect(await at.getByRole('button', { name: /^(Change: (CO-CORK|The organisation)|New|Revoke)/ }).count()).toBe(0);
  const form = at.getByRole('form', { name: 'PORT' });
  expect(await form.getByLabel('Name: English').isEditable()).toBe(false);
  expect(await form.getByLabel('Name in addresses').count()).toBe(0);
  await form.getByLabel('Introduction: French').fill('À l’embouchure de la Calder.');
  await lookAt(at, 'office-described');
  expect(await barriersOn(at)).toEqual([]);
  await form.getByRole('button', { name: 'Save' }).press('Enter');
  await form.waitFor({ state: 'detached' });
  expect(await page('/fr/offices/port')).toContain('À l’embouchure de la Calder.');
  await at.getByRole('link', { name: 'Boilerplate and contacts' }).first().press('Enter');
  await at.getByRole('heading', { level: 1, name: 'Boilerplate' }).waitFor();
  await expect.poll(() => at.getByLabel('Office').inputValue()).toBe('PORT');
  expect(newsroom.faults).toEqual([]);
});
