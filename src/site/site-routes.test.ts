import { describe, expect, test } from 'vitest';
import { elementsOf } from '../../test/support/read-page.ts';
import { calderInstitution, keptPicture, smallPublished, textFor, visitor } from '../../test/support/small-newsroom.ts';
import { fixedClock } from '../platform/clock.ts';
import { instantOf } from '../platform/instant.ts';
import { siteRoutes } from './site-routes.ts';
import { stylesheetFile } from './style/assets.ts';

const settings = { origin: 'https://news.calder.example', clock: fixedClock('2026-06-01T00:00:00Z') };

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></script></style><svg onload=alert(1)>',
  '<!-- --!> ]]> <![CDATA[ {{7*7}} ${7*7} javascript:alert(1)',
  '\u202eright to left\u2066 and never closed \u200b\ufeff',
  'a'.repeat(1_000),
  '&lt;b&gt; &amp;amp; &#x3c;',
  '\ue000 \ue001 {list} \u2028',
];

const every = ['/en', '/ar', '/en/2026', '/en/archive', '/en/offices', '/en/offices/calder', '/en/countries/gb'];
const release = '/en/releases/calder-2026-1/s';

/** One release with the words in every field, in an institution of the same name. */
function newsroomOf(words: string) {
  const asset = { ...keptPicture, creator: words, agency: words, copyrightHolder: words };
  const names = { en: words };
  const institution = {
    ...calderInstitution,
    organisation: { ...calderInstitution.organisation, names, introductions: names },
    offices: calderInstitution.offices.map((office) => ({ ...office, names, introductions: names })),
    topics: calderInstitution.topics.map((topic) => ({ ...topic, names })),
  };
  const changes = [{ kind: 'correction', note: words, at: instantOf('2026-03-03T09:00:00Z'), edition: 2 }];
  const fields = { kicker: words, headline: words, summary: words, place: words, endReason: words, changes };
  const pictures = [{ asset, alt: words, caption: words }];
  const end = { standing: 'withdrawn', endedAt: instantOf('2026-03-04T09:00:00Z') };
  const text = textFor({ number: 1, slug: 's', edition: 2, ...fields, ...end, pictures });
  return visitor(siteRoutes(smallPublished({ texts: [text], institution }), settings));
}

describe.each(hostile)('words like “%.40s” in every field', (words) => {
  test.each([...every, release])('are inert at %s', async (path) => {
    const answer = await newsroomOf(words)(path);
    expect(answer?.status).toBe(200);
    const elements = elementsOf(String(answer?.body));
    const scripts = elements.filter(
      ({ tag, attributes }) => tag === 'script' && attributes['type'] !== 'application/ld+json',
    );
    expect(scripts).toEqual([]);
    for (const { tag, attributes } of elements) {
      expect(['iframe', 'object', 'embed', 'base', 'style']).not.toContain(tag);
      if (tag === 'form') expect(attributes['action']).toMatch(/^\/(en|ar)\/search$/);
      for (const [name, value] of Object.entries(attributes)) {
        expect(name).toMatch(/^(?!on)(?!style$)[a-z][a-zA-Z-]*$/);
        if (name === 'href' || name === 'src')
          expect(value).toMatch(/^(\/[^/\\]|https:\/\/news\.calder\.example\/|#text$)/);
      }
    }
  });

  test('stand as they are in the headline', async () => {
    const answer = await newsroomOf(words)(release);
    const elements = elementsOf(String(answer?.body));
    expect(elements.find(({ tag }) => tag === 'h1')?.text).toBe(words);
    const data = elements.find((one) => one.attributes['type'] === 'application/ld+json');
    expect(JSON.parse(data?.text ?? '{}').headline).toBe(words);
  });
});

const visit = visitor(
  siteRoutes(
    smallPublished({ texts: [textFor({ number: 1 })], paths: { '/old/ferry.htm': 1, '/en/page/1999': 1 } }),
    settings,
  ),
);

test.each(['/old/ferry.htm', '/en/page/1999'])('%s, an address of the old site, leads to the text', async (path) => {
  expect(await visit(path)).toMatchObject({
    status: 301,
    headers: { location: '/en/releases/calder-2026-1/release-1' },
  });
});

test.each([
  ['/en-GB', '/en'],
  ['/EN-us/archive/', '/en/archive'],
  ['/ar-EG/offices/calder/2026', '/ar/offices/calder/2026'],
  ['/eng/feed.atom', '/en/feed.atom'],
  ['/en-GB//elsewhere.example', '/en//elsewhere.example'],
])('%s, in a tag close to a language of the site, leads to %s', async (asked, path) => {
  expect(await visit(asked)).toMatchObject({ status: 301, headers: { location: path } });
});

test.each(['/admin', '/zz', '/und', '/media/en-GB', '/xx-en/offices', '/en/en-GB'])(
  'nothing is at %s',
  async (path) => {
    expect(await visit(path)).toBeNull();
  },
);

test.each(['//elsewhere.example/', '/\\elsewhere.example/', '/'.repeat(50)])(
  'nobody is led out of the site by %s',
  async (path) => {
    expect((await visit(path))?.headers?.['location'] ?? '/').toMatch(/^\/(?![/\\])/);
  },
);

test('the style sheet may be kept for ever, under a name that changes with it', async () => {
  const answer = await visit(`/assets/${stylesheetFile}`);
  expect(answer).toMatchObject({ status: 200, type: 'text/css; charset=utf-8', keep: true });
  expect(answer?.headers?.['cache-control']).toContain('immutable');
});

test.each([...every, '/en/releases/calder-2026-1/release-1', '/en/topics', '/en/types/notice'])(
  '%s has one main landmark, one first heading, headings in order, and names for all its links',
  async (path) => {
    const elements = elementsOf(String((await visit(path))?.body));
    const count = (tag: string) => elements.filter((one) => one.tag === tag).length;
    expect([count('main'), count('h1')]).toEqual([1, 1]);
    const levels = elements.flatMap(({ tag }) => (/^h[1-6]$/.test(tag) ? [Number(tag[1])] : []));
    for (const [place, level] of levels.entries()) expect(level - (levels[place - 1] ?? 0)).toBeLessThanOrEqual(1);
    expect(elements.filter(({ tag, text }) => tag === 'a' && text.trim() === '')).toEqual([]);
  },
);
