import type { InTransaction, Tx } from '../database/transaction.ts';
import type { Office } from '../offices/office.ts';
import type { Clock } from '../platform/clock.ts';
import { dayIn, type Instant, startOfDay } from '../platform/instant.ts';
import { textPath } from '../published/addresses.ts';
import { listsOf } from '../published/list.ts';
import type { KnownRelease, KnownVersion, Moment, PublicationStore } from '../published/publication.ts';
import { formatReference, type Reference } from '../published/reference.ts';
import type { IndexStore } from '../search/search-index.ts';
import { beginDraft, type Draft } from './publication-draft.ts';
import type { PublishedAct, PublishOrder, PublishOutcome, PublishRefusal } from './publish-order.ts';
import { slugOf } from './slug.ts';

export interface PublishDeps {
  readonly inTransaction: InTransaction;
  readonly publications: PublicationStore;
  /** What search has taken in of public texts. */
  readonly index: IndexStore;
  readonly clock: Clock;
  /** Called inside the transaction, before it commits, with the version that readers will see after it. */
  readonly beforePublic: (tx: Tx) => Promise<void>;
}

/**
 * The one verb by which a text becomes public: edition, placements, page counts, path, sequence and outbox row, in one
 * transaction. Several orders are a bundle: all become public, in their order, or none and every reason is told.
 */
export async function publishRelease(deps: PublishDeps, orders: readonly PublishOrder[]): Promise<PublishOutcome> {
  return deps.inTransaction((tx) => publishWithin(tx, deps, orders));
}

/** As publishRelease, inside a transaction that does something more. Refusals have written nothing. */
export async function publishWithin(
  tx: Tx,
  deps: PublishDeps,
  orders: readonly PublishOrder[],
): Promise<PublishOutcome> {
  const draft = await beginDraft(tx, deps.publications, orders);
  const published: PublishedAct[] = [];
  const refusals: { order: number; refusal: PublishRefusal }[] = [];

  for (const [index, order] of orders.entries()) {
    const office = draft.office(order.release.office);
    const reasons = await whyNot(tx, deps, draft, order, office);
    if (office === null || reasons.length > 0) {
      refusals.push(...reasons.map((refusal) => ({ order: index, refusal })));
      continue;
    }
    published.push(await add(tx, deps, draft, order, office));
  }

  if (refusals.length > 0) return { ok: false, refusals };
  await deps.beforePublic(tx);
  await deps.publications.write(tx, draft.publication(deps.clock.now()));
  return { ok: true, published };
}

async function whyNot(
  tx: Tx,
  deps: PublishDeps,
  draft: Draft,
  order: PublishOrder,
  office: Office | null,
): Promise<PublishRefusal[]> {
  if (office === null) return [{ reason: 'office-unknown', office: order.release.office }];
  const reasons: PublishRefusal[] = [];
  const release = draft.release(order.release.id);
  const version = release?.versions.get(order.locale);
  if (version === undefined && order.change !== null)
    reasons.push({ reason: 'nothing-to-correct', locale: order.locale });
  if (version !== undefined && version.standing !== 'published') {
    reasons.push({ reason: 'ended', standing: version.standing });
  } else if (version !== undefined && order.change === null) {
    reasons.push({ reason: 'already-public', locale: order.locale });
  }
  const at = instantOfOrder(deps, order, office);
  if (at > deps.clock.now()) reasons.push({ reason: 'in-the-future', at });
  for (const { asset } of order.pictures) {
    if (!draft.hasAsset(asset)) reasons.push({ reason: 'picture-unknown', asset });
  }
  const reference = order.release.reference;
  if (release === null && reference !== null && (await draft.isTaken(tx, reference))) {
    reasons.push({ reason: 'reference-taken', reference: formatReference(reference) });
  }
  for (const path of order.legacyPaths) {
    const owner = draft.ownerOf(path);
    if (owner !== null && owner !== order.release.id) reasons.push({ reason: 'path-taken', path });
  }
  return reasons;
}

async function add(
  tx: Tx,
  deps: PublishDeps,
  draft: Draft,
  order: PublishOrder,
  office: Office,
): Promise<PublishedAct> {
  const at = instantOfOrder(deps, order, office);
  const moment: Moment = {
    at,
    day: order.at !== null && 'day' in order.at ? order.at.day : dayIn(at, office.timeZone),
    precision: order.at !== null && 'day' in order.at ? 'day' : 'instant',
    sequence: draft.nextSequence(),
  };
  const release = draft.release(order.release.id) ?? (await addRelease(tx, draft, order, moment));
  const known = release.versions.get(order.locale);
  const version = known ?? addVersion(draft, release, order, moment);
  const number = known === undefined ? 1 : known.edition + 1;

  draft.addEdition(order, number, moment);
  if (order.release.origin === 'written') {
    const act = number === 1 ? 'published' : (order.change?.kind ?? 'published');
    draft.leave({ sequence: moment.sequence, act, release: release.id, locale: order.locale, at: deps.clock.now() });
  }
  draft.remember(release.id, order.locale, { ...version, edition: number });
  const { reference } = release;
  const { sequence } = moment;
  return { release: release.id, locale: order.locale, reference, edition: number, sequence, publishedAt: at };
}

async function addRelease(tx: Tx, draft: Draft, order: PublishOrder, moment: Moment): Promise<KnownRelease> {
  const { id, office, type, countries, topics, organisationWide, origin } = order.release;
  const year = Number(moment.day.slice(0, 4));
  const reference: Reference = await draft.takeReference(tx, order.release.reference, office, year);
  const placeable = { office, type, countries, topics, organisationWide };
  const lists = listsOf(placeable, draft.offices);
  draft.addRelease({ id, ...placeable, reference, origin, published: moment });
  draft.place({ lists, scope: 'any', release: id, moment });
  const release: KnownRelease = { id, ...placeable, reference, published: moment, versions: new Map() };
  draft.know(release);
  return release;
}

function addVersion(draft: Draft, release: KnownRelease, order: PublishOrder, moment: Moment): KnownVersion {
  const slug = order.slug ?? slugOf(order.text.headline);
  draft.addVersion({ release: release.id, locale: order.locale, slug, published: moment });
  draft.place({ lists: listsOf(release, draft.offices), scope: order.locale, release: release.id, moment });
  draft.addPath(textPath(order.locale, release.reference, slug), release.id, order.locale, 'text');
  for (const path of order.legacyPaths) draft.addPath(path, release.id, order.locale, 'moved');
  return { standing: 'published', edition: 1, slug, changedAt: moment.at, published: moment };
}

function instantOfOrder(deps: PublishDeps, order: PublishOrder, office: Office): Instant {
  if (order.at === null) return deps.clock.now();
  return 'day' in order.at ? startOfDay(order.at.day, office.timeZone) : order.at.instant;
}
