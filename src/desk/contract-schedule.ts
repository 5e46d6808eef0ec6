import type { DraftState } from '../releases/draft.ts';
import type { TextLine, TextNamed } from './contract.ts';

/** What the contract says of when texts go public, and of those that do so together. */

/** A wall clock in a zone. `choice` says which of two such times is meant, where clocks are set back. */
export interface Schedule {
  /** `2026-03-02T09:00` */
  readonly local: string;
  readonly timeZone: string;
  readonly choice: 'earlier' | 'later' | null;
}

export interface ScheduleSeen {
  readonly kind: 'once' | 'never' | 'twice';
  /** What may be meant: one instant, or the two that the clocks offer. */
  readonly instants: readonly string[];
  /** Whether the one that is meant is over by now. */
  readonly isPast: boolean;
  /** Whose clocks one wants to see it on too: of a zone, or of a country. */
  readonly elsewhere: readonly { readonly timeZone: string; readonly country: string | null }[];
}

export interface DueSeen extends TextLine {
  readonly timeZone: string;
}

/** Ties texts together. */
export interface Bundled {
  readonly name: string;
  readonly texts: readonly TextNamed[];
  /** A bundle that one of the texts is in, which the others join; null: a new one. */
  readonly into: string | null;
}

/** Texts that go public in one step: those of them that this person may read. */
export interface BundleSeen {
  readonly id: string;
  readonly name: string;
  readonly texts: readonly BundledSeen[];
}

export interface BundledSeen extends TextNamed {
  readonly headline: string;
  readonly office: string;
  readonly state: DraftState;
  readonly mayUnbundle: boolean;
}
