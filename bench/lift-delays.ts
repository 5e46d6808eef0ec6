import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { type FilledDesk, LANGUAGES } from './desk-drafts.ts';
import { type Draw, drawFrom } from './draw.ts';
import { milliseconds, percentile } from './figures.ts';
import type { Reading } from './row.ts';
import { get } from './served.ts';

const SWEPT = 100;
const ASKED_FOR = 50;
const SWEEP_MILLISECONDS = 900;
const LATE_MILLISECONDS = 1_000;
/** Longer than the server takes to find what another process scheduled. */
const LEAD_MILLISECONDS = 1_500;
/** A look before the instant, to see that it is not early. */
const BEFORE_MILLISECONDS = 20;

interface Where {
  readonly port: number;
  readonly desk: FilledDesk;
}

/** How late texts go public that are due one by one, without a timer and for a reader who asks at the instant. */
export async function delayReadings(where: Where): Promise<readonly Reading[]> {
  const draw = drawFrom(47);
  return [await sweptReading(where, draw), await askedReading(where, draw)];
}

/**
 * Due as soon as it is scheduled, behind the server's back, at any moment between two sweeps: no timer was ever set for it, and no reader
 * asks. Only the sweep finds it.
 */
async function sweptReading({ desk }: Where, draw: Draw): Promise<Reading> {
  const times: number[] = [];
  let early = 0;
  for (let number = 1; number <= SWEPT; number += 1) {
    await wait(draw.between(0, SWEEP_MILLISECONDS));
    const name = `Swept notice ${number}`;
    const at = new Date();
    await desk.schedule({ name, texts: LANGUAGES, at });
    const publicAt = await desk.publicAfter(name);
    times.push(publicAt - at.getTime());
    if (publicAt < at.getTime()) early += 1;
  }
  const p99 = percentile(times, 99);
  return {
    what: 'a lift without its timer, found by the sweep',
    measured: `p50 ${milliseconds(percentile(times, 50))}, p99 ${milliseconds(p99)}, ${early} early`,
    comparedWith: `a sweep every ${SWEEP_MILLISECONDS} ms`,
    ratio: null,
    bar: `p99 ≤ ${LATE_MILLISECONDS} ms, 0 early`,
    isMet: p99 <= LATE_MILLISECONDS && early === 0,
    note: [
      `${SWEPT} releases in ${LANGUAGES} languages, one after the other, each due at once when another process schedules it, and nobody asks;`,
      `until that process reads it as public; most ${milliseconds(Math.max(...times))}.`,
    ].join(' '),
  };
}

/** Known to the server, and asked for as soon as its instant has come. */
async function askedReading({ port, desk }: Where, draw: Draw): Promise<Reading> {
  const agent = new Agent({ keepAlive: true });
  const times: number[] = [];
  let early = 0;
  let late = 0;
  try {
    for (let number = 1; number <= ASKED_FOR; number += 1) {
      const name = `Asked notice ${number}`;
      const at = new Date(Date.now() + LEAD_MILLISECONDS + draw.between(0, SWEEP_MILLISECONDS));
      await desk.schedule({ name, texts: LANGUAGES, at });
      const isThere = async () => gunzipSync((await get(agent, port, '/en')).body).includes(`${name}, part 1`);
      await wait(Math.max(0, at.getTime() - Date.now() - BEFORE_MILLISECONDS));
      const wasThere = await isThere();
      if (wasThere && Date.now() < at.getTime()) early += 1;
      while (Date.now() < at.getTime()) await wait(at.getTime() - Date.now());
      if (!(await isThere())) late += 1;
      times.push(Date.now() - at.getTime());
    }
  } finally {
    agent.destroy();
  }
  return {
    what: 'a lift for a reader who asks at its instant',
    measured: `${late} late, ${early} early`,
    comparedWith: `answered after p50 ${milliseconds(percentile(times, 50))}, p99 ${milliseconds(percentile(times, 99))}`,
    ratio: null,
    bar: '0 late, 0 early',
    isMet: late === 0 && early === 0,
    note: `${ASKED_FOR} releases in ${LANGUAGES} languages; the list is asked for ${BEFORE_MILLISECONDS} ms before the instant and in its first millisecond.`,
  };
}
