import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
let stemmer: ((word: string) => string) | null = null;

/**
 * The article, alone and behind and, so, by, like and for, which are written onto it (Larkey, Ballesteros, Connell: Light
 * stemming for Arabic information retrieval, 2007). Behind one of those more must be left: the father begins like and the.
 */
const article = /^(?:ال(?=..)|(?:[وفبك]ال|لل)(?=...)|لل(?=..$))/;

/** The stem of an Arabic word, folded. */
export function arabicStem(word: string): string {
  stemmer ??= (require('@orama/stemmers/arabic') as { stemmer: (word: string) => string }).stemmer;
  return stemmer(word.includes('الله') ? word : word.replace(article, ''));
}
