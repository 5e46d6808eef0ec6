import type { Cuts } from './cuts.ts';
import { NOWHERE } from './take-term.ts';

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
export function cutRun(text: string, start: number, end: number, position: number, cuts: Cuts): number {
  if (settled.test(text.slice(start, end))) {
    if (cuts.run !== undefined) {
      cuts.run(text, start, end);
      return end - start;
    }
    for (let at = start; at < end; at += 1) {
      const place = position + at - start;
      cuts.characters(text, at, at + 1, at === start || at === end - 1 ? place : NOWHERE);
      if (at < end - 1) cuts.characters(text, at, at + 2, place);
    }
    return end - start;
  }

  const characters = charactersOf(text.slice(start, end));
  for (const [index, one] of characters.entries()) {
    const isEnd = index === 0 || index === characters.length - 1;
    const [from, to] = [start + one.start, start + one.end];
    cuts.term(one.character, from, to, isEnd ? position + index : NOWHERE);
    const next = characters[index + 1];
    if (next !== undefined) cuts.term(one.character + next.character, from, start + next.end, position + index);
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
