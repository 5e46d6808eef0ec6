import type { Office, Topic } from '../offices/office.ts';
import type { Locale } from '../platform/locales.ts';
import type { ListSubject } from './list.ts';
import { formatReference, type Reference, referenceSlug } from './reference.ts';

/** Every public path is written here. Paths begin with a slash and are percent-encoded. */

/** What programs can ask for, to read. */
export const API_PAGE = '/api/v1/docs';

export interface Slugs {
  readonly offices: readonly Pick<Office, 'code' | 'slug'>[];
  readonly topics: readonly Pick<Topic, 'code' | 'slug'>[];
}

/** `/en`, `/en/offices/co-beijing`, `/en/countries/cn`, `/en/topics/…`, `/en/types/…` */
export function listPath(locale: Locale, subject: ListSubject, slugs: Slugs): string {
  switch (subject.kind) {
    case 'organisation':
      return `/${locale}`;
    case 'office':
      return `/${locale}/offices/${slugOf(slugs.offices, subject.code)}`;
    case 'country':
      return `/${locale}/countries/${subject.code.toLowerCase()}`;
    case 'topic':
      return `/${locale}/topics/${slugOf(slugs.topics, subject.code)}`;
    case 'type':
      return `/${locale}/types/${subject.type}`;
  }
}

/** @param base of the list. */
export function pagePath(base: string, page: { year: number | null; number: number | null; after?: number }): string {
  const year = page.year === null ? '' : `/${String(page.year).padStart(4, '0')}`;
  const number = page.number === null ? '' : `/page/${page.number}`;
  const rest = page.after === undefined ? '' : `/after/${page.after}`;
  return `${base}${year}${number}${rest}`;
}

/** In place of the slug of a text that was taken down: no word of it may stay in its address. No slug can be this. */
export const NO_SLUG = '-';

export function textPath(locale: Locale, reference: Reference, slug: string): string {
  if (slug === NO_SLUG) return shortTextPath(locale, reference);
  return `${shortTextPath(locale, reference)}/${encodeURIComponent(slug)}`;
}

/**
 * The same address as `textPath`, its letters written out: browsers escape them alike. Escaped, a slug in Cyrillic weighs
 * three times as much on a compressed page.
 */
export function textPathInLetters(locale: Locale, reference: Reference, slug: string): string {
  if (slug === NO_SLUG) return shortTextPath(locale, reference);
  return `${shortTextPath(locale, reference)}/${slug.replace(/[^\p{L}\p{M}\p{N}]+/gu, encodeURIComponent)}`;
}

/** Leads to the text, whatever its slug is by then. */
export function shortTextPath(locale: Locale, reference: Reference): string {
  return `/${locale}/releases/${referenceSlug(reference)}`;
}

export function editionPath(locale: Locale, reference: Reference, slug: string, edition: number): string {
  return `${textPath(locale, reference, slug)}/editions/${edition}`;
}

/** The list as it stood after the public act with this sequence. @param base of the list. */
export function asOfPath(base: string, sequence: number): string {
  return `${base}/as-of/${sequence}`;
}

/** Leads to the page as it stood when the asker says. @param page of a list or a text. @see https://www.rfc-editor.org/rfc/rfc7089 */
export function timegatePath(page: string): string {
  return `/timegate${page}`;
}

/** Names all states of a page that can be read. @param after the sequence that the part before this one ended with. */
export function timemapPath(page: string, after = 0): string {
  return `/timemap/link${page}${after === 0 ? '' : `?after=${after}`}`;
}

export const citationFormats = ['bib', 'ris', 'json'] as const;
export type CitationFormat = (typeof citationFormats)[number];

/** How to cite a text, for a program. @param page of the text, or of an edition of it. */
export function citationPath(page: string, format: CitationFormat): string {
  return `${page}/cite.${format}`;
}

/** The text and the original pictures of a release, for who writes about it. @param page of the text, or of an edition of it. */
export function pressKitPath(page: string): string {
  return `${page}/press-kit.zip`;
}

/** The text without any form. @param page of the text, or of an edition of it. */
export function plainTextPath(page: string): string {
  return `${page}/text.txt`;
}

/** A small page for the frames of other sites. @param page of a list or a text. */
export function embedPath(page: string): string {
  return `${page}/embed`;
}

/** What other sites ask for the frame of a page. @param page absolute. @see https://oembed.com */
export function oembedPath(page: string): string {
  return `/oembed?url=${encodeURIComponent(page)}&format=json`;
}

/** The permanent short address. */
export function referencePath(reference: Reference): string {
  return `/r/${formatReference(reference)}`;
}

export const renditionFormats = ['avif', 'webp', 'jpeg'] as const;
export type RenditionFormat = (typeof renditionFormats)[number];

export function renditionPath(hash: string, width: number, format: RenditionFormat): string {
  return `/media/${hash}/${width}.${format}`;
}

export function originalPath(hash: string): string {
  return `/media/${hash}/original`;
}

/** Widths in pixels in which pictures are offered; none wider than the original. */
export const renditionWidths = [320, 640, 960, 1280, 1920] as const;

function slugOf(named: readonly { code: string; slug: string }[], code: string): string {
  return encodeURIComponent(named.find((one) => one.code === code)?.slug ?? code.toLowerCase());
}
