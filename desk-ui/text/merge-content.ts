import { diffArrays } from 'diff';
import type { Content } from '../types.ts';
import { readPieces, writePieces } from './pieces.ts';

const lines = ['kicker', 'headline', 'summary', 'place'] as const;
const texts = ['body', 'notes'] as const;
export type MergedField = (typeof lines)[number] | (typeof texts)[number] | 'pictures';

/** A stretch of a field that both people changed, each their own way. */
export interface Conflict {
  readonly field: MergedField;
  readonly theirs: string;
  readonly yours: string;
}

export type Choice = 'theirs' | 'yours' | 'both';

export interface Merge {
  readonly conflicts: readonly Conflict[];
  /** The merged text. @param choices by place in `conflicts`; yours where nothing is chosen. */
  readonly resolve: (choices: readonly (Choice | undefined)[]) => Content;
}

type Stretch = { readonly agreed: readonly string[] } | { readonly conflict: number };

/** Brings two texts together that began from the same: what only one changed is taken, what both changed is a conflict. */
export function mergeContent(base: Content, yours: Content, theirs: Content): Merge {
  const conflicts: Conflict[] = [];
  const conflictOf = (field: MergedField, one: readonly string[], other: readonly string[]): Stretch => {
    conflicts.push({ field, yours: one.join(''), theirs: other.join('') });
    return { conflict: conflicts.length - 1 };
  };
  const stretches = new Map<MergedField, readonly Stretch[]>();
  for (const field of lines) {
    const merged = mergeWhole(base[field], yours[field], theirs[field]);
    stretches.set(field, [merged === null ? conflictOf(field, [yours[field]], [theirs[field]]) : { agreed: [merged] }]);
  }
  for (const field of texts) {
    const conflict = (one: readonly string[], other: readonly string[]) => conflictOf(field, one, other);
    stretches.set(
      field,
      mergeBlocks(topBlocks(base[field]), topBlocks(yours[field]), topBlocks(theirs[field]), conflict),
    );
  }
  const written = (content: Content) => JSON.stringify(content.pictures);
  const pictures = mergeWhole(written(base), written(yours), written(theirs));
  stretches.set('pictures', [
    pictures === null ? conflictOf('pictures', [written(yours)], [written(theirs)]) : { agreed: [pictures] },
  ]);

  return {
    conflicts,
    resolve(choices) {
      const field = (name: MergedField) =>
        (stretches.get(name) ?? [])
          .map((one) => ('agreed' in one ? one.agreed.join('') : chosen(one.conflict)))
          .join('');
      const chosen = (place: number) => {
        const conflict = conflicts[place];
        if (conflict === undefined) return '';
        const choice = choices[place] ?? 'yours';
        if (choice !== 'both') return conflict[choice];
        if (conflict.field === 'pictures') return bothPictures(conflict.theirs, conflict.yours);
        const isText = texts.some((one) => one === conflict.field);
        return [conflict.theirs, conflict.yours].join(isText ? '' : ' ');
      };
      return {
        ...{ kicker: field('kicker'), headline: field('headline'), summary: field('summary'), place: field('place') },
        ...{ body: field('body'), notes: field('notes') },
        pictures: JSON.parse(field('pictures')) as Content['pictures'],
      };
    },
  };
}

/** @returns null when both changed it, differently. */
function mergeWhole(base: string, yours: string, theirs: string): string | null {
  if (yours === theirs || theirs === base) return yours;
  return yours === base ? theirs : null;
}

function topBlocks(html: string): readonly string[] {
  return readPieces(html).map((piece) => writePieces([piece]));
}

/** A change to the base: its blocks from `from` up to `to` are replaced. */
interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly blocks: readonly string[];
}

function hunksOf(base: readonly string[], changed: readonly string[]): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let at = 0;
  for (const { added, removed, value } of diffArrays([...base], [...changed])) {
    const last = hunks.at(-1);
    if (!added && !removed) at += value.length;
    else if (removed) {
      // An addition just before belongs to the same change.
      const joins = last !== undefined && last.to === at;
      if (joins) hunks.pop();
      hunks.push({ from: joins ? last.from : at, to: at + value.length, blocks: joins ? last.blocks : [] });
      at += value.length;
    } else if (last !== undefined && last.to === at) {
      hunks.splice(-1, 1, { ...last, blocks: [...last.blocks, ...value] });
    } else hunks.push({ from: at, to: at, blocks: value });
  }
  return hunks;
}

function mergeBlocks(
  base: readonly string[],
  yours: readonly string[],
  theirs: readonly string[],
  conflictOf: (yours: readonly string[], theirs: readonly string[]) => Stretch,
): readonly Stretch[] {
  const [mine, others] = [[...hunksOf(base, yours)], [...hunksOf(base, theirs)]];
  const stretches: Stretch[] = [];
  let at = 0;
  while (mine.length > 0 || others.length > 0) {
    const from = Math.min(mine[0]?.from ?? base.length, others[0]?.from ?? base.length);
    let to = from;
    const [took, tookOthers]: [Hunk[], Hunk[]] = [[], []];
    // What overlaps belongs together, and what was put in right beside a change.
    const belongs = (hunk: Hunk) => hunk.from === from || hunk.from < to || (hunk.from === to && hunk.to === hunk.from);
    for (let grew = true; grew; ) {
      grew = false;
      for (const [queue, taken] of [
        [mine, took],
        [others, tookOthers],
      ] as const) {
        const next = queue[0];
        if (next === undefined || !belongs(next)) continue;
        queue.shift();
        taken.push(next);
        to = Math.max(to, next.to);
        grew = true;
      }
    }
    stretches.push({ agreed: base.slice(at, from) });
    const [a, b] = [applied(base, from, to, took), applied(base, from, to, tookOthers)];
    if (tookOthers.length === 0 || a.join('') === b.join('')) stretches.push({ agreed: a });
    else if (took.length === 0) stretches.push({ agreed: b });
    else stretches.push(conflictOf(a, b));
    at = to;
  }
  return [...stretches, { agreed: base.slice(at) }];
}

function applied(base: readonly string[], from: number, to: number, hunks: readonly Hunk[]): readonly string[] {
  const result: string[] = [];
  let at = from;
  for (const hunk of hunks) {
    result.push(...base.slice(at, hunk.from), ...hunk.blocks);
    at = hunk.to;
  }
  return [...result, ...base.slice(at, to)];
}

function bothPictures(theirs: string, yours: string): string {
  const [one, other] = [JSON.parse(theirs), JSON.parse(yours)] as [Content['pictures'], Content['pictures']];
  const known = new Set(one.map(({ picture }) => picture));
  return JSON.stringify([...one, ...other.filter(({ picture }) => !known.has(picture))]);
}
