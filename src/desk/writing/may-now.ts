import type { Person } from '../../people/person.ts';
import { type Act, may } from '../../people/rights.ts';
import { whyNotToDiscard } from '../../releases/discard-drafts.ts';
import type { Draft, DraftRelease, DraftState } from '../../releases/draft.ts';
import { isOwn } from '../../releases/recall-draft.ts';
import { whyNotToRestore } from '../../releases/restore-drafts.ts';
import { standsIn, statesFor, type TextAct } from '../../releases/states-for.ts';

/** What somebody may do with a draft as it stands: what the application offers. The verbs decide again, by the same table. */
export function mayNow(person: Person, release: DraftRelease, draft: Draft, hands: ReadonlySet<string>): Act[] {
  const subject = { office: release.office, locale: draft.locale };
  return (Object.entries(statesFor) as [TextAct, readonly DraftState[]][])
    .filter(([act, states]) => standsIn(states, draft) && may(person, act, subject))
    .filter(([act]) => act !== 'approve' || !hands.has(person.id))
    .filter(([act]) => act !== 'recall' || isOwn(person.id, draft, hands))
    .filter(([act]) => act !== 'discard' || whyNotToDiscard({ release, draft }, person, hands).length === 0)
    .filter(([act]) => act !== 'restore' || whyNotToRestore({ release, draft }, person).length === 0)
    .filter(([act]) => act !== 'unbundle' || draft.bundle !== null)
    .map(([act]) => act);
}
