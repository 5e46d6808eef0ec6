import type { AuditEntry } from '../audit/entry.ts';
import type { Assignment, Person } from '../people/person.ts';
import type { Act } from '../people/rights.ts';
import type { MadeLink } from '../people/single-use-link.ts';
import type { NeverOverridden } from '../releases/copy-desk/checks.ts';
import type { DeskRefusal, Finding } from '../releases/desk-outcome.ts';
import type { DraftContent, DraftState } from '../releases/draft.ts';
import type {
  BoilerplateSeen,
  InstitutionKept,
  InstitutionSeen,
  KeyScope,
  KeySeen,
  NewKey,
  OfficeChange,
  OfficeKept,
  OrganisationChange,
  OrganisationKept,
  TopicChange,
  TopicKept,
} from './contract-institution.ts';
import type { ReleasePage, ReleaseQuery, TaskSeen, TextLine, TextNamed, Work } from './contract-lists.ts';
import type { AuditLine, AuditQuery, Health } from './contract-looking-back.ts';
import type { Invite, LinkSeen, LinkUsed, Me, PasskeySeen, SessionSeen, SignedIn, SignIn } from './contract-people.ts';
import type { Credited, PictureSeen, PictureSent } from './contract-pictures.ts';
import type { OpenRemark, PreviewSeen, RemarkSeen } from './contract-reviews.ts';
import type { Bundled, BundledSeen, BundleSeen, DueSeen, Schedule, ScheduleSeen } from './contract-schedule.ts';

export type {
  AuditLine,
  AuditQuery,
  BoilerplateSeen,
  BundledSeen,
  BundleSeen,
  Credited,
  DueSeen,
  Health,
  InstitutionKept,
  InstitutionSeen,
  Invite,
  KeyScope,
  KeySeen,
  LinkSeen,
  LinkUsed,
  MadeLink,
  Me,
  NeverOverridden,
  OfficeChange,
  OfficeKept,
  OpenRemark,
  OrganisationChange,
  OrganisationKept,
  PasskeySeen,
  PictureSeen,
  PictureSent,
  PreviewSeen,
  ReleasePage,
  ReleaseQuery,
  RemarkSeen,
  Schedule,
  ScheduleSeen,
  SessionSeen,
  SignedIn,
  SignIn,
  TaskSeen,
  TextLine,
  TextNamed,
  TopicChange,
  TopicKept,
  Work,
};

/**
 * What the browser application and the server say to each other: all of it. Types only, so that the browser takes no
 * server code. Every call is JSON over `path`; a `GET` carries its order in the query. What a call answers:
 *
 * - 200 and `Answer`;
 * - 409 and `Refused`: everything that stands in the way, at once;
 * - 400 and `Problem`: the order itself is not well formed;
 * - 401: nobody is signed in; 404: there is no such thing, or it is not for this person;
 * - 429 and `Problem`: too many calls by somebody who is not signed in;
 * - 426 and `Problem`: this page is older than the server; what was typed is kept, reload.
 */
