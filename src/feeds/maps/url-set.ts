import type { CivilDay, Instant } from '../../platform/instant.ts';
import type { Locale } from '../../platform/locales.ts';
import { element, type XmlElement, xmlDocument } from '../../platform/xml.ts';

/** What the protocol calls its elements. @see https://www.sitemaps.org/protocol.html */
export const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** Pages that say the same thing in different languages. */
export interface MapLine {
  readonly pages: readonly MapPage[];
  /** Absolute addresses of pictures that stand on each of the pages. */
  readonly pictures: readonly string[];
}

export interface MapPage {
  readonly locale: Locale;
  readonly address: string;
  /** As exactly as it is known; null where nothing is. */
  readonly changed: Instant | CivilDay | null;
}

/**
 * A map: every page, each with all its languages, so that what one says of another the other says back. `x-default`
 * is the page in the organisation's default language, else the first.
 */
export function urlSet(lines: readonly MapLine[], defaultLocale: Locale): string {
  return xmlDocument(
    element(
      'urlset',
      {},
      lines.flatMap((line) => urlsOf(line, defaultLocale)),
    ),
    SITEMAP,
  );
}

function urlsOf({ pages, pictures }: MapLine, defaultLocale: Locale): XmlElement[] {
  const wherever = pages.find(({ locale }) => locale === defaultLocale) ?? pages[0];
  const alternates = [
    ...pages.map(({ locale, address }) => alternate(locale, address)),
    ...(wherever === undefined ? [] : [alternate('x-default', wherever.address)]),
  ];
  const images = pictures.map((address) => element('image:image', {}, element('image:loc', {}, address)));
  return pages.map(({ address, changed }) =>
    element(
      'url',
      {},
      element('loc', {}, address),
      changed !== null && element('lastmod', {}, changed),
      pages.length > 1 && alternates,
      images,
    ),
  );
}

function alternate(hreflang: string, href: string): XmlElement {
  return element('xhtml:link', { rel: 'alternate', hreflang, href });
}
