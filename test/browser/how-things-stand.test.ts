import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriersOn } from '../support/find-barriers.ts';
import { lookAt } from '../support/look-at.ts';
import { type NewsroomInBrowser, openInBrowser } from '../support/newsroom-in-browser.ts';
import { type AtDesk, castAt } from '../support/open-desk.ts';
import { setUpPort } from '../support/open-port.ts';

let newsroom: NewsroomInBrowser;
let ines: Page;

beforeAll(async () => {
  newsroom = await openInBrowser((open) => setUpPort(open, ['en', 'fr']));
  const cast = { Mara: ['writer'], Tomas: ['editor'], Ines: ['publisher'] } as const;
  const people = (await castAt(newsroom.desk, newsroom.open.newsroom, cast)) as Record<keyof typeof cast, AtDesk>;
  const { Mara, Tomas, Ines } = people;
  const { release } = await Mara.done('POST /desk/api/releases', { office: 'PORT', type: 'news', original: 'en' });
  const on = { release, locale: 'en' };
  const link = (href: string) => `<p><a href="${href}">The ferries of the port</a></p>`;
  const body =
    link('/en/offices/port') + link(`${newsroom.address}/en/offices/quay`) + link('https://elsewhere.example');
  const words = { kicker: '', headline: 'The ferry sails', summary: 'Daily.', place: '', notes: '', pictures: [] };
  const content = { ...words, body };
  const { revision } = await Mara.done('POST /desk/api/draft/save', { ...on, revision: 1, slug: null, content });
  await Mara.done('POST /desk/api/draft/submit', { ...on, revision, overrides: [] });
  await Tomas.done('POST /desk/api/draft/approve', { ...on, revision });
  await Ines.done('POST /desk/api/draft/publish', { ...on, revision, forced: null });
  ines = await newsroom.sit(Ines);
});
afterAll(() => newsroom?.close());

test('the health page says when links were looked at, and names those that lead nowhere on this site', async () => {
  // The server's own rounds may have been there before the text was: an hour later they begin anew.
  newsroom.open.clock.advanceTo('2026-11-24T13:30:00Z');
  await newsroom.open.newsroom.lookAfterLinks();
  await ines.goto('/desk/health');
  const part = ines.locator('section', { has: ines.getByRole('heading', { name: 'Links that lead nowhere' }) });
  await part.getByText(/All public texts were last looked at .* Links to other sites are not asked for\./).waitFor();
  await expect
    .poll(() => part.getByRole('listitem').allInnerTexts())
    .toEqual([expect.stringContaining('/en/offices/quay')]);
  expect(await ines.locator('section > h2').allInnerTexts()).not.toContain('Waiting to leave the building');
  await lookAt(ines, 'health');
  expect(await barriersOn(ines)).toEqual([]);
  await part.getByRole('link', { name: 'The ferry sails' }).press('Enter');
  await ines.getByRole('heading', { level: 1, name: 'The ferry sails' }).waitFor();
  expect(newsroom.faults).toEqual([]);
});
