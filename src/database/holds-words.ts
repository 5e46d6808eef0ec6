import { type Expression, type SqlBool, sql } from 'kysely';

/** Of what somebody searches for; more words than these narrow nothing. */
const MAX_WORDS = 8;

/** The words of a search, in small letters. */
export function searchedWords(search: string): readonly string[] {
  return search.toLowerCase().split(/\s+/u).filter(Boolean).slice(0, MAX_WORDS);
}

/** Does the column hold the word? Letters are compared as the engine knows them: SQLite folds those of English alone. */
export function holdsWord(column: string, word: string): Expression<SqlBool> {
  const part = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return sql<SqlBool>`lower(${sql.ref(column)}) like ${part} escape '\\'`;
}
