import type { Tx } from '../database/transaction.ts';
import type { InstitutionStore } from '../offices/institution.ts';
import { Fault } from '../platform/faults.ts';
import { safeHtml } from '../platform/html.ts';
import { civilDayOf } from '../platform/instant.ts';
import { localeOf } from '../platform/locales.ts';
import type { PinStore } from '../published/pin.ts';
import type { PublishedAsset } from '../published/published-release.ts';
import type { EndRefusal } from '../releases/end-order.ts';
import { endWithin } from '../releases/end-release.ts';
import type { PublishOrder, PublishRefusal } from '../releases/publish-order.ts';
import { publishWithin } from '../releases/publish-release.ts';
import { setUpOfficeWithin } from '../releases/set-up-office.ts';
import { type ArchiveAct, type ArchiveLine, isAct, isLegacy, type LegacyLine } from './archive-line.ts';
import { endOrderOf, fingerprintOf, publishOrderOf, releaseIdOf } from './archive-orders.ts';
import { type ArchiveCheck, openArchiveCheck } from './check-archive.ts';
import { findDiffering } from './find-differing.ts';
import type { ArchiveFile, ImportDeps, LossReport, OtherKind } from './import-batch.ts';
import { beginReport } from './loss-report.ts';
import { type NumberedLine, readArchive } from './read-archive.ts';
import { wordsOf } from './refusal-words.ts';
import { takePin } from './take-pin.ts';

export interface ArchiveDeps extends ImportDeps {
  readonly pins: PinStore;
  readonly institution: InstitutionStore;
  /** Looks at a picture and writes nothing. @throws Fault MEDIA_REFUSED */
  readonly examinePicture: (bytes: Buffer) => Promise<unknown>;
  /** Keeps a picture's original bytes. @throws Fault MEDIA_REFUSED */
  readonly keepPicture: (bytes: Buffer) => Promise<NonNullable<PublishedAsset['kept']>>;
}

/** What becomes public in one transaction: little enough to be held in memory, enough to share its fsync and its pages. */
const AT_ONCE = { lines: 1_500, bytes: 6_000_000 };

/**
 * Moves in an archive of the interchange format. The whole file is read and checked first, so that a file with a fault
 * changes nothing; then its acts become public in its order. Safe to run twice, and to run again after an interruption.
 *
 * @throws Fault IMPORT_LINE_INVALID with the line.
 */
