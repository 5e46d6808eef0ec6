import { type InLocales, localeOf } from '../../platform/locales.ts';

/** Names or introductions with some of them changed; an empty text takes the words in that language away. */
export function patchedTexts(known: InLocales = {}, changed: InLocales = {}): InLocales {
  const patched = new Map(Object.entries(known));
  for (const [tag, text] of Object.entries(changed)) {
    if (text.trim() === '') patched.delete(canonical(tag));
    else patched.set(canonical(tag), text);
  }
  return Object.fromEntries(patched);
}

/** The languages in which words differ. */
export function languagesChanged(before: InLocales, after: InLocales): string[] {
  const tags = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...tags].filter((tag) => before[tag] !== after[tag]);
}

/** What is no tag stays as it is, and is refused by name. */
function canonical(tag: string): string {
  try {
    return localeOf(tag);
  } catch {
    return tag;
  }
}
