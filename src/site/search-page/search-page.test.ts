import { describe, expect, test } from 'vitest';
import { elementsOf } from '../../../test/support/read-page.ts';
import { calderInstitution, smallPublished, visitor } from '../../../test/support/small-newsroom.ts';
import { foundOf, hitFor, smallSearch } from '../../../test/support/small-search.ts';
import { fixedClock } from '../../platform/clock.ts';
import type { SearchFound, Suggestions } from '../../search/search.ts';
import { assets, scriptFile } from '../style/assets.ts';
import { searchPageRoutes } from './search-page.route.ts';

const settings = { origin: 'https://news.calder.example', clock: fixedClock('2026-06-01T00:00:00Z') };
const published = smallPublished({ texts: [] });

function searching(found: SearchFound = foundOf([]), suggestions?: Suggestions) {
  const { search, asked, typed } = smallSearch(found, suggestions);
  return { asked, typed, visit: visitor(searchPageRoutes(published, search, settings)) };
}

/** The page's text, and its links: the words of each and where it leads. */
async function read(path: string, found?: SearchFound) {
  const { visit, asked } = searching(found);
  const answer = await visit(path);
  const html = String(answer?.body);
  const elements = elementsOf(html);
  const links = new Map(
    elements.filter(({ tag }) => tag === 'a').map((one) => [one.text.trim(), one.attributes['href']]),
  );
  const [main] = elements.filter(({ tag }) => tag === 'main');
  return { answer, html, elements, links, asked, text: main?.text ?? '' };
}

const three = foundOf(
  [hitFor(3), hitFor(2, { locale: 'ar', headline: '[عبّارة] كالدر' }), hitFor(1, { standing: 'withdrawn' })],
  {
    facets: {
      offices: [
        { value: 'CALDER', count: 2 },
        { value: 'CO-BRUGES', count: 1 },
      ],
      countries: [{ value: 'GB', count: 3 }],
      topics: [{ value: 'dredging', count: 1 }],
      types: [
        { value: 'press-release', count: 2 },
        { value: 'speech', count: 1 },
      ],
      locales: [
        { value: 'en', count: 2 },
        { value: 'ar', count: 1 },
      ],
      has: [{ value: 'picture', count: 2 }],
      years: [
        { value: 2026, count: 2 },
        { value: 2025, count: 1 },
      ],
    },
  },
);

