import type { Tx } from '../database/transaction.ts';
import type { Instant } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';
import type { ReleaseType } from '../published/list.ts';

/** A release as the desk knows it, from its first word on. */
export interface DraftRelease {
  readonly id: string;
  readonly office: string;
  readonly type: ReleaseType;
  readonly countries: readonly string[];
  readonly topics: readonly string[];
  readonly organisationWide: boolean;
  /** The language it was first written in. */
  readonly original: Locale;
  /** Null: everybody with a role there. Else only these people may know of it. */
  readonly limitedTo: readonly string[] | null;
  readonly createdBy: string;
  readonly createdAt: Instant;
}

/** What one writes. Any strings within the limits of edition-text.ts: a draft may be unfinished. */
export interface DraftContent {
  readonly kicker: string;
  readonly headline: string;
  readonly summary: string;
  readonly place: string;
  /** HTML of the closed subset. */
  readonly body: string;
  readonly notes: string;
  readonly pictures: readonly DraftPicture[];
}

export interface DraftPicture {
  /** Of the table `picture`. */
  readonly picture: string;
  readonly alt: string;
  readonly caption: string;
}

export const emptyContent: DraftContent = {
  ...{ kicker: '', headline: '', summary: '', place: '', body: '', notes: '' },
  pictures: [],
};

/** Where a language version in work stands. A state is one of these, never a mixture. */
export type DraftStanding =
  | { readonly state: 'draft' }
  | { readonly state: 'submitted' }
  | { readonly state: 'approved' }
  | { readonly state: 'scheduled'; readonly goesPublicAt: Instant; readonly heldAt: Instant | null }
  /** The edition is public; what the desk holds is its text. */
  | { readonly state: 'published' }
  /** A draft that was thrown away: hidden until it is restored. Of a later edition: what is public stays as it is. */
  | { readonly state: 'discarded'; readonly by: string; readonly at: Instant };

export type DraftState = DraftStanding['state'];

