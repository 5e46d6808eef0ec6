import type { Tx } from '../database/transaction.ts';
import type { InstitutionStore } from '../offices/institution.ts';
import { Fault } from '../platform/faults.ts';
import { type SafeHtml, safeHtml } from '../platform/html.ts';
import { civilDayOf, instantOf, isTimeZone } from '../platform/instant.ts';
import { localeOf } from '../platform/locales.ts';
import { plainText } from '../platform/text.ts';
import type { PublishedAsset } from '../published/published-release.ts';
import { readReference } from '../published/reference.ts';
import { editionText, textLimits } from '../releases/edition-text.ts';
import { endWithin } from '../releases/end-release.ts';
import type { PublishOrder } from '../releases/publish-order.ts';
import { publishWithin } from '../releases/publish-release.ts';
import {
  type ArchiveAct,
  type ArchiveLine,
  type ArchiveRelease,
  isAct,
  isLegacy,
  type LegacyLine,
} from './archive-line.ts';
import { checkArchive, momentOf } from './check-archive.ts';
import type { ArchiveFile, ImportDeps, LossReport } from './import-batch.ts';
import { beginReport } from './loss-report.ts';
import { type NumberedLine, readArchive, refused } from './read-archive.ts';

export interface ArchiveDeps extends ImportDeps {
  readonly institution: InstitutionStore;
  /** Keeps a picture's original bytes. @throws Fault MEDIA_REFUSED */
  readonly keepPicture: (bytes: Buffer) => Promise<NonNullable<PublishedAsset['kept']>>;
}

/** What becomes public in one transaction: little enough to be held in memory, enough to share its fsync and its pages. */
const AT_ONCE = { lines: 2_000, bytes: 8_000_000 };

/**
 * Moves in an archive of the interchange format. The whole file is read and checked first, so that a file with a fault
 * changes nothing; then its acts become public in its order. Safe to run twice, and to run again after an interruption.
 *
 * @throws Fault IMPORT_LINE_INVALID with the line.
 */
export async function importArchive(deps: ArchiveDeps, file: ArchiveFile): Promise<LossReport> {
  const report = beginReport(file.name);
  const offices = await deps.publishing.inTransaction((tx) => deps.publishing.publications.offices(tx));
  const here = { offices: offices.map((office) => office.code), now: deps.clock.now() };
  const total = await checkArchive(file, here, deps.progress);

  let chunk: NumberedLine[] = [];
  let bytes = 0;
  let done = 0;
  const flush = async () => {
    const lines = chunk;
    chunk = [];
    bytes = 0;
    const added = await deps.publishing.inTransaction((tx) => takeIn(tx, deps, lines));
    const acts = lines.filter(({ line }) => isAct(line)).length;
    report.addImported(added);
    report.addAlreadyHere(acts - added);
    done += acts;
    deps.progress({ step: 'publishing', releases: done, of: total });
  };
  for await (const line of readArchive(file.open())) {
    // Pictures are large; each goes alone.
    if (line.line.kind === 'asset' && chunk.length > 0) await flush();
    chunk.push(line);
    bytes += line.bytes;
    if (chunk.length < AT_ONCE.lines && bytes < AT_ONCE.bytes && line.line.kind !== 'asset') continue;
    await flush();
    if (deps.isInterrupted()) return report.done(true);
  }
  if (chunk.length > 0) await flush();
  return report.done(false);
}

/** @returns how many acts were new. */
async function takeIn(tx: Tx, deps: ArchiveDeps, lines: readonly NumberedLine[]): Promise<number> {
  const fingerprints = lines.flatMap(({ line }) => (isAct(line) ? [fingerprintOf(line)] : []));
  const here = new Set(await deps.store.alreadyImported(tx, fingerprints));
  const remembered = new Map<string, string>();
  const legacy: LegacyLine[] = [];
  let orders: { number: number; order: PublishOrder }[] = [];
  const publish = async () => {
    if (orders.length === 0) return;
    const waiting = orders;
    orders = [];
    const outcome = await publishWithin(
      tx,
      deps.publishing,
      waiting.map(({ order }) => order),
    );
    if (outcome.ok) return;
    const first = outcome.refusals[0];
    const number = waiting[first?.order ?? 0]?.number ?? 0;
    throw new Fault('IMPORT_STOPPED', { line: number, problem: JSON.stringify(first?.refusal) });
  };

  for (const { number, line } of lines) {
    if (isLegacy(line)) {
      legacy.push(line);
      continue;
    }
    if (!isAct(line)) {
      await saveInstitution(tx, deps, line);
      continue;
    }
    const fingerprint = fingerprintOf(line);
    if (here.has(fingerprint) || remembered.has(fingerprint)) continue;
    remembered.set(fingerprint, typeof line.release === 'string' ? line.release : line.release.id);
    if (line.kind === 'edition') {
      orders.push({ number, order: orderOf(line) });
      continue;
    }
    if (line.kind === 'tombstone') orders.push({ number, order: emptyOrder(line) });
    await publish();
    await endLine(tx, deps, number, line);
  }
  await publish();
  if (legacy.length > 0) {
    await deps.publishing.beforePublic(tx);
    await deps.store.addLegacy(tx, legacy);
  }
  await deps.store.remember(
    tx,
    [...remembered].map(([fingerprint, release]) => ({ fingerprint, release })),
  );
  return remembered.size;
}

