import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nobody } from '../support/desk-orders.ts';
import { type AtDesk, castAt, type OpenDesk, openDesk } from '../support/open-desk.ts';
import type { OpenForReaders } from '../support/open-for-readers.ts';
import { openPort } from '../support/open-port.ts';
import { ordersNaming } from '../support/release-named.ts';
import { reviewerAt } from '../support/reviewer.ts';

/** Stands in the limited texts alone. */
const CANARY = 'kingfisher';

const readers = ['Mara', 'Tomas', 'Ines'] as const;
const others = ['Nils', 'Wen', 'Otto', 'administrator'] as const;
type Name = (typeof readers)[number] | (typeof others)[number];

let open: OpenForReaders;
let desk: OpenDesk;
let people: Readonly<Record<Name, AtDesk>>;
/** One in each state that a text has before it is public. */
const limited: Record<string, string> = {};
let preview = '';
let remark = '';
let hash = '';
let picture = '';

beforeAll(async () => {
  open = await openPort('en', 'fr');
  desk = await openDesk(open);
  people = await castAt(desk, open.newsroom, {
    ...{ Mara: ['writer'], Tomas: ['editor'], Ines: ['publisher'], Nils: ['writer'] },
    ...{ Wen: ['writer', 'editor', 'publisher'], Otto: ['office-administrator'] },
  });
  const sized = { create: { width: 400, height: 300, channels: 3 as const, background: '#16a' } };
  const bytes = await sharp(sized).jpeg().toBuffer();
  const headers = { 'content-type': 'image/jpeg', 'x-file-name': `${CANARY}.jpg` };
  const uploaded = await (await people.Mara.post('/desk/api/pictures', bytes, headers)).json();
  ({ id: picture } = uploaded.picture);
  hash = /\/media\/([0-9a-f]{64})\//.exec(uploaded.picture.address)?.[1] ?? '';
  for (const state of ['draft', 'submitted', 'approved', 'scheduled']) limited[state] = await limitedIn(state);
  const text = { release: limited['draft'] ?? '', locale: 'en' };
  const shared = await people.Mara.done('POST /desk/api/previews', { ...text, days: 2, question: CANARY });
  preview = shared.id;
  await reviewerAt(desk.sit(), shared.link).send({ name: CANARY, words: `Is the ${CANARY} sold?` });
  remark = (await people.Mara.done('GET /desk/api/remarks', text)).remarks[0]?.id ?? '';
});
afterAll(async () => {
  await desk?.close();
  await open?.close();
});

async function limitedIn(state: string): Promise<string> {
  const { Mara, Tomas, Ines } = people;
  const { release } = await Mara.done('POST /desk/api/releases', { office: 'PORT', type: 'news', original: 'en' });
  const { people: everybody } = await Tomas.done('GET /desk/api/people', {});
  const ids = everybody.filter(({ name }) => (readers as readonly string[]).includes(name)).map(({ id }) => id);
  await Tomas.done('POST /desk/api/release/limit', { release, people: ids });
  const content = {
    ...{ kicker: '', headline: `The ${CANARY} ferry is sold, ${state}`, summary: CANARY, place: 'Calder' },
    ...{ body: `<p>The ${CANARY} says so.</p>`, notes: '', pictures: [{ picture, alt: `A ${CANARY}`, caption: '' }] },
  };
  const named = { release, locale: 'en' };
  const { revision } = await Mara.done('POST /desk/api/draft/save', { ...named, revision: 1, content, slug: null });
  const text = { ...named, revision };
  if (state === 'draft') return release;
  const overrides = [{ code: 'credit-missing', reason: 'Mara took it.' }];
  const { status } = await Mara.ask('POST /desk/api/draft/submit', { ...text, overrides });
  if (status !== 200) await Tomas.done('POST /desk/api/draft/submit', { ...text, overrides });
  if (state === 'submitted') return release;
  await Tomas.done('POST /desk/api/draft/approve', text);
  if (state === 'approved') return release;
  const at = { local: '2026-12-24T09:00', timeZone: 'UTC', choice: null };
  await Ines.done('POST /desk/api/draft/schedule', { ...text, ...at });
  return release;
}

