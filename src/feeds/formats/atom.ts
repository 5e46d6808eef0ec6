import { element, type XmlChild, xmlDocument } from '../../platform/xml.ts';
import { documentAddress, type Feed, type FeedEntry, type FeedFormat } from '../feed.ts';
import { mediaContents } from './media-rss.ts';

/** @see RFC 4287; RFC 5005 for the archive; RFC 6721 for what is retracted; https://www.rssboard.org/media-rss. */
export const atom: FeedFormat = {
  extension: 'atom',
  type: 'application/atom+xml',
  write: (feed) => xmlDocument(rootOf(feed), 'http://www.w3.org/2005/Atom'),
};

function rootOf(feed: Feed) {
  return element(
    'feed',
    { 'xml:lang': feed.language },
    element('id', {}, feed.id),
    element('title', {}, feed.title),
    feed.introduction !== null && element('subtitle', {}, feed.introduction),
    element('updated', {}, feed.updated),
    element('author', {}, element('name', {}, feed.organisation)),
    linksOf(feed),
    feed.documents.isArchive && element('fh:archive', {}),
    feed.entries.map((entry) => (entry.retraction === null ? entryOf(entry) : deletedOf(entry, entry.retraction))),
  );
}

function linksOf({ documents }: Feed): XmlChild[] {
  const link = (rel: string, page: string | null) =>
    page !== null && element('link', { rel, type: atom.type, href: documentAddress(page, atom) });
  return [
    element('link', { rel: 'alternate', type: 'text/html', href: documents.self }),
    link('self', documents.self),
    documents.isArchive && link('current', documents.current),
    link('prev-archive', documents.older),
    link('next-archive', documents.newer),
  ];
}

function entryOf(entry: FeedEntry) {
  const { title, summary, author } = entry;
  return element(
    'entry',
    { 'xml:lang': entry.language },
    element('id', {}, entry.id),
    element('title', {}, title),
    element('link', { rel: 'alternate', type: 'text/html', hreflang: entry.language, href: entry.address }),
    entry.otherLanguages.map(({ locale, address }) =>
      element('link', { rel: 'alternate', type: 'text/html', hreflang: locale, href: address }),
    ),
    element('published', {}, entry.published),
    element('updated', {}, entry.updated),
    element('author', {}, element('name', {}, author.name), element('uri', {}, author.address)),
    entry.categories.map(({ term, scheme, label }) => element('category', { term, scheme, label })),
    element('dc:identifier', {}, entry.reference),
    element('dc:language', {}, entry.language),
    summary !== null && element('summary', {}, summary),
    element('content', { type: 'html' }, entry.content),
    mediaContents(entry.pictures),
  );
}

/** What tells a reader to let go of the text it once got. */
function deletedOf({ id, language }: FeedEntry, { at, reason }: NonNullable<FeedEntry['retraction']>) {
  const comment = reason !== '' && element('at:comment', { 'xml:lang': language }, reason);
  return element('at:deleted-entry', { ref: id, when: at }, comment);
}
