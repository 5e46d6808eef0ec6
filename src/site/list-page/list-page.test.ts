import { describe, expect, test } from 'vitest';
import { elementsOf } from '../../../test/support/read-page.ts';
import {
  keptPicture,
  lostPicture,
  onlyDay,
  smallPublished,
  textFor,
  visitor,
} from '../../../test/support/small-newsroom.ts';
import { fixedClock } from '../../platform/clock.ts';
import type { PublishedText } from '../../published/published-release.ts';
import { siteRoutes } from '../site-routes.ts';

const settings = { origin: 'https://news.calder.example', clock: fixedClock('2026-06-01T00:00:00Z') };

async function read(path: string, texts: readonly PublishedText[], retracted: readonly PublishedText[] = []) {
  const answer = await visitor(siteRoutes(smallPublished({ texts, retracted }), settings))(path);
  return { status: answer?.status, headers: answer?.headers, elements: elementsOf(String(answer?.body ?? '')) };
}

function textsOf(elements: Awaited<ReturnType<typeof read>>['elements'], tag: string): string[] {
  return elements.filter((one) => one.tag === tag).map(({ text }) => text);
}

describe('a list', () => {
  test('has the newest release on top, under the year it was published in', async () => {
    const texts = [
      textFor({ number: 1, at: '2024-05-01T10:00:00Z', headline: 'The old ferry' }),
      textFor({ number: 2, at: '2026-05-01T10:00:00Z', headline: 'The new ferry' }),
    ];
    const { elements } = await read('/en', texts);
    expect(elements.filter(({ tag }) => /^h[1-6]$/.test(tag)).map(({ tag, text }) => [tag, text])).toEqual([
      ['h1', 'News and press releases'],
      ['h2', '2026'],
      ['h3', 'The new ferry'],
      ['h2', '2024'],
      ['h3', 'The old ferry'],
    ]);
  });

  test('says the day as the locale writes it, and the instant only where one is known', async () => {
    const texts = [
      textFor({ number: 1, at: '2017-09-07T23:30:00Z' }),
      textFor({ number: 2, published: onlyDay('2016-02-01') }),
    ];
    const { elements } = await read('/zh-Hans', texts);
    expect(elements.filter(({ tag }) => tag === 'time').map((one) => [one.attributes['datetime'], one.text])).toEqual([
      ['2017-09-07T23:30:00.000Z', '2017年9月8日'],
      ['2016-02-01', '2016年2月1日'],
    ]);
  });

  test('labels a text in another language, and gives it its own lang and dir', async () => {
    const { elements } = await read('/ar', [textFor({ number: 1, headline: 'The ferry' })]);
    const around = elements.find((one) => one.tag === 'div' && one.attributes['lang'] === 'en');
    expect(around?.attributes['dir']).toBe('ltr');
    expect(around?.text).toContain('The ferry');
    expect(elements.find(({ tag }) => tag === 'html')?.attributes).toEqual({ lang: 'ar', dir: 'rtl' });
    expect(textsOf(elements, 'span')).toContain('النص باللغة: الإنجليزية');
  });

  test('offers the other languages of a release', async () => {
    const chinese = textFor({ number: 1, locale: 'zh-Hans', slug: '渡轮', headline: '渡轮' });
    const { elements } = await read('/en', [textFor({ number: 1 }), chinese]);
    const link = elements.find(
      (one) =>
        one.tag === 'a' &&
        one.text === '简体中文' &&
        one.attributes['hreflang'] !== undefined &&
        one.attributes['href']?.includes('releases'),
    );
    expect(link?.attributes['href']).toBe('/zh-Hans/releases/calder-2026-1');
  });

  test('writes the letters of an address, and escapes everything else in it', async () => {
    const slug = 'паром-и-ё̃ "?#%/\u202e\\<&';
    const { elements } = await read('/en', [textFor({ number: 1, slug })]);
    const link = elements.find((one) => one.tag === 'a' && one.text === 'Release 1 of the port');
    const href = link?.attributes['href'] ?? '';
    expect(href).toMatch(/^\/en\/releases\/calder-2026-1\/паром-и-ё̃%20%22%3F%23%25%2F%E2%80%AE%5C%3C%26$/);
    expect(new URL(href, settings.origin).pathname).toBe(`/en/releases/calder-2026-1/${encodeURIComponent(slug)}`);
  });

  test('shows the credit of a picture that is lost, and no picture', async () => {
    const pictures = [{ asset: lostPicture, alt: 'A ferry', caption: null }];
    const { elements } = await read('/en', [textFor({ number: 1, pictures })]);
    expect(textsOf(elements, 'p')).toContain('Image: Ann Other / AFP');
    expect(textsOf(elements, 'img')).toEqual([]);
  });

  test('offers a picture in three formats, none wider than the original', async () => {
    const pictures = [{ asset: keptPicture, alt: 'A "ferry"', caption: null }];
    const { elements } = await read('/en', [textFor({ number: 1, pictures })]);
    const { hash } = keptPicture.kept ?? { hash: '' };
    const [image] = elements.filter(({ tag }) => tag === 'img');
    expect(image?.attributes).toMatchObject({ alt: 'A "ferry"', width: '640', height: '427', loading: 'lazy' });
    expect(image?.attributes['src']).toBe(`/media/${hash}/640.jpeg`);
    expect(
      elements
        .filter(({ tag }) => tag === 'source')
        .map(({ attributes }) => [attributes['type'], attributes['srcset']]),
    ).toEqual(
      ['avif', 'webp'].map((format) => [
        `image/${format}`,
        [320, 640].map((width) => `/media/${hash}/${width}.${format} ${width}w`).join(', '),
      ]),
    );
  });

  test('keeps the line of a retracted release, without its headline', async () => {
    const { elements } = await read('/en', [], [textFor({ number: 1, headline: 'The wrong ship' })]);
    expect(textsOf(elements, 'h3')).toEqual(['Retracted CALDER/2026/1']);
    expect(textsOf(elements, 'body').join()).not.toContain('The wrong ship');
  });

  test('exists for an office that has issued nothing, and says so', async () => {
    const { status, elements } = await read('/en/offices/bruges-office', []);
    expect(status).toBe(200);
    expect(textsOf(elements, 'p')).toContain('Nothing has been published here yet.');
  });

  test('says at its own address what another site copies to show it, and nowhere else', async () => {
    const texts = Array.from({ length: 41 }, (_, at) => textFor({ number: at + 1 }));
    const { elements } = await read('/en/offices/calder', texts);
    expect(textsOf(elements, 'summary').at(-1)).toBe('Show this list on your site');
    expect(textsOf(elements, 'code')).toEqual([
      '<iframe src="https://news.calder.example/en/offices/calder/embed" title="Calder harbour office" height="520" style="width:100%;border:0" loading="lazy"></iframe>',
    ]);
    for (const path of ['/en/offices/calder/page/1', '/en/offices/calder/2026'])
      expect(textsOf((await read(path, texts)).elements, 'code')).toEqual([]);
  });

  test('leads to its years, its feeds and the lists of every office, country, topic and type', async () => {
    const { elements } = await read('/en', [textFor({ number: 1 })]);
    const paths = elements.flatMap((one) => one.attributes['href'] ?? []);
    expect(paths).toEqual(
      expect.arrayContaining([
        ...['/en/2026', '/en/archive', '/en/offices/bruges-office', '/en/countries/be', '/en/topics/dredging'],
        ...['/en/types/speech', '/en/feed.atom', '/en/feed.rss', '/en/feed.json'],
      ]),
    );
    expect(paths).not.toContain('/en/types/news');
  });

  test('names itself in every language of the site', async () => {
    const { elements } = await read('/en/countries/gb', [textFor({ number: 1 })]);
    const alternates = elements.filter((one) => one.attributes['rel'] === 'alternate' && 'hreflang' in one.attributes);
    expect(alternates.map((one) => [one.attributes['hreflang'], one.attributes['href']])).toEqual([
      ...['en', 'zh-Hans', 'ar', 'mn'].map((locale) => [locale, `https://news.calder.example/${locale}/countries/gb`]),
      ['x-default', 'https://news.calder.example/en/countries/gb'],
    ]);
  });

  test('is joined from its two newest pages, and leads down to the older ones', async () => {
    const texts = Array.from({ length: 65 }, (_, index) => {
      return textFor({
        number: index + 1,
        at: `2026-01-01T${String(index % 24).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}:00Z`,
      });
    });
    const { elements } = await read('/en', texts);
    expect(textsOf(elements, 'h3')).toHaveLength(25);
    const older = elements.find((one) => one.attributes['rel'] === 'next');
    expect(older?.attributes['href']).toBe('/en/page/2');

    const page = await read('/en/page/2', texts);
    expect(textsOf(page.elements, 'h3')).toHaveLength(20);
    expect(page.elements.find((one) => one.attributes['rel'] === 'prev')?.attributes['href']).toBe('/en');
    expect(page.elements.flatMap((one) => one.attributes['href'] ?? [])).toContain('/en/page/2/feed.atom');
  });
});

test.each([
  ['/EN', '/en'],
  ['/zh-hans', '/zh-Hans'],
  ['/en/', '/en'],
  ['/en/offices/Bruges-Office', '/en/offices/bruges-office'],
  ['/en/offices/co-bruges', '/en/offices/bruges-office'],
  ['/en/countries/GB', '/en/countries/gb'],
])('%s leads to the one address of its list, %s', async (asked, canonical) => {
  const { status, headers } = await read(asked, [textFor({ number: 1 })]);
  expect([status, headers?.['location']]).toEqual([301, canonical]);
});

test.each([
  '/fr',
  '/en/1',
  '/en/0000',
  '/en/page/0',
  '/en/page/01',
  '/en/page/9',
  '/en/countries/zz',
  '/en/topics/none',
  '/en/types/novel',
  '/en/2026/page/x',
])('there is nothing at %s', async (path) => {
  expect((await read(path, [textFor({ number: 1 })])).status).toBeUndefined();
});
