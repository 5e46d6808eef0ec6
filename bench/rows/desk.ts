import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import type { ReleaseQuery } from '../../src/desk/contract.ts';
import { addressesOf } from '../addresses.ts';
import { type DeskPeople, peopleAt } from '../at-desk.ts';
import { type FilledDesk, fillDesk, LANGUAGES, type WrittenText } from '../desk-drafts.ts';
import { listed, milliseconds, percentile, whole } from '../figures.ts';
import { delayReadings } from '../lift-delays.ts';
import { type Reading, type Row, SMALL, type Workshop } from '../row.ts';
import { get, type Served, serveNewsroom, visitAll } from '../served.ts';
import { keepReading, type Stall } from '../steady-readers.ts';

const VISITS = 150;
const VISITS_OF_A_LIST = 20;
const PUBLICATIONS = 100;
/** Named for lists; whoever opens, saves or publishes waits no longer. */
const ANSWER_MILLISECONDS = 200;

const BUNDLES = 5;
const BUNDLED = 50;
const BUNDLE_MILLISECONDS = 500;
const READERS_PER_SECOND = 2_000;
const READER_MILLISECONDS = 20;
/** Time for the sweep to find what another process put into the schedule, and for readers before and after. */
const LEAD_MILLISECONDS = 4_000;

const FIRST_OF_YEAR = 'First release of the year';

const OFFICE = 'RO-ASIA';

/** The editors' day: lists, opening, saving, publishing; a bundle that lifts while many read; and how late a lift is. */
export const desk: Row = {
  name: 'desk',
  async measure(here) {
    const large = await openWork(here, here.size);
    try {
      const acts = await actsAt(large);
      const small = here.size === SMALL ? null : await openWork(here, SMALL);
      const beside = small === null ? acts : await actsAt(small).finally(small.close);
      return [
        ...(['list', 'open', 'autosave', 'publish'] as const).map((act) => {
          return actReading(act, acts[act], beside[act], large.desk.texts);
        }),
        ...(await bundleReadings(large)),
        ...(await delayReadings({ port: large.server.port, desk: large.desk })),
      ];
    } finally {
      await large.close();
    }
  },
};

interface Work {
  readonly server: Served;
  readonly people: DeskPeople;
  readonly desk: FilledDesk;
  close(): Promise<void>;
}

async function openWork({ newsrooms, say }: Workshop, size: number): Promise<Work> {
  const { folder } = await newsrooms.of(size);
  const server = await serveNewsroom(folder);
  const people = await peopleAt(server, OFFICE);
  const began = performance.now();
  const filled = await fillDesk(folder, people);
  say(`${whole(filled.texts)} texts at the desk, written in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  const close = async () => {
    await filled.close();
    await server.stop();
  };
  return { server, people, desk: filled, close };
}

type Act = 'list' | 'open' | 'autosave' | 'publish';

interface Measured {
  readonly times: readonly number[];
  readonly note: string;
}

async function actsAt({ people, desk: { inState } }: Work): Promise<Record<Act, Measured>> {
  const { writer, publisher } = people;
  return {
    list: await listsAt(people),
    open: await each(inState.draft.slice(0, VISITS), async ({ release }) => {
      await writer.done('GET /desk/api/release', { release });
    }),
    autosave: await saves(people, inState.draft.slice(0, VISITS)),
    publish: await each(inState.approved.slice(0, PUBLICATIONS), async (text) => {
      await publisher.done('POST /desk/api/draft/publish', { ...text, revision: 1, forced: null });
    }),
  };
}

/** The filters that an editor combines, and the whole desk's and one office's lists. */
async function listsAt({ editor, local }: DeskPeople): Promise<Measured> {
  const middle = await editor.done('GET /desk/api/releases', { state: 'draft', locale: 'ar' });
  const asked: Record<string, ReleaseQuery> = {
    'without a filter': {},
    'by state': { state: 'submitted' },
    'by office': { office: 'CO-SUVA' },
    'by office, language and state': { office: 'CO-SUVA', locale: 'ar', state: 'approved' },
    'by a common word': { search: 'harbour' },
    'by a word that is not there': { search: 'kingfisher' },
    'by a word, office and state': { search: 'harbour', office: 'CO-SUVA', state: 'draft' },
    'by the beginning of references': { search: 'CO-SUVA' },
    'by a reference that was not given': { search: 'CO-SUVA/1999/1' },
    'of what is public': { state: 'published', office: 'CO-SUVA', locale: 'en' },
    'of what is public, by a word that is not there': { state: 'published', search: 'kingfisher' },
    ...(middle.after === null ? {} : { 'next page': { state: 'draft', locale: 'ar', after: middle.after } }),
  };
  const times: number[] = [];
  let slowest = { what: '', p99: 0 };
  const measure = async (what: string, one: () => Promise<unknown>) => {
    const own = (
      await each(
        Array.from({ length: VISITS_OF_A_LIST }, () => null),
        one,
      )
    ).times;
    times.push(...own);
    if (percentile(own, 99) > slowest.p99) slowest = { what, p99: percentile(own, 99) };
  };
  for (const [what, query] of Object.entries(asked)) {
    await measure(what, () => editor.done('GET /desk/api/releases', query));
    await measure(`one office's, ${what}`, () => local.done('GET /desk/api/releases', query));
  }
  await measure('my work', () => editor.done('GET /desk/api/work', {}));
  await measure("one office's, my work", () => local.done('GET /desk/api/work', {}));
  return { times, note: `the slowest list is “${slowest.what}”, p99 ${milliseconds(slowest.p99)}` };
}

