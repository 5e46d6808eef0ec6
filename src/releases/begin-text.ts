import type { Audited, Told } from '../audit/entry.ts';
import type { Tx } from '../database/transaction.ts';
import type { Actor } from '../people/person.ts';
import type { DeskDeps } from './desk-deps.ts';
import type { Draft, DraftRelease } from './draft.ts';
import { enterAct } from './enter-act.ts';

interface Begun {
  readonly by: Actor;
  readonly release: DraftRelease;
  readonly text: Pick<Draft, 'locale' | 'content' | 'source'>;
  readonly act: Audited;
}

/** The first draft of a language version. */
export async function beginText(tx: Tx, deps: DeskDeps, { by, release, text, act }: Begun): Promise<Draft> {
  const draft: Draft = {
    ...{ release: release.id, edition: 1, revision: 1, standing: { state: 'draft' }, slug: null, ...text },
    publicSource: null,
    ...{ change: null, submitted: null, approved: null, scheduledBy: null, bundle: null, forcedReason: null },
    ...{ changedBy: by.id ?? release.createdBy, changedAt: deps.clock.now() },
  };
  await deps.drafts.addDraft(tx, draft);
  await deps.drafts.addRevision(tx, draft);
  const on = { release: release.id, locale: draft.locale, office: release.office };
  const detail: Told = { edition: 1, revision: 1, ...(text.source === null ? {} : { from: text.source.locale }) };
  await enterAct(tx, deps, { by, act, on, detail });
  return draft;
}