describe.each(others)('a release that is limited to others is, for %s,', (name) => {
  test('not there in any call that names one', async () => {
    const never = ordersNaming({ release: nobody, locale: 'en', preview: nobody, remark: nobody });
    for (const [state, release] of Object.entries(limited)) {
      const orders = ordersNaming({ release, locale: 'en', preview, remark });
      for (const call of Object.keys(orders) as (keyof typeof orders)[]) {
        const heard = await people[name].ask(call, orders[call]);
        const unknown = await people[name].ask(call, never[call]);
        expect([state, call, heard]).toEqual([state, call, unknown]);
        const isLog = call.startsWith('GET /desk/api/audit');
        if (!isLog) expect([call, heard.status]).toEqual([call, 404]);
        else if (heard.status === 200)
          expect([{ entries: [] }, { lines: [], before: null }]).toContainEqual(heard.answer);
      }
    }
  });

  test('in no list, in nobody’s work, not due, in no log and no sign of health', async () => {
    const states = ['draft', 'submitted', 'approved', 'scheduled', 'published', 'withdrawn', 'retracted'] as const;
    const told = [
      await people[name].ask('GET /desk/api/work', {}),
      await people[name].ask('GET /desk/api/schedule', {}),
      await people[name].ask('GET /desk/api/health', {}),
      await people[name].ask('GET /desk/api/audit', {}),
      await people[name].ask('GET /desk/api/audit/lines', {}),
      await people[name].ask('GET /desk/api/releases', {}),
      await people[name].ask('GET /desk/api/releases', { search: CANARY }),
      await people[name].ask('GET /desk/api/pictures', { search: '' }),
      await people[name].ask('GET /desk/api/pictures', { search: CANARY }),
    ];
    for (const state of states) told.push(await people[name].ask('GET /desk/api/releases', { state }));
    for (const person of (await people.Tomas.done('GET /desk/api/people', {})).people) {
      told.push(await people[name].ask('GET /desk/api/audit', { person: person.id }));
    }
    for (const one of told) {
      const answer = JSON.stringify(one);
      for (const sign of [CANARY, hash, ...Object.values(limited)]) expect(answer).not.toContain(sign);
    }
  });

  test('without a preview page, and its picture without an address', async () => {
    const asked = async (path: string) => {
      const answer = await people[name].get(path);
      return { status: answer.status, body: await answer.text() };
    };
    for (const release of Object.values(limited)) {
      const page = await asked(`/desk/preview/${release}/en`);
      expect(page).toEqual(await asked(`/desk/preview/${nobody}/en`));
      expect(page.status).toBe(404);
    }
    for (const file of ['original', '320.webp', '640.webp', '1920.avif', '640.jpeg']) {
      const shown = await asked(`/desk/media/${hash}/${file}`);
      expect(shown).toEqual(await asked(`/desk/media/${'0'.repeat(64)}/${file}`));
      expect(shown.status).toBe(404);
      expect((await open.get(`/media/${hash}/${file}`)).status).toBe(404);
    }
    const rights = { creator: null, agency: null, copyrightHolder: null, copyrightYear: null, usageTerms: null };
    const credited = (id: string) =>
      people[name].ask('POST /desk/api/pictures/credit', { picture: id, credit: 'Somebody', ...rights });
    const { status, answer } = await credited(picture);
    const never = await credited(nobody);
    expect(JSON.stringify([status, answer]).replaceAll(picture, nobody)).toBe(JSON.stringify(Object.values(never)));
  });
});

test('who is named finds it everywhere', async () => {
  const { Mara, Tomas, Ines } = people;
  const [draft = '', submitted = '', approved = '', scheduled = ''] = Object.values(limited);
  expect((await Mara.done('GET /desk/api/work', {})).mine.map(({ release }) => release)).toContain(draft);
  expect((await Mara.done('GET /desk/api/work', {})).remarks).toMatchObject([{ release: draft, name: CANARY }]);
  expect((await Tomas.done('GET /desk/api/work', {})).waiting.map(({ release }) => release)).toEqual([submitted]);
  expect((await Ines.done('GET /desk/api/work', {})).waiting.map(({ release }) => release)).toContain(approved);
  expect((await Ines.done('GET /desk/api/schedule', {})).due).toMatchObject([{ release: scheduled }]);
  expect((await Tomas.done('GET /desk/api/pictures', { search: CANARY })).pictures).toMatchObject([{ id: picture }]);
  expect((await Ines.get(`/desk/media/${hash}/320.webp`)).status).toBe(200);
  expect((await Ines.get(`/desk/preview/${scheduled}/en`)).status).toBe(200);
});

test('a picture that a text for everybody shows too is everybody’s', async () => {
  const { Wen, Nils, Mara } = people;
  const { release } = await Mara.done('POST /desk/api/releases', { office: 'PORT', type: 'news', original: 'en' });
  const words = { kicker: '', headline: 'A quay', summary: '', place: '', body: '', notes: '' };
  const content = { ...words, pictures: [{ picture, alt: 'A quay', caption: '' }] };
  await Mara.done('POST /desk/api/draft/save', { release, locale: 'en', revision: 1, content, slug: null });
  expect((await Nils.get(`/desk/media/${hash}/320.webp`)).status).toBe(200);
  expect((await Wen.done('GET /desk/api/pictures', { search: '' })).pictures).toMatchObject([{ id: picture }]);
});

test('once it is public, the log of how it came about is open', async () => {
  const release = limited['scheduled'] ?? '';
  open.clock.advanceTo('2026-12-24T09:00:00Z');
  await open.get('/en');
  const { administrator } = people;
  // A month has passed: everybody has to sign in again.
  await administrator.done('POST /desk/api/sign-in', {
    ...{ email: 'odile@calder.example', password: 'a harbour at low tide', code: '' },
  });
  const { entries } = await administrator.done('GET /desk/api/audit', { release });
  expect(entries.map(({ act }) => act)).toEqual(expect.arrayContaining(['drafted', 'limited', 'approved', 'lifted']));
});
