import { RE2JS, RE2Set } from 're2js';

/** A row of the table as it is kept. `target` may hold `$1` … `$9`; null: nothing any more. */
export interface PatternRow {
  /** `^/beijing/press/(\d+)\.htm$`: it always describes the whole address. */
  readonly pattern: string;
  readonly target: string | null;
}

export interface PatternTable {
  /** The rows that describe one of these forms of an address, in the table's order, with their groups filled in. */
  describing(forms: readonly string[]): Iterable<{ readonly target: string | null; readonly isFilled: boolean }>;
}

/**
 * What one table may have: it is tried on every address that nothing else wants. Steps are RE2's own measure of a pattern;
 * an ordinary one has about 30. `address` in characters: what is longer meets no pattern.
 */
export const patternLimits = { rows: 500, characters: 500, steps: 500, stepsOfAll: 20_000, address: 500 } as const;

/**
 * RE2 reads an address once from left to right, whatever the pattern and whatever the address: nobody can ask for one that
 * takes long. One automaton says which rows match at all; only those are asked for their groups.
 */
export function patternTable(rows: readonly PatternRow[]): PatternTable {
  const set = new RE2Set(RE2Set.ANCHOR_BOTH);
  for (const { pattern } of rows) set.add(insideOf(pattern));
  const compiled = new Map<number, RE2JS>();
  const rowAt = (index: number) => {
    const known = compiled.get(index) ?? compile(rows[index]?.pattern ?? '');
    compiled.set(index, known);
    return known;
  };

  return {
    *describing(forms) {
      if (rows.length === 0) return;
      const tried = forms.filter((form) => form.length <= patternLimits.address);
      const found = tried.flatMap((form) => set.match(form).map((index) => ({ index, form })));
      found.sort((one, other) => one.index - other.index);
      for (const { index, form } of found) {
        const target = rows[index]?.target ?? null;
        const isFilled = target !== null && GROUP.test(target);
        yield { target: isFilled ? fill(target, rowAt(index), form) : target, isFilled };
      }
    },
  };
}

/** What is wrong with a row, in words for a person; null when nothing is. */
export function problemOfPattern({ pattern, target }: PatternRow): string | null {
  if (pattern.length > patternLimits.characters)
    return `the pattern is longer than ${patternLimits.characters} characters.`;
  if (!pattern.startsWith('^') || !/(?<!\\)(?:\\\\)*\$$/.test(pattern)) {
    return 'a pattern describes the whole address. Begin it with ^ and end it with $.';
  }
  try {
    const compiled = compile(pattern);
    if (compiled.programSize() > patternLimits.steps) return 'the pattern is too large. Write smaller counts in {…}.';
    const groups = compiled.groupCount();
    const named = [...(target ?? '').matchAll(/\$(\d)/g)].map(([, digit]) => Number(digit));
    const missing = named.find((number) => number < 1 || number > groups);
    return missing === undefined ? null : `$${missing} is used, and the pattern has ${groups} groups.`;
  } catch (error) {
    const [reason = ''] = (error as Error).message.replace(/^error parsing regexp: /, '').split(': `');
    return `the pattern cannot be read (${reason}). It is RE2: no look-ahead, no look-behind, no back-reference.`;
  }
}

/** How large a table is, in RE2's steps. */
export function stepsOf(rows: readonly PatternRow[]): number {
  return rows.reduce((sum, { pattern }) => sum + compile(pattern).programSize(), 0);
}

const GROUP = /\$[1-9]/;

function compile(pattern: string): RE2JS {
  return RE2JS.compile(`^(?:${insideOf(pattern)})$`);
}

/** Alternatives must not escape the anchors: `^/a|/b$` is either of two whole addresses. */
function insideOf(pattern: string): string {
  return `(?:${pattern.slice(1, -1)})`;
}

/** What stood in a group is put in as part of an address: percent-encoded, but for slashes. */
function fill(target: string, pattern: RE2JS, form: string): string {
  const matcher = pattern.matcher(form);
  if (!matcher.matches()) return '';
  return target.replace(/\$([1-9])/g, (_, digit: string) => {
    const words = matcher.group(Number(digit)) ?? '';
    return words.split('/').map(encodeURIComponent).join('/');
  });
}
