import { createHash } from 'node:crypto';
import type { Tx } from '../database/transaction.ts';
import type { Office } from '../offices/office.ts';
import { Fault } from '../platform/faults.ts';
import type { SafeHtml } from '../platform/html.ts';
import { type CivilDay, civilDayOf, dayIn } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';
import type { PublishedAsset } from '../published/published-release.ts';
import { editionText } from '../releases/edition-text.ts';
import type { PublishOrder } from '../releases/publish-order.ts';
import { publishWithin } from '../releases/publish-release.ts';
import type { ArchiveFile, ImportDeps, LossReport, StagedItem } from './import-batch.ts';
import { countTwins, type Edited, type Listed, listedItem, partFresh, textOf } from './listed-item.ts';
import { type ListingItem, readListing } from './listing/read-listing.ts';
import { beginReport } from './loss-report.ts';
import { wordsOf } from './refusal-words.ts';

export interface ListingOrder {
  readonly file: ArchiveFile;
  readonly office: string;
  readonly locale: Locale;
}

const STAGED_AT_ONCE = 500;

/**
 * Moves in a press-release list page. First the whole file is read and staged, so that a file with a fault changes
 * nothing; then it is published oldest first, so that pages fill as if they had always been here. Safe to run twice, and
 * to run again after an interruption.
 *
 * @throws Fault OFFICE_UNKNOWN, IMPORT_STOPPED, and the reader's IMPORT_… with the line.
 */
export async function importListing(deps: ImportDeps, order: ListingOrder): Promise<LossReport> {
  const report = beginReport(order.file.name, { office: order.office, locale: order.locale });
  const batch = {
    id: deps.newId(),
    fingerprint: hashOf(order.file.name, order.office, order.locale),
    file: order.file.name,
    office: order.office,
    locale: order.locale,
    createdAt: deps.clock.now(),
  };
  const { timeZone } = await deps.publishing.inTransaction((tx) => officeOf(tx, deps, order.office));
  const today = dayIn(deps.clock.now(), timeZone);
  await deps.store.begin(batch);

  let interrupted = false;
  try {
    const staged = await stageAll(deps, { ...order, today }, batch.id, report);
    interrupted = await publishAll(deps, order, { batch: batch.id, staged }, report);
  } finally {
    await deps.store.finish(batch.id);
  }
  return report.done(interrupted);
}

type Report = ReturnType<typeof beginReport>;

async function officeOf(tx: Tx, deps: ImportDeps, code: string): Promise<Office> {
  const offices = await deps.publishing.publications.offices(tx);
  const office = offices.find((one) => one.code === code);
  if (office === undefined) throw new Fault('OFFICE_UNKNOWN', { code });
  return office;
}

async function stageAll(
  deps: ImportDeps,
  order: ListingOrder & { readonly today: CivilDay },
  batch: string,
  report: Report,
): Promise<number> {
  const seen = new Map<string, number>();
  let waiting: StagedItem[] = [];
  let staged = 0;
  for await (const event of readListing(() => order.file.open(), order)) {
    if (event.kind !== 'item') {
      report.addOutside(event.line, event.text);
      continue;
    }
    report.endIntroduction();
    const { item } = event;
    for (const { code, detail } of item.warnings) report.warn(item.line, item.headline, code, detail);
    if (item.date === null) {
      report.leaveOut(item.line, item.headline, 'It has no date. Write one into the file, after its title.');
      continue;
    }
    if (item.date > order.today) {
      const why = `${item.date} is still to come. Correct the date in the file, or import it again after that day.`;
      report.leaveOut(item.line, item.headline, why);
      continue;
    }
    // Words within their limits are checked before anything is published.
    textOf(item);
    waiting.push(stagedItem(order, item, item.date, seen));
    staged += 1;
    if (waiting.length < STAGED_AT_ONCE) continue;
    await deps.store.stage(batch, waiting);
    waiting = [];
    deps.progress({ step: 'reading', releases: staged, of: null });
  }
  await deps.store.stage(batch, waiting);
  return staged;
}

/** On the page the newest stands on top: within a day, what stands lower is older. */
function stagedItem(order: ListingOrder, item: ListingItem, date: string, seen: Map<string, number>): StagedItem {
  const identity = hashOf(order.office, order.locale, date, item.headline, item.summary ?? '');
  // The same words twice on one page are two releases; the memory of them is bounded by days that repeat.
  const repeats = (seen.get(identity) ?? 0) + 1;
  if (seen.size > 10_000) seen.clear();
  seen.set(identity, repeats);
  return {
    position: item.position,
    sortKey: `${date} ${String(999_999_999 - item.position).padStart(9, '0')}`,
    fingerprint: repeats === 1 ? identity : `${identity}:${repeats}`,
    content: JSON.stringify(item),
  };
}

async function publishAll(
  deps: ImportDeps,
  order: ListingOrder,
  work: { batch: string; staged: number },
  report: Report,
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
    report.addImported(added);
    report.addAlreadyHere(items.length - added - edited.length);
    for (const { item, why } of edited) report.leaveOut(item.line, item.headline, why);
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
): Promise<{ added: number; edited: readonly Edited[] }> {
  const here = await deps.store.alreadyImported(
    tx,
    items.map((item) => item.fingerprint),
  );
  const unknown = items.filter((item) => !here.has(item.fingerprint));
  const { fresh, edited } = await partFresh(tx, deps, order, unknown);
  if (fresh.length === 0) return { added: 0, edited };
  const listed = fresh.map(({ item }) => item);
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
    throw new Fault('IMPORT_STOPPED', { line: listed[first?.order ?? 0]?.line ?? 0, problem });
  }
  const remembered = fresh.map(({ fingerprint }, index) => {
    return { fingerprint, release: made[index]?.publish.release.id ?? '' };
  });
  await deps.store.remember(tx, remembered);
  return { added: fresh.length, edited };
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

function hashOf(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