export interface Calls {
  // People
  'GET /desk/api/me': { order: None; answer: Me };
  /** How one may sign in besides a password; `oidc` is what the organisation's own sign-in is called, begun at /desk/oidc/begin. */
  'GET /desk/api/ways-in': { order: None; answer: { oidc: string | null } };
  'POST /desk/api/sign-in': { order: SignIn; answer: SignedIn };
  'POST /desk/api/sign-out': { order: None; answer: None };
  'POST /desk/api/links/look': { order: { token: string }; answer: LinkSeen };
  'POST /desk/api/links/use': { order: LinkUsed; answer: SignedIn };
  'POST /desk/api/reset-requests': { order: { email: string }; answer: None };
  'GET /desk/api/sessions': { order: None; answer: { sessions: readonly SessionSeen[] } };
  'POST /desk/api/sessions/end': { order: { session: string }; answer: None };
  'POST /desk/api/password': { order: { current: string; next: string }; answer: None };
  'POST /desk/api/totp/begin': { order: None; answer: { secret: string; address: string } };
  'POST /desk/api/totp/confirm': { order: { code: string }; answer: { recoveryCodes: readonly string[] } };
  'POST /desk/api/totp/remove': { order: { password: string }; answer: None };
  'POST /desk/api/recovery-codes': { order: { password: string }; answer: { recoveryCodes: readonly string[] } };
  'GET /desk/api/passkeys': { order: None; answer: { passkeys: readonly PasskeySeen[] } };
  'POST /desk/api/passkeys/begin': { order: None; answer: { options: Json } };
  'POST /desk/api/passkeys/add': { order: { response: Json; name: string }; answer: None };
  'POST /desk/api/passkeys/remove': { order: { passkey: string }; answer: None };
  'POST /desk/api/passkeys/challenge': { order: None; answer: { options: Json } };
  'POST /desk/api/passkeys/sign-in': { order: { response: Json }; answer: SignedIn };
  'POST /desk/api/language': { order: { language: string }; answer: None };
  'GET /desk/api/people': { order: None; answer: { people: readonly Person[] } };
  'POST /desk/api/people/invite': { order: Invite; answer: MadeLink };
  'POST /desk/api/people/assign': { order: { person: string; assignments: readonly Assignment[] }; answer: None };
  'POST /desk/api/people/disable': { order: { person: string; isDisabled: boolean }; answer: None };
  'POST /desk/api/people/reset': { order: { person: string }; answer: MadeLink };

  // Work
  'GET /desk/api/work': { order: None; answer: Work };
  'GET /desk/api/releases': { order: ReleaseQuery; answer: ReleasePage };
  'POST /desk/api/releases': { order: NewRelease; answer: { release: string } };
  'GET /desk/api/release': { order: { release: string }; answer: ReleaseOpened };
  'POST /desk/api/release/facts': { order: ChangedFacts; answer: None };
  'POST /desk/api/release/limit': { order: { release: string; people: readonly string[] | null }; answer: None };
  /** `list` by its name in `ReleaseOpened.lists`. */
  'POST /desk/api/release/pin': { order: { release: string; list: string }; answer: None };
  'POST /desk/api/release/unpin': { order: { release: string; list: string }; answer: None };
  'POST /desk/api/release/languages': { order: NewLanguage; answer: { draft: DraftOpened } };
  'POST /desk/api/draft/save': { order: Save; answer: { revision: number; findings: readonly Finding[] } };
  'POST /desk/api/draft/check': {
    order: { text: DraftContent; locale: string; slug: string | null };
    /** `slug`: the end of the address that these words make. */
    answer: { findings: readonly Finding[]; slug: string };
  };
  /** The saves of a text, gathered by sitting; newest first. */
  'GET /desk/api/draft/sittings': { order: TextNamed; answer: { sittings: readonly SittingSeen[] } };
  'GET /desk/api/draft/revisions': {
    order: TextNamed & { from?: number; to?: number };
    answer: { revisions: readonly RevisionSeen[] };
  };
  'GET /desk/api/draft/revision': { order: TextNamed & { revision: number }; answer: { content: DraftContent } };
  'POST /desk/api/draft/caught-up': { order: TextNamed & { revision: number }; answer: None };
  /** Throws drafts of one release away, all of those named or none; and brings them back. */
  'POST /desk/api/drafts/discard': {
    order: { release: string; texts: readonly { locale: string; revision: number }[] };
    answer: None;
  };
  'POST /desk/api/drafts/restore': { order: { release: string; locales: readonly string[] }; answer: None };
  'POST /desk/api/draft/submit': { order: Acted & { overrides: readonly Overridden[] }; answer: Moved };
  'POST /desk/api/draft/recall': { order: Acted; answer: Moved };
  'POST /desk/api/draft/return': { order: Acted & { reason: string }; answer: Moved };
  'POST /desk/api/draft/approve': { order: Acted; answer: Moved };
  'POST /desk/api/draft/schedule': { order: Acted & Schedule; answer: Moved };
  'POST /desk/api/draft/hold': { order: TextNamed; answer: Moved };
  'POST /desk/api/draft/let-go': { order: TextNamed; answer: Moved };
  'POST /desk/api/draft/unschedule': { order: TextNamed; answer: Moved };
  'POST /desk/api/draft/unbundle': { order: TextNamed; answer: Moved };
  'POST /desk/api/draft/publish': { order: Acted & { forced: string | null }; answer: Moved };
  'POST /desk/api/draft/correct': { order: TextNamed & { change: Change }; answer: { draft: DraftOpened } };
  'POST /desk/api/draft/change': { order: Acted & { change: Change }; answer: { revision: number } };
  'POST /desk/api/text/withdraw': { order: TextNamed & { publicReason: string }; answer: None };
  'POST /desk/api/text/retract': { order: TextNamed & { publicReason: string }; answer: None };
  'POST /desk/api/text/take-down': { order: TextNamed & { legalReason: string }; answer: None };
  'POST /desk/api/bundles': { order: Bundled; answer: { bundle: string } };
  'POST /desk/api/schedule/look': {
    order: Schedule & { office: string; countries: readonly string[] };
    answer: ScheduleSeen;
  };
  'GET /desk/api/schedule': {
    order: None;
    answer: { due: readonly DueSeen[]; bundles: readonly BundleSeen[] };
  };
  /** With a question its reader is asked to review the text; it may be empty. */
  'POST /desk/api/previews': {
    order: TextNamed & { days: number; question?: string | null };
    answer: { link: string; id: string };
  };
  'GET /desk/api/previews': { order: TextNamed; answer: { previews: readonly PreviewSeen[] } };
  'POST /desk/api/previews/revoke': { order: { preview: string }; answer: None };
  /** What people outside remarked of a text, newest first. */
  'GET /desk/api/remarks': { order: TextNamed; answer: { remarks: readonly RemarkSeen[] } };
  'POST /desk/api/remarks/settle': { order: { remark: string; answer: string }; answer: None };
  /** No JSON goes this way: the body is the bytes, and `x-file-name` holds the name, percent-encoded. */
  'POST /desk/api/pictures': { order: PictureSent; answer: { picture: PictureSeen } };
  'GET /desk/api/pictures': { order: { search: string }; answer: { pictures: readonly PictureSeen[] } };
  'POST /desk/api/pictures/credit': { order: Credited; answer: { picture: PictureSeen } };

