import type { Tx } from '../database/transaction.ts';
import { noSuchOffice } from '../offices/no-such-office.ts';
import type { Office } from '../offices/office.ts';
import { Fault } from '../platform/faults.ts';
import { type CivilDay, civilDayOf, dayIn } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';
import type { PublishedAsset } from '../published/published-release.ts';
import type { PublishOrder } from '../releases/publish-order.ts';
import { publishWithin } from '../releases/publish-release.ts';
import type { DeskText } from './copy-desk/warnings.ts';
import type { ArchiveFile, ImportDeps, LossReport, StagedItem } from './import-batch.ts';
import {
  countTwins,
  type Dated,
  datedItem,
  type Edited,
  fingerprints,
  hashOf,
  headlinesOf,
  type Listed,
  listedItem,
  partFresh,
  textOf,
} from './listed-item.ts';
import type { SlashOrder } from './listing/printed-date.ts';
import { type ListingEvent, type ListingItem, readListing } from './listing/read-listing.ts';
import { beginReport } from './loss-report.ts';
import type { OldEncoding } from './old-encodings.ts';
import { wordsOf } from './refusal-words.ts';
import { openScriptCheck } from './script-check.ts';

export interface ListingOrder {
  /** Of one list, newest on top: within a day, what stands in an earlier file is newer. */
  readonly files: readonly ArchiveFile[];
  readonly office: string;
  readonly locale: Locale;
  /** How slashed dates are meant; absent or null: the list, else its language, tells. */
  readonly slashes?: SlashOrder | null;
  /** What the files are written in; absent or null: what a page declares, else UTF-8. */
  readonly encoding?: OldEncoding | null;
}

const STAGED_AT_ONCE = 500;

/**
 * Moves in a press-release list, of one page or of several that are files of their own. First all of it is read and staged, so that
 * a fault in the last file changes nothing; then it is published oldest first, so that pages fill as if they had always been here.
 * What stands in two of the files is one release. Safe to run twice, and to run again after an interruption.
 *
 * @returns a report for each file.
 * @throws Fault OFFICE_UNKNOWN, OFFICE_MISSPELT, IMPORT_OTHER_LANGUAGE, IMPORT_STOPPED, and the reader's IMPORT_… with the line.
 */
export async function importListing(deps: ImportDeps, order: ListingOrder): Promise<LossReport[]> {
  const { files, office, locale } = order;
  const reports = files.map(({ name }) => beginReport(name, { office, locale }));
  const names = files.map(({ name }) => name);
  const batch = {
    id: deps.newId(),
    fingerprint: hashOf(...names, office, locale),
    file: names.join(', '),
    ...{ office, locale },
    createdAt: deps.clock.now(),
  };
  const { timeZone } = await deps.publishing.inTransaction((tx) => officeOf(tx, deps, office));
  const today = dayIn(deps.clock.now(), timeZone);
  await deps.store.begin(batch);

  let interrupted = false;
  try {
    const staged = await stageAll(deps, { ...order, today }, batch.id, reports);
    interrupted = await publishAll(deps, order, { batch: batch.id, staged }, reports);
  } finally {
    await deps.store.finish(batch.id);
  }
  return reports.map((report) => report.done(interrupted));
}

type Report = ReturnType<typeof beginReport>;

async function officeOf(tx: Tx, deps: ImportDeps, code: string): Promise<Office> {
  const offices = await deps.publishing.publications.offices(tx);
  const office = offices.find((one) => one.code === code);
  if (office === undefined)
    throw noSuchOffice(
      code,
      offices.map((one) => one.code),
    );
  return office;
}

/** @returns how many items of all files were staged. */
async function stageAll(
  deps: ImportDeps,
  order: ListingOrder & { readonly today: CivilDay },
  batch: string,
  reports: readonly Report[],
): Promise<number> {
  const recent: DeskText[] = [];
  const script = openScriptCheck(order.locale);
  let waiting: StagedItem[] = [];
  let staged = 0;
  let above = 0;
  for (const [file, source] of order.files.entries()) {
    const place = { file, above, fingerprintOf: fingerprints(order) };
    for await (const event of readListing(() => source.open(), { ...order, recent })) {
      const item = taken(event, order.today, reports[file]);
      if (event.kind === 'item') {
        above += 1;
        script.look(event.item);
      }
      if (item === null) continue;
      waiting.push(stagedItem(place, item));
      staged += 1;
      if (waiting.length < STAGED_AT_ONCE) continue;
      await deps.store.stage(batch, waiting);
      waiting = [];
      deps.progress({ step: 'reading', releases: staged, of: null });
    }
  }
  const problem = script.problem();
  if (problem !== null) throw problem;
  await deps.store.stage(batch, waiting);
  return staged;
}

/** The item of a list that can come in; what cannot is reported. @throws Fault TEXT_INVALID */
function taken(event: ListingEvent, today: CivilDay, report: Report | undefined): Dated | null {
  if (event.kind !== 'item') {
    report?.addOutside(event.line, event.text);
    return null;
  }
  report?.endIntroduction();
  const { item } = event;
  const { line, headline } = item;
  for (const { code, detail } of item.warnings) report?.warn(line, headline, code, detail);
  const dated = datedItem(item, today);
  if ('why' in dated) {
    report?.leaveOut(line, headline, dated.why);
    return null;
  }
  // Words within their limits are checked before anything is published.
  textOf(item);
  return dated;
}

