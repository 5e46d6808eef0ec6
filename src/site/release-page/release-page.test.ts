import { describe, expect, test } from 'vitest';
import { elementsOf } from '../../../test/support/read-page.ts';
import {
  keptPicture,
  onlyDay,
  smallPublished,
  type TextOrder,
  textFor,
  visitor,
} from '../../../test/support/small-newsroom.ts';
import { fixedClock } from '../../platform/clock.ts';
import { safeHtml } from '../../platform/html.ts';
import { instantOf } from '../../platform/instant.ts';
import { NO_SLUG } from '../../published/addresses.ts';
import { siteRoutes } from '../site-routes.ts';

const settings = { origin: 'https://news.calder.example', clock: fixedClock('2026-06-01T00:00:00Z') };

async function read(path: string, orders: readonly TextOrder[], retracted: readonly TextOrder[] = []) {
  const published = smallPublished({ texts: orders.map(textFor), retracted: retracted.map(textFor) });
  const answer = await visitor(siteRoutes(published, settings))(path);
  return { status: answer?.status, headers: answer?.headers, elements: elementsOf(String(answer?.body ?? '')) };
}

type Elements = Awaited<ReturnType<typeof read>>['elements'];

function hrefs(elements: Elements, wanted: Record<string, string>): (string | undefined)[] {
  return elements
    .filter((one) => Object.entries(wanted).every(([name, value]) => one.attributes[name] === value))
    .map((one) => one.attributes['href']);
}

function article(elements: Elements): Record<string, unknown> {
  const script = elements.find((one) => one.attributes['type'] === 'application/ld+json');
  return JSON.parse(script?.text ?? '{}');
}

const path = '/en/releases/calder-2026-1/release-1';