  // The institution, and looking back
  'GET /desk/api/institution': { order: None; answer: InstitutionSeen };
  'GET /desk/api/institution/kept': { order: None; answer: InstitutionKept };
  'POST /desk/api/organisation': { order: OrganisationChange; answer: None };
  'POST /desk/api/offices': { order: OfficeChange; answer: None };
  'POST /desk/api/topics': { order: TopicChange; answer: None };
  /** Revoked ones too, newest first; for whoever keeps keys. */
  'GET /desk/api/keys': { order: None; answer: { keys: readonly KeySeen[] } };
  /** `text` is the key itself, told this once. */
  'POST /desk/api/keys': { order: NewKey; answer: { text: string } };
  'POST /desk/api/keys/revoke': { order: { key: string }; answer: None };
  'GET /desk/api/boilerplate': {
    order: { office: string; locale: string };
    answer: { boilerplate: readonly BoilerplateSeen[] };
  };
  'POST /desk/api/boilerplate': { order: BoilerplateSeen & { office: string; locale: string }; answer: None };
  /** The log as it is, at most 200 entries. */
  'GET /desk/api/audit': { order: AuditQuery; answer: { entries: readonly AuditEntry[] } };
  /** The log for people: the saves of a sitting are one line. `before` asks for the next page. */
  'GET /desk/api/audit/lines': { order: AuditQuery; answer: { lines: readonly AuditLine[]; before: number | null } };
  'GET /desk/api/health': { order: None; answer: Health };
}

/** The one call whose order is not JSON. */
export const pictureUpload = 'POST /desk/api/pictures' satisfies keyof Calls;

/** Which build of the application and the server belong together; a request names it in this header. */
export const buildHeader = 'x-dateline-build';

export type CallName = Exclude<keyof Calls, typeof pictureUpload>;
export type OrderOf<Name extends keyof Calls> = Calls[Name]['order'];
export type AnswerOf<Name extends keyof Calls> = Calls[Name]['answer'];

export type None = Readonly<Record<string, never>>;
export type Json = unknown;

