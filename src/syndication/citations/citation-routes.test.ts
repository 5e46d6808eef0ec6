import { expect, test } from 'vitest';
import { smallPublished, textFor, visitor } from '../../../test/support/small-newsroom.ts';
import { fixedClock } from '../../platform/clock.ts';
import { citationRoutes } from './citation-routes.ts';

const first = textFor({ number: 7, isCurrent: false, headline: 'The ferry leaves at eight' });
const changes = [{ kind: 'correction', note: 'It leaves at nine.', at: '2026-03-03T00:30:00.000Z', edition: 2 }];
const ferry = textFor({ number: 7, edition: 2, headline: 'The ferry leaves at nine', changes });
const gone = textFor({ number: 8, headline: 'The ferry is sold' });
const published = smallPublished({ texts: [first, ferry], retracted: [gone] });
const settings = { origin: 'https://newsroom.example', clock: fixedClock('2026-11-24T23:30:00Z') };
const visit = visitor(citationRoutes(published, settings));
const page = '/en/releases/calder-2026-7/release-7';

test('each text is cited with its office, day, reference, edition and permanent address', async () => {
  const answer = await visit(`${page}/cite.json`);
  expect(answer).toMatchObject({ status: 200, keep: false, type: expect.stringContaining('citationstyles') });
  expect(JSON.parse(String(answer?.body))).toEqual([
    {
      ...{ id: 'calder-2026-7-en', type: 'webpage', genre: 'Press release', title: 'The ferry leaves at nine' },
      ...{ author: [{ literal: 'Calder harbour office' }], publisher: 'Port of Calder', number: 'CALDER/2026/7' },
      ...{ issued: { 'date-parts': [[2026, 3, 2]] }, accessed: { 'date-parts': [[2026, 11, 24]] }, language: 'en' },
      ...{ URL: 'https://newsroom.example/en/releases/calder-2026-7', edition: '2' },
      ...{ note: 'Correction, 3 March 2026', abstract: 'The ferry leaves at nine.' },
    },
  ]);
});

test('an earlier edition is cited as that edition, at its own address', async () => {
  const answer = await visit(`${page}/editions/1/cite.bib`);
  expect(answer?.headers).toEqual({
    'content-disposition': 'attachment; filename="calder-2026-7-en-edition-1.bib"',
  });
  expect(answer?.body).toContain('title = {{The ferry leaves at eight}}');
  expect(answer?.body).toContain(`url = {https://newsroom.example${page}/editions/1}`);
  expect(answer?.body).not.toContain('note =');
});

test('an older slug and the permanent address lead on, and what is not there is not cited', async () => {
  for (const address of ['/en/releases/calder-2026-7/old-slug', '/en/releases/calder-2026-7'])
    expect(await visit(`${address}/cite.ris`)).toMatchObject({
      status: 301,
      headers: { location: `${page}/cite.ris` },
    });
  for (const path of [
    ...['/en/releases/calder-2026-99/x/cite.bib', '/mn/releases/calder-2026-7/x/cite.bib'],
    ...[`${page}/editions/9/cite.bib`, `${page}/editions/01/cite.bib`, '/en/releases/nonsense/x/cite.bib'],
  ])
    expect([path, await visit(path)]).toEqual([path, null]);
});

test('of a retracted text only the reference can be cited', async () => {
  const answer = await visit('/en/releases/calder-2026-8/release-8/cite.bib');
  expect(answer).toMatchObject({ status: 410, type: 'text/plain; charset=utf-8', keep: false });
  expect(answer?.body).toContain('CALDER/2026/8');
  expect(answer?.body).not.toContain('sold');
});
