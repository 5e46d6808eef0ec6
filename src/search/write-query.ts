import type { Query, Wanted } from './query.ts';
import { writeFrom, writeTo } from './query-days.ts';

/** The query in its one spelling: words in `q`, filters as parameters. `readQuery` reads the same query from it. */
export function writeQuery({ words, without, filters }: Query): URLSearchParams {
  const written = new URLSearchParams();
  const q = writeWords({ words, without });
  if (q !== '') written.set('q', q);
  for (const code of filters.offices) written.append('office', code);
  for (const code of filters.countries) written.append('country', code);
  for (const code of filters.topics) written.append('topic', code);
  for (const type of filters.types) written.append('type', type);
  for (const locale of filters.locales) written.append('lang', locale);
  for (const content of filters.has) written.append('has', content);
  if (filters.from !== null) written.set('from', writeFrom(filters.from));
  if (filters.to !== null) written.set('to', writeTo(filters.to));
  return written;
}

/** The words alone, as they stand in a search box. */
export function writeWords({ words, without }: Pick<Query, 'words' | 'without'>): string {
  return [...words.map(writeWanted), ...without.map((one) => `-${writeWanted(one)}`)].join(' ');
}

function writeWanted({ kind, text }: Wanted): string {
  if (kind === 'phrase') return `"${text}"`;
  return kind === 'prefix' ? `${text}*` : text;
}
