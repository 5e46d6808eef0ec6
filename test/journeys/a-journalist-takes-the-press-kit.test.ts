import { createHash } from 'node:crypto';
import ExifReader from 'exifreader';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { liveOn } from '../support/live-on.ts';
import { attributesOf, type OpenForReaders, openExample } from '../support/open-for-readers.ts';
import { readZip } from '../support/read-zip.ts';

const languages = ['en', 'fr', 'es', 'ar', 'zh-Hans', 'mn', 'ru'];

let open: OpenForReaders;
/** Where the kits of the example are, as the release pages say. */
const kits = new Map<string, string>();

beforeAll(async () => {
  open = await openExample();
  for (const language of languages) {
    for (const path of releasesOn((await open.get(`/${language}`)).body)) {
      const { body } = await open.get(path);
      const kit = attributesOf(body, 'href').find((href) => href.endsWith('/press-kit.zip'));
      if (kit !== undefined) kits.set(kit, body);
    }
  }
});
afterAll(() => open.close());

const releasesOn = (page: string) =>
  new Set(attributesOf(page, 'href').filter((href) => /^\/[\w-]+\/releases\/[^/]+\/[^/]+$/.test(href)));

const filesOf = async (kit: string) => readZip(await open.bytes(kit));

/** `36 kB`, `1,3 Mo`, `1.3 م.ب`: in bytes. */
function sizeSaid(page: string, kit: string): number {
  const [, said = ''] = page.split(`href="${encodeURI(decodeURI(kit))}">`);
  const [, number = '', unit = ''] = /(\d[\d.,]*)\s*([^<]*)/.exec(said.replaceAll(/<!-- -->/g, '')) ?? [];
  return Number(number.replace(',', '.')) * (/^(?:MB|Mo|м|МБ|م)/i.test(unit) ? 1_000_000 : 1_000);
}

describe('a press kit of the example', () => {
  test('is on every release page, in every language, with a size that is true', async () => {
    expect(languages.filter((language) => ![...kits.keys()].some((kit) => kit.startsWith(`/${language}/`)))).toEqual(
      [],
    );
    for (const [kit, page] of kits) {
      const { status, headers } = await open.ask('HEAD', kit);
      const length = Number(headers['content-length']);
      expect([kit, status, headers['content-type']]).toEqual([kit, 200, 'application/zip']);
      const said = sizeSaid(page, kit);
      expect([kit, said > length * 0.8 && said < length * 1.25 + 3_000]).toEqual([kit, true]);
    }
  });

  test('holds each picture as the site has it, with its creator and credit inside, and no place', async () => {
    let pictures = 0;
    for (const kit of kits.keys()) {
      const files = await filesOf(kit);
      for (const { name, bytes } of files.filter(({ name }) => !/[.](?:txt|html)$/.test(name))) {
        pictures += 1;
        const note = String(files.find((file) => file.name === name.replace(/[.]\w+$/, '.txt'))?.bytes);
        const hash = createHash('sha256').update(bytes).digest('hex');
        expect(note).toContain(hash);
        expect((await open.bytes(`/media/${hash}/original`)).equals(bytes)).toBe(true);
        const { iptc, xmp, gps } = ExifReader.load(bytes, { expanded: true });
        const inside = JSON.stringify([iptc, xmp]);
        const [, creator = 'nobody'] =
          /^(?:Creator|Auteur|Autor|Зохиогч|Автор|作者|صاحب الصورة) ?[:：] ?(.+)$/m.exec(note) ?? [];
        expect([name, inside.includes(creator), gps]).toEqual([name, true, undefined]);
      }
    }
    expect(pictures).toBeGreaterThan(20);
  });

  test('has names that every system takes, and the same bytes each time', async () => {
    for (const kit of kits.keys()) {
      for (const { name } of await filesOf(kit))
        expect(name).toMatch(/^[a-z0-9-]+\/[a-z0-9-]+[.](?:txt|html|jpg|png|webp)$/);
      expect((await open.bytes(kit)).equals(await open.bytes(kit))).toBe(true);
    }
  });

  test('has the text alone and as a page that runs nothing, in its own language', async () => {
    for (const [kit, page] of kits) {
      const [text, html] = await filesOf(kit);
      const alone = await open.get(kit.replace('press-kit.zip', 'text.txt'));
      expect(alone.headers['content-type']).toBe('text/plain; charset=utf-8');
      expect(String(text?.bytes)).toBe(alone.body);
      expect(liveOn(String(html?.bytes))).toEqual(['style']);
      const language = /^\/([^/]+)/.exec(kit)?.[1] ?? '';
      expect(String(html?.bytes)).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
      const headline = /<h1[^>]*>([^<]*)<\/h1>/.exec(page)?.[1] ?? '—';
      expect(String(html?.bytes)).toContain(headline);
    }
  });

  test('is not sent again to who has it, and its other addresses lead to it', async () => {
    const [kit = ''] = kits.keys();
    const { headers } = await open.ask('HEAD', kit);
    expect((await open.get(kit, { 'if-none-match': headers['etag'] ?? '' })).status).toBe(304);
    const older = kit.replace(/[^/]+\/press-kit/, 'an-older-slug/press-kit');
    expect(await open.get(older)).toMatchObject({ status: 301, headers: { location: kit } });
  });
});

test('the API says where the kit and the plain text of an edition are', async () => {
  const { items } = JSON.parse((await open.get('/api/v1/lists/organisation')).body);
  const { release } = items[0].links;
  const { languages: versions } = JSON.parse((await open.get(release)).body);
  const { pressKit, plainText } = versions[0].edition.links;
  expect(await open.get(pressKit)).toMatchObject({ status: 200, headers: { 'content-type': 'application/zip' } });
  expect((await open.get(plainText)).body).toContain(versions[0].edition.headline);
});

test('a text that is withdrawn says so in its kit, one that is retracted has none and says why', async () => {
  const [withdrawn = '', retracted = ''] = [...kits.keys()].filter((kit) => kit.startsWith('/en/'));
  const end = async (kit: string, act: 'withdraw' | 'retract', reason: string) => {
    const [, reference = ''] = /releases\/([^/]+)\//.exec(kit) ?? [];
    const api = `/api/v1/releases/${reference.replace(/-(\d+)-(\d+)$/, '/$1/$2').toUpperCase()}`;
    const { id } = JSON.parse((await open.get(api)).body);
    expect(await open.newsroom[act]({ release: id, locale: 'en', reason, at: null })).toMatchObject({ ok: true });
  };
  const before = await open.ask('HEAD', withdrawn);
  await end(withdrawn, 'withdraw', 'It was sent too early.');
  const [text] = await filesOf(withdrawn);
  expect(String(text?.bytes)).toContain('*** Reason: It was sent too early.');
  expect((await open.ask('HEAD', withdrawn)).headers['etag']).not.toBe(before.headers['etag']);

  await end(retracted, 'retract', 'It named the wrong ship.');
  for (const address of [retracted, retracted.replace('press-kit.zip', 'text.txt')]) {
    const answer = await open.get(address);
    expect(answer.status).toBe(410);
    expect(answer.body).toContain('Reason: It named the wrong ship.');
  }
});
