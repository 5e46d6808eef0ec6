/** What one version of the published half changed. */
export interface Change {
  readonly version: number;
  /** Null: anything may have changed. */
  readonly subjects: readonly string[] | null;
}

/** How pages outlive the version they were rendered from. */
export interface Keeping {
  /** What the versions above one changed, oldest first, as far as it is remembered. */
  changesAfter(version: number): readonly Change[] | Promise<readonly Change[]>;
  /** Does some work, and names what of the published half it was done from; null where that is not known. */
  noting<Outcome>(work: () => Promise<Outcome>): Promise<{
    readonly outcome: Outcome;
    readonly readFrom: ReadonlySet<string> | null;
  }>;
}

/** Subjects as numbers: two that share one only make a page go too soon. Null: not known what it was rendered from. */
export type ReadFrom = readonly number[] | null;

/** Which subjects changed with which version, for pages that may be older. */
export interface KnownChanges {
  /** Up to here everything is known; null before the first version. */
  readonly version: number | null;
  /** Takes in what came after `version`, up to `until` at least. Where something is missing, no older page stands. */
  learn(until: number, changes: readonly Change[]): void;
  /** Is what was rendered at `version` from these still what would be rendered now? */
  stands(readFrom: ReadFrom, version: number): boolean;
}

/** More than this, about 2 MB, is not remembered: no older page stands then. */
const MOST_SUBJECTS = 20_000;

export function openKnownChanges(): KnownChanges {
  const lastChanged = new Map<number, number>();
  let known: number | null = null;
  /** Of pages that are older, nothing is known. */
  let floor = Number.POSITIVE_INFINITY;

  const forgetBefore = (version: number) => {
    floor = version;
    lastChanged.clear();
  };
  const take = ({ version, subjects }: Change) => {
    if (subjects === null || lastChanged.size + subjects.length > MOST_SUBJECTS) return forgetBefore(version);
    for (const subject of subjects) lastChanged.set(numberOf(subject), version);
  };

  return {
    get version() {
      return known;
    },

    learn(until, changes) {
      // Those who asked at the same time may have learnt more already.
      if (known !== null && until <= known) return;
      let reached = known ?? Number.NaN;
      for (const change of changes) {
        if (change.version !== reached + 1) continue;
        take(change);
        reached = change.version;
      }
      if (!(reached >= until)) {
        reached = until;
        forgetBefore(until);
      }
      known = reached;
    },

    stands(readFrom, version) {
      if (version === known) return true;
      if (version < floor || readFrom === null) return false;
      return readFrom.every((subject) => (lastChanged.get(subject) ?? 0) <= version);
    },
  };
}

export function readFromOf(subjects: ReadonlySet<string> | null): ReadFrom {
  return subjects === null ? null : [...subjects].map(numberOf);
}

/** FNV-1a, cut to what the engine keeps without a box: 30 bits. */
function numberOf(subject: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < subject.length; at += 1) hash = Math.imul(hash ^ subject.charCodeAt(at), 0x01000193);
  return hash & 0x3fffffff;
}
