import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtDesk, castAt, type OpenDesk, openDesk } from '../support/open-desk.ts';
import type { OpenForReaders } from '../support/open-for-readers.ts';
import { openPort } from '../support/open-port.ts';

let open: OpenForReaders;
let desk: OpenDesk;
let people: Record<'Mara' | 'Tomas' | 'Ines' | 'administrator', AtDesk>;

beforeAll(async () => {
  open = await openPort('en', 'fr');
  desk = await openDesk(open);
  people = await castAt(desk, open.newsroom, { Mara: ['writer'], Tomas: ['editor'], Ines: ['publisher'] });
});
afterAll(async () => {
  await desk.close();
  await open.close();
});

const content = {
  ...{ kicker: '', headline: 'The kingfisher ferry sails at noon', summary: 'Daily from March.', place: 'Calder' },
  ...{ body: '<p>The port says the ferry sails at noon.</p>', notes: '', pictures: [] },
};

test('a text is written, submitted, approved by somebody else, scheduled, and public at its instant', async () => {
  const { Mara, Tomas, Ines } = people;
  const order = { office: 'PORT', type: 'press-release', original: 'en' };
  const { release } = await Mara.done('POST /desk/api/releases', order);
  const text = { release, locale: 'en' };
  const saved = await Mara.done('POST /desk/api/draft/save', { ...text, revision: 1, content, slug: null });
  const { revision } = saved;
  expect(saved.findings.filter(({ severity }) => severity === 'error')).toEqual([]);

  await Mara.done('POST /desk/api/draft/submit', { ...text, revision, overrides: [] });
  expect((await Tomas.done('GET /desk/api/work', {})).waiting).toMatchObject([{ release, state: 'submitted' }]);
  await Tomas.done('POST /desk/api/draft/approve', { ...text, revision });
  const at = { local: '2026-11-24T13:00', timeZone: 'Europe/London', choice: null };
  const scheduled = await Ines.done('POST /desk/api/draft/schedule', { ...text, revision, ...at });
  expect(scheduled.state).toBe('scheduled');

  const before = await (await fetch(`${desk.address}/en`)).text();
  expect(before).not.toContain('kingfisher');
  open.clock.advanceTo('2026-11-24T13:00:00Z');
  const after = await (await fetch(`${desk.address}/en`)).text();
  expect(after).toContain('The kingfisher ferry sails at noon');
  const opened = await Mara.done('GET /desk/api/release', { release });
  expect(opened.drafts).toMatchObject([{ state: 'published', edition: 1 }]);
  expect(opened.release.reference).toBe('PORT/2026/1');
});

test('nobody approves what they wrote, and who only writes does not publish', async () => {
  const { Mara } = people;
  const { release } = await Mara.done('POST /desk/api/releases', { office: 'PORT', type: 'news', original: 'en' });
  const text = { release, locale: 'en', revision: 1 };
  const { status, answer } = await Mara.ask('POST /desk/api/draft/publish', { ...text, forced: null });
  expect(status).toBe(409);
  expect(answer).toMatchObject({ refusals: expect.arrayContaining([{ reason: 'not-allowed', act: 'publish' }]) });
});

test('whoever saves second is told by name who was first', async () => {
  const { Mara, Tomas } = people;
  const { release } = await Mara.done('POST /desk/api/releases', { office: 'PORT', type: 'news', original: 'en' });
  const text = { release, locale: 'en', revision: 1, slug: null };
  await Tomas.done('POST /desk/api/draft/save', { ...text, content });
  const other = { ...content, headline: 'The ferry sails at one' };
  const { status, answer } = await Mara.ask('POST /desk/api/draft/save', { ...text, content: other });
  expect(status).toBe(409);
  expect(answer).toMatchObject({ refusals: [{ reason: 'changed-meanwhile', theirs: { savedBy: 'Tomas', content } }] });
});

test('a writer recalls what they submitted, and nobody else’s', async () => {
  const { Mara, Tomas, Ines } = people;
  const { release } = await Mara.done('POST /desk/api/releases', { office: 'PORT', type: 'news', original: 'en' });
  const { revision } = await Mara.done('POST /desk/api/draft/save', {
    ...{ release, locale: 'en', revision: 1, slug: null },
    content,
  });
  const text = { release, locale: 'en', revision };
  await Mara.done('POST /desk/api/draft/submit', { ...text, overrides: [] });
  const offered = async (person: AtDesk) =>
    (await person.done('GET /desk/api/release', { release })).drafts.flatMap(({ may }) => may);
  expect([await offered(Mara), await offered(Tomas)]).toEqual([
    expect.arrayContaining(['recall']),
    expect.not.arrayContaining(['recall']),
  ]);
  const refused = await Ines.ask('POST /desk/api/draft/recall', text);
  expect(refused).toMatchObject({ status: 409, answer: { refusals: [{ reason: 'others-text' }] } });
  expect(await Mara.done('POST /desk/api/draft/recall', text)).toEqual({ state: 'draft', revision });
});

test('a stranger is told to sign in, at every call', async () => {
  const stranger = desk.sit();
  expect((await stranger.ask('GET /desk/api/work', {})).status).toBe(401);
  expect((await stranger.ask('GET /desk/api/audit', {})).status).toBe(401);
});

test('a text can be seen as readers will see it, by a link that ends when it is revoked', async () => {
  const { Mara } = people;
  const { release } = await Mara.done('POST /desk/api/releases', { office: 'PORT', type: 'news', original: 'en' });
  const text = { release, locale: 'en' };
  await Mara.done('POST /desk/api/draft/save', { ...text, revision: 1, content, slug: null });
  const shown = await Mara.get(`/desk/preview/${release}/en`);
  expect(await shown.text()).toContain('<h1>The kingfisher ferry sails at noon</h1>');

  const { link, id } = await Mara.done('POST /desk/api/previews', { ...text, days: 3 });
  const path = new URL(link).pathname;
  expect(await (await desk.sit().get(path)).text()).toContain('kingfisher');
  expect((await Mara.done('GET /desk/api/previews', text)).previews).toMatchObject([{ id, openings: 1 }]);
  await Mara.done('POST /desk/api/previews/revoke', { preview: id });
  expect((await desk.sit().get(path)).status).toBe(404);
});

test('what was withdrawn is told as that in every list of the desk, and keeps its headline where it is opened', async () => {
  const { Mara, Tomas, Ines } = people;
  const { release } = await Mara.done('POST /desk/api/releases', { office: 'PORT', type: 'news', original: 'en' });
  const text = { release, locale: 'en' };
  const saved = { ...text, revision: 1, content, slug: null };
  const { revision } = await Mara.done('POST /desk/api/draft/save', saved);
  await Mara.done('POST /desk/api/draft/submit', { ...text, revision, overrides: [] });
  await Tomas.done('POST /desk/api/draft/approve', { ...text, revision });
  await Ines.done('POST /desk/api/draft/publish', { ...text, revision, forced: null });
  await Ines.done('POST /desk/api/text/withdraw', { ...text, publicReason: 'It does not sail.' });

  const { texts } = await Mara.done('GET /desk/api/releases', {});
  expect(texts.find((line) => line.release === release)?.state).toBe('withdrawn');
  const opened = await Mara.done('GET /desk/api/release', { release });
  expect(opened.published).toMatchObject([{ standing: 'withdrawn', headline: content.headline }]);
});
