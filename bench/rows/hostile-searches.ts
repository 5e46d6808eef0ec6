import type { Newsroom } from '../../src/newsroom.ts';
import { hostileSearches } from '../../test/support/hostile-searches.ts';
import { median, milliseconds, whole } from '../figures.ts';
import type { Reading } from '../row.ts';

const ROUNDS = 5;
const BAR_MILLISECONDS = 100;

/** The page and the API, asked what was made to be read slowly. That all is explained: test/journeys/hostile-searches-are-explained.test.ts. */
export async function hostileReading(newsroom: Newsroom): Promise<Reading> {
  const server = await newsroom.openServer();
  const timed = async (url: string) => {
    const began = performance.now();
    const { status } = await server.visit({ method: 'GET', url, headers: { 'accept-encoding': 'gzip' } });
    if (status !== 200 && status !== 414) throw new Error(`A hostile search answered ${status}.`);
    return performance.now() - began;
  };
  try {
    const took: { what: string; longest: number; usual: number }[] = [];
    for (const path of ['/en/search', '/api/v1/search']) {
      for (const [what, q] of Object.entries(hostileSearches)) {
        const url = `${path}?${new URLSearchParams({ q })}`;
        await timed(url);
        const times: number[] = [];
        for (let round = 0; round < ROUNDS; round += 1) times.push(await timed(url));
        took.push({ what: `${what} at ${path}`, longest: Math.max(...times), usual: median(times) });
      }
    }
    const slowest = took.reduce((one, other) => (one.longest >= other.longest ? one : other));
    const usual = median(took.map((one) => one.usual));
    return {
      what: `${whole(took.length)} hostile searches, page and API`,
      measured: `slowest ${milliseconds(slowest.longest)}`,
      comparedWith: `half of them: ${milliseconds(usual)}`,
      ratio: slowest.longest / usual,
      bar: `≤ ${BAR_MILLISECONDS} ms each`,
      isMet: slowest.longest <= BAR_MILLISECONDS,
      note: `Slowest was ${slowest.what}; ${ROUNDS} rounds each after one to warm up. What is too long for an address is answered 414.`,
    };
  } finally {
    await server.close();
  }
}
