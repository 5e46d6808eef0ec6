import { noSuchOffice } from '../offices/no-such-office.ts';
import { Fault } from '../platform/faults.ts';
import type { Locale } from '../platform/locales.ts';
import type { ArchiveCheck } from '../transfer/check-archive.ts';
import type { ArchiveFile } from '../transfer/import-batch.ts';
import { textOf } from '../transfer/listed-item.ts';
import type { SlashOrder } from '../transfer/listing/printed-date.ts';
import { readListing } from '../transfer/listing/read-listing.ts';
import type { OldEncoding } from '../transfer/old-encodings.ts';
import { refuseLanguage } from './refuse-language.ts';

/** A file to move in, and what it is. */
export interface Source {
  readonly file: ArchiveFile;
  readonly format: 'listing' | 'ndjson';
}

/** Whose a listing is. */
export interface Whose {
  /** Null in a dry run that does not say. */
  readonly office: string | null;
  readonly locale: Locale;
  /** It may be one that neither the site nor the office has. */
  readonly isNewLanguage: boolean;
  readonly slashes: SlashOrder | null;
  readonly encoding: OldEncoding | null;
}

/**
 * Reads all files to their ends in their order, each against the newsroom and the files before it, so that what is wrong in the last
 * stops the first; writes nothing.
 *
 * @param whose asked for the first listing.
 * @returns of each archive how many public acts it has.
 * @throws Fault OFFICE_UNKNOWN, TEXT_INVALID, IMPORT_…
 */
export async function foreseeImport(
  sources: readonly Source[],
  { archives, whose, remark }: { archives: ArchiveCheck; whose: () => Whose; remark: (line: string) => void },
): Promise<ReadonlyMap<Source, number>> {
  const acts = new Map<Source, number>();
  for (const source of sources) {
    const { file, format } = source;
    try {
      if (format === 'ndjson') acts.set(source, await archives.check(file, () => {}));
      else await readThrough(file, whose(), archives);
    } catch (error) {
      if (error instanceof Fault && sources.length > 1) remark(`${file.name}: nothing of any file was written.`);
      throw error;
    }
  }
  return acts;
}

async function readThrough(file: ArchiveFile, whose: Whose, archives: ArchiveCheck): Promise<void> {
  checkWhose(whose, archives);
  for await (const event of readListing(() => file.open(), whose)) if (event.kind === 'item') textOf(event.item);
}

/** @throws Fault OFFICE_UNKNOWN, OFFICE_MISSPELT, SETTING_INVALID for a language that nobody here has. */
export function checkWhose({ office: code, locale, isNewLanguage }: Whose, { offices, site }: ArchiveCheck): void {
  if (code === null) return;
  const office = offices.get(code);
  if (office === undefined) throw noSuchOffice(code, offices.keys());
  if (!isNewLanguage) refuseLanguage(locale, { site: site(), office });
}
