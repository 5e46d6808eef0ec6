import type { Instant } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';

/** A way to write a feed. A new one is a file in formats/ and a line in formats/all.ts; routes and links follow. */
export interface FeedFormat {
  /** The end of its addresses: `atom` makes `…/feed.atom`. */
  readonly extension: string;
  /** Media type without parameters. */
  readonly type: string;
  /** The same feed gives the same bytes, for ever. */
  readonly write: (feed: Feed) => string;
}

/** A list, or a fixed page of it, as every format says it. Addresses are absolute. */
export interface Feed {
  /** `urn:uuid:` of the list in this language: the same on all its documents. */
  readonly id: string;
  readonly title: string;
  readonly introduction: string | null;
  readonly language: Locale;
  readonly organisation: string;
  readonly updated: Instant;
  readonly documents: FeedDocuments;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
}

/** Addresses of pages; a format's own documents lie under each as `/feed.<extension>`. */
export interface FeedDocuments {
  /** The page that this document is of. */
  readonly self: string;
  /** The list's own address, whose document one subscribes to. */
  readonly current: string;
  /** The document that goes on where this one ends; null at release number 1. */
  readonly older: string | null;
  /** The archived document above this one; null where that is the current one. */
  readonly newer: string | null;
  /** Is this a fixed page, whose members never change? RFC 5005 section 4. */
  readonly isArchive: boolean;
}

/** A language version. */
export interface FeedEntry {
  /** `urn:uuid:`, permanent across edits, slugs, imports and moves to another host. */
  readonly id: string;
  readonly reference: string;
  readonly address: string;
  readonly language: Locale;
  /** Plain words, labelled when the text is withdrawn or retracted. */
  readonly title: string;
  readonly summary: string | null;
  /** The whole text as HTML, with absolute addresses. */
  readonly content: string;
  /** The issuing office. */
  readonly author: { readonly name: string; readonly address: string };
  readonly published: Instant;
  /** Moves on a major change and at the end only. */
  readonly updated: Instant;
  readonly categories: readonly FeedCategory[];
  readonly pictures: readonly FeedPicture[];
  readonly otherLanguages: readonly { readonly locale: Locale; readonly address: string }[];
  /** Set when the text was retracted. The entry then holds none of its words, for formats that cannot say it otherwise. */
  readonly retraction: { readonly at: Instant; readonly reason: string } | null;
}

export interface FeedCategory {
  /** An IRI that names what the term is one of. */
  readonly scheme: string;
  readonly term: string;
  readonly label: string;
}

export interface FeedPicture {
  readonly address: string;
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
  readonly copyright: string | null;
}

/** Where a format's document of a page lies. @param page its address, absolute. */
export function documentAddress(page: string, format: Pick<FeedFormat, 'extension'>): string {
  return `${page}/feed.${format.extension}`;
}
