import type { Tx } from '../database/transaction.ts';
import { formatText } from '../published/legacy/legacy-target.ts';
import { type PatternRow, patternLimits, stepsOf } from '../published/legacy/pattern-table.ts';
import type { LegacyStore, MapChanges, MapProblem, MapReport, Target } from './legacy-map.ts';

export interface WantedAddress {
  readonly line: number;
  readonly address: string;
  readonly target: Target;
}

export interface WantedPattern {
  readonly line: number;
  readonly pattern: string;
  /** Null: nothing any more. Undefined: the pattern is taken back. */
  readonly target: string | null | undefined;
}

interface Wanted {
  readonly addresses: readonly WantedAddress[];
  readonly patterns: readonly WantedPattern[];
  /** Takes what the database alone can tell. */
  readonly problems: MapProblem[];
}

type Counts = Omit<MapReport, 'file' | 'rows'>;
type Counted = 'added' | 'changed' | 'takenBack' | 'alreadyHere';

/** What the interchange format carries with one text. */
const MAX_ADDRESSES_OF_A_TEXT = 100;

/** Compares what is wanted with what is there. @returns changes null when there are none. */
export async function planMap(
  tx: Tx,
  store: LegacyStore,
  wanted: Wanted,
): Promise<{ changes: MapChanges | null; counts: Counts }> {
  const counts = { added: 0, changed: 0, takenBack: 0, alreadyHere: 0 };
  const count = (what: Counted) => void (counts[what] += 1);
  const addressed = await planAddresses(tx, store, wanted, count);
  const patterns = await planPatterns(tx, store, wanted, count);
  const isSame = counts.added + counts.changed + counts.takenBack === 0 && patterns === null;
  const leadTo = { texts: 0, pages: 0, gone: 0 };
  for (const { target } of wanted.addresses) {
    if (target.to === 'text') leadTo.texts += 1;
    if (target.to === 'page') leadTo.pages += 1;
    if (target.to === 'gone') leadTo.gone += 1;
  }
  const known = { ...counts, leadTo, patterns: wanted.patterns.length };
  return { changes: isSame ? null : { ...addressed, patterns }, counts: known };
}

async function planAddresses(tx: Tx, store: LegacyStore, wanted: Wanted, count: (what: Counted) => void) {
  const all = wanted.addresses.map(({ address }) => address);
  const owners = await store.owners(tx, all);
  const targets = await store.targets(tx, all);
  const texts: { path: string; release: string; locale: string; line: number }[] = [];
  const addresses: MapChanges['addresses'][number][] = [];
  const takenBack: string[] = [];

  for (const { line, address, target } of wanted.addresses) {
    const owner = owners.get(address);
    const known = targets.get(address);
    const isOwn = target.to === 'text' && owner?.release === target.release && owner.locale === target.locale;
    if (owner !== undefined && !isOwn) {
      const problem = `${address} belongs to ${formatText(owner)} for ever. An address once given to a text leads to no other.`;
      wanted.problems.push({ line, problem });
    } else if (owner !== undefined) count('alreadyHere');
    else if (target.to === 'text') {
      texts.push({ path: address, release: target.release, locale: target.locale, line });
      count(known === undefined ? 'added' : 'changed');
    } else if (target.to === 'nothing') {
      if (known !== undefined) takenBack.push(address);
      count(known === undefined ? 'alreadyHere' : 'takenBack');
    } else {
      const path = target.to === 'page' ? target.path : null;
      if (known !== path) addresses.push({ address, target: path });
      count(known === undefined ? 'added' : known === path ? 'alreadyHere' : 'changed');
    }
  }
  await refuseTooMany(tx, store, texts, wanted.problems);
  return { texts: texts.map(({ line: _, ...text }) => text), addresses, takenBack };
}

async function refuseTooMany(
  tx: Tx,
  store: LegacyStore,
  texts: readonly { release: string; locale: string; line: number }[],
  problems: MapProblem[],
): Promise<void> {
  const counts = new Map(await store.counts(tx, [...new Set(texts.map(({ release }) => release))]));
  for (const { release, locale, line } of texts) {
    const count = (counts.get(`${release} ${locale}`) ?? 0) + 1;
    counts.set(`${release} ${locale}`, count);
    if (count !== MAX_ADDRESSES_OF_A_TEXT + 1) continue;
    const problem = `this text has ${MAX_ADDRESSES_OF_A_TEXT} old addresses already. Describe the others with a pattern.`;
    problems.push({ line, problem });
  }
}

/**
 * The patterns of one file stay together and in its order, where the first of them stood; those of other files stay where
 * they are. @returns null when the table stays as it is.
 */
async function planPatterns(
  tx: Tx,
  store: LegacyStore,
  wanted: Wanted,
  count: (what: Counted) => void,
): Promise<readonly PatternRow[] | null> {
  const table = await store.patterns(tx);
  const known = new Map(table.map(({ pattern, target }) => [pattern, target]));
  const named = new Set(wanted.patterns.map(({ pattern }) => pattern));
  const own: PatternRow[] = [];
  for (const { pattern, target } of wanted.patterns) {
    const isKnown = known.has(pattern);
    if (target === undefined) count(isKnown ? 'takenBack' : 'alreadyHere');
    else {
      own.push({ pattern, target });
      count(!isKnown ? 'added' : known.get(pattern) === target ? 'alreadyHere' : 'changed');
    }
  }

  const stays = (row: PatternRow) => !named.has(row.pattern);
  const first = table.findIndex((row) => !stays(row));
  const before = first === -1 ? table : table.slice(0, first);
  const behind = first === -1 ? [] : table.slice(first).filter(stays);
  const next = [...before, ...own, ...behind];
  const last = wanted.patterns.at(-1);
  const isTooLarge = next.length > patternLimits.rows || stepsOf(next) > patternLimits.stepsOfAll;
  if (isTooLarge && last !== undefined) {
    const problem = `all patterns together (${next.length}) are more than can be tried. Write single addresses instead.`;
    wanted.problems.push({ line: last.line, problem });
  }
  return JSON.stringify(next) === JSON.stringify(table) ? null : next;
}
