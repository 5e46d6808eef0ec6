import type { InTransaction } from '../database/transaction.ts';
import type { InstitutionStore } from '../offices/institution.ts';
import { type ArchiveAct, type ArchiveLine, type FileLine, type LegacyLine, writeLine } from './archive-line.ts';

export interface ExportedAct {
  readonly sequence: number;
  readonly line: ArchiveAct;
}

/** A picture's line, and the hash under which its original is kept. */
export interface ExportedAsset {
  readonly hash: string | null;
  readonly line: Omit<Extract<ArchiveLine, { kind: 'asset' }>, 'original'>;
}

export interface ArchiveReads {
  lastSequence(): Promise<number>;
  /** In order of id, above `after`, some at a time. */
  assets(after: string): Promise<readonly ExportedAsset[]>;
  /** By list, the first pinned first. */
  pins(): Promise<readonly Extract<ArchiveLine, { kind: 'pin' }>[]>;
  /** In order of address, above `after`, some at a time. */
  legacyAddresses(after: string): Promise<readonly Extract<LegacyLine, { kind: 'legacy-address' }>[]>;
  /** In the order they are tried. */
  legacyPatterns(): Promise<readonly Extract<LegacyLine, { kind: 'legacy-pattern' }>[]>;
  /** How many sequences `acts` covers. */
  readonly span: number;
  /** Acts whose sequence lies in (after, after + span], in order. */
  acts(after: number): Promise<readonly ExportedAct[]>;
}

export interface ExportDeps {
  readonly inTransaction: InTransaction;
  readonly institution: InstitutionStore;
  readonly reads: ArchiveReads;
  /** The original bytes of a picture that is kept. */
  readonly original: (hash: string) => Promise<Uint8Array>;
}

/**
 * Everything public, as lines of the interchange format. The same newsroom always gives the same bytes; acts that become
 * public meanwhile are left for the next export.
 */
export async function* exportArchive(deps: ExportDeps): AsyncGenerator<string> {
  let lines = 0;
  for await (const line of allLines(deps)) {
    if (lines === 0) yield written({ kind: 'archive' });
    lines += 1;
    yield written(line);
  }
  if (lines > 0) yield written({ kind: 'end', lines });
}

function written(line: FileLine): string {
  return `${writeLine(line)}\n`;
}

async function* allLines(deps: ExportDeps): AsyncGenerator<ArchiveLine> {
  const last = await deps.reads.lastSequence();
  yield* await institutionLines(deps);
  yield* assetLines(deps);
  for (let after = 0; after < last; after += deps.reads.span) {
    for (const { sequence, line } of await deps.reads.acts(after)) {
      if (sequence <= last) yield line;
    }
  }
  yield* await deps.reads.pins();
  yield* legacyLines(deps);
}

async function institutionLines({ inTransaction, institution }: ExportDeps): Promise<ArchiveLine[]> {
  return inTransaction(async (tx) => {
    const organisation = await institution.organisation(tx);
    const offices = await institution.offices(tx);
    const boilerplates = await institution.boilerplates(tx);
    const topics = await institution.topics(tx);
    return [
      ...(organisation === null ? [] : [{ kind: 'organisation' as const, ...organisation }]),
      ...offices.map((office) => ({ kind: 'office' as const, ...office })),
      ...boilerplates.map((boilerplate) => ({ kind: 'boilerplate' as const, ...boilerplate })),
      ...topics.map((topic) => ({ kind: 'topic' as const, ...topic })),
    ] as ArchiveLine[];
  });
}

async function* assetLines({ reads, original }: ExportDeps): AsyncGenerator<ArchiveLine> {
  let after = '';
  for (;;) {
    const rows = await reads.assets(after);
    for (const { hash, line } of rows) {
      yield { ...line, original: hash === null ? null : Buffer.from(await original(hash)).toString('base64') };
      after = line.id;
    }
    if (rows.length === 0) return;
  }
}

async function* legacyLines({ reads }: ExportDeps): AsyncGenerator<ArchiveLine> {
  let after = '';
  for (;;) {
    const lines = await reads.legacyAddresses(after);
    yield* lines;
    const last = lines.at(-1);
    if (last === undefined) break;
    after = last.address;
  }
  yield* await reads.legacyPatterns();
}
