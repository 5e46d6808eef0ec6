import { megabytes, whole } from '../figures.ts';
import type { GeneratedNewsroom } from '../generated-newsrooms.ts';
import type { Reading, Row } from '../row.ts';

const RELEASES = 100_000;
const PER_SECOND = 3_000;
const INDEXED_PER_SECOND = 2_000;
const SHARE = 0.6;
const MEMORY_BYTES = 400_000_000;

/** An archive moving in by `bin/dateline import`: from the start of the process until all is durable and listed. */
export const importRate: Row = {
  name: 'import',
  async measure({ newsrooms, size }) {
    const tenth = await newsrooms.of(10_000);
    const first = await newsrooms.of(Math.min(size, RELEASES));
    const readings = [reading(first, tenth, { bar: `≥ ${whole(PER_SECOND)}/s`, isMet: rateOf(first) >= PER_SECOND })];
    if (size > RELEASES) {
      const large = await newsrooms.of(size);
      const isMet = rateOf(large) >= SHARE * rateOf(first);
      readings.push(reading(large, first, { bar: `≥ ${SHARE} × that of ${whole(RELEASES)}`, isMet }));
    }
    readings.push(withIndex(first));
    return readings;
  },
};

function withIndex(one: GeneratedNewsroom): Reading {
  const perSecond = one.releases / (one.importSeconds + one.indexSeconds);
  return {
    what: `import of ${whole(one.releases)} releases, with its search index`,
    measured: `${whole(perSecond)} releases/s`,
    comparedWith: `without: ${whole(rateOf(one))} releases/s`,
    ratio: perSecond / rateOf(one),
    bar: `≥ ${whole(INDEXED_PER_SECOND)}/s`,
    isMet: perSecond >= INDEXED_PER_SECOND,
    note: `${one.indexSeconds.toFixed(1)} s for the index of ${whole(one.texts)} texts, so ${whole(one.texts / one.indexSeconds)} texts/s by one thread, after the import.`,
  };
}

function reading(
  one: GeneratedNewsroom,
  beside: GeneratedNewsroom,
  { bar, isMet }: { bar: string; isMet: boolean },
): Reading {
  return {
    what: `import of ${whole(one.releases)} releases`,
    measured: `${whole(rateOf(one))} releases/s, ${megabytes(one.importMemory)}`,
    comparedWith: `of ${whole(beside.releases)}: ${whole(rateOf(beside))} releases/s, ${megabytes(beside.importMemory)}`,
    ratio: rateOf(one) / rateOf(beside),
    bar: `${bar}, ≤ ${megabytes(MEMORY_BYTES)}`,
    isMet: isMet && one.importMemory <= MEMORY_BYTES,
    note: `${one.importSeconds.toFixed(1)} s for ${whole(one.texts)} texts, so ${whole(one.texts / one.importSeconds)} texts/s; once, as a process of its own, the check of the whole file included.`,
  };
}

function rateOf(one: GeneratedNewsroom): number {
  return one.releases / one.importSeconds;
}
