import type { Tx } from '../database/transaction.ts';
import { changeDraft, movedTo } from './change-draft.ts';
import { findingsOf } from './copy-desk/findings-of.ts';
import type { DeskDeps, SeenOrder } from './desk-deps.ts';
import { type DeskOutcome, type DeskRefusal, type Finding, refused } from './desk-outcome.ts';
import type { Draft, Override } from './draft.ts';
import { publicText, whyNotKept } from './draft-text.ts';
import { enterAct } from './enter-act.ts';
import { type Moved, type OpenText, openText, whyNot, whyNotAllowed } from './open-text.ts';

export interface SubmitOrder extends SeenOrder {
  /** Why an error of the copy desk does not stop this edition. */
  readonly overrides: readonly Pick<Override, 'code' | 'reason'>[];
}

/**
 * Asks somebody else to approve a text. Errors of the copy desk stop it, unless each is overridden with a reason.
 *
 * @throws Fault DRAFT_NOT_FOUND
 */
export async function submitDraft(deps: DeskDeps, order: SubmitOrder): Promise<DeskOutcome<Moved>> {
  const { by } = order;
  return deps.inTransaction(async (tx): Promise<DeskOutcome<Moved>> => {
    const text = await openText(tx, deps, order);
    const refusals = whyNot(text, by, { act: 'submit', seen: order.revision });
    const errors = await errorsOf(tx, deps, text.draft);
    const fresh = newOverrides(order.overrides, errors);
    refusals.push(...whyNoOverride(text, order, fresh));
    const open = errors.filter(({ code }) => !fresh.some((one) => one.code === code));
    refusals.push(...(await whyNotReady(tx, deps, text.draft, open)));
    if (by.id === null || refusals.length > 0) return refused(...refusals);

    const at = deps.clock.now();
    const on = { release: order.release, locale: order.locale, office: text.release.office };
    for (const { code, reason } of fresh) {
      await deps.drafts.addOverride(tx, text.draft, { code, reason, person: by.id, at });
      await enterAct(tx, deps, { by, act: 'overrode', on, detail: { edition: text.draft.edition, code, reason } });
    }
    const to = { standing: { state: 'submitted' }, submitted: { by: by.id, at } } as const;
    return { ok: true, ...movedTo(await changeDraft(tx, deps, text, { by, to, act: 'submitted' })) };
  });
}

/** Errors of the copy desk that nobody has overridden for this edition. */
export async function errorsOf(tx: Tx, deps: Pick<DeskDeps, 'drafts' | 'pictures'>, draft: Draft): Promise<Finding[]> {
  const overridden = new Set((await deps.drafts.overrides(tx, draft)).map(({ code }) => code));
  const findings = await findingsOf(tx, deps, draft);
  return findings.filter(({ severity, code }) => severity === 'error' && !overridden.has(code));
}

/** With what no reason can override: there must be a text, words for what changed, and the pictures that it shows. */
export async function whyNotReady(
  tx: Tx,
  deps: Pick<DeskDeps, 'pictures' | 'publishing'>,
  draft: Draft,
  errors: readonly Finding[],
): Promise<DeskRefusal[]> {
  const refusals: DeskRefusal[] = errors.length === 0 ? [] : [{ reason: 'copy-desk', errors }];
  if (draft.change !== null && draft.change.note.trim() === '') refusals.push({ reason: 'note-missing' });
  for (const asset of await unknownPictures(tx, deps, draft)) refusals.push({ reason: 'picture-unknown', asset });
  const read = publicText(draft.content);
  const told = new Set(errors.map(({ field }) => field));
  return read.ok ? refusals : [...refusals, ...read.refusals.filter(({ field }) => !told.has(field))];
}

async function unknownPictures(
  tx: Tx,
  { pictures, publishing }: Pick<DeskDeps, 'pictures' | 'publishing'>,
  { content }: Draft,
): Promise<string[]> {
  const ids = [...new Set(content.pictures.map(({ picture }) => picture))];
  const kept = new Set((await pictures.pictures(tx, ids)).map(({ id }) => id));
  const assets = await publishing.publications.knownAssets(tx, ids);
  return ids.filter((id) => !kept.has(id) && !assets.has(id));
}

function newOverrides(overrides: SubmitOrder['overrides'], errors: readonly Finding[]): SubmitOrder['overrides'] {
  const codes = new Set(errors.map(({ code }) => code));
  return [...new Map(overrides.map((one) => [one.code, one])).values()].filter(({ code }) => codes.has(code));
}

function whyNoOverride(
  { release, draft }: OpenText,
  { by }: SubmitOrder,
  fresh: SubmitOrder['overrides'],
): DeskRefusal[] {
  if (fresh.length === 0) return [];
  const refusals = whyNotAllowed(by, 'override', { office: release.office, locale: draft.locale });
  if (fresh.some(({ reason }) => reason.trim() === '')) refusals.push({ reason: 'reason-missing' });
  return [...refusals, ...fresh.flatMap(({ code, reason }) => whyNotKept(reason, `overrides.${code}`))];
}
