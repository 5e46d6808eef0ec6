import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/platform/project-folder.ts';
import type { JudgedSearch } from './judged-searches.ts';

const GAIN = { wanted: 3, helpful: 1 };
const LOOKED_AT = 10;

/**
 * How near the first ten hits come to the best order there is: 1 is that order, 0 none of what was wanted.
 *
 * @param found ids of releases, best first.
 * @see Järvelin and Kekäläinen, “Cumulated gain-based evaluation of IR techniques”, ACM TOIS 20 (4), 2002.
 */
export function nDCG({ wanted, helpful = [] }: JudgedSearch, found: readonly string[]): number {
  const gains = new Map([
    ...helpful.map((name) => [idOf(name), GAIN.helpful] as const),
    ...wanted.map((name) => [idOf(name), GAIN.wanted] as const),
  ]);
  const best = [...gains.values()].sort((one, other) => other - one);
  return gainOf(found.map((id) => gains.get(id) ?? 0)) / gainOf(best);
}

function gainOf(gains: readonly number[]): number {
  return gains.slice(0, LOOKED_AT).reduce((sum, gain, place) => sum + gain / Math.log2(place + 2), 0);
}

const releases = join(projectFolder, 'example', 'releases');

function idOf(name: string): string {
  return (JSON.parse(readFileSync(join(releases, `${name}.json`), 'utf8')) as { id: string }).id;
}
