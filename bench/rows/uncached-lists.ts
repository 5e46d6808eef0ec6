import type { NewsroomServer } from '../../src/http/open-server.ts';
import type { Newsroom } from '../../src/newsroom.ts';
import { milliseconds, percentile, whole } from '../figures.ts';
import { openHere } from '../in-process.ts';
import { type Reading, type Row, SMALL } from '../row.ts';

const VISITS = 400;
const WARM_UP = 100;
const RATIO = 1.3;
const P99_MILLISECONDS = 5;

/** A list page is one look-up and one range scan, however large the newsroom: it must take the same time in both. */
export const uncachedLists: Row = {
  name: 'uncached-lists',
  async measure({ newsrooms, size }) {
    const folders = [(await newsrooms.of(SMALL)).folder, (await newsrooms.of(size)).folder];
    const opened = await Promise.all(folders.map(openHere));
    const [small, large] = opened as [Newsroom, Newsroom];
    const servers = (await Promise.all(opened.map((one) => one.openServer()))) as [NewsroomServer, NewsroomServer];
    try {
      const year = await yearAlike(small, large);
      const pages = [await pagesOf(small, year), await pagesOf(large, year)] as const;
      const readings: Reading[] = [];
      for (const kind of ['first', 'middle', 'oldest', 'year'] as const) {
        readings.push(await reading(kind, servers, [pages[0][kind], pages[1][kind]], size));
      }
      return readings;
    } finally {
      await Promise.all(servers.map((server) => server.close()));
      await Promise.all(opened.map((one) => one.close()));
    }
  },
};

interface ListAddress {
  readonly path: string;
  readonly items: number;
}

async function reading(
  kind: string,
  [small, large]: readonly [NewsroomServer, NewsroomServer],
  [smallPage, largePage]: readonly [ListAddress, ListAddress],
  size: number,
): Promise<Reading> {
  const [inSmall, inLarge] = [[] as Visit[], [] as Visit[]];
  // In turns, so that whatever else the machine does falls on both.
  for (let visit = -WARM_UP; visit < VISITS; visit += 1) {
    const [one, other] = [await timed(small, smallPage.path), await timed(large, largePage.path)];
    if (visit < 0) continue;
    inSmall.push(one);
    inLarge.push(other);
  }
  const [times, smallTimes] = [inLarge, inSmall].map((visits) => visits.map(({ took }) => took)) as [
    number[],
    number[],
  ];
  const spent = inLarge.map((visit) => visit.spent);
  const [p50, p99] = [percentile(times, 50), percentile(times, 99)];
  const smallP50 = percentile(smallTimes, 50);
  const ratio = p50 / smallP50;
  return {
    what: `uncached list page, ${kind}, of ${whole(size)} releases`,
    measured: `p50 ${milliseconds(p50)}, p99 ${milliseconds(p99)}`,
    comparedWith: `of ${whole(SMALL)}: p50 ${milliseconds(smallP50)}, p99 ${milliseconds(percentile(smallTimes, 99))}`,
    ratio,
    bar: `p50 ≤ ${RATIO} ×, p99 ≤ ${P99_MILLISECONDS} ms`,
    isMet: ratio <= RATIO && p99 <= P99_MILLISECONDS,
    note: [
      `${largePage.path} has ${largePage.items} items, ${smallPage.path} of the small newsroom ${smallPage.items}; ${VISITS} visits each, in turns, rendered and gzipped;`,
      `of processor time p50 ${milliseconds(percentile(spent, 50))}, p99 ${milliseconds(percentile(spent, 99))}, garbage collection included.`,
    ].join(' '),
  };
}

/** In milliseconds. */
interface Visit {
  readonly took: number;
  /** Of processor time, by the thread that answers. */
  readonly spent: number;
}

async function timed(server: NewsroomServer, url: string): Promise<Visit> {
  const before = process.threadCpuUsage();
  const began = performance.now();
  const { status } = await server.visit({ method: 'GET', url, headers: { 'accept-encoding': 'gzip' } });
  const took = performance.now() - began;
  const { user, system } = process.threadCpuUsage(before);
  if (status !== 200) throw new Error(`${url} answered ${status}.`);
  return { took, spent: (user + system) / 1000 };
}

type Kind = 'first' | 'middle' | 'oldest' | 'year';

async function pagesOf({ published }: Newsroom, year: number): Promise<Record<Kind, ListAddress>> {
  const newest = await published.newestPage({ kind: 'organisation' }, 'en');
  const fixed = async (number: number) => {
    const page = await published.fixedPage({ kind: 'organisation' }, 'en', number);
    return { path: `/en/page/${number}`, items: page?.items.length ?? 0 };
  };
  return {
    first: { path: '/en', items: newest.items.length },
    middle: await fixed(Math.ceil(newest.newest / 2)),
    oldest: await fixed(1),
    year: { path: `/en/${year}`, items: await itemsIn({ published }, year) },
  };
}

/** A year's own page holds up to 40; the year in which the two newsrooms' pages are most equally long compares best. */
async function yearAlike(small: Newsroom, large: Newsroom): Promise<number> {
  let best = { year: 0, difference: Number.POSITIVE_INFINITY };
  for (let year = 2000; year < 2025; year += 1) {
    const difference = Math.abs((await itemsIn(small, year)) - (await itemsIn(large, year)));
    if (difference < best.difference) best = { year, difference };
  }
  return best.year;
}

async function itemsIn({ published }: Pick<Newsroom, 'published'>, year: number): Promise<number> {
  const page = await published.yearPage({ kind: 'organisation' }, 'en', year, null);
  return page?.items.length ?? 0;
}
