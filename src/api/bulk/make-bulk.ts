import type { Clock } from '../../platform/clock.ts';
import { after, secondsBetween } from '../../platform/instant.ts';
import type { WholeReleases } from '../../published/whole-release.ts';
import { type BulkManifest, goodUpTo, noBulk } from './bulk-folder.ts';
import { writeYear, type YearDeps } from './write-year.ts';

export interface BulkDeps extends Omit<YearDeps, 'releases' | 'goesOn'> {
  readonly releases: WholeReleases;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Public origin: every line holds addresses that begin with it. */
  readonly origin: string;
}

/** Which years were made, and why nothing was. */
export type BulkOutcome =
  | { readonly made: readonly number[]; readonly isWhole: boolean }
  | { readonly made: null; readonly because: 'another-process-does' };

/** After so long without a word, whoever was making files has died. In seconds. */
const PATIENCE = 120;

/** As many acts as are looked at in one go. */
const ACTS_AT_ONCE = 1_000;

/**
 * Makes the files of all years in which something changed since they were made, newest first. What was made is kept at
 * once, so an interruption loses little.
 */
export async function makeBulk(deps: BulkDeps): Promise<BulkOutcome> {
  const { folder, clock, releases } = deps;
  const now = clock.now();
  if (!(await folder.claim(now, after(now, -PATIENCE)))) return { made: null, because: 'another-process-does' };
  try {
    const sequence = await releases.sequence();
    const years = await releases.years();
    const before = await folder.manifest();
    // Of a database that was put back from a backup: its acts were others.
    let manifest = before.sequence > sequence ? noBulk : before;
    const form = `1 ${deps.origin}`;
    const touched = await touchedSince(deps, knownUpTo(manifest, sequence), sequence);
    const stale: number[] = [];
    for (const { year } of years) {
      const isGood = manifest.form === form && !touched.has(year) && (await isMade(deps, manifest, year));
      if (!isGood) stale.push(year);
    }

    const made: number[] = [];
    const goesOn = sayingItGoesOn(deps);
    for (const year of stale.reverse()) {
      const written = await writeYear({ ...deps, goesOn }, year, deps.newId());
      if (written === null) return { made, isWhole: false };
      manifest = withYear(manifest, { ...written, sequence, madeAt: clock.now() });
      await folder.save(manifest);
      await folder.tidy(manifest);
      made.push(year);
    }
    if (deps.isInterrupted()) return { made, isWhole: false };
    await folder.save({ ...manifest, sequence, form });
    await folder.tidy(manifest);
    return { made, isWhole: true };
  } finally {
    await folder.release();
  }
}

/** The act up to which every file there is holds everything. */
function knownUpTo(manifest: BulkManifest, latest: number): number {
  return Math.min(latest, ...manifest.years.map((one) => goodUpTo(one, manifest)));
}

async function touchedSince(deps: BulkDeps, since: number, until: number): Promise<ReadonlySet<number>> {
  const touched = new Set<number>();
  for (let from = since; from < until; from += ACTS_AT_ONCE) {
    const began = performance.now();
    const years = await deps.releases.yearsTouched(from, Math.min(until, from + ACTS_AT_ONCE));
    for (const year of years) touched.add(year);
    await deps.rest(performance.now() - began);
  }
  return touched;
}

async function isMade({ folder }: BulkDeps, { years }: BulkManifest, wanted: number): Promise<boolean> {
  const known = years.find(({ year }) => year === wanted);
  return known !== undefined && (await folder.isThere(known));
}

function withYear(manifest: BulkManifest, made: BulkManifest['years'][number]): BulkManifest {
  const others = manifest.years.filter(({ year }) => year !== made.year);
  return { ...manifest, years: [...others, made].sort((one, other) => one.year - other.year) };
}

/** Says so when it has not for a while. */
function sayingItGoesOn({ folder, clock }: BulkDeps): () => Promise<void> {
  let said = clock.now();
  return async () => {
    const now = clock.now();
    if (secondsBetween(said, now) < PATIENCE / 4) return;
    said = now;
    await folder.keep(now);
  };
}
