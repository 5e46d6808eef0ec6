import { Agent } from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { Newsroom } from '../../src/newsroom.ts';
import { newId } from '../../src/platform/ids.ts';
import { editionText } from '../../src/releases/edition-text.ts';
import { drawFrom } from '../draw.ts';
import { openDurableWrite } from '../durable-write.ts';
import { milliseconds, percentile, whole } from '../figures.ts';
import { openHere } from '../in-process.ts';
import { type Row, SMALL } from '../row.ts';
import { get, type Served, serveNewsroom } from '../served.ts';
import { wordsIn } from '../words.ts';

const PUBLICATIONS = 300;
const P99_MILLISECONDS = 30;
const RATIO = 1.5;

/** Two processes serve, a third publishes; once it is told that the release is public, both must show it. */
export const publishToFresh: Row = {
  name: 'publish-to-fresh',
  async measure({ newsrooms, size }) {
    const small = await openPress((await newsrooms.of(SMALL)).folder);
    const { folder } = await newsrooms.of(size);
    const large = await openPress(folder);
    const disk = await openDurableWrite(folder);
    const written: number[] = [];
    try {
      for (let number = 0; number < PUBLICATIONS; number += 1) {
        await small.publish(number);
        await large.publish(number);
        written.push(await disk.once());
      }
    } finally {
      await Promise.all([small.close(), large.close(), disk.close()]);
    }
    const [p99, smallP99] = [percentile(large.times, 99), percentile(small.times, 99)];
    const stale = small.stale() + large.stale();
    return [
      {
        what: `publish, then the list read fresh on both servers, ${whole(size)} releases`,
        measured: `p99 ${milliseconds(p99)}, ${stale} stale reads`,
        comparedWith: `at ${whole(SMALL)}: p99 ${milliseconds(smallP99)}`,
        ratio: p99 / smallP99,
        bar: `p99 ≤ ${P99_MILLISECONDS} ms and ≤ ${RATIO} ×, 0 stale`,
        isMet: p99 <= P99_MILLISECONDS && p99 <= RATIO * smallP99 && stale === 0,
        note: [
          `${PUBLICATIONS} publications each, in turns; p50 ${milliseconds(percentile(large.times, 50))}`,
          `beside ${milliseconds(percentile(small.times, 50))}; until acknowledged p50 ${milliseconds(percentile(large.acknowledged, 50))},`,
          `p99 ${milliseconds(percentile(large.acknowledged, 99))}, at ${whole(SMALL)} ${milliseconds(percentile(small.acknowledged, 99))};`,
          `the disk alone, for as many bytes made durable in between: p50 ${milliseconds(percentile(written, 50))}, p99 ${milliseconds(percentile(written, 99))};`,
          `of processor time, each publication p50 ${milliseconds(percentile(large.spent, 50))}, p99 ${milliseconds(percentile(large.spent, 99))}.`,
        ].join(' '),
      },
    ];
  },
};

async function openPress(folder: string) {
  const servers = [await serveNewsroom(folder), await serveNewsroom(folder)];
  const newsroom = await openHere(folder);
  const agent = new Agent({ keepAlive: true });
  const draw = drawFrom(5);
  const times: number[] = [];
  const acknowledged: number[] = [];
  const spent: number[] = [];
  let stale = 0;

  const publish = async (number: number) => {
    const headline = `Notice ${number} to mariners: ${wordsIn('en', draw, 70)}`;
    const order = orderOf(headline, wordsIn('en', draw, 2_000));
    const before = process.threadCpuUsage();
    const began = performance.now();
    const outcome = await newsroom.publish([order]);
    acknowledged.push(performance.now() - began);
    const { user, system } = process.threadCpuUsage(before);
    spent.push((user + system) / 1000);
    if (!outcome.ok) throw new Error(`The publication was refused: ${JSON.stringify(outcome.refusals)}`);
    const answers = await Promise.all(servers.map((server: Served) => get(agent, server.port, '/en')));
    times.push(performance.now() - began);
    stale += answers.filter(({ body }) => !gunzipSync(body).includes(headline)).length;
  };
  const close = async () => {
    agent.destroy();
    await newsroom.close();
    await Promise.all(servers.map((server) => server.stop()));
  };
  return { publish, close, times, acknowledged, spent, stale: () => stale };
}

function orderOf(headline: string, words: string): Parameters<Newsroom['publish']>[0][number] {
  return {
    release: {
      ...{ id: newId(), office: 'HQ', type: 'notice', countries: ['NL'], topics: ['tides'] },
      ...{ organisationWide: false, reference: null, origin: 'written' },
    },
    locale: 'en',
    slug: null,
    text: editionText({
      ...{ kicker: null, headline, summary: words.slice(0, 200), place: null },
      ...{ body: `<p>${words}.</p>`, notes: null },
    }),
    ...{ pictures: [], at: null, change: null, translatedFrom: null, legacyPaths: [] },
  };
}
