import type { SafeHtml } from '../platform/html.ts';
import type { CivilDay, Instant } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';
import type { ReleaseType } from '../published/list.ts';
import type { Reference } from '../published/reference.ts';

/** An edition's words, already inside the closed subset and the limits (see edition-text.ts). */
export interface EditionText {
  readonly kicker: string | null;
  readonly headline: string;
  readonly summary: string | null;
  readonly place: string | null;
  readonly body: SafeHtml;
  readonly notes: SafeHtml | null;
}

/** A picture of an edition: an asset that is already kept, and the words about it in the edition's language. */
export interface Picture {
  readonly asset: string;
  readonly alt: string;
  readonly caption: string | null;
}

/** Facts of the release. Fixed at its first publication: a later order's are ignored. */
export interface ReleaseFacts {
  readonly id: string;
  readonly office: string;
  readonly type: ReleaseType;
  readonly countries: readonly string[];
  readonly topics: readonly string[];
  readonly organisationWide: boolean;
  /** Null: the next number of the office in that year. */
  readonly reference: Reference | null;
  readonly origin: 'written' | 'imported';
}

/** The wish to make one text public: the first edition of a language version, or the next with its public note. */
export interface PublishOrder {
  readonly release: ReleaseFacts;
  readonly locale: Locale;
  /** Null: made from the headline. Ignored on later editions. */
  readonly slug: string | null;
  readonly text: EditionText;
  readonly pictures: readonly Picture[];
  /** Null: now. An instant or a civil day of the office in the past backdates. */
  readonly at: { readonly instant: Instant } | { readonly day: CivilDay } | null;
  readonly change: {
    readonly kind: 'correction' | 'clarification' | 'update';
    readonly note: string;
    readonly major: boolean;
  } | null;
  readonly translatedFrom: { readonly locale: Locale; readonly edition: number } | null;
  /** Paths on the site it moved from; they redirect to it. */
  readonly legacyPaths: readonly string[];
}

export type PublishRefusal =
  | { readonly reason: 'office-unknown'; readonly office: string }
  | { readonly reason: 'reference-taken'; readonly reference: string }
  | { readonly reason: 'already-public'; readonly locale: Locale }
  | { readonly reason: 'nothing-to-correct'; readonly locale: Locale }
  | { readonly reason: 'ended'; readonly standing: 'withdrawn' | 'retracted' }
  | { readonly reason: 'in-the-future'; readonly at: Instant }
  | { readonly reason: 'picture-unknown'; readonly asset: string }
  | { readonly reason: 'path-taken'; readonly path: string };

export type PublishOutcome =
  | { readonly ok: true; readonly published: readonly PublishedAct[] }
  | { readonly ok: false; readonly refusals: readonly { readonly order: number; readonly refusal: PublishRefusal }[] };

export interface PublishedAct {
  readonly release: string;
  readonly locale: Locale;
  readonly reference: Reference;
  readonly edition: number;
  readonly sequence: number;
  readonly publishedAt: Instant;
}
