import type { Instant } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';

/** The wish to end a public text. */
export interface EndOrder {
  readonly release: string;
  readonly locale: Locale;
  /** Public, in the language of the text. */
  readonly reason: string;
  /** Null: now. */
  readonly at: Instant | null;
  /** Takes the words out of the text's address, too. */
  readonly forgetsAddress?: boolean;
}

export type EndRefusal =
  | { readonly reason: 'not-public' }
  | { readonly reason: 'ended'; readonly standing: 'withdrawn' | 'retracted' }
  | { readonly reason: 'in-the-future'; readonly at: Instant };

export type EndOutcome =
  | { readonly ok: true; readonly sequence: number; readonly at: Instant }
  | { readonly ok: false; readonly refusals: readonly [EndRefusal] };
