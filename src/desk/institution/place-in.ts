import type { Told } from '../../audit/entry.ts';

/**
 * The order in which things are named, before and after one of them has another place.
 *
 * @param position from 1, one beyond the end is the last; undefined: it stays, and what is new comes last.
 */
export function placeIn(
  all: readonly { readonly code: string }[],
  code: string,
  position: number | undefined,
): { readonly before: readonly string[]; readonly after: readonly string[] } {
  const before = all.map((one) => one.code);
  if (position === undefined) return { before, after: before };
  const others = before.filter((one) => one !== code);
  return { before, after: others.toSpliced(Math.max(position, 1) - 1, 0, code) };
}

/** For the log; what is new has no place before. */
export function toldPlace(before: readonly string[], after: readonly string[], code: string): Told {
  const [from, to] = [before.indexOf(code) + 1, after.indexOf(code) + 1];
  return from === to || from === 0 ? {} : { position: `${from} → ${to}` };
}
