import fc from 'fast-check';
import { type AtomFeed, type JsonFeed, parseAtomFeed, parseFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import {
  feedWith,
  ferryPicture,
  lostPicture,
  namesIn,
  origin,
  smallPicture,
  textNumbered,
} from '../../test/support/feeds-cast.ts';
import { type SafeHtml, safeHtml } from '../platform/html.ts';
import { civilDayOf, type Instant, instantOf } from '../platform/instant.ts';
import { xmlText } from '../platform/xml.ts';
import type { PublishedText } from '../published/published-release.ts';
import { entryId } from './feed-ids.ts';
import { feedFormats } from './formats/all.ts';
import { atom } from './formats/atom.ts';
import { jsonFeed } from './formats/json-feed.ts';
import { rss } from './formats/rss.ts';

const bridgeOpening = textNumbered(3, {
  kicker: 'East quay',
  headline: 'Bridge opens <to> "everyone" & stays open',
  summary: 'It carries 4 lanes & a path.',
  place: 'Calder',
  body: safeHtml(
    '<p>See <a href="/en/offices/harbour-office?a=1&amp;b=2">the office</a> or <a href="https://x.example/">x</a>.</p>',
    'body',
  ),
  notes: safeHtml('<p>Bring a hat.</p>', 'notes'),
  pictures: [ferryPicture, smallPicture, lostPicture],
  edition: 2,
  changedAt: instantOf('2026-02-01T10:00:00Z'),
  changes: [{ kind: 'correction', note: 'It has 4 lanes, not 5.', at: instantOf('2026-02-01T10:00:00Z'), edition: 2 }],
  languages: [
    { locale: 'en', slug: 'bridge', standing: 'published' },
    { locale: 'cy', slug: 'pont', standing: 'published' },
    { locale: 'ar', slug: 'jisr', standing: 'retracted' },
  ],
});
const stormClosure = textNumbered(2, {
  locale: 'ar',
  headline: 'إغلاق الميناء',
  standing: 'withdrawn',
  endReason: 'The storm went <elsewhere>.',
});
const ferryTimetable = textNumbered(1, {
  locale: 'cy',
  headline: 'Amserlen y fferi',
  body: safeHtml('<p>Haf</p>', 'body'),
});

const feed = await feedWith([ferryTimetable, stormClosure, bridgeOpening]);

test.each(feedFormats)('the $extension feed of the cast has the bytes that it always had', async (format) => {
  // As .txt no formatter touches it.
  const ending = format.extension === 'json' ? 'txt' : 'xml';
  await expect(format.write(feed)).toMatchFileSnapshot(`formats/${format.extension}.golden.${ending}`);
});

test.each(feedFormats)('an independent parser recognises the $extension feed', (format) => {
  expect(parseFeed(format.write(feed)).format).toBe(format.extension);
});

test('the Atom feed says everything about a release', () => {
  const read = parseAtomFeed(atom.write(feed)) as AtomFeed.Feed<string>;
  expect(read.title?.value).toBe('Harbour Office – Port of Calder');
  expect(read.id).toBe(feed.id);
  expect(read.updated).toBe('2026-02-01T10:00:00.000Z');
  const [entry] = read.entries ?? [];
  expect(entry?.id).toBe(entryId(bridgeOpening.release, 'en'));
  expect(entry?.title?.value).toBe(bridgeOpening.headline);
  expect(entry?.xml?.lang).toBe('en');
  expect(entry?.published).toBe('2026-01-04T09:00:00.000Z');
  expect(entry?.updated).toBe('2026-02-01T10:00:00.000Z');
  expect(entry?.authors?.[0]?.name).toBe('Harbour Office');
  expect(entry?.categories?.map(({ label }) => label)).toEqual(['Press release', 'Ferries & boats', 'United Kingdom']);
  expect(entry?.links?.map(({ hreflang }) => hreflang)).toEqual(['en', 'cy']);
  expect(entry?.content?.type).toBe('html');
  expect(entry?.media?.contents?.[0]).toMatchObject({
    url: `${origin}/media/${'ab'.repeat(32)}/1280.jpeg`,
    width: 1280,
    height: 853,
    credits: [{ value: 'Mara Quill, © 2025 Port of Calder' }],
    copyright: { value: '© 2025 Port of Calder. Free for editorial use' },
    description: { value: 'The first boat of the summer' },
    title: { value: 'A white ferry at the quay' },
  });
  expect(entry?.media?.contents?.[1]?.url).toBe(`${origin}/media/${'cd'.repeat(32)}/original`);
});

test('the RSS feed says the same', () => {
  const read = parseRssFeed(rss.write(feed));
  const [item, withdrawn] = read.items ?? [];
  expect(read.atom?.links?.map(({ rel }) => rel)).toEqual(['self', 'current', 'prev-archive', 'next-archive']);
  expect(item?.guid).toEqual({ value: entryId(bridgeOpening.release, 'en'), isPermaLink: false });
  expect(item?.title).toBe(bridgeOpening.headline);
  expect(item?.pubDate).toBe('Sun, 04 Jan 2026 09:00:00 GMT');
  expect(item?.dc?.creators ?? item?.dc).toEqual(['Harbour Office']);
  expect(withdrawn?.dc?.languages).toEqual(['ar']);
  expect(item?.content?.encoded).toBe(feed.entries[0]?.content);
  expect(item?.media?.contents?.[0]?.credits).toEqual([{ value: 'Mara Quill, © 2025 Port of Calder' }]);
});

test('the JSON feed says the same', () => {
  const read = parseJsonFeed(jsonFeed.write(feed)) as JsonFeed.Feed<string>;
  const [item] = read.items ?? [];
  expect(read.next_url).toBe(`${origin}/en/offices/harbour-office/page/7/feed.json`);
  expect(read.items?.map(({ language }) => language)).toEqual(['en', 'ar', 'cy']);
  expect(item?.id).toBe(entryId(bridgeOpening.release, 'en'));
  expect(item?.title).toBe(bridgeOpening.headline);
  expect(item?.image).toBe(`${origin}/media/${'ab'.repeat(32)}/1280.jpeg`);
  expect(item?.attachments?.[0]?.title).toBe('The first boat of the summer – Mara Quill, © 2025 Port of Calder');
});

test('a photographer whom the credit line names too is credited once, without the year that the source printed', async () => {
  const credited = { credit: '© Ann Other / AFP 2023', creator: 'Ann Other', agency: 'Ann Other / AFP' };
  const rights = { copyrightHolder: null, copyrightYear: null };
  const pictures = [{ ...ferryPicture, asset: { ...ferryPicture.asset, ...credited, ...rights } }];
  const feedOfOne = await feedWith([{ ...bridgeOpening, pictures } as PublishedText]);
  const [entry] = feedOfOne.entries;
  expect(entry?.pictures[0]?.credit).toBe('Ann Other / AFP');
  expect(entry?.content).toContain('<br />Ann Other / AFP</figcaption>');
});

test('links inside a text are made absolute, and lead where they led', () => {
  const [entry] = feed.entries;
  expect(entry?.content).toContain(`<a href="${origin}/en/offices/harbour-office?a=1&amp;b=2">the office</a>`);
  expect(entry?.content).toContain('<a href="https://x.example/">x</a>');
});

test('a correction and a withdrawal stand above the text, each with what was said about it', () => {
  const [corrected, withdrawn] = feed.entries;
  expect(corrected?.content).toContain('<strong>Correction</strong><br />It has 4 lanes, not 5.');
  expect(withdrawn?.title).toContain('إغلاق الميناء');
  expect(withdrawn?.title).not.toBe('إغلاق الميناء');
  expect(withdrawn?.content).toMatch(
    /^<div lang="ar" dir="rtl"><p><strong>[^<]+<\/strong>.*The storm went &lt;elsewhere&gt;\./,
  );
});

test('an entry keeps its id through edits, new slugs and a move to another host', async () => {
  const edited = { ...bridgeOpening, slug: 'bridge-closes', headline: 'Bridge closes', edition: 9, sequence: 900 };
  const [entry] = (await feedWith([edited as PublishedText])).entries;
  expect(entry?.id).toBe(feed.entries[0]?.id);
});

test('an edition that changes nothing major leaves the time of the entry and of the feed alone', async () => {
  const polished = { ...bridgeOpening, edition: 3, headline: 'The bridge opens' } as PublishedText;
  const again = await feedWith([ferryTimetable, stormClosure, polished]);
  expect(again.updated).toBe(feed.updated);
  expect(again.entries[0]?.updated).toBe(feed.entries[0]?.updated);
});

/** Of a day in Shanghai that began on the evening before, by the clocks of Greenwich. */
const onlyDay = {
  at: instantOf('2017-09-06T16:00:00Z'),
  day: civilDayOf('2017-09-07'),
  precision: 'day' as const,
};

test('a release of which only the day is known carries that day in every format, at noon', async () => {
  const dated = await feedWith([textNumbered(1, { published: onlyDay, changedAt: onlyDay.at })]);
  const [entry] = (parseAtomFeed(atom.write(dated)) as AtomFeed.Feed<string>).entries ?? [];
  const [item] = parseRssFeed(rss.write(dated)).items ?? [];
  const [line] = (parseJsonFeed(jsonFeed.write(dated)) as JsonFeed.Feed<string>).items ?? [];
  const noon = '2017-09-07T12:00:00.000Z';
  expect([dated.updated, entry?.published, entry?.updated]).toEqual([noon, noon, noon]);
  expect([item?.pubDate, item?.atom?.updated]).toEqual(['Thu, 07 Sep 2017 12:00:00 GMT', noon]);
  expect([line?.date_published, line?.date_modified]).toEqual([noon, noon]);
});

test.each([
  ['that came later is said', '2017-09-09T01:00:00Z', '2017-09-09T01:00:00.000Z'],
  ['of the same morning does not come before the publication', '2017-09-07T01:00:00Z', '2017-09-07T12:00:00.000Z'],
])('a change of a release of which only the day is known %s', async (_, changedAt, updated) => {
  const [entry] = (await feedWith([textNumbered(1, { published: onlyDay, changedAt: instantOf(changedAt) })])).entries;
  expect([entry?.published, entry?.updated]).toEqual(['2017-09-07T12:00:00.000Z', updated]);
});

test('a list with nothing in it is a feed all the same', async () => {
  const empty = { ...feed, entries: [], updated: '1970-01-01T00:00:00.000Z' as Instant };
  for (const format of feedFormats) expect(parseFeed(format.write(empty)).format).toBe(format.extension);
});

const hostile = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>',
    ']]>',
    '&#0;',
    '\u202e\u200b',
    '\ud800',
    '\u0000',
    '"><img onerror=x>',
    '</div>',
  ),
  fc.string({ unit: 'binary', minLength: 1 }),
);

