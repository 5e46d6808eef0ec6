import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtDesk, castAt, type OpenDesk, openDesk } from '../support/open-desk.ts';
import type { OpenForReaders } from '../support/open-for-readers.ts';
import { openPort } from '../support/open-port.ts';
import { published, translated, written } from '../support/public-text.ts';

let open: OpenForReaders;
let desk: OpenDesk;
let people: Record<'Mara' | 'Tomas' | 'Ines' | 'administrator', AtDesk>;

beforeAll(async () => {
  open = await openPort('en', 'fr');
  desk = await openDesk(open);
  people = await castAt(desk, open.newsroom, { Mara: ['writer'], Tomas: ['editor'], Ines: ['publisher'] });
});
afterAll(async () => {
  await desk?.close();
  await open?.close();
});

test('the preview of a scheduled text has the boilerplate of the day it goes public', async () => {
  const { Mara, Tomas, Ines, administrator } = people;
  const foot = { office: 'PORT', locale: 'en', contacts: '' };
  await administrator.done('POST /desk/api/boilerplate', {
    ...foot,
    from: '2026-01-01',
    boilerplate: '<p>A ferry port.</p>',
  });
  await administrator.done('POST /desk/api/boilerplate', {
    ...foot,
    from: '2026-12-01',
    boilerplate: '<p>A free port.</p>',
  });
  const { release } = await Mara.done('POST /desk/api/releases', { office: 'PORT', type: 'news', original: 'en' });
  const words = { kicker: '', headline: 'The ferry sails', summary: 'Daily.', place: '', notes: '', pictures: [] };
  const content = { ...words, body: '<p>At noon.</p>' };
  const text = { release, locale: 'en' };
  const { revision } = await Mara.done('POST /desk/api/draft/save', { ...text, revision: 1, content, slug: null });
  expect(await (await Mara.get(`/desk/preview/${release}/en`)).text()).toContain('A ferry port.');

  await Mara.done('POST /desk/api/draft/submit', { ...text, revision, overrides: [] });
  await Tomas.done('POST /desk/api/draft/approve', { ...text, revision });
  const at = { local: '2026-12-02T09:00', timeZone: 'Europe/London', choice: null };
  await Ines.done('POST /desk/api/draft/schedule', { ...text, revision, ...at });
  expect(await (await Mara.get(`/desk/preview/${release}/en`)).text()).toContain('A free port.');
});

test('a preview gives no reference away, and invents none, before the first publication', async () => {
  const { Mara } = people;
  const { release } = await Mara.done('POST /desk/api/releases', { office: 'PORT', type: 'news', original: 'en' });
  const words = { kicker: '', headline: 'The quay opens', summary: 'On Monday.', place: '', notes: '', pictures: [] };
  const content = { ...words, body: '<p>At noon.</p>' };
  await Mara.done('POST /desk/api/draft/save', { release, locale: 'en', revision: 1, content, slug: null });
  const page = await (await Mara.get(`/desk/preview/${release}/en`)).text();
  expect(page).toContain('The quay opens');
  expect(page).not.toMatch(/port[-/]\d{4}[-/]\d/i);
});

test('the preview of a translation says when the release was first published, as its page will', async () => {
  const { Mara, Tomas, Ines } = people;
  const text = await written(Mara, { headline: 'The crane moves', summary: 'At six.', body: ['Every day.'] });
  await published({ writer: Mara, editor: Tomas, publisher: Ines }, text);
  const french = await translated(
    Mara,
    text.release,
    { headline: 'La grue bouge', summary: '', body: ['À six.'] },
    'fr',
  );
  const shown = async (locale: string) => (await Mara.get(`/desk/preview/${text.release}/${locale}`)).text();
  expect(await shown('fr')).not.toContain('Première publication');
  await Mara.done('POST /desk/api/draft/submit', { ...french, overrides: [] });
  await Tomas.done('POST /desk/api/draft/approve', french);
  const at = { local: '2026-11-26T09:00', timeZone: 'Europe/London', choice: null };
  await Ines.done('POST /desk/api/draft/schedule', { ...french, ...at });
  expect(await shown('fr')).toMatch(/Première publication[^]*24 novembre 2026/);
  expect(await shown('en')).not.toContain('First published');
});

test('beside a correction that was discarded the preview shows what is public', async () => {
  const { Mara, Tomas, Ines } = people;
  const text = await written(Mara, { headline: 'The lock opens', summary: 'At six.', body: ['Every day.'] });
  await published({ writer: Mara, editor: Tomas, publisher: Ines }, text);
  const on = { release: text.release, locale: 'en' };
  const change = { kind: 'correction' as const, note: 'It opens at seven.', isMajor: true };
  const { draft } = await Ines.done('POST /desk/api/draft/correct', { ...on, change });
  const content = { ...draft.content, headline: 'The lock opens late' };
  const { revision } = await Mara.done('POST /desk/api/draft/save', {
    ...{ ...on, revision: draft.revision, content, slug: null },
  });
  const shown = async () => (await Mara.get(`/desk/preview/${text.release}/en`)).text();
  expect(await shown()).toContain('The lock opens late');
  await Ines.done('POST /desk/api/drafts/discard', { release: text.release, texts: [{ locale: 'en', revision }] });
  expect(await shown()).toContain('The lock opens');
  expect(await shown()).not.toContain('opens late');
});
