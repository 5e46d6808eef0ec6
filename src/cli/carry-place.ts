import { typedName } from './option.ts';
import { isPostgres, type SettingName } from './settings.ts';

/** The settings that say which newsroom is meant, besides the environment, which the next command has too. */
const places = (['data', 'database', 'databasePublic'] as const satisfies SettingName[]).map(typedName);

const nextCommand = /bin\/dateline [a-z]+(?:-[a-z]+)*/g;

/**
 * Completes what a line tells to run next, so that it acts on the newsroom of the command that says so.
 *
 * @param words as typed behind the command's name. The address of a PostgreSQL database may hold a password: `…` stands for it.
 * @returns what completes a line; one of JSON is for programs, and stays as it is.
 */
export function carryPlace(words: readonly string[]): (line: string) => string {
  const given = placeTyped(words);
  if (given === '') return (line) => line;
  return (line) => (line.startsWith('{') ? line : line.replace(nextCommand, (command) => command + given));
}

/** ` --data DIR --database FILE`, as far as typed. It may be what was wrong, so the words are looked at as they stand. */
function placeTyped(words: readonly string[]): string {
  const ends = words.indexOf('--');
  const asked = ends < 0 ? words : words.slice(0, ends);
  const found = asked.flatMap((word, at) => {
    const [name = '', ...value] = word.split('=');
    if (!places.includes(name)) return [];
    const text = word.includes('=') ? value.join('=') : (asked[at + 1] ?? '');
    return text === '' ? [] : [` ${name} ${isPostgres(text) ? '…' : quoted(text)}`];
  });
  return found.join('');
}

/** As a shell reads it back. */
function quoted(text: string): string {
  return /^[\w@%+:,./~-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
