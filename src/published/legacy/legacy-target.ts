import { type Locale, localeOf } from '../../platform/locales.ts';
import { formatReference, type Reference, readReference } from '../reference.ts';

/** One text: a release in a language. */
export interface TextNamed {
  readonly reference: Reference;
  readonly locale: Locale;
}

/** Reads `CO-BEIJING/2017/3 en`, or the address of a text with any slug; null when it is neither. */
export function textNamed(target: string): TextNamed | null {
  const [, reference = '', written = ''] = /^(\S{1,40})\s+(\S{1,35})$/.exec(target) ?? [];
  const [, inPath = '', slugged = ''] = /^\/([^/?]{1,35})\/releases\/([^/?]{1,40})(?:\/[^/?]*)?$/.exec(target) ?? [];
  const found = readReference(reference === '' ? slugged : reference);
  const locale = localeIn(written === '' ? inPath : written);
  return found === null || locale === null ? null : { reference: found, locale };
}

/** As a pattern's target is kept. */
export function formatText({ reference, locale }: TextNamed): string {
  return `${formatReference(reference)} ${locale}`;
}

/**
 * May readers be sent there? An address of this site, as a browser reads it: `//elsewhere.example` and
 * `/\elsewhere.example` lead out of it, dots and control characters may.
 */
export function staysHere(address: string): boolean {
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(address) || address.includes('\\')) return false;
  const read = URL.parse(address, 'https://here.invalid');
  return read?.origin === 'https://here.invalid' && `${read.pathname}${read.search}` === address;
}

function localeIn(text: string): Locale | null {
  try {
    return localeOf(text);
  } catch {
    return null;
  }
}