interface Place {
  readonly file: number;
  /** How many items the files before have. */
  readonly above: number;
  readonly fingerprintOf: (item: Dated) => string;
}

/** On the page the newest stands on top: within a day, what stands lower is older. */
function stagedItem({ file, above, fingerprintOf }: Place, item: Dated): StagedItem {
  const position = above + item.position;
  return {
    position,
    sortKey: `${item.date} ${String(999_999_999 - position).padStart(9, '0')}`,
    fingerprint: fingerprintOf(item),
    content: JSON.stringify({ file, item }),
  };
}

/** @returns was it interrupted? */
async function publishAll(
  deps: ImportDeps,
  order: ListingOrder,
  work: { batch: string; staged: number },
  reports: readonly Report[],
): Promise<boolean> {
  let done = 0;
  let after: string | null = null;
  const count = countTwins();
  for (;;) {
    if (deps.isInterrupted()) return true;
    const items = await deps.store.nextItems(work.batch, after);
    const last = items.at(-1);
    if (last === undefined) return false;
    const listed = items.map((staged) => listedItem(staged, count));
    const { added, edited } = await deps.publishing.inTransaction((tx) => publishItems(tx, deps, order, listed));
    for (const { file, item } of added) {
      reports[file]?.addImported(1);
      if (item.credit !== null) reports[file]?.addCreditAlone();
    }
    const told = new Set([...added, ...edited].map(({ item }) => item));
    for (const { file, item } of listed) if (!told.has(item)) reports[file]?.addAlreadyHere(1);
    for (const { file, item, why } of edited) reports[file]?.leaveOut(item.line, item.headline, why);
    done += items.length;
    deps.progress({ step: 'publishing', releases: done, of: work.staged });
    after = last.sortKey;
  }
}

async function publishItems(
  tx: Tx,
  deps: ImportDeps,
  order: ListingOrder,
  items: readonly Listed[],
): Promise<{ added: readonly Listed[]; edited: readonly Edited[] }> {
  const here = await deps.store.alreadyImported(
    tx,
    items.map((item) => item.fingerprint),
  );
  // Two files may have the same item.
  const once = new Map(items.toReversed().map((item) => [item.fingerprint, item]));
  const unknown = items.filter((item) => !here.has(item.fingerprint) && once.get(item.fingerprint) === item);
  const { fresh, edited } = partFresh(order.files, unknown, await headlinesOf(tx, deps, order, unknown));
  if (fresh.length === 0) return { added: [], edited };
  const made = fresh.map(({ item }) => releaseFrom(deps, order, item));
  await deps.store.addAssets(
    tx,
    made.flatMap(({ asset }) => asset ?? []),
  );
  const outcome = await publishWithin(
    tx,
    deps.publishing,
    made.map(({ publish }) => publish),
  );
  if (!outcome.ok) {
    const [first] = outcome.refusals;
    const problem = first === undefined ? 'it was refused' : wordsOf(first.refusal).replace(/[.]$/, '');
    const { file = 0, item } = fresh[first?.order ?? 0] ?? {};
    const where = order.files.length > 1 ? `${order.files[file]?.name ?? ''}: ` : '';
    throw new Fault('IMPORT_STOPPED', { line: item?.line ?? 0, problem: where + problem });
  }
  const remembered = fresh.map(({ fingerprint }, index) => {
    return { fingerprint, release: made[index]?.publish.release.id ?? '' };
  });
  await deps.store.remember(tx, remembered);
  return { added: fresh, edited };
}

function releaseFrom(
  deps: ImportDeps,
  order: ListingOrder,
  item: ListingItem,
): { publish: PublishOrder; asset: PublishedAsset | null } {
  const asset = assetOf(deps, item);
  return {
    asset,
    publish: {
      release: {
        id: deps.newId(),
        office: order.office,
        type: 'press-release',
        countries: [],
        topics: [],
        organisationWide: false,
        reference: null,
        origin: 'imported',
      },
      locale: order.locale,
      slug: null,
      text: textOf(item),
      pictures: asset === null ? [] : [{ asset: asset.id, alt: '', caption: null }],
      at: { day: civilDayOf(item.date ?? '') },
      change: null,
      translatedFrom: null,
      legacyPaths: [],
    },
  };
}

/** The picture is lost, its credit is kept; a year that the old template printed at viewing is no part of it. */
function assetOf(deps: ImportDeps, item: ListingItem): PublishedAsset | null {
  if (item.credit === null) return null;
  const { raw, creator, agency, year } = item.credit;
  const yearIsFalse = item.warnings.some((warning) => warning.code === 'credit-year-after-release');
  return {
    id: deps.newId(),
    kept: null,
    credit: yearIsFalse ? raw.replace(/[\s,]*\b\d{4}\s*$/, '') : raw,
    creator,
    agency,
    copyrightHolder: null,
    copyrightYear: yearIsFalse ? null : year,
    usageTerms: null,
  };
}
