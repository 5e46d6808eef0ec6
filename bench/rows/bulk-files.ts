import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Newsroom } from '../../src/newsroom.ts';
import { newId } from '../../src/platform/ids.ts';
import { milliseconds, whole } from '../figures.ts';
import { openHere } from '../in-process.ts';
import type { Reading, Row } from '../row.ts';

/** More would be made for an hour, in portions of the same size. */
const MOST_RELEASES = 20_000;
const BAR_MILLISECONDS = 50;

/** The bulk files of the API are made on the thread that answers pages: no portion of the work may hold it for long. */
export const bulkFiles: Row = {
  name: 'bulk-files',
  async measure({ newsrooms, size }) {
    const { folder, releases } = await newsrooms.of(Math.min(size, MOST_RELEASES));
    rmSync(join(folder, 'bulk'), { recursive: true, force: true });
    const newsroom = await openHere(folder);
    try {
      const alone = await heldFor(() => new Promise((resolve) => setTimeout(resolve, 3_000)));
      const first = await heldFor(() => newsroom.makeBulk());
      await publishOne(newsroom);
      const again = await heldFor(() => newsroom.makeBulk());
      const nothing = await heldFor(() => newsroom.makeBulk());
      return [
        reading(`all bulk files of ${whole(releases)} releases`, first, { alone, years: null }),
        reading('bulk files after one more publication', again, { alone, years: 1 }),
        reading('bulk files when nothing has changed', nothing, { alone, years: 0 }),
      ];
    } finally {
      await newsroom.close();
    }
  },
};

interface Held<Outcome> {
  readonly outcome: Outcome;
  /** The most that the thread computed before it came round again, in milliseconds; what others took of its processor is not in it. */
  readonly longest: number;
  readonly seconds: number;
}

async function heldFor<Outcome>(work: () => Promise<Outcome>): Promise<Held<Outcome>> {
  const began = performance.now();
  let isUnderWay = true;
  const underWay = work().finally(() => {
    isUnderWay = false;
  });
  let longest = 0;
  for (let last = computed(); isUnderWay; ) {
    await nextTurn();
    const now = computed();
    longest = Math.max(longest, now - last);
    last = now;
  }
  return { outcome: await underWay, longest, seconds: (performance.now() - began) / 1_000 };
}

/** By this thread so far, in milliseconds. */
function computed(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

function reading(
  what: string,
  { outcome: made, longest, seconds }: Held<readonly number[]>,
  { alone, years }: { readonly alone: Held<unknown>; readonly years: number | null },
): Reading {
  const isEnough = years === null ? made.length > 0 : made.length === years;
  return {
    what,
    measured: `the thread held for ${milliseconds(longest)} at most, ${made.length} years made`,
    comparedWith: `the same thread idle: ${milliseconds(alone.longest)}`,
    ratio: null,
    bar: `≤ ${BAR_MILLISECONDS} ms${years === null ? '' : `, ${years} years made`}`,
    isMet: longest <= BAR_MILLISECONDS && isEnough,
    note: `In ${seconds.toFixed(1)} s, three quarters of which it rests.`,
  };
}

async function publishOne(newsroom: Newsroom): Promise<void> {
  const [office] = await newsroom.offices();
  const facts = { type: 'news', countries: [], topics: [], organisationWide: false } as const;
  const body = '<p>It sails.</p>' as Parameters<Newsroom['publish']>[0][number]['text']['body'];
  const outcome = await newsroom.publish([
    {
      release: { id: newId(), office: office?.code ?? '', ...facts, reference: null, origin: 'written' },
      text: { kicker: null, headline: 'One more ferry', summary: null, place: null, body, notes: null },
      ...{ locale: 'en', slug: null, pictures: [], at: null, change: null, translatedFrom: null, legacyPaths: [] },
    },
  ]);
  if (!outcome.ok) throw new Error('Nothing could be published.');
}
