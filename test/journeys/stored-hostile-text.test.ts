import { SaxesParser } from 'saxes';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostileTexts } from '../support/hostile-texts.ts';
import { liveOn } from '../support/live-on.ts';
import { type AtDesk, castAt, type OpenDesk, openDesk } from '../support/open-desk.ts';
import { attributesOf, type OpenForReaders } from '../support/open-for-readers.ts';
import { openPort } from '../support/open-port.ts';

let open: OpenForReaders;
let desk: OpenDesk;
let people: Readonly<Record<'Mara' | 'Tomas' | 'Ines' | 'administrator', AtDesk>>;
const all = hostileTexts.join(' ').slice(0, 190);

beforeAll(async () => {
  open = await openPort('en');
  desk = await openDesk(open);
  people = await castAt(desk, open.newsroom, { Mara: ['writer'], Tomas: ['editor'], Ines: ['publisher'] });
  const words = { boilerplate: `<p>${all}</p>${all}`, contacts: all };
  const day = { office: 'PORT', locale: 'en', from: '2026-01-01' };
  await people.administrator.done('POST /desk/api/boilerplate', { ...day, ...words });
});
afterAll(async () => {
  await desk?.close();
  await open?.close();
});

interface Written {
  readonly release: string;
  readonly locale: string;
  readonly revision: number;
}

/** Puts a text into every field of a release, its picture too. */
async function written(text: string, index: number): Promise<Written> {
  const { Mara } = people;
  const sized = { create: { width: 330, height: 40, channels: 3 as const, background: { r: index, g: 90, b: 160 } } };
  const bytes = await sharp(sized).png().toBuffer();
  const headers = { 'content-type': 'image/png', 'x-file-name': encodeURIComponent(text) };
  const { picture } = await (await Mara.post('/desk/api/pictures', bytes, headers)).json();
  const rights = { credit: text, creator: text, agency: text, copyrightHolder: text, usageTerms: text };
  await Mara.done('POST /desk/api/pictures/credit', { picture: picture.id, ...rights, copyrightYear: 2026 });
  const { release } = await Mara.done('POST /desk/api/releases', { office: 'PORT', type: 'news', original: 'en' });
  const content = {
    ...{ kicker: text, headline: text, summary: text, place: text, notes: text, body: `<p>${text}</p>${text}` },
    pictures: [{ picture: picture.id, alt: text, caption: text }],
  };
  const order = { release, locale: 'en', revision: 1, content, slug: text };
  const { revision } = await Mara.done('POST /desk/api/draft/save', order);
  return { release, locale: 'en', revision };
}

async function published({ release, locale, revision }: Written, forced: string): Promise<void> {
  await people.Ines.done('POST /desk/api/draft/publish', { release, locale, revision, forced });
}

/** What keeps a text from going out as it is; the copy desk is overridden with the very same text. */
async function submittedWith(text: string, { release, locale, revision }: Written): Promise<void> {
  const order = { release, locale, revision };
  const first = await people.Tomas.ask('POST /desk/api/draft/submit', { ...order, overrides: [] });
  const [refusal] = (first.answer as { refusals?: { errors?: { code: string }[] }[] }).refusals ?? [];
  const codes = [...new Set(refusal?.errors?.map(({ code }) => code) ?? [])];
  const overrides = codes.map((code) => ({ code, reason: text }));
  if (first.status !== 200) await people.Tomas.done('POST /desk/api/draft/submit', { ...order, overrides });
}