/** One language version in work. */
export interface Draft {
  readonly release: string;
  readonly locale: Locale;
  /** The edition it becomes, or is. */
  readonly edition: number;
  /** +1 with every save; whoever saves names the one they began from. */
  readonly revision: number;
  readonly standing: DraftStanding;
  readonly content: DraftContent;
  /** Null: made from the headline at the first publication. */
  readonly slug: string | null;
  /** What it is a translation of, and how far it has caught up. */
  readonly source: { readonly locale: Locale; readonly edition: number; readonly revision: number } | null;
  /** Of a later edition that is not public: how far what is public has caught up; null: as far as the edition itself. */
  readonly publicSource: Draft['source'];
  /** For every edition but the first. */
  readonly change: DraftChange | null;
  readonly submitted: Signed | null;
  readonly approved: Signed | null;
  readonly scheduledBy: string | null;
  readonly bundle: string | null;
  /** Published without a second person's approval. */
  readonly forcedReason: string | null;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

export interface DraftChange {
  readonly kind: 'correction' | 'clarification' | 'update';
  /** Public: says what was wrong. Empty while one writes. */
  readonly note: string;
  readonly isMajor: boolean;
}

export interface Signed {
  readonly by: string;
  readonly at: Instant;
}

/** The rows of what is in work. Every write is of a whole draft as the verb has decided it. */
export interface DraftStore {
  release(tx: Tx, id: string): Promise<DraftRelease | null>;
  /** By their ids, as far as they are there. */
  releases(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, DraftRelease>>;
  addRelease(tx: Tx, release: DraftRelease): Promise<void>;
  changeRelease(tx: Tx, release: DraftRelease): Promise<void>;
  /** Which of these people there are. */
  knownPeople(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>>;
  draft(tx: Tx, release: string, locale: Locale): Promise<Draft | null>;
  /** In the order in which they were begun. */
  draftsOf(tx: Tx, release: string): Promise<readonly Draft[]>;
  draftsIn(tx: Tx, bundle: string): Promise<readonly Draft[]>;
  /** As draftsIn, without reading the texts. */
  standingsIn(tx: Tx, bundle: string): Promise<readonly Pick<Draft, 'release' | 'locale' | 'standing'>[]>;
  addBundle(tx: Tx, bundle: Bundle): Promise<void>;
  addDraft(tx: Tx, draft: Draft): Promise<void>;
  /**
   * Replaces the draft, if its revision is still `from`.
   *
   * @returns false when somebody else saved meanwhile; nothing is written then.
   */
  changeDraft(tx: Tx, draft: Draft, from: number): Promise<boolean>;
  /** Writes drafts as published, with the reason for which they were forced, in as few steps as the tables allow. */
  markPublished(tx: Tx, drafts: readonly Draft[]): Promise<void>;
  /** Keeps what a save wrote, for the history. */
  addRevision(tx: Tx, draft: Draft): Promise<void>;
  revision(tx: Tx, release: string, locale: Locale, revision: number): Promise<KeptRevision | null>;
  /** The first save of this edition: of a later one, what was public before. Null where there is none. */
  firstRevision(tx: Tx, text: Pick<Draft, 'release' | 'locale' | 'edition'>): Promise<KeptRevision | null>;
  /** Newest first, without their content. */
  revisions(
    tx: Tx,
    release: string,
    locale: Locale,
    span: RevisionSpan,
  ): Promise<readonly Omit<KeptRevision, 'content'>[]>;
  /** Remembers who wrote at an edition. Safe to say twice. */
  addHand(tx: Tx, draft: Draft, person: string): Promise<void>;
  handsOf(tx: Tx, draft: Draft): Promise<ReadonlySet<string>>;
  overrides(tx: Tx, draft: Draft): Promise<readonly Override[]>;
  /** Who wrote at a discarded correction, and what was let pass there, is not of the one begun in its place. */
  forgetEdition(tx: Tx, text: Pick<Draft, 'release' | 'locale' | 'edition'>): Promise<void>;
  addOverride(tx: Tx, draft: Draft, override: Override): Promise<void>;
  /** Scheduled and not held, due at or before `at`, oldest first. */
  due(tx: Tx, at: Instant, limit: number): Promise<readonly Draft[]>;
  /** The next instant at which something is due; null when nothing is. */
  nextDue(tx: Tx): Promise<Instant | null>;
  /** The facts of a public release, as the desk would hold them: an imported one was never written here. */
  publicRelease(tx: Tx, id: string): Promise<PublicFacts | null>;
  /** The words of the newest public edition, as the desk would hold them; null where none is readable. */
  publicText(tx: Tx, release: string, locale: Locale): Promise<PublicText | null>;
}

/** Texts that go public in one transaction, or not at all. */
export interface Bundle {
  readonly id: string;
  readonly name: string;
  readonly createdBy: string;
  readonly createdAt: Instant;
}

export type PublicFacts = Omit<DraftRelease, 'createdBy' | 'createdAt' | 'limitedTo'>;

export interface PublicText {
  readonly edition: number;
  readonly slug: string;
  /** Its pictures are assets. */
  readonly content: DraftContent;
  /** Of a later edition; null for the first. */
  readonly change: DraftChange | null;
  readonly translatedFrom: { readonly locale: Locale; readonly edition: number } | null;
}

/** The newest of the revisions from one to another, both included; left out: to the end. */
export interface RevisionSpan {
  readonly from?: number;
  readonly to?: number;
  readonly limit: number;
}

export interface KeptRevision {
  readonly edition: number;
  readonly revision: number;
  readonly content: DraftContent;
  readonly savedBy: string;
  readonly savedAt: Instant;
}

/** Why an error of the copy desk does not stop this edition. */
export interface Override {
  readonly code: string;
  readonly reason: string;
  readonly person: string;
  readonly at: Instant;
}
