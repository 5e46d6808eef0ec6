import { readDay } from './date-patterns.ts';

/** A line of a page that was turned into Markdown, without its links and emphasis. */
export function withoutMarkdown(line: string): string {
  if (!line.includes('](') && !/[*_]\S/.test(line)) return line;
  return line
    .replace(/\[([^[\]]+)\]\((?:https?:\/\/|\.{0,2}\/|mailto:)[^()\s]*\)/g, '$1')
    .replace(/(?<![\p{L}\p{N}])\*\*(?=\S)([^*]+)(?<=\S)\*\*(?![\p{L}\p{N}])/gu, '$1')
    .replace(/([*_])(?=\S)([^*_]+)(?<=\S)\1/g, (whole, _, inner: string) => (readDay(inner) === null ? whole : inner));
}
