import type { Told } from '../audit/entry.ts';
import type { Tx } from '../database/transaction.ts';
import type { Actor } from '../people/person.ts';
import type { KnownRelease } from '../published/publication.ts';
import { formatReference } from '../published/reference.ts';
import type { DeskDeps } from './desk-deps.ts';
import { type DeskOutcome, type DeskRefusal, refused, saidOf } from './desk-outcome.ts';
import type { Draft, DraftRelease } from './draft.ts';
import { publicText } from './draft-text.ts';
import { type Entered, enterActs } from './enter-act.ts';
import { followCorrections } from './follow-corrections.ts';
import type { KeptPicture } from './picture.ts';
import type { PublishedAct, PublishOrder } from './publish-order.ts';
import { publishWithin } from './publish-release.ts';

interface PublicOrder {
  readonly drafts: readonly Draft[];
  readonly by: Actor;
  /** Which of them is published without a second person's approval; null: none is. */
  readonly forced: Draft | null;
}

/** The one way from a draft to a public edition: words, pictures and tasks in one transaction. Refusals have written nothing. */
export async function makePublic(
  tx: Tx,
  deps: DeskDeps,
  { drafts, by, forced }: PublicOrder,
): Promise<DeskOutcome<{ published: readonly PublishedAct[] }>> {
  const releases = await deps.drafts.releases(tx, [...new Set(drafts.map(({ release }) => release))]);
  const kept = await deps.pictures.pictures(tx, [
    ...new Set(drafts.flatMap(({ content }) => content.pictures.map(({ picture }) => picture))),
  ]);
  const assets = await deps.pictures.assetsOf(tx, kept);
  const known = await deps.publishing.publications.releases(tx, [...releases.keys()]);
  const refusals: DeskRefusal[] = [];
  const orders: PublishOrder[] = [];
  for (const draft of drafts) {
    // The tables keep no draft without its release.
    const read = orderOf(draft, { release: releases.get(draft.release) as DraftRelease, assets, known, drafts });
    if (read.ok) orders.push(read.order);
    else refusals.push(...saidOf(draft, drafts, read.refusals));
  }
  if (refusals.length > 0) return refused(...refusals);

  const outcome = await publishWithin(tx, lettingOut(deps, kept, assets), orders);
  if (!outcome.ok) {
    // Each draft has made one order.
    return refused(
      ...outcome.refusals.flatMap(({ order, refusal }) => saidOf(drafts[order] as Draft, drafts, [refusal])),
    );
  }
  await markPublished(tx, deps, { drafts, by, forced }, { releases, published: outcome.published });
  await followCorrections(tx, deps, { drafts, known });
  return { ok: true, published: outcome.published };
}

interface Around {
  readonly release: DraftRelease;
  /** Asset of each picture that the desk keeps. */
  readonly assets: ReadonlyMap<string, string>;
  readonly known: ReadonlyMap<string, KnownRelease>;
  readonly drafts: readonly Draft[];
}

function orderOf(
  draft: Draft,
  around: Around,
): { readonly ok: true; readonly order: PublishOrder } | { readonly ok: false; readonly refusals: DeskRefusal[] } {
  const read = publicText(draft.content);
  if (!read.ok) return read;
  const { id, office, type, countries, topics, organisationWide } = around.release;
  const { locale, slug, change, content } = draft;
  const order: PublishOrder = {
    release: { id, office, type, countries, topics, organisationWide, reference: null, origin: 'written' },
    ...{ locale, slug, text: read.text, at: null, legacyPaths: [] },
    pictures: content.pictures.map(({ picture, alt, caption }) => {
      return { asset: around.assets.get(picture) ?? picture, alt, caption: caption === '' ? null : caption };
    }),
    change: change === null ? null : { kind: change.kind, note: change.note, major: change.isMajor },
    translatedFrom: translatedFrom(draft, around),
  };
  return { ok: true, order };
}

/** The source's edition that readers can find: the one this text has caught up with, or the newest that is public. */
function translatedFrom(
  { release, source }: Draft,
  { known, drafts }: Pick<Around, 'known' | 'drafts'>,
): PublishOrder['translatedFrom'] {
  if (source === null) return null;
  const beside = drafts.find((one) => one.release === release && one.locale === source.locale);
  const version = known.get(release)?.versions.get(source.locale);
  const edition = beside?.edition ?? version?.edition;
  return edition === undefined ? null : { locale: source.locale, edition: Math.min(edition, source.edition) };
}

/** Pictures go out with the text that shows them: behind every refusal, and before the edition. */
function lettingOut(
  { publishing, pictures }: DeskDeps,
  kept: readonly KeptPicture[],
  assets: ReadonlyMap<string, string>,
): DeskDeps['publishing'] {
  const { publications, beforePublic } = publishing;
  return {
    ...publishing,
    publications: {
      ...publications,
      knownAssets: async (tx, ids) => new Set([...(await publications.knownAssets(tx, ids)), ...assets.values()]),
    },
    beforePublic: async (tx) => {
      for (const picture of kept) await pictures.release(tx, picture);
      await beforePublic(tx);
    },
  };
}

interface Made {
  readonly releases: ReadonlyMap<string, DraftRelease>;
  readonly published: readonly PublishedAct[];
}

async function markPublished(
  tx: Tx,
  deps: DeskDeps,
  { drafts, by, forced }: PublicOrder,
  { releases, published }: Made,
): Promise<void> {
  await deps.drafts.markPublished(tx, drafts);
  const entered = drafts.map((draft, index): Entered => {
    const { release, locale, edition, revision, change } = draft;
    const { reference, sequence } = published[index] as PublishedAct;
    const { office } = releases.get(release) as DraftRelease;
    const kind = change === null ? {} : { kind: change.kind };
    const why = draft === forced ? { forced: draft.forcedReason ?? '' } : {};
    const act = by.id === null ? 'lifted' : 'published';
    const detail: Told = { edition, revision, reference: formatReference(reference), sequence, ...kind, ...why };
    return { by, act, on: { release, locale, office }, detail };
  });
  await enterActs(tx, deps, entered);
  if (drafts.some(({ standing }) => standing.state === 'scheduled')) deps.onSchedule(tx);
}
