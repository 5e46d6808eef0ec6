import type { DraftState } from '../releases/draft.ts';
import type { RemarkTask } from './contract-reviews.ts';

/** What the contract says of the desk's own lists. */

export interface TextNamed {
  readonly release: string;
  readonly locale: string;
}

export interface ReleaseQuery {
  readonly state?: DraftState | 'withdrawn' | 'retracted';
  readonly office?: string;
  readonly locale?: string;
  readonly search?: string;
  /** Of the page before. */
  readonly after?: string;
}

export interface ReleasePage {
  readonly texts: readonly TextLine[];
  readonly after: string | null;
  /** When the next text that this person may read goes public, whether it is on the page or not; null: none is to. */
  readonly nextLift: string | null;
}

/** A line of the desk's lists. */
export interface TextLine extends TextNamed {
  readonly headline: string;
  readonly office: string;
  readonly type: string;
  readonly state: DraftState | 'withdrawn' | 'retracted';
  readonly reference: string | null;
  readonly edition: number;
  readonly goesPublicAt: string | null;
  readonly isHeld: boolean;
  readonly isStale: boolean;
  readonly isLimited: boolean;
  /** What it goes public together with. */
  readonly bundle: string | null;
  readonly changedAt: string;
  /** Where only the day is known, as of an imported text: that day alone is shown. */
  readonly changedDay: string | null;
  readonly changedBy: string;
}

export interface Work {
  /** What this person began or last wrote at. */
  readonly mine: readonly TextLine[];
  /** Submitted texts they may approve, approved ones they may publish. */
  readonly waiting: readonly TextLine[];
  readonly due: readonly TextLine[];
  readonly tasks: readonly TaskSeen[];
  /** Of texts that this person wrote. */
  readonly remarks: readonly RemarkTask[];
}

export interface TaskSeen extends TextNamed {
  readonly kind: 'follow-correction';
  readonly headline: string;
  readonly sourceLocale: string;
  readonly openedAt: string;
}
