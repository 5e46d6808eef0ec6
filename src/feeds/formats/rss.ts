import { escapeHtml } from '../../platform/escape-html.ts';
import type { Instant } from '../../platform/instant.ts';
import { element, type XmlChild, xmlDocument } from '../../platform/xml.ts';
import { documentAddress, type Feed, type FeedEntry, type FeedFormat } from '../feed.ts';
import { mediaContents } from './media-rss.ts';

/** @see https://www.rssboard.org/rss-specification and its best practices profile; RFC 5005 for the archive. */
export const rss: FeedFormat = {
  extension: 'rss',
  type: 'application/rss+xml',
  write: (feed) => xmlDocument(element('rss', { version: '2.0' }, channelOf(feed)), null),
};

function channelOf(feed: Feed) {
  return element(
    'channel',
    {},
    element('title', {}, feed.title),
    element('link', {}, feed.documents.self),
    element('description', {}, escapeHtml(feed.introduction ?? feed.title)),
    element('language', {}, feed.language),
    element('lastBuildDate', {}, rfc822(feed.updated)),
    element('atom:id', {}, feed.id),
    linksOf(feed),
    feed.documents.isArchive && element('fh:archive', {}),
    feed.entries.map(itemOf),
  );
}

function linksOf({ documents }: Feed): XmlChild[] {
  const link = (rel: string, page: string | null) =>
    page !== null && element('atom:link', { rel, type: rss.type, href: documentAddress(page, rss) });
  return [
    link('self', documents.self),
    documents.isArchive && link('current', documents.current),
    link('prev-archive', documents.older),
    link('next-archive', documents.newer),
  ];
}

function itemOf(entry: FeedEntry) {
  return element(
    'item',
    { 'xml:lang': entry.language },
    element('title', {}, entry.title),
    element('link', {}, entry.address),
    element('guid', { isPermaLink: false }, entry.id),
    element('pubDate', {}, rfc822(entry.published)),
    element('atom:updated', {}, entry.updated),
    element('dc:creator', {}, entry.author.name),
    element('dc:identifier', {}, entry.reference),
    element('dc:language', {}, entry.language),
    entry.categories.map(({ scheme, label }) => element('category', { domain: scheme }, label)),
    // Readers take this for HTML, as the profile tells them to.
    entry.summary !== null && element('description', {}, escapeHtml(entry.summary)),
    element('content:encoded', {}, entry.content),
    mediaContents(entry.pictures),
  );
}

function rfc822(at: Instant): string {
  return new Date(at).toUTCString();
}