describe('a release', () => {
  test('shows all its parts', async () => {
    const pictures = [{ asset: keptPicture, alt: 'A ferry', caption: 'The ferry at nine.' }];
    const boilerplate = {
      boilerplate: safeHtml('<p>About the port.</p>', 'boilerplate'),
      contacts: safeHtml('<p>Ask Mara.</p>', 'contacts'),
    };
    const notes = safeHtml('<p>Not for nine.</p>', 'notes');
    const { elements } = await read(path, [
      { number: 1, kicker: 'Ferries', headline: 'On time', place: 'Calder', pictures, notes, boilerplate },
    ]);
    const text = elements.find(({ tag }) => tag === 'main')?.text ?? '';
    for (const part of ['Ferries', 'On time', 'The ferry leaves at nine.', 'and not before', 'Not for nine.']) {
      expect(text).toContain(part);
    }
    expect(text).toContain('Calder, 2 March 2026\u00a0— ');
    expect(text).toContain('2 March 2026 at 09:00 (GMT)');
    for (const part of ['About the port.', 'Ask Mara.', 'CALDER/2026/1', 'The ferry at nine.'])
      expect(text).toContain(part);
    expect(text).toContain('Image: Ann Other / AFP, © 2025 Port of Calder');
    expect(hrefs(elements, { class: 'address' })).toEqual(['/r/CALDER/2026/1']);
    const headings = elements.filter(({ tag }) => /^h[1-6]$/.test(tag)).map(({ tag }) => tag);
    expect(headings).toEqual(['h1', 'h2', 'h2', 'h2', 'h2', 'h2']);
    const citation = elements.find((one) => one.attributes['class'] === 'citation')?.text;
    expect(citation).toBe(
      'Calder harbour office, “On time”, Press release, CALDER/2026/1, 2 March 2026, https://news.calder.example/en/releases/calder-2026-1',
    );
    const files = hrefs(elements, { rel: 'nofollow' });
    const kit = ['press-kit.zip', 'text.txt', ...['bib', 'ris', 'json'].map((format) => `cite.${format}`)];
    expect(files).toEqual(kit.map((file) => `${path}/${file}`));
  });

  test('says only the day where only the day is known', async () => {
    const { elements } = await read(path.replace('2026', '2016'), [
      { number: 1, published: onlyDay('2016-02-01'), reference: { office: 'CALDER', year: 2016, number: 1 } },
    ]);
    const times = elements.filter(({ tag }) => tag === 'time');
    expect(new Set(times.map((one) => `${one.attributes['datetime']} ${one.text}`))).toEqual(
      new Set(['2016-02-01 1 February 2016']),
    );
  });

  test('and its translations name each other, and the same default', async () => {
    const orders = [
      { number: 1 },
      { number: 1, locale: 'ar', slug: 'عبّارة', translatedFrom: { locale: 'en', edition: 1 } },
    ];
    const english = await read(path, orders);
    const arabic = await read(`/ar/releases/calder-2026-1/${encodeURIComponent('عبّارة')}`, orders);
    const alternates = ({ elements }: { elements: Elements }) =>
      elements
        .filter((one) => one.tag === 'link' && 'hreflang' in one.attributes)
        .map((one) => [one.attributes['hreflang'], one.attributes['href']]);
    expect(alternates(english)).toHaveLength(3);
    expect(alternates(arabic)).toEqual(alternates(english));
    expect(article(english.elements)).toMatchObject({ workTranslation: [{ inLanguage: 'ar' }] });
    expect(article(arabic.elements)).toMatchObject({ translationOfWork: { inLanguage: 'en' } });
  });

  test('is described for search engines with its credit, its place and its corrections', async () => {
    const pictures = [{ asset: keptPicture, alt: 'A ferry', caption: null }];
    const changes = [{ kind: 'correction', note: 'It was ten.', at: instantOf('2026-03-03T09:00:00Z'), edition: 2 }];
    const { elements } = await read(path, [{ number: 1, headline: 'On <time>', place: 'Calder', pictures, changes }]);
    expect(article(elements)).toMatchObject({
      '@type': 'NewsArticle',
      headline: 'On <time>',
      dateline: 'Calder',
      inLanguage: 'en',
      datePublished: '2026-03-02T09:00:00.000Z',
      image: [
        { creditText: 'Ann Other / AFP, © 2025 Port of Calder', creator: { name: 'Ann Other' }, copyrightYear: 2025 },
      ],
      correction: [{ text: 'It was ten.' }],
    });
  });

  test('that was corrected says so above the text, and leads to the text before', async () => {
    const changes = [{ kind: 'correction', note: 'It was ten.', at: instantOf('2026-03-03T09:00:00Z'), edition: 2 }];
    const { elements } = await read(path, [{ number: 1, edition: 2, changes }]);
    expect(elements.find((one) => one.attributes['class'] === 'notice')?.text).toContain(
      'Correction 3 March 2026 It was ten.',
    );
    expect(elements.flatMap((one) => one.attributes['href'] ?? [])).toContain(`${path}/editions/1`);
  });

  test('in an earlier edition is marked, hidden from search engines, and names the current one', async () => {
    const { elements } = await read(`${path}/editions/1`, [
      { number: 1, edition: 2 },
      { number: 1, edition: 1, isCurrent: false },
    ]);
    expect(elements.find((one) => one.attributes['name'] === 'robots')?.attributes['content']).toBe('noindex');
    expect(hrefs(elements, { rel: 'canonical' })).toEqual([`https://news.calder.example${path}`]);
    expect(elements.find((one) => one.attributes['class'] === 'notice')?.text).toContain('edition 1');
    expect(article(elements)).toEqual({});
  });

  test('in its current edition has an address that stays that edition, and dates it', async () => {
    const changes = [{ kind: 'update', note: 'More.', at: instantOf('2026-03-03T09:00:00Z'), edition: 2 }];
    const { status, headers, elements } = await read(`${path}/editions/2`, [{ number: 1, edition: 2, changes }]);
    expect(status).toBe(200);
    expect(headers?.['memento-datetime']).toBe('Tue, 03 Mar 2026 09:00:00 GMT');
    expect(headers?.['link']).toContain(`<${path}>; rel="original", </timegate${path}>; rel="timegate"`);
    expect(elements.find((one) => one.attributes['name'] === 'robots')?.attributes['content']).toBe('noindex');
    expect(hrefs(elements, { rel: 'canonical' })).toEqual([`https://news.calder.example${path}`]);
    expect(elements.find((one) => one.attributes['class'] === 'notice')?.text).toContain('edition 2, the current text');
  });

  test('names where its earlier states are, and is none itself', async () => {
    const { headers } = await read(path, [{ number: 1 }]);
    expect(headers?.['link']).toBe(
      `</timegate${path}>; rel="timegate", </timemap/link${path}>; rel="timemap"; type="application/link-format"`,
    );
    expect(headers).not.toHaveProperty('memento-datetime');
  });

  test('that was withdrawn can be read under a banner with the reason', async () => {
    const end = { endReason: 'The storm did not come.', endedAt: instantOf('2026-03-04T09:00:00Z') };
    const { status, elements } = await read(path, [{ number: 1, standing: 'withdrawn', ...end }]);
    expect(status).toBe(200);
    const banner = elements.find((one) => one.attributes['class'] === 'notice grave')?.text;
    expect(banner).toContain('Withdrawn on 4 March 2026');
    expect(banner).toContain('The storm did not come.');
  });

  test('that was retracted leaves its reference and the reason, and is gone', async () => {
    const { status, elements } = await read(path, [], [{ number: 1, headline: 'The wrong ship' }]);
    const text = elements.find(({ tag }) => tag === 'html')?.text ?? '';
    expect(status).toBe(410);
    expect(text).toContain('It named the wrong ship.');
    expect(text).toContain('CALDER/2026/1');
    expect(text).not.toContain('The wrong ship');
    expect(elements.find(({ tag }) => tag === 'title')?.text).toMatch(/^Retracted: CALDER\/2026\/1\b/);
  });

  test('that was taken down is gone at its own address, which has no word of it, and at every one it had', async () => {
    const short = path.slice(0, path.lastIndexOf('/'));
    for (const asked of [short, path, `${short}/the-wrong-ship`]) {
      const { status, elements } = await read(asked, [], [{ number: 1, slug: NO_SLUG }]);
      expect([asked, status]).toEqual([asked, 410]);
      expect(elements.find(({ tag }) => tag === 'html')?.text).toContain('CALDER/2026/1');
    }
  });

  test('that was not issued in a language offers those in which it was', async () => {
    const { status, elements } = await read(path.replace('/en', '/ar'), [{ number: 1 }]);
    expect(status).toBe(404);
    expect(elements.find(({ tag }) => tag === 'html')?.attributes['lang']).toBe('ar');
    expect(hrefs(elements, { hreflang: 'en' })).toEqual([path]);
  });

  test('can be read in a language that the site does not speak', async () => {
    const { status, elements } = await read('/cy/releases/calder-2026-1/fferi', [
      { number: 1, locale: 'cy', slug: 'fferi', headline: 'Y fferi' },
    ]);
    expect(status).toBe(200);
    expect(elements.find(({ tag }) => tag === 'h1')?.attributes).toEqual({ lang: 'cy', dir: 'ltr' });
  });
});

test.each([
  '/en/releases/calder-2026-1/an-old-slug',
  '/en/releases/CALDER-2026-1/release-1',
  '/EN/releases/calder-2026-1/release-1',
  '/en/releases/calder-2026-1/release-1/',
])('%s leads to the one address of the text', async (asked) => {
  const { status, headers } = await read(asked, [{ number: 1 }]);
  expect([status, headers?.['location']]).toEqual([301, path]);
});

test('without a slug, an address leads to the one that the text has now', async () => {
  const { status, headers } = await read('/en/releases/calder-2026-1', [{ number: 1 }]);
  expect([status, headers?.['location']]).toEqual([302, path]);
});

test.each([
  '/en/releases/calder-2026-2/release-2',
  '/en/releases/nonsense/release-1',
  `${path}/editions/9`,
  `${path}/editions/x`,
  '/not-a-language-at-all-not-at-all-nono/releases/calder-2026-1/release-1',
])('there is nothing at %s', async (asked) => {
  expect((await read(asked, [{ number: 1 }])).status).toBeUndefined();
});