describe('the search page', () => {
  test('explains the language of queries with examples that can be followed, before anything is asked', async () => {
    const { links, asked, text } = await read('/en/search');
    expect(asked).toEqual([]);
    expect(text).toContain('How to search');
    expect(links.get('office:CALDER')).toBe('/en/search?q=office%3ACALDER');
    expect(links.get('after:2017-03')).toBe('/en/search?q=after%3A2017-03');
  });

  test('asks for what the address says, twenty at a time', async () => {
    const { asked } = await read('/en/search?q=ferry+-tide&office=calder&from=2017&sort=newest&page=3', three);
    expect(asked).toMatchObject([{ locale: 'en', fallback: 'en', sort: 'newest', skip: 40, limit: 20 }]);
    expect(asked[0]?.query).toMatchObject({
      words: [{ kind: 'word', text: 'ferry' }],
      without: [{ kind: 'word', text: 'tide' }],
      filters: { offices: ['CALDER'], from: '2017-01-01', to: null },
    });
  });

  test('says what was too common to be looked for with the rest, after what was not understood', async () => {
    const notes = [{ note: 'too-common' as const, about: 'the co*' }];
    const { text, html } = await read('/en/search?q=the+co*+author:x', foundOf([hitFor(3)], { notes }));
    expect(text).toContain('Left out, wholly or in part: the co*. Write fewer words');
    expect(html.indexOf('author:</bdi>')).toBeLessThan(html.indexOf('<bdi>the co*</bdi>'));
  });

  test('understands the keywords of its own language', async () => {
    const { asked } = await read('/zh-Hans/search?q=办事处：布鲁日办事处', three);
    expect(asked[0]?.query.filters.offices).toEqual(['CO-BRUGES']);
    expect(asked[0]?.sort).toBe('newest');
  });

  test('marks the words that were found, and says what a reader must know of each text', async () => {
    const { elements, text, links, html } = await read('/en/search?q=ferry', three);
    expect(elements.filter(({ tag }) => tag === 'mark').map((one) => one.text)).toEqual([
      ...['3', 'ferry', 'عبّارة', 'ferry', '1', 'ferry'],
    ]);
    expect(text).toContain('3 releases');
    expect(text).toContain('CALDER/2026/3');
    expect(text).toContain('Text in Arabic');
    expect(text).toContain('Withdrawn');
    expect(html).toContain('<div lang="ar" dir="rtl"><h3>');
    expect(links.get('Release 3')).toBe('/en/releases/calder-2026-3/release-3');
  });

  test('offers what narrows the results, as links with counts; what would change nothing is left out', async () => {
    const { links } = await read('/en/search?q=ferry&sort=newest', three);
    expect(links.get('Bruges office 1')).toBe('/en/search?q=ferry&office=CO-BRUGES&sort=newest');
    expect(links.get('Dredging 1')).toBe('/en/search?q=ferry&topic=dredging&sort=newest');
    expect(links.get('Speeches 1')).toBe('/en/search?q=ferry&type=speech&sort=newest');
    expect(links.get('Arabic 1')).toBe('/en/search?q=ferry&lang=ar&sort=newest');
    expect(links.get('picture 2')).toBe('/en/search?q=ferry&has=picture&sort=newest');
    expect(links.get('2025 1')).toBe('/en/search?q=ferry&from=2025&to=2025&sort=newest');
    expect([...links.keys()].filter((name) => name.includes('Kingdom'))).toEqual([]);
  });

  test('shows each limit as a link to the results without it', async () => {
    const { links } = await read('/en/search?q=ferry&country=gb&country=be&from=2025&to=2025&type=speech', three);
    expect(links.get('Country United Kingdom')).toBe('/en/search?q=ferry&country=BE&type=speech&from=2025&to=2025');
    expect(links.get('Year 2025')).toBe('/en/search?q=ferry&country=GB&country=BE&type=speech');
    const open = await read('/en/search?q=ferry&from=2025-03&to=2026-01-05', three);
    expect(open.links.get('From 1 March 2025')).toBe('/en/search?q=ferry&to=2026-01-05');
    expect(open.links.get('Until 5 January 2026')).toBe('/en/search?q=ferry&from=2025-03');
  });

  test('a new query keeps the limits and the order', async () => {
    const { elements } = await read('/en/search?q=ferry&office=calder&sort=newest', three);
    const fields = elements
      .filter(({ tag }) => tag === 'input')
      .map(({ attributes }) => [attributes['name'], attributes['value']]);
    expect(fields).toEqual([
      ['q', 'ferry'],
      ['office', 'CALDER'],
      ['sort', 'newest'],
    ]);
  });

  test('leads through the results page by page, as far as anybody reads', async () => {
    const many = { ...three, count: { count: 10_000, isMore: true } };
    const second = await read('/en/search?q=ferry&page=2', many);
    expect(second.text).toContain('More than 10,000 releases');
    expect([second.links.get('Previous'), second.links.get('Next')]).toEqual([
      ...['/en/search?q=ferry', '/en/search?q=ferry&page=3'],
    ]);
    const last = await read('/en/search?q=ferry&page=99999', many);
    expect(last.asked[0]?.skip).toBe(9_980);
    expect([last.links.get('Previous'), last.links.get('Next')]).toEqual(['/en/search?q=ferry&page=499', undefined]);
    expect(last.text).toContain('Only the first 10,000');
    const only = await read('/en/search?q=ferry', three);
    expect([only.links.get('Previous'), only.links.get('Next')]).toEqual([undefined, undefined]);
  });

  test('leads back from a page that the results do not reach', async () => {
    const { links } = await read('/en/search?q=ferry&page=7', { ...three, hits: [] });
    expect(links.get('To the first page')).toBe('/en/search?q=ferry');
  });

  test('says so when nothing was found, what may have been meant, and where there may be more', async () => {
    const { links, text } = await read('/en/search?q=fery+-tide&country=gb', foundOf([], { didYouMean: 'ferry' }));
    expect(text).toContain('Nothing was found.');
    expect(links.get('ferry')).toBe('/en/search?q=ferry+-tide&country=GB');
    expect(links.get('Search everything for these words')).toBe('/en/search?q=fery+-tide');
  });

  test('leaves out every limit where nothing was found within them', async () => {
    const { links } = await read('/en/search?q=fery&country=gb&has=picture&from=2017', foundOf([]));
    expect(links.get('Search everything for these words')).toBe('/en/search?q=fery');
  });

  test('tells what it did not understand', async () => {
    const { text } = await read('/en/search?q=ferry+office:nowhere+"tide', three);
    expect(text).toContain('There is no office nowhere. It was not used.');
    expect(text).toContain('The quotation mark at "tide has no other half.');
  });

  test('asks nothing where there are only words to leave out', async () => {
    const { asked, text } = await read('/en/search?q=-tide');
    expect(asked).toEqual([]);
    expect(text).toContain('Add a word to look for.');
  });

  test('is not indexed, not kept, and alone may run the script of this site', async () => {
    const { answer, html } = await read('/en/search?q=ferry', three);
    expect(answer?.keep).toBe(false);
    expect(html).toContain('<meta name="robots" content="noindex"');
    expect(answer?.headers?.['content-security-policy']).toMatch(
      /default-src 'none';.*script-src 'self'; connect-src 'self'$/,
    );
    expect(html).toContain(`<script src="/assets/${scriptFile}" defer></script>`);
    expect(assets.find(({ file }) => file === scriptFile)?.type).toBe('text/javascript; charset=utf-8');
  });

  test.each(['en', 'zh-Hans', 'ar', 'mn'])(
    'has headings in order and names for all its links in %s',
    async (locale) => {
      for (const path of ['', '?q=ferry', '?q=ferry&office=calder&page=2']) {
        const { elements } = await read(`/${locale}/search${path}`, { ...three, count: { count: 90, isMore: false } });
        const levels = elements.flatMap(({ tag }) => (/^h[1-6]$/.test(tag) ? [Number(tag[1])] : []));
        expect(levels.filter((level) => level === 1)).toEqual([1]);
        for (const [place, level] of levels.entries()) expect(level - (levels[place - 1] ?? 0)).toBeLessThanOrEqual(1);
        expect(elements.filter(({ tag, text }) => tag === 'a' && text.trim() === '')).toEqual([]);
      }
    },
  );

  test.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "'-alert(1)-'",
    '</title><svg onload=alert(1)>',
  ])('holds %s as the words that they are', async (words) => {
    const { elements } = await read(`/en/search?${new URLSearchParams({ q: words, office: words })}`, three);
    expect(elements.filter(({ tag }) => ['img', 'svg', 'iframe'].includes(tag))).toEqual([]);
    expect(elements.filter(({ tag, attributes }) => tag === 'script' && attributes['src'] === undefined)).toEqual([]);
  });

  test('a tag close to a language of the site, and a slash too many, lead to it with the query', async () => {
    const { visit } = searching();
    expect(await visit('/EN/search?q=ferry')).toMatchObject({
      status: 301,
      headers: { location: '/en/search?q=ferry' },
    });
    expect(await visit('/en/search/')).toMatchObject({ status: 301, headers: { location: '/en/search' } });
    expect(await visit('/xx/search')).toBeNull();
  });
});

