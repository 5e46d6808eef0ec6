import type { Audited, Told } from '../audit/entry.ts';
import type { Tx } from '../database/transaction.ts';
import type { Actor } from '../people/person.ts';
import type { DeskDeps } from './desk-deps.ts';
import type { Draft } from './draft.ts';
import { enterAct } from './enter-act.ts';
import type { Moved, OpenText } from './open-text.ts';

interface Change {
  readonly by: Actor;
  readonly to: Partial<Draft>;
  readonly act: Audited;
  readonly detail?: Told;
}

/** Writes a text as it now stands, with its line in the log. What was saved gets a line in its history too. */
export async function changeDraft(
  tx: Tx,
  deps: DeskDeps,
  { release, draft }: OpenText,
  { by, to, act, detail = {} }: Change,
): Promise<Draft> {
  const changed = { ...draft, ...to };
  // Transactions run alone: what this one has read, nobody has changed since.
  await deps.drafts.changeDraft(tx, changed, draft.revision);
  if (changed.revision !== draft.revision) await deps.drafts.addRevision(tx, changed);
  const on = { release: release.id, locale: draft.locale, office: release.office };
  const { edition, revision } = changed;
  await enterAct(tx, deps, { by, act, on, detail: { edition, revision, ...detail } });
  return changed;
}

/** What is saved is written by somebody, who will not approve it. */
export async function saveDraft(
  tx: Tx,
  deps: DeskDeps,
  text: OpenText,
  change: Change & { readonly hand: string },
): Promise<Draft> {
  const saved = { revision: text.draft.revision + 1, changedBy: change.hand, changedAt: deps.clock.now() };
  const draft = await changeDraft(tx, deps, text, { ...change, to: { ...change.to, ...saved } });
  await deps.drafts.addHand(tx, draft, change.hand);
  return draft;
}

export function movedTo({ standing, revision }: Draft): Moved {
  return { state: standing.state, revision };
}
