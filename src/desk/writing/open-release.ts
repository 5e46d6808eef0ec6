import type { Tx } from '../../database/transaction.ts';
import type { Person } from '../../people/person.ts';
import { textPath } from '../../published/addresses.ts';
import { listsOf } from '../../published/list.ts';
import type { KnownRelease } from '../../published/publication.ts';
import { formatReference } from '../../published/reference.ts';
import { findingsOf } from '../../releases/copy-desk/findings-of.ts';
import type { DeskDeps } from '../../releases/desk-deps.ts';
import type { Draft, DraftRelease } from '../../releases/draft.ts';
import { openPublicRelease } from '../../releases/open-text.ts';
import { mayPin } from '../../releases/pin-release.ts';
import { isStale } from '../../releases/staleness.ts';
import { sourceNow, withoutDiscarded } from '../../releases/without-discarded.ts';
import type { DraftOpened, ListSeen, PublishedSeen, ReleaseOpened } from '../contract.ts';
import { pictureSeen } from '../pictures/picture-seen.ts';
import { openRemarks } from '../reviews/open-remarks.query.ts';
import { bundlesOf } from './bundles-of.ts';
import { mayNow } from './may-now.ts';
import { namesOf, publicHeadlines } from './names.query.ts';

/**
 * A release with all its texts, for somebody who may know of it.
 *
 * @throws Fault DRAFT_NOT_FOUND
 */
export async function openedRelease(tx: Tx, deps: DeskDeps, by: Person, id: string): Promise<ReleaseOpened> {
  const { release } = await openPublicRelease(tx, deps, by, id);
  const drafts = await deps.drafts.draftsOf(tx, id);
  const known = (await deps.publishing.publications.releases(tx, [id])).get(id);
  const { createdBy: _, createdAt: __, ...facts } = release;
  const headlines = await publicHeadlines(tx, id);
  const published = [...(known?.versions ?? [])].map(([locale, version]): PublishedSeen => {
    const { standing, edition, slug, published: moment } = version;
    const address = known === undefined ? '' : textPath(locale, known.reference, slug);
    const publishedDay = moment.precision === 'day' ? moment.day : null;
    const headline = headlines.get(locale) ?? '';
    return { locale, standing, edition, headline, address, publishedAt: moment.at, publishedDay };
  });
  const opened: DraftOpened[] = [];
  for (const draft of drafts) opened.push(await openedDraft(tx, deps, by, { release, draft }));
  return {
    release: { ...facts, reference: known === undefined ? null : formatReference(known.reference) },
    drafts: opened,
    bundles: await bundlesOf(tx, by, drafts),
    published,
    lists: known === undefined ? [] : await listsSeen(tx, deps, by, known),
  };
}

async function listsSeen(tx: Tx, deps: DeskDeps, by: Person, known: KnownRelease): Promise<ListSeen[]> {
  const offices = await deps.publishing.publications.offices(tx);
  const pinned = new Set((await deps.pins.ofRelease(tx, known.id)).map((pin) => pin.list));
  return listsOf(known, offices).map((list) => ({
    list,
    isPinned: pinned.has(list),
    mayPin: mayPin(by, list, offices),
  }));
}

export async function openedDraft(
  tx: Tx,
  deps: DeskDeps,
  by: Person,
  { release, draft: kept }: { readonly release: DraftRelease; readonly draft: Draft },
): Promise<DraftOpened> {
  const draft = await withoutDiscarded(tx, deps, kept);
  const { standing, source, submitted, approved } = draft;
  const isBehind = isStale(source, await sourceNow(tx, deps, draft));
  const discarded = kept.standing.state === 'discarded' ? kept.standing : null;
  const people = [discarded?.by, submitted?.by, approved?.by, draft.changedBy].flatMap((one) => one ?? []);
  const names = await namesOf(tx, people);
  const nameOf = (id: string | undefined) => (id === undefined ? null : (names.get(id) ?? null));
  const pictures = await deps.pictures.pictures(
    tx,
    draft.content.pictures.map((one) => one.picture),
  );
  const hands = await deps.drafts.handsOf(tx, draft);
  const { locale, edition, revision, content, slug, change, bundle, forcedReason, changedAt } = draft;
  return {
    ...{ locale, edition, revision, content, slug, change, bundle, forcedReason, changedAt },
    state: standing.state,
    discarded: discarded === null ? null : { by: nameOf(discarded.by) ?? '', at: discarded.at },
    source: source === null ? null : { locale: source.locale, isStale: isBehind },
    goesPublicAt: standing.state === 'scheduled' ? standing.goesPublicAt : null,
    isHeld: standing.state === 'scheduled' && standing.heldAt !== null,
    submittedBy: nameOf(submitted?.by),
    approvedBy: nameOf(approved?.by),
    changedBy: nameOf(draft.changedBy) ?? '',
    hands: [...hands],
    findings: standing.state === 'published' ? [] : await findingsOf(tx, deps, draft),
    openRemarks: await openRemarks(tx, by, draft),
    pictures: pictures.map(pictureSeen),
    may: mayNow(by, release, kept, hands),
  };
}
