import { type AtomFeed, type JsonFeed, parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { feedWith, ferryPicture, origin, textNumbered } from '../../test/support/feeds-cast.ts';
import { paragraph } from '../platform/html.ts';
import { instantOf } from '../platform/instant.ts';
import { entryId } from './feed-ids.ts';
import { atom } from './formats/atom.ts';
import { jsonFeed } from './formats/json-feed.ts';
import { rss } from './formats/rss.ts';

const ferryTimetable = textNumbered(1);
const bridgeOpening = textNumbered(3, {
  headline: 'Bridge opens',
  summary: 'Four lanes and a path.',
  body: paragraph('It has 4 lanes.'),
  notes: paragraph('Bring a hat.'),
  pictures: [ferryPicture],
  changes: [{ kind: 'correction', note: 'It has 4 lanes, not 5.', at: instantOf('2026-02-01T10:00:00Z'), edition: 2 }],
});
const gone = '2026-03-01T10:00:00.000Z';
const oldWords = /Bridge opens|4 lanes|Bring a hat|Four lanes|white ferry|first boat|Mara Quill/;

test('a retracted text is told in Atom by a deleted entry with its reason', async () => {
  const written = atom.write(await feedWith([ferryTimetable, bridgeOpening], [bridgeOpening]));
  const [deleted, ...others] = deletedIn(written);
  expect(others).toEqual([]);
  expect(deleted).toEqual({
    ref: entryId(bridgeOpening.release, 'en'),
    when: gone,
    comment: 'It named <another> ship.',
    language: 'en',
  });
  const read = parseAtomFeed(written) as AtomFeed.Feed<string>;
  expect(read.entries?.map(({ id }) => id)).toEqual([entryId(ferryTimetable.release, 'en')]);
  expect(read.updated).toBe(gone);
  expect(written).not.toMatch(oldWords);
});

test('a retracted text keeps its place in RSS, under a label and without its words', async () => {
  const written = rss.write(await feedWith([ferryTimetable, bridgeOpening], [bridgeOpening]));
  const [item, ...others] = parseRssFeed(written).items ?? [];
  expect(others).toHaveLength(1);
  expect(item?.guid?.value).toBe(entryId(bridgeOpening.release, 'en'));
  expect(item?.title).toBe('Retracted: CALDER/2026/3');
  expect(item?.description).toBe('Reason: It named &lt;another&gt; ship.');
  expect(item?.content?.encoded).toContain('It named &lt;another&gt; ship.');
  expect([item?.pubDate, item?.atom?.updated]).toEqual(['Sun, 04 Jan 2026 09:00:00 GMT', gone]);
  expect(item?.link).toBe(`${origin}/en/releases/calder-2026-3/release-3`);
  expect(written).not.toMatch(oldWords);
});

test('a retracted text keeps its place in the JSON feed, under a label and without its words', async () => {
  const written = jsonFeed.write(await feedWith([ferryTimetable, bridgeOpening], [bridgeOpening]));
  const [item, ...others] = (parseJsonFeed(written) as JsonFeed.Feed<string>).items ?? [];
  expect(others).toHaveLength(1);
  expect(item?.id).toBe(entryId(bridgeOpening.release, 'en'));
  expect(item?.title).toBe('Retracted: CALDER/2026/3');
  expect(item?.summary).toBe('Reason: It named <another> ship.');
  expect(item?.content_html).toContain('It named &lt;another&gt; ship.');
  expect([item?.date_published, item?.date_modified]).toEqual(['2026-01-04T09:00:00.000Z', gone]);
  expect(written).not.toMatch(oldWords);
});

test.each([
  ['fr', 'Retiré\u00a0: CALDER/2026/3'],
  ['zh-Hans', '已撤稿：CALDER/2026/3'],
  ['ar', 'مسحوب: CALDER/2026/3'],
])('the label of a retracted text is written as %s writes it', async (locale, label) => {
  const gone = textNumbered(3, { locale });
  const feed = await feedWith([ferryTimetable, gone], [gone]);
  expect(feed.entries.map(({ title }) => title)).toContain(label);
});

interface Deleted {
  readonly ref: string;
  readonly when: string;
  comment: string;
  language: string;
}

/** Reads the deleted entries of an Atom feed with saxes, which refuses whatever is not well formed. */
function deletedIn(document: string): Deleted[] {
  const tombstones = 'http://purl.org/atompub/tombstones/1.0';
  const found: Deleted[] = [];
  let words = '';
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (problem) => {
    throw problem;
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    words = '';
    const last = found.at(-1);
    const value = (name: string) => attributes[name]?.value ?? '';
    if (uri !== tombstones) return;
    if (local === 'deleted-entry') found.push({ ref: value('ref'), when: value('when'), comment: '', language: '' });
    else if (local === 'comment' && last !== undefined) last.language = value('xml:lang');
  });
  parser.on('text', (text) => {
    words += text;
  });
  parser.on('closetag', ({ uri, local }) => {
    const last = found.at(-1);
    if (uri === tombstones && local === 'comment' && last !== undefined) last.comment = words;
  });
  parser.write(document).close();
  return found;
}