export interface Refused {
  /** In `changed-meanwhile` `savedBy` is a name, in `discarded` and `already-settled` `by`, as everywhere here; `of` has the headline. */
  readonly refusals: readonly DeskRefusal[];
}

export interface Problem {
  readonly code: string;
  readonly message: string;
}

/** An act on the text as one saw it: refused when somebody saved since. */
export interface Acted extends TextNamed {
  readonly revision: number;
}

export interface Moved {
  readonly state: DraftState;
  readonly revision: number;
}

export interface Overridden {
  readonly code: string;
  readonly reason: string;
}

export interface Save extends Acted {
  readonly content: DraftContent;
  readonly slug: string | null;
}

export interface Change {
  readonly kind: 'correction' | 'clarification' | 'update';
  readonly note: string;
  readonly isMajor: boolean;
}

export interface NewRelease {
  readonly office: string;
  readonly type: string;
  readonly original: string;
}

export interface ChangedFacts {
  readonly release: string;
  readonly type: string;
  readonly countries: readonly string[];
  readonly topics: readonly string[];
  readonly organisationWide: boolean;
}

export interface NewLanguage {
  readonly release: string;
  readonly locale: string;
  /** Null: written anew, not translated. */
  readonly source: string | null;
}

export interface ReleaseOpened {
  readonly release: {
    readonly id: string;
    readonly office: string;
    readonly type: string;
    readonly countries: readonly string[];
    readonly topics: readonly string[];
    readonly organisationWide: boolean;
    readonly original: string;
    readonly limitedTo: readonly string[] | null;
    /** Null before the first publication. */
    readonly reference: string | null;
  };
  readonly drafts: readonly DraftOpened[];
  /** Those that the drafts are in. */
  readonly bundles: readonly BundleSeen[];
  /** Public now, by language. */
  readonly published: readonly PublishedSeen[];
  /** Those it is on, once something of it is public. */
  readonly lists: readonly ListSeen[];
}

/** `list`: `organisation`, `office:CO-BEIJING`, `country:CN`, `topic:labour`, `type:news`. */
export interface ListSeen {
  readonly list: string;
  readonly isPinned: boolean;
  readonly mayPin: boolean;
}

export interface PublishedSeen {
  readonly locale: string;
  readonly standing: 'published' | 'withdrawn' | 'retracted';
  readonly edition: number;
  /** Empty for what was retracted. */
  readonly headline: string;
  readonly address: string;
  readonly publishedAt: string;
  /** Where only the day is known: that day alone is shown. */
  readonly publishedDay: string | null;
}

export interface DraftOpened {
  readonly locale: string;
  readonly edition: number;
  readonly revision: number;
  /** Beside a correction that was discarded: published, with what is public. */
  readonly state: DraftState;
  /** Who threw it away, or the correction that was begun, by name. */
  readonly discarded: { readonly by: string; readonly at: string } | null;
  readonly content: DraftContent;
  readonly slug: string | null;
  readonly source: { readonly locale: string; readonly isStale: boolean } | null;
  readonly change: Change | null;
  readonly goesPublicAt: string | null;
  readonly isHeld: boolean;
  readonly bundle: string | null;
  readonly forcedReason: string | null;
  readonly submittedBy: string | null;
  readonly approvedBy: string | null;
  readonly changedBy: string;
  readonly changedAt: string;
  /** Who wrote at this edition, by their ids: none of them approves it. */
  readonly hands: readonly string[];
  readonly findings: readonly Finding[];
  /** What people outside remarked of it or its bundle and nobody has settled, newest first, at most 20. */
  readonly openRemarks: readonly OpenRemark[];
  /** Those of its content, in no order. */
  readonly pictures: readonly PictureSeen[];
  /** What this person may do with it as it stands. */
  readonly may: readonly Act[];
}

export interface RevisionSeen {
  readonly edition: number;
  readonly revision: number;
  readonly savedBy: string;
  readonly savedAt: string;
}

/** Saves of one person, one soon after the other. `first` and `last` are revisions. */
export interface SittingSeen {
  readonly edition: number;
  readonly first: number;
  readonly last: number;
  readonly count: number;
  readonly savedBy: string;
  readonly from: string;
  readonly to: string;
}
