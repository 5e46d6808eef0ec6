import { BEGINNING } from '../platform/instant.ts';
import { listsOf, type Placeable } from './list.ts';
import type { PlaceKey, Span } from './spans.ts';
import { isBefore } from './spans.ts';

/** One release with what its editions say it must be. */
export interface CheckedRelease extends Placeable {
  readonly id: string;
  readonly reference: string;
  readonly sequence: number;
  readonly publishedAt: string;
  readonly day: string;
  readonly versions: readonly CheckedVersion[];
}

export interface CheckedVersion {
  readonly locale: string;
  readonly standing: 'published' | 'withdrawn' | 'retracted';
  readonly edition: number;
  readonly publishedAt: string;
  readonly sequence: number;
  readonly day: string;
  readonly changedAt: string;
  readonly endedAt: string | null;
  readonly endedSequence: number | null;
  /** Of the last act upon it, by which harvests and states find it. */
  readonly lastSequence: number;
  readonly path: string;
  readonly isPathKept: boolean;
  readonly editions: readonly CheckedEdition[];
}

export interface CheckedEdition {
  readonly number: number;
  readonly sequence: number;
  readonly publishedAt: string;
  readonly major: boolean;
  /** The pictures it shows, each once. */
  readonly assets: readonly string[];
  /** Those of them by which it is found. */
  readonly found: readonly string[];
}

export interface PlacementRow extends PlaceKey {
  readonly list: string;
  readonly scope: string;
  readonly release: string;
}

/** A picture byte for byte as it came in. */
export interface Original {
  readonly hash: string;
  readonly bytes: number;
}

/** The rows that `check` compares; streamed, so that a million releases fit in little memory. */
export interface CheckReads {
  offices(): Promise<readonly { code: string; countries: readonly string[] }[]>;
  releases(): AsyncIterable<readonly CheckedRelease[]>;
  /** What is pinned above lists. */
  pins(): Promise<readonly { list: string; release: string }[]>;
  /** Which of these are really there. */
  present(placements: readonly PlacementRow[]): Promise<ReadonlySet<string>>;
  lists(): AsyncIterable<{ list: string; scope: string }>;
  /** How often pictures are shown, by the rows that find it. */
  countShown(): Promise<number>;
  /** The originals there must be, each once, some at a time. */
  originals(): AsyncIterable<readonly Original[]>;
  countIn(list: string, scope: string, from: PlaceKey, until: PlaceKey | null): Promise<number>;
  pages(list: string, scope: string): Promise<readonly Span[]>;
  months(list: string, scope: string): Promise<ReadonlyMap<string, number>>;
  counters(): Promise<{ sequence: number; highestUsed: number }>;
  /** The newest state there is a row of (0: none), and how many states began before the one that they follow. */
  states(): Promise<{ newest: number; backwards: number }>;
  lastReferences(): AsyncIterable<{ office: string; year: number; last: number; highest: number }>;
}

/** A difference between what is stored and what follows from the editions. */
export interface Difference {
  readonly where: string;
  readonly problem: string;
}

/**
 * Derives placements, pages, month counts, paths, standings and counters again from the editions, and names every
 * difference. Reads only; nothing is mended.
 */
export async function* checkPublished(reads: CheckReads): AsyncGenerator<Difference> {
  const offices = await reads.offices();
  const expected = new Map<string, ExpectedList>();
  const pins = await reads.pins();
  let shown = 0;
  for await (const releases of reads.releases()) {
    const rows: PlacementRow[] = [];
    for (const release of releases) {
      yield* releaseDifferences(release);
      yield* pinDifferences(release, pins, offices);
      shown += picturesOf(release);
      rows.push(...placementsOf(release, offices, expected));
    }
    const present = await reads.present(rows);
    for (const row of rows) {
      if (present.has(placementName(row))) continue;
      yield { where: `${row.list} (${row.scope})`, problem: `has no placement for release ${row.release}` };
    }
  }
  const all = await reads.countShown();
  if (all !== shown) yield { where: 'pictures', problem: `are counted as shown ${all} times; the texts show ${shown}` };
  yield* listDifferences(reads, expected);
  yield* counterDifferences(reads);
}

function picturesOf(release: CheckedRelease): number {
  const editions = release.versions.flatMap((version) => version.editions);
  return editions.reduce((sum, edition) => sum + edition.assets.length, 0);
}

interface ExpectedList {
  count: number;
  readonly months: Map<string, number>;
}

export function placementName(row: PlacementRow): string {
  return `${row.list} ${row.scope} ${row.at} ${row.sequence} ${row.release}`;
}

function* placementsOf(
  release: CheckedRelease,
  offices: readonly { code: string; countries: readonly string[] }[],
  expected: Map<string, ExpectedList>,
): Generator<PlacementRow> {
  const places = [
    { scope: 'any', at: release.publishedAt, sequence: release.sequence, day: release.day },
    ...release.versions.map(({ locale, publishedAt, sequence, day }) => ({
      scope: locale,
      at: publishedAt,
      sequence,
      day,
    })),
  ];
  const lists = listsOf(release, offices);
  for (const { scope, at, sequence, day } of places) {
    for (const list of lists) {
      const name = `${list} ${scope}`;
      const counted = expected.get(name) ?? { count: 0, months: new Map<string, number>() };
      expected.set(name, counted);
      counted.count += 1;
      counted.months.set(day.slice(0, 7), (counted.months.get(day.slice(0, 7)) ?? 0) + 1);
      yield { list, scope, at, sequence, release: release.id };
    }
  }
}

