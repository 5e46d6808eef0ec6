import type { KnownTexts } from './known-texts.ts';
import type { Filters } from './query.ts';
import type { CodedFact } from './span-texts.ts';

const DAY_MS = 86_400_000;

/** Does a text hold to every filter? False also for what is no text any more. */
export function filterOf(filters: Filters, texts: KnownTexts): (id: number) => boolean {
  const chosen = choices.flatMap(({ fact, of, isList }) => {
    const wanted = filters[of] as readonly string[];
    if (wanted.length === 0) return [];
    const isWanted = (code: string) =>
      isList ? (JSON.parse(code) as string[]).some((one) => wanted.includes(one)) : wanted.includes(code);
    return [
      { column: texts.coded[fact], allowed: Uint8Array.from(texts.codes[fact], (code) => (isWanted(code) ? 1 : 0)) },
    ];
  });
  const from = filters.from === null ? Number.NEGATIVE_INFINITY : dayNumber(filters.from);
  const to = filters.to === null ? Number.POSITIVE_INFINITY : dayNumber(filters.to);
  const isDated = filters.from !== null || filters.to !== null;
  const { release, day } = texts;
  return (id) => {
    if ((release[id] ?? 0) === 0) return false;
    for (const { column, allowed } of chosen) if (allowed[column[id] as number] !== 1) return false;
    return !isDated || ((day[id] as number) >= from && (day[id] as number) <= to);
  };
}

const choices: readonly { fact: CodedFact; of: keyof Filters; isList: boolean }[] = [
  { fact: 'office', of: 'offices', isList: false },
  { fact: 'type', of: 'types', isList: false },
  { fact: 'locale', of: 'locales', isList: false },
  { fact: 'countries', of: 'countries', isList: true },
  { fact: 'topics', of: 'topics', isList: true },
  { fact: 'has', of: 'has', isList: true },
];

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}
