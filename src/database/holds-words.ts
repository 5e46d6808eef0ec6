import { type Expression, type SqlBool, sql } from 'kysely';

/** Of what somebody searches for; more words than these narrow nothing. */
const MAX_WORDS = 8;

/** The words of a search, as they were typed. */
export function searchedWords(search: string): readonly string[] {
  return search.normalize('NFC').split(/\s+/u).filter(Boolean).slice(0, MAX_WORDS);
}

/**
 * Does the column hold the word, with capitals or without? SQLite folds the letters of English alone, so other words are looked for
 * as typed, in small letters, with a capital and in capitals.
 */
export function holdsWord(column: string, word: string): Expression<SqlBool> {
  const forms = formsOf(word).map((form) => `%${form.replaceAll(/[\\%_]/g, '\\$&')}%`);
  const held = forms.map(
    (form) => sql<SqlBool>`lower(${sql.ref(column)}) like lower(cast(${form} as text)) escape '\\'`,
  );
  return sql<SqlBool>`(${sql.join(held, sql` or `)})`;
}

/** Each way once that differs in more than letters of English. */
function formsOf(word: string): readonly string[] {
  const small = word.toLowerCase();
  const capital = small.replaceAll(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
  const forms = [small, word, capital, word.toUpperCase()];
  return [...new Set(forms.map((form) => form.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())))];
}
