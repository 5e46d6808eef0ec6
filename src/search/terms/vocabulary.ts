import type { Locale } from '../../platform/locales.ts';
import { copyOf } from './copy-of.ts';
import { fold } from './fold.ts';
import { stemmerOf } from './stemmers.ts';

/** What a written word is found under, and how it is written without marks and capitals. */
export interface Known {
  readonly term: string;
  readonly word: string;
}

/**
 * What a word of a language is found under.
 *
 * @param kind of its letters; a word with digits is `MIXED`. Null where nothing readable is in it.
 */
export type Learn = (written: string, kind: number) => Known | null;

export function learnIn(locale: Locale): Learn {
  const stemmer = stemmerOf(locale);
  return (written, kind) => {
    const word = fold(copyOf(written));
    if (word === '') return null;
    const stem = stemmer?.kind === kind ? stemmer.stem(word) : word;
    return { term: stem === '' || stem === word ? word : stem, word };
  };
}

/** The words of one language that were met so far. */
export interface Vocabulary {
  readonly know: Learn;
}

/** About 20 MB in a language; an archive of a million texts has more words, most of them once. */
const MOST_KNOWN = 100_000;

const vocabularies = new Map<Locale, Vocabulary>();

export function vocabularyOf(locale: Locale): Vocabulary {
  const known = vocabularies.get(locale);
  if (known !== undefined) return known;
  const vocabulary = open(locale);
  if (vocabularies.size >= 100) vocabularies.clear();
  vocabularies.set(locale, vocabulary);
  return vocabulary;
}

function open(locale: Locale): Vocabulary {
  const learn = learnIn(locale);
  const known = new Map<string, Known | null>();
  return {
    know(written, kind) {
      const met = known.get(written);
      if (met !== undefined) return met;
      const copy = copyOf(written);
      const learned = learn(copy, kind);
      if (copy.length > 64) return learned;
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(copy, learned);
      return learned;
    },
  };
}
