/**
 * The desk's tables: people, what is being written, when it goes public, and who did what. Behind the wall: the public
 * half cannot name them. Values are kept as in schema.ts; an empty text in `office` or `locale` of an assignment means any.
 */
export interface WritingTables {
  person: {
    id: string;
    name: string;
    /** Lower case. */
    email: string;
    /** Of the desk's interface. */
    language: string;
    standing: 'invited' | 'active' | 'disabled';
    /** argon2id, in PHC form; null where the person signs in by passkey or through their organisation. */
    password_hash: string | null;
    /** Base32; asked for once it is confirmed. */
    totp_secret: string | null;
    totp_confirmed_at: string | null;
    /** The last time step that a code was taken for: a code works once. */
    totp_last_step: number | null;
    created_at: string;
  };
  assignment: { person: string; role: string; office: string; locale: string };
  passkey: {
    /** Base64url, as the authenticator names it. */
    id: string;
    person: string;
    public_key: string;
    counter: number;
    /** JSON array. */
    transports: string;
    name: string;
    created_at: string;
    used_at: string | null;
  };
  /** A challenge that was sent to a browser and not yet answered. */
  challenge: { hash: string; purpose: 'register' | 'sign-in' | 'oidc'; content: string; expires_at: string };
  recovery_code: { person: string; hash: string; used_at: string | null };
  oidc_identity: { issuer: string; subject: string; person: string };
  session: {
    /** SHA-256 of what the cookie holds. */
    hash: string;
    id: string;
    person: string;
    created_at: string;
    seen_at: string;
    expires_at: string;
    ended_at: string | null;
    address: string;
    agent: string;
  };
  single_use_link: {
    hash: string;
    purpose: 'first-administrator' | 'invitation' | 'reset';
    person: string | null;
    created_at: string;
    expires_at: string;
    used_at: string | null;
  };
  sign_in_attempt: { id: string; account: string; address: string; at: string };

  /** A release as the desk knows it, from its first word on. Its facts move to `release` with the first publication. */
  draft_release: {
    id: string;
    office: string;
    type: string;
    /** JSON arrays. */
    countries: string;
    topics: string;
    organisation_wide: 0 | 1;
    /** Language it was first written in. */
    original: string;
    /** 1: only its readers below may know of it. */
    is_limited: 0 | 1;
    created_by: string;
    created_at: string;
  };
  draft_reader: { release: string; person: string };
  /** One language version in work: the next edition, or the last one once that is public. */
  draft: {
    release: string;
    locale: string;
    /** The release's, which never changes: what lists are filtered by. */
    office: string;
    /** From 1, in the order in which the languages of the release were begun. */
    position: number;
    /** The edition it becomes. */
    edition: number;
    /** +1 with every save: the precondition of the next. */
    revision: number;
    state: 'draft' | 'submitted' | 'approved' | 'scheduled' | 'published';
    /** For lists; may be empty while one writes. */
    headline: string;
    /** JSON of DraftContent. */
    content: string;
    slug: string | null;
    source_locale: string | null;
    /** Edition and revision of the source's draft that this translation has caught up with. */
    source_edition: number | null;
    source_revision: number | null;
    /** The same of its public edition, while the next one is in work or was discarded. */
    public_source_edition: number | null;
    public_source_revision: number | null;
    change_kind: 'correction' | 'clarification' | 'update' | null;
    change_note: string | null;
    change_major: 0 | 1;
    submitted_by: string | null;
    submitted_at: string | null;
    approved_by: string | null;
    approved_at: string | null;
    /** The schedule is this column, and nothing else. */
    goes_public_at: string | null;
    scheduled_by: string | null;
    /** Held: stays in the schedule and does not go public. */
    held_at: string | null;
    bundle: string | null;
    /** Published without a second person: the reason, for ever. */
    forced_reason: string | null;
    /** Thrown away: hidden until it is restored. Only a draft is. */
    discarded_by: string | null;
    discarded_at: string | null;
    changed_by: string;
    changed_at: string;
  };
  /** Who wrote at an edition: none of them approves it. */
  draft_hand: { release: string; locale: string; edition: number; person: string };
  draft_revision: {
    release: string;
    locale: string;
    edition: number;
    revision: number;
    content: string;
    saved_by: string;
    saved_at: string;
  };
  /** Why an error of the copy desk does not stop this edition. */
  override: {
    release: string;
    locale: string;
    edition: number;
    code: string;
    reason: string;
    person: string;
    at: string;
  };
  bundle: { id: string; name: string; created_by: string; created_at: string };
  /** A picture before, and after, a public edition shows it. */
  picture: {
    id: string;
    hash: string;
    media_type: string;
    bytes: number;
    width: number;
    height: number;
    file_name: string;
    credit: string | null;
    creator: string | null;
    agency: string | null;
    copyright_holder: string | null;
    copyright_year: number | null;
    usage_terms: string | null;
    /** What the file says of itself: offered when it is put into a text. */
    caption: string | null;
    alt: string | null;
    uploaded_by: string;
    uploaded_at: string;
  };
  preview_link: {
    hash: string;
    id: string;
    release: string;
    locale: string;
    created_by: string;
    created_at: string;
    expires_at: string;
    revoked_at: string | null;
    /** What its reader is asked to look at, or nothing in particular (empty); null: to read, not to review. */
    question: string | null;
  };
  preview_opening: { id: string; link: string; at: string; address: string };
  /** What a reviewer remarked of one revision of a text. */
  remark: {
    id: string;
    link: string;
    release: string;
    locale: string;
    edition: number;
    revision: number;
    content_hash: string;
    made_at: string;
    name: string;
    /** Null: found nothing wrong. */
    words: string | null;
    paragraph: number | null;
    settled_by: string | null;
    settled_at: string | null;
    answer: string | null;
  };
  /** Work that one act makes for others: a correction asks the translations. */
  task: {
    id: string;
    release: string;
    locale: string;
    kind: 'follow-correction';
    source_locale: string;
    source_edition: number;
    opened_at: string;
    done_at: string | null;
  };
  /** What went public by the clock, and how late. */
  lift: {
    release: string;
    locale: string;
    edition: number;
    due_at: string;
    lifted_at: string;
    delay_milliseconds: number;
    outcome: 'lifted' | 'refused';
    detail: string;
  };
  /** Append-only. `person` is null for the clock. */
  audit_entry: {
    number: number;
    at: string;
    person: string | null;
    name: string;
    act: string;
    release: string | null;
    locale: string | null;
    office: string | null;
    /** JSON. */
    detail: string;
  };
  /** Work that goes on by itself, step by step: where it has got to. */
  upkeep: {
    name: string;
    /** What `place` counts is the work's own matter; 0: it begins anew. */
    place: number;
    /** No process takes the next step before. */
    due_at: string;
    /** When it last came to its end. */
    finished_at: string | null;
  };
  /** A link of a public text that leads nowhere on this site. */
  lost_link: { release: string; locale: string; target: string; found_at: string };
}

export const writingTables = [
  'person',
  'assignment',
  'passkey',
  'challenge',
  'recovery_code',
  'oidc_identity',
  'session',
  'single_use_link',
  'sign_in_attempt',
  'draft_release',
  'draft_reader',
  'draft',
  'draft_hand',
  'draft_revision',
  'override',
  'bundle',
  'picture',
  'preview_link',
  'preview_opening',
  'remark',
  'task',
  'lift',
  'audit_entry',
  'upkeep',
  'lost_link',
] as const satisfies readonly (keyof WritingTables)[];