async function saves({ writer }: DeskPeople, texts: readonly WrittenText[]): Promise<Measured> {
  const opened = new Map<string, { revision: number; content: { headline: string } }>();
  for (const { release, locale } of texts) {
    const { drafts } = await writer.done('GET /desk/api/release', { release });
    const draft = drafts.find((one) => one.locale === locale);
    if (draft !== undefined) opened.set(`${release} ${locale}`, draft);
  }
  return each(texts, async ({ release, locale }) => {
    const draft = opened.get(`${release} ${locale}`) as NonNullable<ReturnType<typeof opened.get>>;
    const content = { ...draft.content, headline: `${draft.content.headline}, again` } as never;
    await writer.done('POST /desk/api/draft/save', { release, locale, revision: draft.revision, content, slug: null });
  });
}

async function each<Thing>(things: readonly Thing[], act: (thing: Thing) => Promise<unknown>): Promise<Measured> {
  const times: number[] = [];
  for (const thing of things) {
    const began = performance.now();
    await act(thing);
    times.push(performance.now() - began);
  }
  return { times, note: `${things.length} different texts` };
}

function actReading(act: Act, at: Measured, beside: Measured, texts: number): Reading {
  const [p50, p99] = [percentile(at.times, 50), percentile(at.times, 99)];
  const [smallP50, smallP99] = [percentile(beside.times, 50), percentile(beside.times, 99)];
  return {
    what: `desk, ${act}, ${whole(texts)} texts`,
    measured: `p50 ${milliseconds(p50)}, p99 ${milliseconds(p99)}`,
    comparedWith: `of ${whole(SMALL)} releases: p50 ${milliseconds(smallP50)}, p99 ${milliseconds(smallP99)}`,
    ratio: p50 / smallP50,
    bar: `p99 ≤ ${ANSWER_MILLISECONDS} ms`,
    isMet: p99 <= ANSWER_MILLISECONDS,
    note: `over HTTP, one after the other; ${at.times.length} calls, ${at.note}.`,
  };
}

