import type { Tx } from '../database/transaction.ts';
import type { Actor } from '../people/person.ts';
import type { Locale } from '../platform/locales.ts';
import { changeDraft } from './change-draft.ts';
import type { DeskDeps } from './desk-deps.ts';
import { type DeskOutcome, type DeskRefusal, refused } from './desk-outcome.ts';
import type { DraftState } from './draft.ts';
import { whyNotKept } from './draft-text.ts';
import { type OpenText, openText, whyNot } from './open-text.ts';

export interface BundleOrder {
  readonly by: Actor;
  /** For the people of the desk. */
  readonly name: string;
  readonly texts: readonly { readonly release: string; readonly locale: Locale }[];
}

/** What goes public in one step, in under a second. */
const MAX_BUNDLED = 200;
const MAX_NAME_LENGTH = 200;

const movable: readonly DraftState[] = ['draft', 'submitted', 'approved'];

/**
 * Ties texts together: all go public in one transaction, or none. A text leaves the bundle that it was in before.
 *
 * @throws Fault DRAFT_NOT_FOUND
 */
export async function bundleDrafts(deps: DeskDeps, order: BundleOrder): Promise<DeskOutcome<{ bundle: string }>> {
  const { by, name } = order;
  return deps.inTransaction(async (tx): Promise<DeskOutcome<{ bundle: string }>> => {
    const texts = await textsOf(tx, deps, order);
    const refusals: DeskRefusal[] = texts.flatMap((text) => whyNot(text, by, { act: 'schedule', needs: movable }));
    refusals.push(...whyNoBundle(order));
    if (by.id === null || refusals.length > 0) return refused(...refusals);

    const bundle = deps.newId();
    await deps.drafts.addBundle(tx, { id: bundle, name: name.trim(), createdBy: by.id, createdAt: deps.clock.now() });
    for (const text of texts) {
      await changeDraft(tx, deps, text, { by, to: { bundle }, act: 'bundled', detail: { bundle, name: name.trim() } });
    }
    return { ok: true, bundle };
  });
}

async function textsOf(tx: Tx, deps: DeskDeps, { by, texts }: BundleOrder): Promise<OpenText[]> {
  const wanted = new Map(texts.slice(0, MAX_BUNDLED).map((one) => [`${one.release} ${one.locale}`, one]));
  const found: OpenText[] = [];
  for (const { release, locale } of wanted.values()) found.push(await openText(tx, deps, { by, release, locale }));
  return found;
}

function whyNoBundle({ name, texts }: BundleOrder): DeskRefusal[] {
  const refusals: DeskRefusal[] = whyNotKept(name, 'name', MAX_NAME_LENGTH);
  const refuse = (field: string, problem: string) => refusals.push({ reason: 'text-invalid', field, problem });
  if (name.trim() === '') refuse('name', 'it is empty. Write something.');
  if (texts.length === 0) refuse('texts', 'there is none. Choose at least one.');
  if (texts.length > MAX_BUNDLED) refuse('texts', `there are ${texts.length}; at most ${MAX_BUNDLED} go together.`);
  return refusals;
}
