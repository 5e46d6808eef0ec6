/** Longer addresses are refused with 414. In characters. */
export const LONGEST_URL = 2048;

/** The path of a request as asked, without query, fragment or the origin that a proxy may have sent. */
export function pathOf(url: string): string {
  const path = url.replace(/^https?:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');
  return path.startsWith('/') ? path : `/${path}`;
}

export function queryOf(url: string): URLSearchParams {
  const at = url.indexOf('?');
  return new URLSearchParams(at === -1 ? '' : url.slice(at + 1).replace(/#.*$/s, ''));
}

/**
 * Is it a path, without query, written in the one way this site writes paths? Only such a page may be kept:
 * `/%65n` is `/en` too, and so are as many others as somebody cares to write.
 */
export function isCanonical(url: string): boolean {
  if (!url.startsWith('/')) return false;
  try {
    return url.split('/').every((segment) => encodeURIComponent(decodeURIComponent(segment)) === segment);
  } catch {
    return false;
  }
}

/** A counting number in an address: no sign, no leading zero, at most fifteen digits. */
export function numberIn(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}
