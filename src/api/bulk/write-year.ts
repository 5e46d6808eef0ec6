import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { PlaceKey } from '../../published/spans.ts';
import type { WholeReleases } from '../../published/whole-release.ts';
import type { ReleaseWriter } from '../releases/write-release.ts';
import type { BulkFolder, BulkYear } from './bulk-folder.ts';

export interface YearDeps {
  readonly releases: Pick<WholeReleases, 'ofYear'>;
  readonly writer: ReleaseWriter;
  readonly folder: BulkFolder;
  /** Waits after each portion, in which this process answers others. @param worked in milliseconds. */
  readonly rest: (worked: number) => Promise<void>;
  readonly isInterrupted: () => boolean;
  /** Told now and then that work goes on. */
  readonly goesOn: () => Promise<void>;
}

/** So few that nobody who asks for a page meanwhile waits for long. */
const RELEASES_AT_ONCE = 10;

/**
 * Writes a year's releases, oldest first, one JSON object a line, compressed. The same releases make the same bytes.
 *
 * @param token makes the name of the unfinished file nobody else's.
 * @returns null when it was interrupted: nothing is left of it then.
 */
export async function writeYear(
  deps: YearDeps,
  year: number,
  token: string,
): Promise<Pick<BulkYear, 'year' | 'releases' | 'file' | 'bytes' | 'sha256'> | null> {
  const begun = await deps.folder.beginning(year, token);
  const hash = createHash('sha256');
  const counted = { bytes: 0, releases: 0 };
  const measure = async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      hash.update(chunk);
      counted.bytes += chunk.length;
      yield chunk;
    }
  };
  try {
    const lines = Readable.from(linesOf(deps, year, counted), { objectMode: false });
    await pipeline(lines, createGzip(), measure, createWriteStream(begun));
    if (deps.isInterrupted()) return null;
    const sha256 = hash.digest('hex');
    const file = `${String(year).padStart(4, '0')}-${sha256.slice(0, 16)}.ndjson.gz`;
    await deps.folder.finish(begun, file);
    return { year, ...counted, file, sha256 };
  } finally {
    await rm(begun, { force: true });
  }
}

async function* linesOf(deps: YearDeps, year: number, counted: { releases: number }): AsyncGenerator<string> {
  let after: PlaceKey | null = null;
  do {
    const began = performance.now();
    const portion = await deps.releases.ofYear(year, after, RELEASES_AT_ONCE);
    const text: string = portion.releases.map((one) => `${JSON.stringify(deps.writer.release(one))}\n`).join('');
    counted.releases += portion.releases.length;
    after = portion.next;
    if (text !== '') yield text;
    await deps.goesOn();
    await deps.rest(performance.now() - began);
  } while (after !== null && !deps.isInterrupted());
}
