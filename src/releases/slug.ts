/** Long enough to be read, short enough for an address bar. */
const MAX_LENGTH = 80;

/** The readable end of an address, from a headline: letters and digits of any script, lower case, joined by hyphens. */
export function slugOf(headline: string): string {
  const words = headline
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’ʼ]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  if (words.length <= MAX_LENGTH) return words || 'release';
  const cut = [...words.slice(0, MAX_LENGTH)]
    .join('')
    .toWellFormed()
    .replace(/\ufffd$/, '');
  const lastHyphen = cut.lastIndexOf('-');
  return lastHyphen > MAX_LENGTH / 2 ? cut.slice(0, lastHyphen) : cut;
}

/** What is made of an end that somebody typed; null: nothing was, and it is made from the headline. */
export function slugTyped(typed: string | null): string | null {
  return typed === null || typed.trim() === '' ? null : slugOf(typed);
}

/** May this stand at the end of an address? What `slugOf` writes may; `..`, `a/b` and `a?b` would lead elsewhere. */
export function isSlug(text: string): boolean {
  return /^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u.test(text);
}
