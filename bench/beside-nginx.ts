import { listed, median, whole } from './figures.ts';
import { load, SECONDS } from './load.ts';
import type { Reading } from './row.ts';

/** Odd, and enough that a few of them may fall into a busy moment of the machine. */
const ROUNDS = 9;

interface Side {
  readonly url: string;
  /** Ids of those whose processor time it takes. */
  readonly processes: readonly number[];
}

/** Asks both sides by turns, after a round that is not counted: what runs for the first time is still being compiled. */
export async function besideNginx(order: {
  what: string;
  bytes: Buffer;
  ours: Side;
  theirs: Side;
  bar: number;
}): Promise<Reading> {
  const { what, bytes, bar } = order;
  const [ours, theirs] = [[] as number[], [] as number[]];
  for (let round = -1; round < ROUNDS; round += 1) {
    const there = await load(order.theirs.url, order.theirs.processes);
    const here = await load(order.ours.url, order.ours.processes);
    if (round < 0) continue;
    theirs.push(there.perCpuSecond);
    ours.push(here.perCpuSecond);
  }
  const ratios = ours.map((one, round) => one / (theirs[round] ?? Number.NaN));
  const ratio = median(ratios);
  return {
    what,
    measured: `${whole(median(ours))} requests per CPU second`,
    comparedWith: `nginx gzip_static, the same ${whole(bytes.length)} bytes: ${whole(median(theirs))}`,
    ratio,
    bar: `≥ ${bar.toFixed(2)}`,
    isMet: ratio >= bar,
    note: `ratio of each round ${listed(ratios)}; wrk -t1 -c64, ${SECONDS} s a round. nginx sends none of the security headers.`,
  };
}
