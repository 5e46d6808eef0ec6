import type { Tx } from '../database/transaction.ts';
import type { Actor } from '../people/person.ts';
import type { Locale } from '../platform/locales.ts';
import { changeDraft } from './change-draft.ts';
import type { DeskDeps } from './desk-deps.ts';
import { type DeskOutcome, type DeskRefusal, refused, saidOf } from './desk-outcome.ts';
import { whyNotKept } from './draft-text.ts';
import { type OpenText, openText, whyNot } from './open-text.ts';

export interface BundleOrder {
  readonly by: Actor;
  /** For the people of the desk. */
  readonly name: string;
  readonly texts: readonly { readonly release: string; readonly locale: Locale }[];
  /** A bundle that one of the texts is in, which the others join under its name; null: a new one. */
  readonly into: string | null;
}

/** What goes public in one step, in under a second. */
const MAX_BUNDLED = 200;
const MAX_NAME_LENGTH = 200;

/**
 * Ties texts together: all go public in one transaction, or none. A text leaves the bundle that it was in before.
 *
 * @throws Fault DRAFT_NOT_FOUND
 */
export async function bundleDrafts(deps: DeskDeps, order: BundleOrder): Promise<DeskOutcome<{ bundle: string }>> {
  const { by, name } = order;
  return deps.inTransaction(async (tx): Promise<DeskOutcome<{ bundle: string }>> => {
    const texts = await textsOf(tx, deps, order);
    const refusals: DeskRefusal[] = texts.flatMap((text) => {
      return saidOf(text.draft, texts, whyNot(text, by, { act: 'bundle' }));
    });
    refusals.push(...whyNoBundle(order), ...(await whyNotInto(tx, deps, order, texts)));
    if (by.id === null || refusals.length > 0) return refused(...refusals);

    const bundle = order.into ?? deps.newId();
    const made = { id: bundle, name: name.trim(), createdBy: by.id, createdAt: deps.clock.now() };
    if (order.into === null) await deps.drafts.addBundle(tx, made);
    for (const text of texts) {
      if (text.draft.bundle === bundle) continue;
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

/** Nobody ties a text to what they may know nothing of. */
async function whyNotInto(
  tx: Tx,
  deps: DeskDeps,
  { into }: BundleOrder,
  texts: readonly OpenText[],
): Promise<DeskRefusal[]> {
  if (into === null) return [];
  if (!texts.some(({ draft }) => draft.bundle === into)) {
    const problem = 'none of these texts is in it any more. Reload the page and choose again.';
    return [{ reason: 'text-invalid', field: 'bundle', problem }];
  }
  const joining = texts.filter(({ draft }) => draft.bundle !== into);
  return whyTooMany((await deps.drafts.draftsIn(tx, into)).length + joining.length);
}

function whyNoBundle({ name, texts }: BundleOrder): DeskRefusal[] {
  const refusals: DeskRefusal[] = whyNotKept(name, 'name', MAX_NAME_LENGTH);
  const refuse = (field: string, problem: string) => refusals.push({ reason: 'text-invalid', field, problem });
  if (name.trim() === '') refuse('name', 'it is empty. Write something.');
  if (texts.length === 0) refuse('texts', 'there is none. Choose at least one.');
  return [...refusals, ...whyTooMany(texts.length)];
}

function whyTooMany(count: number): DeskRefusal[] {
  if (count <= MAX_BUNDLED) return [];
  const problem = `there are ${count}; at most ${MAX_BUNDLED} go together.`;
  return [{ reason: 'text-invalid', field: 'texts', problem }];
}
