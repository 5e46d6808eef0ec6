import { documentAddress, type Feed, type FeedEntry, type FeedFormat, type FeedPicture } from '../feed.ts';

/** @see https://www.jsonfeed.org/version/1.1/ */
export const jsonFeed: FeedFormat = {
  extension: 'json',
  type: 'application/feed+json',
  write: (feed) => `${JSON.stringify(documentOf(feed), wholeCharacters, 1)}\n`,
};

function documentOf(feed: Feed) {
  const { documents } = feed;
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: documents.self,
    feed_url: documentAddress(documents.self, jsonFeed),
    ...(feed.introduction === null ? {} : { description: feed.introduction }),
    ...(documents.older === null ? {} : { next_url: documentAddress(documents.older, jsonFeed) }),
    authors: [{ name: feed.organisation }],
    language: feed.language,
    _dateline: { id: feed.id, updated: feed.updated },
    items: feed.entries.map(itemOf),
  };
}

function itemOf(entry: FeedEntry) {
  const [first] = entry.pictures;
  return {
    id: entry.id,
    url: entry.address,
    title: entry.title,
    ...(entry.summary === null ? {} : { summary: entry.summary }),
    content_html: entry.content,
    ...(first === undefined ? {} : { image: first.address }),
    date_published: entry.published,
    date_modified: entry.updated,
    authors: [{ name: entry.author.name, url: entry.author.address }],
    tags: entry.categories.map(({ label }) => label),
    language: entry.language,
    ...(first === undefined ? {} : { attachments: entry.pictures.map(attachmentOf) }),
    _dateline: { reference: entry.reference, languages: entry.otherLanguages },
  };
}

function attachmentOf({ address, type, alt, caption, credit, copyright }: FeedPicture) {
  const title = [caption ?? alt, credit].filter((part) => part !== null && part !== '').join(' – ');
  return { url: address, mime_type: type, ...(title === '' ? {} : { title }), _dateline: { credit, copyright } };
}

/** Half a character is legal in JSON's grammar, but many parsers stumble over it. */
function wholeCharacters(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value;
}