async function endLine(
  tx: Tx,
  deps: ArchiveDeps,
  number: number,
  line: Extract<ArchiveAct, { kind: 'withdrawal' | 'tombstone' }>,
): Promise<void> {
  const { locale, reason } = line;
  const outcome =
    line.kind === 'withdrawal'
      ? await endWithin(
          tx,
          deps.publishing,
          { release: line.release, locale, reason, at: instantOf(line.at) },
          'withdrawn',
        )
      : await endWithin(
          tx,
          deps.publishing,
          { release: line.release.id, locale, reason, at: instantOf(line.retractedAt) },
          'retracted',
        );
  if (!outcome.ok) {
    throw new Fault('IMPORT_STOPPED', { line: number, problem: JSON.stringify(outcome.refusals[0]) });
  }
}

async function saveInstitution(
  tx: Tx,
  deps: ArchiveDeps,
  line: Exclude<ArchiveLine, ArchiveAct | LegacyLine>,
): Promise<void> {
  const { institution } = deps;
  if (line.kind !== 'asset') await deps.publishing.beforePublic(tx);
  switch (line.kind) {
    case 'organisation':
      if ((await institution.organisation(tx)) === null) await institution.saveOrganisation(tx, line);
      return;
    case 'office': {
      const known = await institution.offices(tx);
      if (!known.some((office) => office.code === line.code)) await institution.saveOffice(tx, line);
      return;
    }
    case 'topic': {
      const known = await institution.topics(tx);
      if (!known.some((topic) => topic.code === line.code)) await institution.saveTopic(tx, line);
      return;
    }
    case 'boilerplate': {
      const known = await institution.boilerplates(tx);
      const { office, locale, from } = line;
      if (known.some((one) => one.office === office && one.locale === locale && one.from === from)) return;
      const boilerplate = safeHtml(line.boilerplate, 'boilerplate');
      const contacts = safeHtml(line.contacts, 'contacts');
      return institution.saveBoilerplate(tx, { office, locale, from: civilDayOf(from), boilerplate, contacts });
    }
    case 'asset': {
      const kept = line.original === null ? null : await deps.keepPicture(Buffer.from(line.original, 'base64'));
      const { kind: _, original: __, ...rights } = line;
      return deps.store.addAssets(tx, [{ ...rights, kept }]);
    }
  }
}

function orderOf(line: Extract<ArchiveAct, { kind: 'edition' }>): PublishOrder {
  return {
    release: factsOf(line.release),
    locale: localeOf(line.locale),
    slug: line.slug,
    text: editionText(line),
    pictures: line.pictures,
    at: momentOf(line.at),
    change: line.change,
    translatedFrom: line.translatedFrom,
    legacyPaths: line.legacyPaths,
  };
}

/** A tombstone takes its place as a text does, and then loses its words in the same transaction. */
function emptyOrder(line: Extract<ArchiveAct, { kind: 'tombstone' }>): PublishOrder {
  return {
    release: factsOf(line.release),
    locale: localeOf(line.locale),
    slug: line.slug,
    text: { kicker: null, headline: '—', summary: null, place: null, body: '' as SafeHtml, notes: null },
    pictures: [],
    at: momentOf(line.at),
    change: null,
    translatedFrom: null,
    legacyPaths: line.legacyPaths,
  };
}

function factsOf(release: ArchiveRelease): PublishOrder['release'] {
  const reference = release.reference === null ? null : readReference(release.reference);
  return { ...release, reference };
}

function fingerprintOf(act: ArchiveAct): string {
  if (act.kind === 'withdrawal') return `${act.release} ${act.locale} withdrawal`;
  const change = act.kind === 'edition' && act.change !== null ? ` ${act.at} ${act.change.kind}` : '';
  return `${act.release.id} ${act.locale} ${act.kind}${change}`;
}