describe('hostile words in every field of the desk', () => {
  const texts: { text: string; written: Written }[] = [];

  beforeAll(async () => {
    for (const [index, text] of hostileTexts.entries()) texts.push({ text, written: await written(text, index) });
  });

  test('are text on the page that shows them before they are public, which runs no script', async () => {
    for (const { text, written: one } of texts) {
      const { link } = await people.Mara.done('POST /desk/api/previews', {
        release: one.release,
        locale: 'en',
        days: 1,
      });
      for (const path of [`/desk/preview/${one.release}/en`, new URL(link).pathname]) {
        const answer = await people.Mara.get(path);
        expect([text, answer.status]).toEqual([text, 200]);
        expect([text, ...liveOn(await answer.text())]).toEqual([text]);
        const policy = answer.headers.get('content-security-policy') ?? '';
        expect(policy).toMatch(/default-src 'none'/);
        expect(policy).not.toMatch(/script-src(?! 'none')|unsafe/);
      }
    }
  });

  test('are JSON to the desk, never a page', async () => {
    const { administrator, Tomas } = people;
    for (const seat of [administrator, Tomas]) {
      for (const path of ['work', 'releases', 'pictures?search=', 'audit', 'health', 'people', 'schedule']) {
        const answer = await seat.get(`/desk/api/${path}`);
        expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
        expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
        JSON.parse(await answer.text());
      }
    }
  });

  test('are text on every public page and in every feed, once they are published, corrected and taken back', async () => {
    const { Ines } = people;
    for (const [index, { text, written: one }] of texts.entries()) {
      const named = { release: one.release, locale: 'en' };
      await submittedWith(text, one);
      await published(one, text);
      if (index % 3 === 1) await Ines.done('POST /desk/api/text/withdraw', { ...named, publicReason: text });
      if (index % 3 === 2) await Ines.done('POST /desk/api/text/retract', { ...named, publicReason: text });
      if (index % 6 !== 0) continue;
      const change = { kind: 'correction' as const, note: text, isMajor: true };
      const { draft } = await Ines.done('POST /desk/api/draft/correct', { ...named, change });
      const content = { ...draft.content, headline: `${draft.content.headline.slice(0, 180)} again` };
      const order = { ...named, revision: draft.revision, content, slug: draft.slug };
      const { revision } = await Ines.done('POST /desk/api/draft/save', order);
      await submittedWith(text, { ...named, revision });
      await published({ ...named, revision }, text);
    }
    const pages = [
      '/en',
      '/en/page/1',
      '/en/page/2',
      '/en/page/3',
      '/en/offices/port',
      '/en/types/news',
      '/en/archive',
    ];
    const addresses = new Set(pages);
    for (const path of pages.slice(0, 4)) {
      const { body } = await open.get(path);
      for (const href of attributesOf(body, 'href')) if (href.startsWith('/en/releases/')) addresses.add(href);
    }
    for (const { release } of texts.map(({ written: one }) => one)) {
      const opened = await Ines.done('GET /desk/api/release', { release });
      for (const { address, edition } of opened.published) {
        addresses.add(address);
        if (edition > 1) addresses.add(`${address}/editions/1`);
      }
    }
    expect(addresses.size).toBeGreaterThan(hostileTexts.length);
    for (const address of addresses) {
      const { status, body } = await open.get(address);
      expect([address, [200, 301, 410].includes(status)]).toEqual([address, true]);
      expect([address, ...liveOn(body)]).toEqual([address]);
    }
    for (const format of ['atom', 'rss', 'json']) {
      for (const path of ['/en', '/en/offices/port', '/en/page/1']) {
        const { status, body } = await open.get(`${path}/feed.${format}`);
        expect([path, format, status]).toEqual([path, format, 200]);
        if (format === 'json') JSON.parse(body);
        else new SaxesParser({ xmlns: true }).write(body).close();
      }
    }
  });

  test('are names of people and of bundles, or refused with a reason', async () => {
    const { administrator, Ines, Mara } = people;
    const assignments = [{ role: 'writer' as const, office: null, locale: null }];
    const { release } = await Mara.done('POST /desk/api/releases', { office: 'PORT', type: 'news', original: 'en' });
    for (const [index, text] of hostileTexts.entries()) {
      const person = { name: text, email: `guest${index}@calder.example`, language: 'en', assignments };
      const invited = await administrator.ask('POST /desk/api/people/invite', person);
      const bundled = await Ines.ask('POST /desk/api/bundles', {
        name: text,
        into: null,
        texts: [{ release, locale: 'en' }],
      });
      for (const { status, answer } of [invited, bundled]) {
        if (status === 200) continue;
        expect([text, status, answer]).toMatchObject([text, 409, { refusals: [{ reason: 'text-invalid' }] }]);
      }
    }
    const everybody = (await administrator.done('GET /desk/api/people', {})).people.map(({ name }) => name);
    expect(everybody).toContain('<script>alert(1)</script>');
  });

  test('come back to the desk as the writer wrote them', async () => {
    for (const { text, written: one } of texts) {
      const { drafts } = await people.Ines.done('GET /desk/api/release', { release: one.release });
      const [draft] = drafts;
      if (draft?.edition === 1) expect(draft.content.summary).toBe(text);
    }
  });
});
