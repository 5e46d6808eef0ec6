import type { Locale } from '../platform/locales.ts';
import { listPath, textPath } from '../published/addresses.ts';
import type { ListSubject } from '../published/list.ts';
import { listBases, namedList } from '../published/named-list.ts';
import { textLocale } from '../published/named-locale.ts';
import type { Published } from '../published/published.ts';
import type { PublishedText, Tombstone } from '../published/published-release.ts';
import { readReference } from '../published/reference.ts';

/** What an address of this site is of, where that is a list or a text; its path is the one it has today. */
export type NamedPage =
  | { readonly is: 'list'; readonly locale: Locale; readonly subject: ListSubject; readonly path: string }
  | { readonly is: 'text'; readonly text: PublishedText; readonly path: string }
  | { readonly is: 'retracted'; readonly tombstone: Tombstone };

/**
 * The path that an address has on this site.
 *
 * @param text absolute or a path, percent-encoded; a slash may be missing behind the scheme, as some proxies leave it.
 * @returns null for an address of another site, or none.
 */
export function pathOnSite(text: string, origin: string): string | null {
  const absolute = text.replace(/^(https?:)\/+/i, '$1//');
  if (absolute.startsWith('//') || !URL.canParse(absolute, origin)) return null;
  const { protocol, host, pathname } = new URL(absolute, origin);
  return /^https?:$/.test(protocol) && host === new URL(origin).host ? pathname : null;
}

/** @returns null where there is neither a list nor a text. */
export async function namedPage(published: Published, path: string): Promise<NamedPage | null> {
  const segments = segmentsOf(path.replace(/\/+$/, ''));
  if (segments === null) return null;
  const [locale = '', directory, name = ''] = segments;
  if (directory === 'releases') return segments.length > 4 ? null : namedText(published, locale, name);

  const base = listBases.find((one) => one.directory === (directory ?? null));
  const length = directory === undefined ? 1 : 3;
  if (base === undefined || segments.length !== length) return null;
  const named = await namedList(published, base.directory, { locale, slug: name });
  if (named === null) return null;
  const { institution, subject } = named;
  return { is: 'list', locale: named.locale, subject, path: listPath(named.locale, subject, institution) };
}

async function namedText(published: Published, tag: string, name: string): Promise<NamedPage | null> {
  const locale = textLocale(tag, await published.institution());
  const reference = readReference(name);
  const found = locale === null || reference === null ? null : await published.text(reference, locale, null);
  if (found?.found === 'tombstone') return { is: 'retracted', tombstone: found.tombstone };
  if (found?.found !== 'text') return null;
  const { text } = found;
  return { is: 'text', text, path: textPath(text.locale, text.reference, text.slug) };
}

/** Decoded; null where something cannot be. */
function segmentsOf(path: string): string[] | null {
  try {
    return path.split('/').slice(1).map(decodeURIComponent);
  } catch {
    return null;
  }
}
