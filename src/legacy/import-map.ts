import type { InTransaction, Tx } from '../database/transaction.ts';
import { problemOfPattern } from '../published/legacy/pattern-table.ts';
import { findFilledTarget, findTarget, type TargetDeps } from './find-target.ts';
import type { Ask, LegacyStore, MapOutcome, MapProblem, MapRow, Target } from './legacy-map.ts';
import { planMap, type WantedAddress, type WantedPattern } from './plan-map.ts';
import { readMap } from './read-map.ts';

export interface MapDeps {
  readonly inTransaction: InTransaction;
  /** Called inside the transaction, before it commits. */
  readonly beforePublic: (tx: Tx) => Promise<void>;
  readonly store: LegacyStore;
  readonly ask: Ask;
  /** How readers reach the newsroom. */
  readonly origin: string;
  /** Told now and then, for people who wait. */
  readonly progress: (done: number, of: number) => void;
}

export interface MapOrder {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly isDryRun: boolean;
}

/**
 * Takes a legacy map in: everything is looked at first, and nothing is written when a line is wrong. Safe to run twice. Rows
 * of earlier maps stay; those that this one has too lead where it says.
 *
 * @throws Fault LEGACY_FILE_INVALID where the file is no table of addresses at all.
 */
export async function importMap(deps: MapDeps, order: MapOrder): Promise<MapOutcome> {
  const { rows, problems } = readMap(order.bytes);
  const { addresses, patterns } = await wantedBy(deps, onceEach(rows, problems), problems);

  return deps.inTransaction(async (tx) => {
    const plan = await planMap(tx, deps.store, { addresses, patterns, problems });
    if (problems.length > 0) {
      return { ok: false, problems: problems.toSorted((one, other) => one.line - other.line) };
    }
    if (plan.changes !== null && !order.isDryRun) {
      await deps.beforePublic(tx);
      await deps.store.write(tx, plan.changes);
    }
    return { ok: true, report: { file: order.file, rows: rows.length, ...plan.counts } };
  });
}

/** A row that says the same twice is one row; two that differ are named. */
function onceEach(rows: readonly MapRow[], problems: MapProblem[]): MapRow[] {
  const first = new Map<string, MapRow>();
  for (const row of rows) {
    const name = nameOf(row);
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, row);
    else if (earlier.to !== row.to) {
      const problem = `${name} leads to “${row.to}” here and to “${earlier.to}” in line ${earlier.line}. Keep one.`;
      problems.push({ line: row.line, problem });
    }
  }
  return [...first.values()];
}

async function wantedBy(deps: MapDeps, rows: readonly MapRow[], problems: MapProblem[]) {
  const addresses: WantedAddress[] = [];
  const patterns: WantedPattern[] = [];
  const targets = targetFinder(deps);
  for (const [index, row] of rows.entries()) {
    if (index % 1_000 === 0) deps.progress(index, rows.length);
    const refuse = (problem: string) => void problems.push({ line: row.line, problem });
    const target = await targets(row);
    if ('problem' in target) {
      refuse(target.problem);
      continue;
    }
    if ('pattern' in row.from) {
      const wanted = { line: row.line, pattern: row.from.pattern, target: patternTarget(target) };
      const problem = problemOfPattern({ pattern: wanted.pattern, target: wanted.target ?? null });
      if (problem === null) patterns.push(wanted);
      else refuse(problem);
      continue;
    }
    const { address, hasQuery } = row.from;
    if (!hasQuery && target.to !== 'nothing' && (await isPageHere(deps, address))) {
      refuse(`${address} is a page of this newsroom. Take the line out.`);
    } else addresses.push({ line: row.line, address, target });
  }
  return { addresses, patterns };
}

/** Most maps lead many addresses to few pages: each is found out once. */
function targetFinder({ inTransaction, store, ask, origin }: MapDeps) {
  const text: TargetDeps['text'] = (...named) => inTransaction((tx) => store.text(tx, ...named));
  const known = new Map<string, ReturnType<typeof findTarget>>();
  return (row: MapRow) => {
    const isPattern = 'pattern' in row.from;
    const name = `${isPattern} ${row.to}`;
    const found = known.get(name) ?? (isPattern ? findFilledTarget : findTarget)({ text, ask, origin }, row.to);
    known.set(name, found);
    return found;
  };
}

/** Undefined: the row is taken back. */
function patternTarget(target: Target): string | null | undefined {
  if (target.to === 'nothing') return undefined;
  return target.to === 'page' ? target.path : null;
}

/** Would a reader get a page there, or be led by the reader's language? Then a row could never be met. */
async function isPageHere({ ask }: MapDeps, address: string): Promise<boolean> {
  const { status } = await ask(address);
  return status === 200 || status === 302;
}

function nameOf({ from }: MapRow): string {
  return 'pattern' in from ? `~${from.pattern}` : from.address;
}