/** Bundles lift by the clock while readers read; between them somebody saves. */
async function bundleReadings(work: Work): Promise<readonly Reading[]> {
  const { server, people, desk: filled } = work;
  // The first release of a year comes into the menu of every page of its lists: a newsroom has had it.
  await filled.schedule({ name: FIRST_OF_YEAR, texts: LANGUAGES, at: new Date() });
  await filled.publicAfter(FIRST_OF_YEAR);
  const { list, release } = await addressesOf(server.port, 100);
  // Readers come to a newsroom that others have read: what the first of them cost is the row “uncached”.
  await visitAll(server.port, ['/en', ...list, ...release]);
  const readers = await keepReading({
    ...{ port: server.port, paths: ['/en', ...list, ...release] },
    ...{ perSecond: READERS_PER_SECOND, longest: READER_MILLISECONDS },
  });
  const writing = keepSaving(people, filled.inState.draft.slice(VISITS));
  const lifts: Lifted[] = [];
  const began = performance.now();
  for (let number = 1; number <= BUNDLES; number += 1) {
    const name = `Bundle ${number} of ${BUNDLED}`;
    const at = new Date(Date.now() + LEAD_MILLISECONDS);
    await filled.schedule({ name, texts: BUNDLED, at });
    lifts.push({ at: at.getTime(), after: await publicAfter(server.port, name, at) });
  }
  await wait(1_000);
  const seconds = (performance.now() - began) / 1000;
  const [waits, saved] = [await readers.stop(), await writing.stop()];
  const { count, p50, p99, p999, most, stalls } = waits;
  const afters = lifts.map(({ after }) => after);
  const slowest = Math.max(...afters);
  const meanwhile = `${whole(count / seconds)} requests/s of readers`;
  return [
    {
      what: `a bundle of ${BUNDLED} language versions lifts`,
      measured: `${milliseconds(slowest)} after its instant at the most`,
      comparedWith: `meanwhile ${meanwhile}`,
      ratio: null,
      bar: `≤ ${BUNDLE_MILLISECONDS} ms`,
      isMet: slowest <= BUNDLE_MILLISECONDS,
      note: `until one answer shows all of it, asked without a pause; ${BUNDLES} bundles: ${listed(afters, 0)} ms.`,
    },
    {
      what: 'readers while bundles lift and somebody saves',
      measured: `p50 ${milliseconds(p50)}, p99 ${milliseconds(p99)}`,
      comparedWith: meanwhile,
      ratio: null,
      bar: `p99 ≤ ${READER_MILLISECONDS} ms at ${whole(READERS_PER_SECOND)}/s`,
      isMet: p99 <= READER_MILLISECONDS && count / seconds >= 0.95 * READERS_PER_SECOND,
      note: [
        `${whole(count)} requests for ${1 + list.length + release.length} pages, each read once before, in ${seconds.toFixed(0)} s, from when each was wanted;`,
        `p99.9 ${milliseconds(p999)}, most ${milliseconds(most)}; ${BUNDLES} lifts and ${saved} saves in that time.`,
        keptBy(stalls, lifts),
      ].join(' '),
    },
  ];
}

interface Lifted {
  /** The instant it was due, in milliseconds since 1970. */
  readonly at: number;
  /** Milliseconds until it was public. */
  readonly after: number;
}

/** What kept those who waited too long: a lift, whatever else, or that the readers' own process had no processor. */
function keptBy(stalls: readonly Stall[], lifts: readonly Lifted[]): string {
  const isLift = (stall: Stall) => lifts.some(({ at, after }) => stall.from <= at + after && stall.until >= at);
  const count = (some: readonly Stall[]) => {
    const readers = some.reduce((sum, stall) => sum + stall.readers, 0);
    const longest = Math.max(0, ...some.map((stall) => stall.longest));
    return `${whole(readers)} in ${some.length} stalls of at most ${milliseconds(longest)}`;
  };
  const others = stalls.filter((stall) => !isLift(stall));
  const own = stalls.reduce((sum, stall) => sum + stall.own, 0);
  return [
    `Longer than ${READER_MILLISECONDS} ms waited ${count(stalls.filter(isLift))} while a bundle lifted, ${count(others)} at other times;`,
    `of all these, ${whole(own)} while the readers' own process stood still.`,
  ].join(' ');
}

/** Milliseconds from the instant until a reader has the list with the whole bundle on it. @throws when only a part of it is there. */
async function publicAfter(port: number, name: string, at: Date): Promise<number> {
  const agent = new Agent({ keepAlive: true });
  try {
    await wait(Math.max(0, at.getTime() - Date.now() - 20));
    for (;;) {
      const { body } = await get(agent, port, '/en');
      const after = Date.now() - at.getTime();
      const parts = new Set(
        gunzipSync(body)
          .toString()
          .match(new RegExp(`${name}, part \\d+`, 'g')),
      ).size;
      if (parts > 0 && after < 0) throw new Error(`${name} was public ${-after} ms too early.`);
      if (parts === BUNDLED / LANGUAGES) return after;
      if (parts > 0) throw new Error(`Only ${parts} parts of ${name} were on the list.`);
      if (after > 30_000) throw new Error(`${name} was not public after 30 seconds.`);
    }
  } finally {
    agent.destroy();
  }
}

/** Saves a few times a second, as a busy newsroom does. */
function keepSaving(people: DeskPeople, texts: readonly WrittenText[]): { stop(): Promise<number> } {
  let isStopped = false;
  const saving = (async () => {
    let count = 0;
    for (const text of texts) {
      if (isStopped) break;
      count += (await saves(people, [text])).times.length;
      await wait(200);
    }
    return count;
  })();
  return {
    stop: () => {
      isStopped = true;
      return saving;
    },
  };
}
