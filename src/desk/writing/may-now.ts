import type { Person } from '../../people/person.ts';
import { type Act, may } from '../../people/rights.ts';
import type { Draft, DraftRelease, DraftState } from '../../releases/draft.ts';

/** In which states of a draft each act has something to do. */
const when: Partial<Record<Act, readonly DraftState[]>> = {
  revise: ['draft'],
  submit: ['draft'],
  return: ['submitted', 'approved'],
  approve: ['submitted'],
  schedule: ['approved', 'scheduled'],
  hold: ['scheduled'],
  publish: ['approved'],
  'force-publish': ['draft', 'submitted'],
  correct: ['published'],
  withdraw: ['published'],
  retract: ['published'],
  'take-down': ['published'],
  translate: ['draft', 'submitted', 'approved', 'scheduled', 'published'],
  'share-preview': ['draft', 'submitted', 'approved', 'scheduled'],
};

/** What somebody may do with a draft as it stands: what the application offers. The verbs decide again. */
export function mayNow(person: Person, release: DraftRelease, draft: Draft, hands: ReadonlySet<string>): Act[] {
  const subject = { office: release.office, locale: draft.locale };
  return (Object.entries(when) as [Act, readonly DraftState[]][])
    .filter(([act, states]) => states.includes(draft.standing.state) && may(person, act, subject))
    .filter(([act]) => act !== 'approve' || !hands.has(person.id))
    .map(([act]) => act);
}
