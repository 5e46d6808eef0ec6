import type { Tx } from '../database/transaction.ts';
import type { Actor } from '../people/person.ts';
import { type Act, may } from '../people/rights.ts';
import { Fault } from '../platform/faults.ts';
import type { Locale } from '../platform/locales.ts';
import type { DeskDeps, TextOrder } from './desk-deps.ts';
import type { DeskRefusal } from './desk-outcome.ts';
import type { Draft, DraftRelease, DraftState, DraftStore, KeptRevision } from './draft.ts';
import { standsIn, statesFor, type TextAct } from './states-for.ts';

/** A language version in work, and the release it belongs to. */
export interface OpenText {
  readonly release: DraftRelease;
  readonly draft: Draft;
}

/** Where a text stands after an act. */
export interface Moved {
  readonly state: DraftState;
  readonly revision: number;
}

interface DraftReads {
  readonly drafts: Pick<DraftStore, 'release' | 'draft'>;
}

/**
 * A release for somebody who may know of it. One that is limited to others is not there, for whoever asks.
 *
 * @throws Fault DRAFT_NOT_FOUND
 */
export async function openRelease(tx: Tx, deps: DraftReads, by: Actor, id: string): Promise<DraftRelease> {
  const release = await deps.drafts.release(tx, id);
  if (release === null || !mayKnowOf(by, release)) throw new Fault('DRAFT_NOT_FOUND');
  return release;
}

/** @throws Fault DRAFT_NOT_FOUND */
export async function openText(tx: Tx, deps: DraftReads, { by, release: id, locale }: TextOrder): Promise<OpenText> {
  const release = await openRelease(tx, deps, by, id);
  const draft = await deps.drafts.draft(tx, id, locale);
  if (draft === null) throw new Fault('DRAFT_NOT_FOUND');
  return { release, draft };
}

/**
 * As openRelease; a release that moved in, and was never written here, is opened as it is public.
 *
 * @throws Fault DRAFT_NOT_FOUND
 */
export async function openPublicRelease(
  tx: Tx,
  deps: Pick<DeskDeps, 'drafts' | 'clock'>,
  by: Actor,
  id: string,
): Promise<{ readonly release: DraftRelease; readonly isKept: boolean }> {
  if ((await deps.drafts.release(tx, id)) !== null) {
    return { release: await openRelease(tx, deps, by, id), isKept: true };
  }
  const facts = await deps.drafts.publicRelease(tx, id);
  if (facts === null || by.id === null) throw new Fault('DRAFT_NOT_FOUND');
  const release = { ...facts, limitedTo: null, createdBy: by.id, createdAt: deps.clock.now() };
  if (!mayKnowOf(by, release)) throw new Fault('DRAFT_NOT_FOUND');
  return { release, isKept: false };
}

export function mayKnowOf(by: Actor, { office, limitedTo }: Pick<DraftRelease, 'office' | 'limitedTo'>): boolean {
  const isReader = limitedTo === null || (by.id !== null && limitedTo.includes(by.id));
  return isReader && may(by, 'read-drafts', { office, locale: null });
}

export function whyNotAllowed(
  by: Actor,
  act: Act,
  { office, locale }: { readonly office: string | null; readonly locale: Locale | null },
): DeskRefusal[] {
  return may(by, act, { office, locale }) ? [] : [{ reason: 'not-allowed', act }];
}

interface Wanted {
  readonly act: TextAct;
  /** Where more states will do than the act's own. */
  readonly needs?: readonly DraftState[];
  /** The revision that somebody saw. */
  readonly seen?: number;
}

/** What every act on a text asks: the right, the state, and that nobody saved since. */
export function whyNot({ release, draft }: OpenText, by: Actor, { act, seen, ...wanted }: Wanted): DeskRefusal[] {
  const needs: readonly DraftState[] = wanted.needs ?? statesFor[act];
  const refusals = whyNotAllowed(by, act, { office: release.office, locale: draft.locale });
  if (!standsIn(needs, draft)) refusals.push(whyNotSo(draft.standing, needs));
  if (seen !== undefined && seen !== draft.revision) {
    refusals.push({ reason: 'changed-meanwhile', theirs: revisionOf(draft) });
  }
  return refusals;
}

/** Why a text does not stand as an act needs it. */
export function whyNotSo(standing: Draft['standing'], needs: readonly DraftState[]): DeskRefusal {
  const { state } = standing;
  if (state === 'discarded') return { reason: 'discarded', by: standing.by, at: standing.at };
  return { reason: 'wrong-state', state, needs };
}

/** A draft as the save that made it. */
export function revisionOf({ edition, revision, content, changedBy, changedAt }: Draft): KeptRevision {
  return { edition, revision, content, savedBy: changedBy, savedAt: changedAt };
}
