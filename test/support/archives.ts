import { createHash } from 'node:crypto';
import type { Engine } from '../../src/database/engine.ts';
import { institutionStore } from '../../src/offices/institution.store.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { Fault } from '../../src/platform/faults.ts';
import { newId } from '../../src/platform/ids.ts';
import { pinStore } from '../../src/published/pin.store.ts';
import { publicationStore } from '../../src/published/publication.store.ts';
import { indexStore } from '../../src/search/index.store.ts';
import { archiveReads } from '../../src/transfer/archive.query.ts';
import { type ArchiveLine, writeLine } from '../../src/transfer/archive-line.ts';
import { exportArchive } from '../../src/transfer/export-archive.ts';
import { importStore } from '../../src/transfer/import.store.ts';
import { type ArchiveDeps } from '../../src/transfer/import-archive.ts';
import type { ArchiveFile } from '../../src/transfer/import-batch.ts';

/** Everything an import asks for, over one engine; pictures are kept in memory. */
export function archiveDeps(
  engine: Engine,
  interruptAfter = Number.POSITIVE_INFINITY,
): ArchiveDeps & { originals: Map<string, Buffer> } {
  const originals = new Map<string, Buffer>();
  let asked = 0;
  const clock = fixedClock('2026-11-24T12:00:00Z');
  return {
    publishing: {
      inTransaction: engine.inTransaction,
      publications: publicationStore(engine),
      index: indexStore(engine),
      clock,
      beforePublic: async () => {},
    },
    institution: institutionStore(),
    pins: pinStore(),
    store: importStore(engine),
    clock,
    newId,
    progress: () => {},
    isInterrupted: () => {
      asked += 1;
      return asked > interruptAfter;
    },
    originals,
    async examinePicture(bytes) {
      if (bytes.length === 0) throw new Fault('MEDIA_REFUSED', { problem: 'it is empty.' });
    },
    async keepPicture(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      originals.set(hash, bytes);
      return { hash, mediaType: 'image/jpeg', bytes: bytes.length, width: 4, height: 3 };
    },
  };
}

export async function exported(engine: Engine, originals: ReadonlyMap<string, Buffer>): Promise<string> {
  const { inTransaction } = engine;
  const original = async (hash: string) => originals.get(hash) ?? Buffer.alloc(0);
  let text = '';
  const deps = { inTransaction, institution: institutionStore(), reads: archiveReads(engine.newsroom), original };
  for await (const line of exportArchive(deps)) text += line;
  return text;
}

/** A file in memory, read in small pieces so that lines and characters are cut anywhere. */
export function fileOf(text: string | Buffer, name = 'archive.ndjson', piece = 61): ArchiveFile {
  const bytes = Buffer.from(text as string);
  return {
    name,
    size: bytes.length,
    async *open() {
      for (let from = 0; from < bytes.length; from += piece) yield bytes.subarray(from, from + piece);
    },
  };
}

export function archiveOf(lines: readonly ArchiveLine[]): string {
  return lines.map((line) => `${writeLine(line)}\n`).join('');
}

export const portOffice: ArchiveLine = {
  kind: 'office',
  code: 'PORT',
  slug: 'port',
  formerSlugs: ['old-quay', 'packet-steps'],
  names: { en: 'Port of Calder', mn: 'Калдерийн боомт' },
  introductions: {},
  countries: ['GB', 'MN'],
  locales: ['en', 'mn'],
  timeZone: 'Europe/London',
};

/** A picture of its own bytes, that is a picture for archives only. */
export function pictureLine(number: number) {
  const kind = 'asset' as const;
  const id = `01900000-0000-7000-8000-0000000000a${number}`;
  const made = { credit: null, creator: 'Ann', agency: 'PORT', copyrightHolder: null, copyrightYear: 2019 };
  return { kind, id, ...made, usageTerms: null, original: Buffer.from(`bytes ${number}`).toString('base64') };
}

/** The n-th release of a made-up archive: dated, translated, corrected, withdrawn or retracted by its number. */
export function actsOf(n: number): ArchiveLine[] {
  const release = {
    id: `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    office: 'PORT',
    type: n % 3 === 0 ? ('news' as const) : ('press-release' as const),
    countries: n % 4 === 0 ? ['MN'] : [],
    topics: [],
    organisationWide: false,
    reference: null,
    origin: 'imported' as const,
  };
  const day = `20${String(10 + (Math.floor(n / 50) % 15)).padStart(2, '0')}-0${1 + (n % 9)}-11`;
  const at = n % 5 === 0 ? `${day}T08:00:00.000Z` : day;
  const words = { kicker: null, summary: n % 7 === 0 ? null : `Summary ${n}\u2028 “x”`, place: 'Calder', notes: null };
  const text = { ...words, headline: `Ferry ${n} Хөвсгөл 渡轮 <b>&`, body: `<p>Body ${n} &amp; more</p>` };
  const edition = { kind: 'edition' as const, release, slug: null, at, ...text, pictures: [], change: null };
  const first = { ...edition, locale: 'en', translatedFrom: null, legacyPaths: [`/old/page-${n}.htm`] };
  const acts: ArchiveLine[] = [first];
  if (n % 2 === 0)
    acts.push({ ...edition, locale: 'mn', translatedFrom: { locale: 'en', edition: 1 }, legacyPaths: [] });
  if (n % 6 === 0) {
    const change = { kind: 'correction' as const, note: 'The time was wrong.', major: n % 12 === 0 };
    acts.push({ ...first, legacyPaths: [], at: '2025-05-05T10:00:00.000Z', headline: `Ferry ${n}, corrected`, change });
  }
  if (n % 10 === 0) {
    acts.push({
      kind: 'withdrawal',
      release: release.id,
      locale: 'en',
      at: '2025-06-01T00:00:00.000Z',
      reason: 'Out of date',
    });
  }
  if (n % 11 === 0) {
    // Every other one was taken down.
    const slug = n % 2 === 0 ? null : 'bac';
    const tombstone = { kind: 'tombstone' as const, release, locale: 'fr', slug, at, reason: 'Faux' };
    acts.push({ ...tombstone, retractedAt: '2025-07-01T00:00:00.000Z', legacyPaths: [`/vieux/page-${n}.htm`] });
  }
  return acts;
}
