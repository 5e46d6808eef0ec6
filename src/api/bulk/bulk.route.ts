import Type from 'typebox';
import type { WholeReleases } from '../../published/whole-release.ts';
import { type ApiName, apiPaths } from '../api-paths.ts';
import { type Operation, type Outcome, operation } from '../operation.ts';
import { openToAll } from '../problem.ts';
import { type BulkFolder, type BulkYear, goodUpTo } from './bulk-folder.ts';
import { Bulk } from './bulk-shape.ts';

interface BulkRoutesDeps {
  readonly releases: Pick<WholeReleases, 'isRetractedSince'>;
  readonly bulk: Pick<BulkFolder, 'manifest' | 'pathOf'>;
  readonly origin: string;
}

/** Everything public as files, one for each year. */
export function bulkOperations(deps: BulkRoutesDeps): Pick<Record<ApiName, Operation>, 'bulk' | 'bulkFile'> {
  const { bulk, origin } = deps;
  return {
    bulk: operation({
      tag: 'Bulk',
      scope: 'bulk',
      summary: 'Which files there are',
      description: 'With how large they are, and their checksums.',
      params: Type.Object({}),
      query: Type.Object({}),
      answer: Bulk,
      refusals: {},
      async run() {
        const { sequence, years } = await bulk.manifest();
        const files = years.map(({ year, releases, bytes, sha256, sequence: from, madeAt }) => ({
          ...{ year, releases, bytes, sha256, sequence: from, madeAt },
          links: { file: `${origin}${apiPaths.bulk}/${nameOf(year)}` },
        }));
        const links = { changes: `${origin}${apiPaths.changes}?since=${sequence}` };
        return { ok: true, body: { sequence, years: files, links } };
      },
    }),
    bulkFile: operation({
      tag: 'Bulk',
      scope: 'bulk',
      summary: 'The releases of a year',
      description: 'NDJSON, compressed with gzip: each line is a Release, as it is answered by its id, oldest first.',
      params: Type.Object({
        file: Type.String({
          pattern: '^\\d{4}\\.ndjson\\.gz$',
          maxLength: 20,
          'x-write': 'a year and the ending, like 2017.ndjson.gz',
          examples: ['2017.ndjson.gz'],
        }),
      }),
      query: Type.Object({}),
      type: 'application/gzip',
      answer: Type.String({ contentMediaType: 'application/x-ndjson' }),
      refusals: {
        404: 'There is no file of this year.',
        503: 'A text of that year was retracted: the file is held back until it is made again without it.',
      },
      async run({ params }) {
        const manifest = await bulk.manifest();
        const wanted = manifest.years.find(({ year }) => nameOf(year) === params.file);
        if (wanted === undefined) {
          const detail = 'There is no file of this year, or not yet. /api/v1/bulk names those there are.';
          return { ok: false, problem: 'not-found', detail };
        }
        const isHeld = await deps.releases.isRetractedSince(wanted.year, goodUpTo(wanted, manifest));
        return isHeld ? heldBack : { ok: true, answer: fileAnswer(wanted, bulk.pathOf(wanted.file)) };
      },
    }),
  };
}

function nameOf(year: number): string {
  return `${String(year).padStart(4, '0')}.ndjson.gz`;
}

const heldBack: Outcome<never> = {
  ok: false,
  problem: 'unavailable',
  detail: 'A text of that year was retracted, and the file is being made again without it. Ask again in a minute.',
  headers: { 'retry-after': '60' },
};

function fileAnswer({ year, sha256, bytes }: BulkYear, file: string) {
  const headers = {
    ...openToAll,
    etag: `"${sha256}"`,
    'content-disposition': `attachment; filename="${nameOf(year)}"`,
  };
  return { status: 200, type: 'application/gzip', body: { file, bytes }, headers, keep: false } as const;
}
