import { isDeepStrictEqual } from 'node:util';
import { saveDraft } from './change-draft.ts';
import type { DeskDeps, SeenOrder } from './desk-deps.ts';
import { type DeskOutcome, type DeskRefusal, refused } from './desk-outcome.ts';
import type { Draft, DraftContent } from './draft.ts';
import { draftContent, whyNotKept } from './draft-text.ts';
import { openText, whyNot } from './open-text.ts';
import { slugTyped } from './slug.ts';

export interface ReviseOrder extends SeenOrder {
  readonly content: DraftContent;
  /** Null or empty: made from the headline at the first publication. */
  readonly slug: string | null;
}

/** Longer than any address. */
const MAX_SLUG_LENGTH = 1_000;

/**
 * Saves what somebody wrote. When somebody else saved since, nothing is written and their text comes back. A text that is
 * the same already changes nothing, so a save may be sent twice.
 *
 * @throws Fault DRAFT_NOT_FOUND
 */
export async function reviseDraft(deps: DeskDeps, order: ReviseOrder): Promise<DeskOutcome<{ draft: Draft }>> {
  const { by } = order;
  const wanted = draftContent(order.content);
  const slug = slugTyped(order.slug);
  return deps.inTransaction(async (tx): Promise<DeskOutcome<{ draft: Draft }>> => {
    const text = await openText(tx, deps, order);
    const { draft } = text;
    const isSame = wanted.ok && slug === draft.slug && isDeepStrictEqual(wanted.content, draft.content);
    const seen = isSame ? draft.revision : order.revision;
    const refusals: DeskRefusal[] = whyNot(text, by, { act: 'revise', seen });
    refusals.push(...whyNotKept(order.slug ?? '', 'slug', MAX_SLUG_LENGTH));
    if (!wanted.ok) return refused(...refusals, ...wanted.refusals);
    if (by.id === null || refusals.length > 0) return refused(...refusals);
    if (isSame) return { ok: true, draft };

    const to = { content: wanted.content, slug };
    return { ok: true, draft: await saveDraft(tx, deps, text, { by, hand: by.id, act: 'revised', to }) };
  });
}
