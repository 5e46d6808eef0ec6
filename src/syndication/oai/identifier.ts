import { type Locale, localeOf } from '../../platform/locales.ts';

/** What an `oai:` identifier may have as its middle part. */
const DOMAIN = /^[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)+$/i;

/** The host of the newsroom, where that is a domain as the scheme of `oai:` identifiers wants it. */
export function domainOf(origin: string): string | null {
  const { hostname } = new URL(origin);
  return DOMAIN.test(hostname) ? hostname : null;
}

/**
 * `oai:news.example.org:01900000-0000-7000-8000-000000000001/en`: the release's UUID and the language, which no slug, edition
 * or ending changes.
 *
 * @see https://www.openarchives.org/OAI/2.0/guidelines-oai-identifier.htm
 */
export function identifierOf(origin: string, { release, locale }: { release: string; locale: Locale }): string {
  return `oai:${new URL(origin).hostname}:${release}/${locale}`;
}

/** @returns null for what this newsroom did not write. */
export function readIdentifier(origin: string, text: string): { release: string; locale: Locale } | null {
  const match = /:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/([A-Za-z0-9-]{2,35})$/.exec(text);
  const [, release = '', tag = ''] = match ?? [];
  const locale = localeIn(tag);
  if (locale === null) return null;
  return identifierOf(origin, { release, locale }) === text ? { release, locale } : null;
}

function localeIn(tag: string): Locale | null {
  try {
    return localeOf(tag);
  } catch {
    return null;
  }
}
