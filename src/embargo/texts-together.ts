import type { Tx } from '../database/transaction.ts';
import type { Actor } from '../people/person.ts';
import type { Act } from '../people/rights.ts';
import type { DeskDeps, TextOrder } from '../releases/desk-deps.ts';
import { type DeskRefusal, saidOf } from '../releases/desk-outcome.ts';
import type { DraftRelease } from '../releases/draft.ts';
import { mayKnowOf, type OpenText, openText, whyNotAllowed } from '../releases/open-text.ts';

/** The text that was asked for, and what goes public with it: the others of its bundle that are not public yet. */
export interface TextsTogether {
  readonly asked: OpenText;
  readonly others: readonly OpenText[];
}

/** @throws Fault DRAFT_NOT_FOUND */
export async function textsTogether(tx: Tx, deps: DeskDeps, order: TextOrder): Promise<TextsTogether> {
  const asked = await openText(tx, deps, order);
  const { release, locale, bundle } = asked.draft;
  const others: OpenText[] = [];
  for (const draft of bundle === null ? [] : await deps.drafts.draftsIn(tx, bundle)) {
    const isAsked = draft.release === release && draft.locale === locale;
    if (isAsked || draft.standing.state === 'published') continue;
    // The tables keep no draft without its release.
    others.push({ release: (await deps.drafts.release(tx, draft.release)) as DraftRelease, draft });
  }
  return { asked, others };
}

/** Of which of the texts somebody may not do this. Of one that is not for them no more is told than that. */
export function notAllowed(by: Actor, act: Act, texts: TextsTogether): readonly DeskRefusal[] {
  const all = [texts.asked, ...texts.others];
  if (all.some(({ release }) => !mayKnowOf(by, release))) return [{ reason: 'not-allowed', act }];
  return all.flatMap(({ release: { office }, draft }) => {
    return saidOf(draft, all, whyNotAllowed(by, act, { office, locale: draft.locale }));
  });
}
