import { hash } from 'node:crypto';
import type { Office, Topic } from '../offices/office.ts';
import { Fault } from '../platform/faults.ts';
import type { Instant } from '../platform/instant.ts';
import { isAct } from './archive-line.ts';
import { checkAct, checkInstitution } from './check-line.ts';
import { type Foresight, openForesight, type Present, type Refused } from './foresee-acts.ts';
import type { ArchiveFile, ImportDeps } from './import-batch.ts';
import { type NumberedLine, readArchive, refused } from './read-archive.ts';
import { wordsOf } from './refusal-words.ts';

/** What an archive is checked against. */
export interface Here {
  /** The archive may bring more. */
  readonly offices: readonly Office[];
  readonly topics?: readonly Topic[];
  /** What is dated later cannot have been public. */
  readonly now: Instant;
  /** Absent: as if the newsroom were empty. */
  readonly present?: Present;
  /** Absent: pictures are taken for what they say they are. @throws Fault MEDIA_REFUSED */
  readonly examinePicture?: (bytes: Buffer) => Promise<unknown>;
}

/**
 * Reads a whole archive without writing anything: each line in itself, then what it needs of the lines before it and of the
 * newsroom.
 *
 * @returns how many public acts it has.
 * @throws Fault IMPORT_LINE_INVALID with the first line that is wrong; IMPORT_EMPTY for a file without any.
 */
export async function checkArchive(file: ArchiveFile, here: Here, progress: ImportDeps['progress']): Promise<number> {
  const publishers = {
    offices: new Map(here.offices.map((office) => [office.code, office])),
    topics: new Map((here.topics ?? []).map((topic) => [topic.code, topic])),
  };
  const foresight = openForesight(here.present ?? null);
  let acts = 0;
  let isEmpty = true;

  const check = async ({ number, line }: NumberedLine) => {
    if (isAct(line)) return foresight.expect(checkAct(line, number, publishers, here.now));
    checkInstitution(line, publishers);
    if (line.kind !== 'asset') return null;
    if (line.original !== null) await checkPicture(line.id, Buffer.from(line.original, 'base64'), here, foresight);
    foresight.addAsset(line.id, number);
    return null;
  };
  for await (const line of readArchive(file.open())) {
    isEmpty = false;
    try {
      refuse(await check(line));
    } catch (error) {
      // A line before this one may still be undecided, and the first that is wrong is named.
      refuse(await foresight.settle());
      if (error instanceof Fault && error.code !== 'IMPORT_LINE_INVALID') throw refused(line.number, error.message);
      throw error;
    }
    if (!isAct(line.line)) continue;
    acts += 1;
    if (acts % 5_000 === 0) progress({ step: 'reading', releases: acts, of: null });
  }
  if (isEmpty) throw new Fault('IMPORT_EMPTY', { problem: 'the file has no line.' });
  refuse(await foresight.settle());
  return acts;
}

/** Bytes are kept once, so two assets cannot have the same. */
async function checkPicture(id: string, bytes: Buffer, here: Here, foresight: Foresight): Promise<void> {
  await here.examinePicture?.(bytes);
  if (!(await foresight.isAnothers(hash('sha256', bytes, 'hex'), id))) return;
  const problem = 'the same picture is here under another id. Give it that id, here and in the texts that show it.';
  throw new Fault('TEXT_INVALID', { field: 'original', problem });
}

function refuse(found: Refused | null): void {
  if (found !== null) throw refused(found.line, wordsOf(found.refusal));
}
