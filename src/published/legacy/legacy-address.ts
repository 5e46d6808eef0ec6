/** In characters: what the path ledger takes. The server itself takes 2,048 (http/public-path.ts). */
export const LONGEST_LEGACY_ADDRESS = 2000;

/**
 * The one form in which an old address is kept and looked up, however it was linked to: percent-encoding only where it is
 * needed, no slash at the end, the parameters of the query in order of their names. Safe to run twice.
 *
 * @param path as asked or as written in a legacy map.
 * @param query empty where it does not count.
 */
export function legacyAddress(path: string, query: URLSearchParams | null): string {
  const plain = path
    .toWellFormed()
    .replace(/%[0-9a-f]{2}/gi, plainCode)
    .replace(/[^\w.~!$&'()*+,;=:@/%-]+/gu, encodeURIComponent)
    .replace(/\/+$/, '');
  return `${plain === '' ? '/' : plain}${ordered(query)}`;
}

/** As people read an address, for patterns: `%C3%A9` is `é`. What is not UTF-8 stays encoded. */
export function readableAddress(path: string, query: URLSearchParams | null): string {
  return `${path}${ordered(query)}`.replace(/(?:%[0-9a-f]{2})+/gi, (codes) => {
    try {
      return decodeURIComponent(codes);
    } catch {
      return codes;
    }
  });
}

function ordered(query: URLSearchParams | null): string {
  if (query === null || query.size === 0) return '';
  const params = new URLSearchParams(query);
  params.sort();
  return `?${params}`;
}

/** `%7E` is `~`; `%2F`, `%3F` and `%25` mean something else than what they stand for. */
function plainCode(code: string): string {
  const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
  return /[\w.~!$&'()*+,;=:@-]/.test(character) ? character : code.toUpperCase();
}
