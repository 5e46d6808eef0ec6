import type { Told } from '../audit/entry.ts';
import type { Tx } from '../database/transaction.ts';
import type { Locale } from '../platform/locales.ts';
import { saveDraft } from './change-draft.ts';
import type { DeskDeps, TextOrder } from './desk-deps.ts';
import { type DeskOutcome, type DeskRefusal, refused } from './desk-outcome.ts';
import type { Draft, DraftChange, DraftRelease, PublicText } from './draft.ts';
import { whyNotKept } from './draft-text.ts';
import { enterAct } from './enter-act.ts';
import { openPublicRelease, whyNotAllowed, whyNotSo } from './open-text.ts';
import { withKeptPictures } from './public-pictures.ts';
import { standsIn, statesFor } from './states-for.ts';
import { sourceOfPublic } from './without-discarded.ts';

export interface CorrectOrder extends TextOrder {
  /** Its note may be written later, and must be there when the text is submitted. */
  readonly change: DraftChange;
}

/**
 * Begins the next edition of a public text, from what is public. That stays as it is until the new edition is public.
 *
 * @throws Fault DRAFT_NOT_FOUND
 */
export async function correctDraft(deps: DeskDeps, order: CorrectOrder): Promise<DeskOutcome<{ draft: Draft }>> {
  const { by, release: id, locale, change } = order;
  return deps.inTransaction(async (tx): Promise<DeskOutcome<{ draft: Draft }>> => {
    const { release, isKept } = await openPublicRelease(tx, deps, by, id);
    const refusals = whyNotAllowed(by, 'correct', { office: release.office, locale });
    refusals.push(...(await whyNotCorrectable(tx, deps, id, locale)), ...whyNotKept(change.note, 'note'));
    const draft = await deps.drafts.draft(tx, id, locale);
    if (draft !== null && !standsIn(statesFor.correct, draft)) {
      refusals.push(whyNotSo(draft.standing, statesFor.correct));
    }
    const edition = await deps.drafts.publicText(tx, id, locale);
    if (by.id === null || edition === null || refusals.length > 0) return refused(...refusals);

    if (!isKept) await deps.drafts.addRelease(tx, release);
    const content = await withKeptPictures(tx, deps, { by, content: edition.content });
    const to = { ...next, edition: edition.edition + 1, content, change };
    const from = edition.translatedFrom;
    if (draft === null) return { ok: true, draft: await take(tx, deps, { ...order, kept: release, from, to }) };
    if (draft.standing.state === 'discarded') await deps.drafts.forgetEdition(tx, draft);
    const source = sourceOfPublic(draft);
    const detail: Told = { kind: change.kind, isMajor: change.isMajor };
    const corrected = {
      by,
      hand: by.id,
      act: 'corrected',
      to: { ...to, source, publicSource: source },
      detail,
    } as const;
    return { ok: true, draft: await saveDraft(tx, deps, { release, draft }, corrected) };
  });
}

/** An edition begins unsubmitted, unapproved and alone. What was forced stays marked for ever. */
const next = {
  standing: { state: 'draft' },
  ...{ submitted: null, approved: null, scheduledBy: null, bundle: null },
} as const;

/** Only what is public, and has not ended, has a next edition. */
export async function whyNotCorrectable(
  tx: Tx,
  deps: DeskDeps,
  release: string,
  locale: Locale,
): Promise<DeskRefusal[]> {
  const known = await deps.publishing.publications.releases(tx, [release]);
  const version = known.get(release)?.versions.get(locale);
  if (version === undefined) return [{ reason: 'nothing-to-correct', locale }];
  return version.standing === 'published' ? [] : [{ reason: 'ended', standing: version.standing }];
}

interface Taken extends CorrectOrder {
  readonly kept: DraftRelease;
  readonly from: PublicText['translatedFrom'];
  readonly to: Pick<Draft, 'edition' | 'content' | 'change'> & typeof next;
}

/** A text that moved in and was never written here: its first draft is already a later edition. */
async function take(tx: Tx, deps: DeskDeps, { by, locale, change, kept, from, to }: Taken): Promise<Draft> {
  const hand = by.id ?? kept.createdBy;
  const source = from === null ? null : { ...from, revision: 0 };
  const draft: Draft = {
    ...to,
    ...{ release: kept.id, locale, revision: 1, slug: null, forcedReason: null },
    ...{ source, publicSource: source },
    ...{ changedBy: hand, changedAt: deps.clock.now() },
  };
  await deps.drafts.addDraft(tx, draft);
  await deps.drafts.addRevision(tx, draft);
  await deps.drafts.addHand(tx, draft, hand);
  const detail: Told = { edition: draft.edition, revision: 1, kind: change.kind, isMajor: change.isMajor };
  await enterAct(tx, deps, { by, act: 'corrected', on: { release: kept.id, locale, office: kept.office }, detail });
  return draft;
}
