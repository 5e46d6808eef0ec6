import { expect, test } from 'vitest';
import { elementsOf } from '../../../test/support/read-page.ts';
import { smallPublished, textFor, visitor } from '../../../test/support/small-newsroom.ts';
import { fixedClock } from '../../platform/clock.ts';
import { embedRoutes } from './embed-routes.ts';

const origin = 'https://newsroom.example';
const changes = [{ kind: 'correction', note: 'Nine.', at: '2026-03-03T00:30:00.000Z', edition: 2 }];
const texts = [
  ...Array.from({ length: 12 }, (_, at) =>
    textFor({ number: at + 1, at: `2026-03-${String(at + 1).padStart(2, '0')}T09:00:00Z` }),
  ),
  textFor({ number: 20, at: '2026-03-20T09:00:00Z', standing: 'withdrawn', headline: 'Ships <b>&amp;' }),
  textFor({ number: 21, at: '2026-03-21T09:00:00Z', edition: 2, changes }),
];
const gone = textFor({ number: 22, at: '2026-03-22T09:00:00Z', headline: 'The ferry is sold' });
const published = smallPublished({ texts, retracted: [gone] });
const visit = visitor(embedRoutes(published, { origin, clock: fixedClock('2026-06-01T00:00:00Z') }));

test('a list shows its ten newest releases in a frame of any site, and leads out of it', async () => {
  const answer = await visit('/en/offices/calder/embed');
  const elements = elementsOf(String(answer?.body));
  const links = elements.filter(({ tag }) => tag === 'a');
  expect(links).toHaveLength(12);
  expect(links.every(({ attributes }) => attributes['target'] === '_top')).toBe(true);
  expect(elements.some(({ tag }) => tag === 'script' || tag === 'form')).toBe(false);
  const canonical = elements.find(({ attributes }) => attributes['rel'] === 'canonical');
  expect(canonical?.attributes['href']).toBe(`${origin}/en/offices/calder`);
  expect(elements.find(({ attributes }) => attributes['name'] === 'robots')?.attributes['content']).toBe('noindex');
  expect(answer?.headers?.['content-security-policy']).toContain('frame-ancestors *');
  expect(answer?.headers?.['content-security-policy']).toContain("default-src 'none'");
});

test('what became of a text stands beside it, and none of its words where it was retracted', async () => {
  const said = elementsOf(String((await visit('/en/embed'))?.body)).find(({ tag }) => tag === 'main')?.text;
  expect(said).toContain('Retracted: CALDER/2026/22');
  expect(said).not.toContain('sold');
  expect(said).toContain('Ships <b>&amp;');
  expect(said).toMatch(/Withdrawn.*Release 12/);
  expect(said).toContain('Correction');
});

test('a release has a frame of its own, which changes with it', async () => {
  const said = async (path: string) => {
    const answer = await visit(path);
    return [answer?.status, elementsOf(String(answer?.body)).find(({ tag }) => tag === 'main')?.text];
  };
  const [status, text] = await said('/en/releases/calder-2026-20/release-20/embed');
  expect(status).toBe(200);
  expect(text).toContain('Ships <b>&amp;20 March 2026Calder harbour officeWithdrawnThe text is kept for the record.');
  expect(await said('/en/releases/calder-2026-22/release-22/embed')).toEqual([
    ...[410, expect.stringContaining('It named the wrong ship.')],
  ]);
});

test('another spelling leads on, and what is not there has no frame', async () => {
  expect(await visit('/en/offices/CALDER/embed')).toMatchObject({
    status: 301,
    headers: { location: '/en/offices/calder/embed' },
  });
  expect(await visit('/en/releases/calder-2026-20/old/embed')).toMatchObject({
    status: 301,
    headers: { location: '/en/releases/calder-2026-20/release-20/embed' },
  });
  for (const path of ['/xx/embed', '/en/offices/nowhere/embed', '/en/releases/calder-2026-99/x/embed'])
    expect([path, await visit(path)]).toEqual([path, null]);
});
