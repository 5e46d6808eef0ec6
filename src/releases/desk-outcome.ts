import type { InstitutionRefusal } from '../offices/institution-refusal.ts';
import type { PeopleRefusal } from '../people/refusal.ts';
import type { Act } from '../people/rights.ts';
import type { Instant } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';
import type { Draft, DraftState, KeptRevision } from './draft.ts';
import type { EndRefusal } from './end-order.ts';
import type { PublishRefusal } from './publish-order.ts';

/** Every reason why the desk did not do what it was asked, with the facts that a person needs to go on. */
export type DeskRefusal = Reason & {
  /** Where an act is for several texts: the one for which it is refused. */
  readonly of?: RefusedText;
};

export interface RefusedText {
  readonly release: string;
  readonly locale: Locale;
  /** Where people are told. */
  readonly headline?: string;
}

type Reason =
  | { readonly reason: 'not-allowed'; readonly act: Act }
  | { readonly reason: 'wrong-state'; readonly state: DraftState; readonly needs: readonly DraftState[] }
  /** Somebody saved first: their text, to be put beside one's own. */
  | { readonly reason: 'changed-meanwhile'; readonly theirs: KeptRevision }
  | { readonly reason: 'own-text' }
  /** One neither submitted it nor wrote at it. */
  | { readonly reason: 'others-text' }
  /** For discarding: one did not write at it, and may not send it back either. */
  | { readonly reason: 'others-draft' }
  /** Somebody threw it away; `by` is an id. */
  | { readonly reason: 'discarded'; readonly by: string; readonly at: Instant }
  | { readonly reason: 'copy-desk'; readonly errors: readonly Finding[] }
  | { readonly reason: 'reason-missing' }
  | { readonly reason: 'answer-missing' }
  /** Somebody settled the remark; `by` is an id. */
  | { readonly reason: 'already-settled'; readonly by: string; readonly at: Instant }
  /** It says that nothing wrong was found. */
  | { readonly reason: 'nothing-to-settle' }
  | { readonly reason: 'note-missing' }
  | { readonly reason: 'text-invalid'; readonly field: string; readonly problem: string }
  | { readonly reason: 'in-the-past'; readonly at: Instant }
  | { readonly reason: 'not-yet-due'; readonly at: Instant }
  | { readonly reason: 'no-such-time'; readonly before: Instant; readonly after: Instant }
  | { readonly reason: 'two-such-times'; readonly earlier: Instant; readonly later: Instant }
  | { readonly reason: 'held' }
  | { readonly reason: 'language-taken'; readonly locale: Locale }
  | { readonly reason: 'language-unknown'; readonly locale: Locale }
  /** Above a list stands only what is on it. */
  | { readonly reason: 'not-on-list' }
  /** What has the places above the list. */
  | { readonly reason: 'pins-full'; readonly references: readonly string[] }
  | { readonly reason: 'bundle-waits'; readonly locale: Locale; readonly state: DraftState }
  | PublishRefusal
  | EndRefusal
  | InstitutionRefusal
  | PeopleRefusal;

export type DeskOutcome<Done = Record<never, never>> =
  | ({ readonly ok: true } & Done)
  | { readonly ok: false; readonly refusals: readonly DeskRefusal[] };

/** What the copy desk says of a text. Errors stop it unless somebody overrides them with a reason. */
export interface Finding {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** `headline`, `body`, `pictures.0.alt` … */
  readonly field: string;
  /** What it was found in, at most 120 characters. */
  readonly excerpt: string;
}

export function refused(...refusals: DeskRefusal[]): { readonly ok: false; readonly refusals: readonly DeskRefusal[] } {
  return { ok: false, refusals };
}

/** Why an act for texts is refused for one of them. Where that is the only one nothing more need be said. */
export function saidOf(
  { release, locale }: Pick<Draft, 'release' | 'locale'>,
  texts: readonly unknown[],
  refusals: readonly DeskRefusal[],
): readonly DeskRefusal[] {
  return texts.length === 1 ? refusals : refusals.map((one) => ({ ...one, of: { release, locale } }));
}