function* releaseDifferences(release: CheckedRelease): Generator<Difference> {
  const where = release.reference;
  const [first] = [...release.versions].sort((one, other) => one.sequence - other.sequence);
  if (first === undefined) {
    yield { where, problem: 'has no language version' };
    return;
  }
  if (first.sequence !== release.sequence || first.publishedAt !== release.publishedAt || first.day !== release.day) {
    yield { where, problem: `its first publication is not that of ${first.locale}` };
  }
  for (const version of release.versions) yield* versionDifferences(`${where} ${version.locale}`, version);
}

/** Above a list stands only what is on it and published. */
function* pinDifferences(
  release: CheckedRelease,
  pins: readonly { list: string; release: string }[],
  offices: readonly { code: string; countries: readonly string[] }[],
): Generator<Difference> {
  for (const { list } of pins.filter((pin) => pin.release === release.id)) {
    const where = `${release.reference}, pinned above ${list}`;
    if (!listsOf(release, offices).includes(list)) yield { where, problem: 'is not on that list' };
    if (release.versions.every(({ standing }) => standing !== 'published'))
      yield { where, problem: 'has no published text' };
  }
}

function* versionDifferences(where: string, version: CheckedVersion): Generator<Difference> {
  if (!version.isPathKept) yield { where, problem: `${version.path} is not in the path ledger` };
  const last = version.endedSequence ?? version.editions.at(-1)?.sequence;
  if (last !== undefined && last !== version.lastSequence)
    yield { where, problem: `says that its last act was ${version.lastSequence}; it was ${last}` };
  if (version.standing === 'retracted') {
    if (version.editions.length > 0) yield { where, problem: 'is retracted, yet its text is here' };
    return;
  }
  for (const { number, assets, found } of version.editions) {
    for (const asset of assets.filter((one) => !found.includes(one))) {
      yield { where, problem: `edition ${number} shows the picture ${asset}, and is not found by it` };
    }
  }
  const numbers = version.editions.map((edition) => edition.number);
  if (numbers.some((number, index) => number !== index + 1) || numbers.length !== version.edition) {
    yield { where, problem: `has editions ${numbers.join(', ')}, and says that ${version.edition} is current` };
    return;
  }
  const [first] = version.editions;
  if (first?.sequence !== version.sequence || first.publishedAt !== version.publishedAt) {
    yield { where, problem: 'its publication is not that of its first edition' };
  }
  const major = version.editions.findLast((edition) => edition.major);
  const changedAt = version.endedAt ?? major?.publishedAt;
  if (changedAt !== version.changedAt)
    yield { where, problem: `says that it changed at ${version.changedAt}, not ${changedAt}` };
}

async function* listDifferences(
  reads: CheckReads,
  expected: ReadonlyMap<string, ExpectedList>,
): AsyncGenerator<Difference> {
  const seen = new Set<string>();
  for await (const { list, scope } of reads.lists()) {
    const name = `${list} ${scope}`;
    const where = `${list} (${scope})`;
    seen.add(name);
    const wanted = expected.get(name) ?? { count: 0, months: new Map() };
    const all = await reads.countIn(list, scope, { at: BEGINNING, sequence: 0 }, null);
    if (all !== wanted.count) yield { where, problem: `has ${all} placements; its releases ask for ${wanted.count}` };
    yield* pageDifferences(reads, list, scope);
    const months = await reads.months(list, scope);
    for (const month of new Set([...months.keys(), ...wanted.months.keys()])) {
      const [is, must] = [months.get(month) ?? 0, wanted.months.get(month) ?? 0];
      if (is !== must) yield { where, problem: `counts ${is} in ${month}; there are ${must}` };
    }
  }
  for (const name of expected.keys()) if (!seen.has(name)) yield { where: name, problem: 'has no pages' };
}

async function* pageDifferences(reads: CheckReads, list: string, scope: string): AsyncGenerator<Difference> {
  const where = `${list} (${scope})`;
  const pages = await reads.pages(list, scope);
  for (const [index, page] of pages.entries()) {
    const next = pages[index + 1];
    if (page.number !== index + 1) yield { where, problem: `has page ${page.number} where ${index + 1} should be` };
    if (index === 0 && page.starts.at !== BEGINNING) yield { where, problem: 'page 1 does not begin at the beginning' };
    if (next !== undefined && !isBefore(page.starts, next.starts)) {
      yield { where, problem: `page ${next.number} does not begin after page ${page.number}` };
    }
    const count = await reads.countIn(list, scope, page.starts, next?.starts ?? null);
    if (count !== page.count) yield { where, problem: `page ${page.number} says ${page.count}; it holds ${count}` };
  }
}

async function* counterDifferences(reads: CheckReads): AsyncGenerator<Difference> {
  const { sequence, highestUsed } = await reads.counters();
  if (highestUsed > sequence)
    yield { where: 'sequence', problem: `stands at ${sequence}, yet ${highestUsed} is in use` };
  const { newest, backwards } = await reads.states();
  if (newest !== sequence) yield { where: 'states', problem: `end with act ${newest}; the last act was ${sequence}` };
  if (backwards > 0) yield { where: 'states', problem: `go back in time ${backwards} times` };
  for await (const { office, year, last, highest } of reads.lastReferences()) {
    if (last < highest) yield { where: `${office}/${year}`, problem: `counts to ${last}, yet ${highest} was given` };
  }
}