describe('suggestions', () => {
  test('complete what is typed, and name what it would find', async () => {
    const { visit, typed } = searching(undefined, {
      queries: ['ferry', 'ferries'],
      hits: [hitFor(3, { locale: 'ar' })],
    });
    const answer = await visit('/en/search/suggestions?q=+ferr');
    expect(typed).toEqual([['ferr', 'en']]);
    expect(answer).toMatchObject({ status: 200, type: 'application/json; charset=utf-8', keep: false });
    const hit = {
      headline: 'Release 3',
      url: '/ar/releases/calder-2026-3/release-3',
      date: '2 March 2026',
      lang: 'ar',
      dir: 'rtl',
    };
    expect(JSON.parse(String(answer?.body))).toEqual({ queries: ['ferry', 'ferries'], hits: [hit] });
  });

  test('nothing typed asks for nothing', async () => {
    const { visit, typed } = searching();
    expect(JSON.parse(String((await visit('/en/search/suggestions?q=+'))?.body))).toEqual({ queries: [], hits: [] });
    expect(typed).toEqual([]);
  });
});

test('browsers are told how to search here', async () => {
  const institution = {
    ...calderInstitution,
    organisation: { ...calderInstitution.organisation, names: { en: 'Port & Sons of Calder' } },
  };
  const { search } = smallSearch(foundOf([]));
  const visit = visitor(searchPageRoutes(smallPublished({ texts: [], institution }), search, settings));
  const answer = await visit('/en/opensearch.xml');
  expect(answer?.type).toBe('application/opensearchdescription+xml; charset=utf-8');
  expect(answer?.body).toContain('<ShortName>Port &amp; Sons of C</ShortName>');
  expect(answer?.body).toContain('template="https://news.calder.example/en/search?q={searchTerms}"');
  expect((await read('/en/search')).html).toContain(
    '<link rel="search" type="application/opensearchdescription+xml" title="Port of Calder" href="/en/opensearch.xml"',
  );
});