test('whatever stands in its fields, every format stays whole and keeps every entry', async () => {
  const fields = fc.record({
    headline: hostile,
    summary: hostile,
    kicker: hostile,
    place: hostile,
    endReason: hostile,
    body: hostile,
    credit: hostile,
    caption: hostile,
    slug: hostile,
  });
  await fc.assert(
    fc.asyncProperty(fields, async ({ credit, caption, slug, body, ...words }) => {
      const picture = {
        ...ferryPicture,
        alt: caption,
        caption,
        asset: { ...ferryPicture.asset, creator: credit, usageTerms: credit },
      };
      const text = {
        ...bridgeOpening,
        ...words,
        slug: slug.toWellFormed(),
        body: body as SafeHtml,
        pictures: [picture],
        standing: 'withdrawn' as const,
      };
      const broken = await feedWith([text as PublishedText]);
      for (const format of [atom, rss]) expect(namesIn(format.write(broken))).toContain('media:credit');
      const read = parseAtomFeed(atom.write(broken)) as AtomFeed.Feed<string>;
      expect(read.entries).toHaveLength(1);
      expect(parseRssFeed(rss.write(broken)).items).toHaveLength(1);
      const json = JSON.parse(jsonFeed.write(broken)) as JsonFeed.Feed<string>;
      expect(json.items?.[0]?.summary).toBe(words.summary.toWellFormed());
      expect(broken.entries[0]?.content.replace(body, '')).not.toMatch(/<script|<img onerror/);
    }),
    { numRuns: 150 },
  );
});

test('hostile words come back from the feed as words', async () => {
  const headline = '<script>alert("x")</script> ]]> \u0000 \ud800 &amp;';
  const written = atom.write(await feedWith([{ ...ferryTimetable, headline } as PublishedText]));
  expect((parseAtomFeed(written) as AtomFeed.Feed<string>).entries?.[0]?.title?.value).toBe(xmlText(headline));
});
