import { hash } from 'node:crypto';
import type { Office, Organisation, Topic } from '../offices/office.ts';
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
  /** Null or absent: the archive may bring it. */
  readonly organisation?: Pick<Organisation, 'locales'> | null;
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

/** Looks at archives that are to move in one after the other. */
export interface ArchiveCheck {
  /** By code: who may publish, as far as the newsroom and the archives so far say. */
  readonly offices: ReadonlyMap<string, Pick<Office, 'code' | 'locales' | 'timeZone'>>;
  /** The languages of the site, as far as they are known so; null before anybody has said any. */
  site(): Organisation['locales'] | null;
  /**
   * Reads a whole archive without writing anything: each line in itself, then what it needs of the lines before it, of the
   * archives before it and of the newsroom.
   *
   * @returns how many public acts it has.
   * @throws Fault IMPORT_LINE_INVALID with the first line that is wrong; IMPORT_EMPTY for a file without any.
   */
  check(file: ArchiveFile, progress: ImportDeps['progress']): Promise<number>;
}

export function openArchiveCheck(here: Here): ArchiveCheck {
  const publishers = {
    offices: new Map(here.offices.map((office) => [office.code, office])),
    topics: new Map((here.topics ?? []).map((topic) => [topic.code, topic])),
  };
  const foresight = openForesight(here.present ?? null);
  /** Lines of the archives before: what they bring stands above every line of this one. */
  let before = 0;
  let site = here.organisation?.locales ?? null;

  const refuse = (found: Refused | null): void => {
    if (found !== null) throw refused(found.line - before, wordsOf(found.refusal));
  };
  const expect = async ({ number, line }: NumberedLine): Promise<Refused | null> => {
    if (isAct(line)) {
      return foresight.expect({ ...checkAct(line, number, publishers, here.now), line: before + number });
    }
    checkInstitution(line, publishers);
    if (line.kind === 'organisation') site ??= line.locales;
    if (line.kind !== 'asset') return null;
    if (line.original !== null) await checkPicture(line.id, Buffer.from(line.original, 'base64'), here, foresight);
    foresight.addAsset(line.id, before + number);
    return null;
  };

  return {
    offices: publishers.offices,
    site: () => site,
    async check(file, progress) {
      let acts = 0;
      let last = 0;
      for await (const line of readArchive(file.open())) {
        last = line.number;
        try {
          refuse(await expect(line));
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
      if (last === 0) throw new Fault('IMPORT_EMPTY', { problem: 'the file has no line.' });
      refuse(await foresight.settle());
      before += last;
      return acts;
    },
  };
}

/** Bytes are kept once, so two assets cannot have the same. */
async function checkPicture(id: string, bytes: Buffer, here: Here, foresight: Foresight): Promise<void> {
  await here.examinePicture?.(bytes);
  if (!(await foresight.isAnothers(hash('sha256', bytes, 'hex'), id))) return;
  const problem = 'the same picture is here under another id. Give it that id, here and in the texts that show it.';
  throw new Fault('TEXT_INVALID', { field: 'original', problem });
}
