import { Fault } from '../platform/faults.ts';
import { textNamed } from '../published/legacy/legacy-target.ts';
import type { Ask } from './legacy-map.ts';
import { type AskedFile, readAsked } from './read-asked.ts';

export interface CoverageDeps {
  readonly ask: Ask;
  readonly progress: (done: number, of: number) => void;
  /** Asked now and then: true ends the measurement where it is. */
  readonly isInterrupted: () => boolean;
}

const outcomes = ['text', 'page', 'gone', 'nothing'] as const;
export type CoverageOutcome = (typeof outcomes)[number];

/** What became of the addresses of a file. */
export interface Coverage {
  readonly file: string;
  /** How many different addresses lead to a text, to another page, to the word that it is gone, or to nothing. */
  readonly addresses: Readonly<Record<CoverageOutcome, number>>;
  /** How often those were asked for. */
  readonly asked: Readonly<Record<CoverageOutcome, number>>;
  /** Lead to nothing; most asked first. */
  readonly unmatched: readonly { readonly address: string; readonly asked: number }[];
  /** Lines that hold no address, and the first of them. */
  readonly unread: { readonly lines: number; readonly first: number | null };
  /** Asked for beyond the first half million different addresses, and not looked at. */
  readonly beyond: number;
}

/** So many different addresses are held in memory: about 100 MB. */
const MAX_ADDRESSES = 500_000;

/** More redirects than that lead nowhere. */
const MAX_STEPS = 5;

/**
 * Asks the newsroom for every address of a file as a reader would, redirects followed to their end.
 *
 * @throws Fault LEGACY_FILE_INVALID; LEGACY_FILE_EMPTY; DATABASE_UNAVAILABLE where the newsroom cannot answer.
 */
export async function measureCoverage(deps: CoverageDeps, file: AskedFile): Promise<Coverage> {
  const { times, unread, beyond } = await countAsked(file);
  if (times.size === 0) throw new Fault('LEGACY_FILE_EMPTY', { file: file.name });
  const addresses = { text: 0, page: 0, gone: 0, nothing: 0 };
  const asked = { text: 0, page: 0, gone: 0, nothing: 0 };
  const unmatched: Coverage['unmatched'][number][] = [];
  const ends = new Map<string, CoverageOutcome>();
  let done = 0;
  for (const [address, count] of times) {
    if (deps.isInterrupted()) break;
    const outcome = await whereItEnds(deps.ask, ends, address);
    addresses[outcome] += 1;
    asked[outcome] += count;
    if (outcome === 'nothing') unmatched.push({ address, asked: count });
    done += 1;
    if (done % 1_000 === 0) deps.progress(done, times.size);
  }
  unmatched.sort((one, other) => other.asked - one.asked || (one.address < other.address ? -1 : 1));
  return { file: file.name, addresses, asked, unmatched, unread, beyond };
}

async function countAsked(file: AskedFile) {
  const times = new Map<string, number>();
  let lines = 0;
  let first: number | null = null;
  let beyond = 0;
  for await (const { line, address } of readAsked(file)) {
    if (address === null) {
      lines += 1;
      first ??= line;
      continue;
    }
    const count = times.get(address) ?? 0;
    if (count === 0 && times.size >= MAX_ADDRESSES) beyond += 1;
    else times.set(address, count + 1);
  }
  return { times, unread: { lines, first }, beyond };
}

/**
 * What a reader meets at the end of all redirects.
 *
 * @param ends what redirects have led to so far: many addresses lead to few pages.
 * @throws Fault DATABASE_UNAVAILABLE where the newsroom cannot answer.
 */
export async function whereItEnds(
  ask: Ask,
  ends: Map<string, CoverageOutcome>,
  address: string,
): Promise<CoverageOutcome> {
  let path = address;
  for (let step = 0; step <= MAX_STEPS; step += 1) {
    const known = ends.get(path);
    if (known !== undefined) return known;
    const { status, location } = await ask(path);
    if (status >= 500) throw new Fault('DATABASE_UNAVAILABLE', { problem: `${path} was answered with ${status}.` });
    if (status < 300 || status >= 400 || location === null) {
      const outcome = outcomeAt(status, path);
      if (path !== address) ends.set(path, outcome);
      return outcome;
    }
    path = location;
  }
  return 'nothing';
}

/** Does a reader find anything at an address, or at least what became of it? Where the newsroom cannot say, nothing is called lost. */
export async function isThere(ask: Ask, address: string): Promise<boolean> {
  try {
    return (await whereItEnds(ask, new Map(), address)) !== 'nothing';
  } catch (error) {
    if (error instanceof Fault) return true;
    throw error;
  }
}

function outcomeAt(status: number, path: string): CoverageOutcome {
  if (status === 410) return 'gone';
  if (status !== 200) return 'nothing';
  return textNamed(path.replace(/\/editions\/\d+$/, '')) === null ? 'page' : 'text';
}
