import { Fault } from '../platform/faults.ts';
import { civilDayOf, type Instant, instantOf, isTimeZone } from '../platform/instant.ts';
import { localeOf } from '../platform/locales.ts';
import { plainText } from '../platform/text.ts';
import { staysHere } from '../published/legacy/legacy-target.ts';
import { problemOfPattern } from '../published/legacy/pattern-table.ts';
import { readReference } from '../published/reference.ts';
import { textLimits } from '../releases/edition-text.ts';
import type { PublishOrder } from '../releases/publish-order.ts';
import { type ArchiveLine, isAct, isLegacy, type LegacyLine } from './archive-line.ts';
import type { ArchiveFile, ImportDeps } from './import-batch.ts';
import { readArchive, refused } from './read-archive.ts';

/**
 * Reads a whole archive without writing anything.
 *
 * @param here.offices codes that are known already; the archive may bring more.
 * @param here.now what is dated later cannot have been public.
 * @returns how many public acts it has.
 * @throws Fault IMPORT_LINE_INVALID with the first line that is wrong.
 */
export async function checkArchive(
  file: ArchiveFile,
  here: { readonly offices: readonly string[]; readonly now: Instant },
  progress: ImportDeps['progress'],
): Promise<number> {
  const known = new Set(here.offices);
  let acts = 0;
  for await (const { number, line } of readArchive(file.open())) {
    if (line.kind === 'office') known.add(line.code);
    try {
      checkLine(line, known, here.now);
    } catch (error) {
      if (error instanceof Fault) throw refused(number, error.message);
      throw error;
    }
    if (!isAct(line)) continue;
    acts += 1;
    if (acts % 5_000 === 0) progress({ step: 'reading', releases: acts, of: null });
  }
  return acts;
}

/** @param at `2017-07-27` or an instant. */
export function momentOf(at: string): NonNullable<PublishOrder['at']> {
  return at.length === 10 ? { day: civilDayOf(at) } : { instant: instantOf(at) };
}

const htmlLimit = 400_000;

function checkLine(line: ArchiveLine, offices: ReadonlySet<string>, now: Instant): void {
  if ('timeZone' in line && !isTimeZone(line.timeZone)) {
    throw new Fault('TEXT_INVALID', { field: 'timeZone', problem: `${line.timeZone} is not an IANA time zone.` });
  }
  if (isLegacy(line)) return checkLegacy(line);
  if (line.kind !== 'edition' && line.kind !== 'tombstone') return;
  localeOf(line.locale);
  momentOf(line.at);
  if (line.at > now) {
    throw new Fault('TEXT_INVALID', {
      field: 'at',
      problem: `${line.at} is still to come; an archive holds what was public.`,
    });
  }
  if (!offices.has(line.release.office)) throw new Fault('OFFICE_UNKNOWN', { code: line.release.office });
  const { reference } = line.release;
  if (reference !== null && readReference(reference)?.office !== line.release.office) {
    throw new Fault('TEXT_INVALID', { field: 'reference', problem: `${reference} is not a reference of its office.` });
  }
  if (line.kind === 'tombstone') return;
  if (line.headline.trim() === '') throw new Fault('TEXT_INVALID', { field: 'headline', problem: 'it is empty.' });
  const limits = { ...textLimits, body: htmlLimit, notes: htmlLimit };
  for (const field of ['kicker', 'headline', 'summary', 'place', 'body', 'notes'] as const) {
    plainText(line[field] ?? '', field, limits[field]);
  }
}

/** Readers are never led out of this newsroom, and no pattern takes longer than another. */
function checkLegacy(line: LegacyLine): void {
  const problem = line.kind === 'legacy-pattern' ? problemOfPattern(line) : null;
  if (problem !== null) throw new Fault('TEXT_INVALID', { field: 'pattern', problem });
  const isText = line.kind === 'legacy-pattern' && /^\S+ \S+$/.test(line.target ?? '');
  if (line.target === null || isText || staysHere(line.target)) return;
  throw new Fault('TEXT_INVALID', { field: 'target', problem: 'it is no address of this newsroom.' });
}
