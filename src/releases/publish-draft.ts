import type { Tx } from '../database/transaction.ts';
import type { Actor } from '../people/person.ts';
import type { DeskDeps, SeenOrder } from './desk-deps.ts';
import { type DeskOutcome, type DeskRefusal, refused, saidOf } from './desk-outcome.ts';
import type { Draft } from './draft.ts';
import { whyNotKept } from './draft-text.ts';
import { makePublic } from './make-public.ts';
import { type Moved, mayKnowOf, type OpenText, openText, whyNot, whyNotAllowed, whyNotSo } from './open-text.ts';
import type { PublishedAct } from './publish-order.ts';
import { statesFor } from './states-for.ts';
import { errorsOf, whyNotReady } from './submit-draft.ts';

export interface PublishDraftOrder extends SeenOrder {
  /** Why it goes public without a second person's approval; null: it was approved. */
  readonly forced: string | null;
}

/**
 * Makes a text public now. One of a bundle takes the others with it, and waits for them. Without a second person's approval it
 * needs a reason, which stays with the text for ever.
 *
 * @throws Fault DRAFT_NOT_FOUND
 */
export async function publishDraft(
  deps: DeskDeps,
  order: PublishDraftOrder,
): Promise<DeskOutcome<Moved & { published: readonly PublishedAct[] }>> {
  const { by, revision } = order;
  return deps.inTransaction(async (tx): Promise<DeskOutcome<Moved & { published: readonly PublishedAct[] }>> => {
    const text = await openText(tx, deps, order);
    const { state } = text.draft.standing;
    const forced = state === 'approved' ? null : order.forced;
    const needs = forced === null ? statesFor.publish : [...statesFor['force-publish'], ...statesFor.publish];
    const why = whyNot(text, by, { act: 'publish', needs, seen: revision });
    if (forced !== null) why.push(...whyNotForced(text, by, forced));
    why.push(...(await whyNotReady(tx, deps, text.draft, await errorsOf(tx, deps, text.draft))));
    const others = await othersOf(tx, deps, text.draft);
    const refusals = [...saidOf(text.draft, [text, ...others], why), ...(await whyNotTogether(tx, deps, by, others))];
    if (refusals.length > 0) return refused(...refusals);

    const own = forced === null ? text.draft : { ...text.draft, forcedReason: forced };
    const drafts = inOrder([own, ...others]);
    const outcome = await makePublic(tx, deps, { drafts, by, forced: forced === null ? null : own });
    return outcome.ok ? { ...outcome, state: 'published', revision } : outcome;
  });
}

/**
 * Makes texts public inside a transaction, all or none: those that are approved, and those whose time has come. Asks for no
 * rights: whoever scheduled them had them. Each is written as published, with its line in the log: `published`, or `lifted` by the
 * clock. Refusals have written nothing.
 */
export async function publishDraftsWithin(
  tx: Tx,
  deps: DeskDeps,
  drafts: readonly Draft[],
  by: Actor,
): Promise<DeskOutcome<{ published: readonly PublishedAct[] }>> {
  const refusals = drafts.flatMap((draft) => saidOf(draft, drafts, whyNotNow(draft, deps)));
  const bundles = new Set(drafts.flatMap(({ bundle }) => bundle ?? []));
  for (const bundle of bundles) {
    for (const other of await deps.drafts.standingsIn(tx, bundle)) {
      const isHere = drafts.some((draft) => isSameText(draft, other));
      if (!isHere && other.standing.state !== 'published') refusals.push(waitsFor(other));
    }
  }
  if (refusals.length > 0) return refused(...refusals);
  return makePublic(tx, deps, { drafts: inOrder(drafts), by, forced: null });
}

function whyNotNow({ standing }: Draft, { clock }: DeskDeps): DeskRefusal[] {
  if (standing.state === 'approved') return [];
  if (standing.state !== 'scheduled') return [whyNotSo(standing, ['approved', 'scheduled'])];
  if (standing.heldAt !== null) return [{ reason: 'held' }];
  return standing.goesPublicAt > clock.now() ? [{ reason: 'not-yet-due', at: standing.goesPublicAt }] : [];
}

function whyNotForced({ release, draft }: OpenText, by: Actor, reason: string): DeskRefusal[] {
  const refusals = whyNotAllowed(by, 'force-publish', { office: release.office, locale: draft.locale });
  if (reason.trim() === '') refusals.push({ reason: 'reason-missing' });
  return [...refusals, ...whyNotKept(reason, 'forced')];
}

type TextNamed = Pick<Draft, 'release' | 'locale'>;

/** What goes public with a text: the rest of its bundle. */
async function othersOf(tx: Tx, deps: DeskDeps, draft: Draft): Promise<Draft[]> {
  if (draft.bundle === null) return [];
  const all = await deps.drafts.draftsIn(tx, draft.bundle);
  return all.filter((one) => one.standing.state !== 'published' && !isSameText(one, draft));
}

function isSameText(one: TextNamed, other: TextNamed): boolean {
  return one.release === other.release && one.locale === other.locale;
}

/** The others were looked at when they were submitted and approved: here they must only be ready, and this person's to publish. */
async function whyNotTogether(tx: Tx, deps: DeskDeps, by: Actor, others: readonly Draft[]): Promise<DeskRefusal[]> {
  const refusals: DeskRefusal[] = [];
  for (const other of others) {
    const release = await deps.drafts.release(tx, other.release);
    // Of a text that is not for this person nothing is told, not even what it waits for.
    if (release === null || !mayKnowOf(by, release)) return [{ reason: 'not-allowed', act: 'publish' }];
    const why = whyNotAllowed(by, 'publish', { office: release.office, locale: other.locale });
    if (other.standing.state !== 'approved') why.push(waitsFor(other));
    refusals.push(...saidOf(other, ['asked', ...others], why));
  }
  return refusals;
}

function waitsFor({ locale, standing }: Pick<Draft, 'locale' | 'standing'>): DeskRefusal {
  return { reason: 'bundle-waits', locale, state: standing.state };
}

/** Originals before their translations, so that a translation names an edition that is public. */
function inOrder(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.toSorted((one, other) => Number(one.source !== null) - Number(other.source !== null));
}
