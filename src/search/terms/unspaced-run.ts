import { NOWHERE, type TakeTerm } from './take-term.ts';

/** Characters that are one with the one before them: voiced marks, the parts of a hangul syllable. */
const written = /.(?:[\p{M}\p{Default_Ignorable_Code_Point}\uff9e\uff9f\u1160-\u11ff\ud7b0-\ud7fb\uffc2-\uffdc])*/gsu;

/** Characters that stay as they are in a term, whatever stands beside them. */
const settled =
  /^[\u3041-\u3096\u30a1-\u30fc\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\u0e01-\u0e32\u0e34-\u0e5b]*$/;

/**
 * The pairs of a run from `start` to `end`, and its single characters, from `position` on.
 *
 * @returns how many positions were used: one for each character.
 */
export function eachPair(text: string, start: number, end: number, position: number, take: TakeTerm): number {
  if (settled.test(text.slice(start, end))) {
    for (let at = start; at < end; at += 1) {
      const place = position + at - start;
      take(text.slice(at, at + 1), at === start || at === end - 1 ? place : NOWHERE, null, at, at + 1);
      if (at < end - 1) take(text.slice(at, at + 2), place, null, at, at + 2);
    }
    return end - start;
  }

  const characters = charactersOf(text.slice(start, end));
  for (const [index, one] of characters.entries()) {
    const isEnd = index === 0 || index === characters.length - 1;
    const [from, to] = [start + one.start, start + one.end];
    take(one.character, isEnd ? position + index : NOWHERE, null, from, to);
    const next = characters[index + 1];
    if (next !== undefined) take(one.character + next.character, position + index, null, from, start + next.end);
  }
  return characters.length;
}

interface Placed {
  readonly character: string;
  readonly start: number;
  readonly end: number;
}

function charactersOf(run: string): Placed[] {
  const characters: Placed[] = [];
  for (const found of run.matchAll(written)) {
    const [start, end] = [found.index, found.index + found[0].length];
    const plain = found[0]
      .slice(0, 32)
      .normalize('NFKC')
      .replace(/[^\p{L}\p{M}\p{N}]|[\p{Default_Ignorable_Code_Point}\u0300-\u036f]/gu, '');
    for (const character of plain) characters.push({ character, start, end });
  }
  return characters;
}