export async function importArchive(deps: ArchiveDeps, file: ArchiveFile): Promise<LossReport> {
  const report = beginReport(file.name);
  const total = await (await checkHere(deps)).check(file, deps.progress);

  let chunk: NumberedLine[] = [];
  let bytes = 0;
  let done = 0;
  const flush = async () => {
    const lines = chunk;
    chunk = [];
    bytes = 0;
    const added = await deps.publishing.inTransaction((tx) => takeIn(tx, deps, lines));
    const acts = lines.filter(({ line }) => isAct(line)).length;
    report.addImported(added.acts);
    report.addAlreadyHere(acts - added.acts);
    report.addDiffering(added.differing);
    report.addOthers(added.others);
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

/** Looks at archives as this newsroom would take them in. */
export async function checkHere(deps: Omit<ArchiveDeps, 'progress' | 'isInterrupted'>): Promise<ArchiveCheck> {
  const { inTransaction, publications } = deps.publishing;
  const here = await inTransaction(async (tx) => ({
    organisation: await deps.institution.organisation(tx),
    offices: await deps.institution.offices(tx),
    topics: await deps.institution.topics(tx),
    now: deps.clock.now(),
    present: { inTransaction, publications, store: deps.store },
    examinePicture: deps.examinePicture,
  }));
  return openArchiveCheck(here);
}

/** What was new in some lines: how many acts, and the kinds of the others. */
interface Added {
  readonly acts: number;
  readonly others: readonly OtherKind[];
  readonly differing: LossReport['differing']['named'];
}

async function takeIn(tx: Tx, deps: ArchiveDeps, lines: readonly NumberedLine[]): Promise<Added> {
  const fingerprints = lines.flatMap(({ line }) => (isAct(line) ? [fingerprintOf(line)] : []));
  const here = new Set(await deps.store.alreadyImported(tx, fingerprints));
  const remembered = new Map<string, string>();
  const legacy: LegacyLine[] = [];
  const others: OtherKind[] = [];
  const passedOver: NumberedLine[] = [];
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
    throw first === undefined ? new Error('An import was refused without a reason.') : stopped(number, first.refusal);
  };

  for (const { number, line, bytes } of lines) {
    if (isLegacy(line)) {
      legacy.push(line);
      continue;
    }
    if (line.kind === 'pin') {
      await publish();
      if (await takePin(tx, deps, line)) others.push(line.kind);
      continue;
    }
    if (!isAct(line)) {
      if (await saveInstitution(tx, deps, line)) others.push(line.kind);
      continue;
    }
    const fingerprint = fingerprintOf(line);
    if (here.has(fingerprint) || remembered.has(fingerprint)) {
      passedOver.push({ number, line, bytes });
      continue;
    }
    remembered.set(fingerprint, releaseIdOf(line));
    if (line.kind !== 'withdrawal') orders.push({ number, order: publishOrderOf(line) });
    if (line.kind === 'edition') continue;
    await publish();
    const standing = line.kind === 'withdrawal' ? 'withdrawn' : 'retracted';
    const outcome = await endWithin(tx, deps.publishing, endOrderOf(line), standing);
    if (!outcome.ok) throw stopped(number, outcome.refusals[0]);
  }
  await publish();
  if (legacy.length > 0) {
    await deps.publishing.beforePublic(tx);
    others.push(...(await deps.store.addLegacy(tx, legacy)).map((line) => line.kind));
  }
  await deps.store.remember(
    tx,
    [...remembered].map(([fingerprint, release]) => ({ fingerprint, release })),
  );
  return { acts: remembered.size, others, differing: await findDiffering(tx, passedOver) };
}

/** Somebody published meanwhile: whatever the file alone can show was found before. */
function stopped(line: number, refusal: PublishRefusal | EndRefusal): Fault {
  return new Fault('IMPORT_STOPPED', { line, problem: wordsOf(refusal).replace(/[.]$/, '') });
}

/** @returns false where it was here, and stays as it is. */
async function saveInstitution(
  tx: Tx,
  deps: ArchiveDeps,
  line: Exclude<ArchiveLine, ArchiveAct | LegacyLine | { kind: 'pin' }>,
): Promise<boolean> {
  const { institution } = deps;
  if (line.kind !== 'asset') await deps.publishing.beforePublic(tx);
  switch (line.kind) {
    case 'organisation':
      if ((await institution.organisation(tx)) !== null) return false;
      await institution.saveOrganisation(tx, line);
      return true;
    case 'office': {
      const { kind: _, ...office } = line;
      const known = await institution.offices(tx);
      if (known.some((one) => one.code === office.code)) return false;
      await setUpOfficeWithin(tx, { ...deps.publishing, institution }, office);
      return true;
    }
    case 'topic': {
      const known = await institution.topics(tx);
      if (known.some((topic) => topic.code === line.code)) return false;
      await institution.saveTopic(tx, line);
      return true;
    }
    case 'boilerplate': {
      const known = await institution.boilerplates(tx);
      const { office, from } = line;
      const locale = localeOf(line.locale);
      if (known.some((one) => one.office === office && one.locale === locale && one.from === from)) return false;
      const boilerplate = safeHtml(line.boilerplate, 'boilerplate');
      const contacts = safeHtml(line.contacts, 'contacts');
      await institution.saveBoilerplate(tx, { office, locale, from: civilDayOf(from), boilerplate, contacts });
      return true;
    }
    case 'asset': {
      const kept = line.original === null ? null : await deps.keepPicture(Buffer.from(line.original, 'base64'));
      const { kind: _, original: __, ...rights } = line;
      return (await deps.store.addAssets(tx, [{ ...rights, kept }])) > 0;
    }
  }
}
