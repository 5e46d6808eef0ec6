import type { InTransaction, Tx } from '../database/transaction.ts';
import type { PublicationStore } from '../published/publication.ts';
import { formatReference, type Reference } from '../published/reference.ts';
import type { EndRefusal } from '../releases/end-order.ts';
import type { PublishRefusal } from '../releases/publish-order.ts';
import type { ImportStore } from './import-batch.ts';
import { openKeyTable, shortHash } from './key-table.ts';

/** What of an act decides whether it can happen; its words are not held. */
export interface ExpectedAct {
  readonly line: number;
  readonly kind: 'edition' | 'withdrawal' | 'tombstone';
  /** By which a second run knows it again. */
  readonly fingerprint: string;
  readonly release: string;
  readonly locale: string;
  readonly isChange: boolean;
  readonly assets: readonly string[];
  readonly legacyPaths: readonly string[];
  /** Where its release is given a reference: the one it has had, or (null) the next of this office and year. */
  readonly wanted: { readonly reference: Reference | null; readonly office: string; readonly year: number } | null;
}

/** What the newsroom already has, asked before anything is written. */
export interface Present {
  readonly inTransaction: InTransaction;
  readonly publications: PublicationStore;
  readonly store: Pick<ImportStore, 'alreadyImported' | 'assetWith'>;
}

type Refusal = PublishRefusal | EndRefusal;

export interface Foresight {
  /** A picture's line: the acts after it may show the picture. */
  addAsset(id: string, line: number): void;
  /** @param hash of a picture's bytes. @returns do they belong to another asset already? */
  isAnothers(hash: string, id: string): Promise<boolean>;
  /** @returns the first act so far that would be refused. Some are decided only with those that follow. */
  expect(act: ExpectedAct): Promise<Refused | null>;
  /** Decides what is left. */
  settle(): Promise<Refused | null>;
}

export interface Refused {
  readonly line: number;
  readonly refusal: Refusal;
}

const ACTS_AT_ONCE = 500;

/** What is remembered of a text: its standing, and which of its acts the file has brought. */
const [PUBLISHED, WITHDRAWN, RETRACTED] = [1, 2, 3];
const STANDING = 3;
/** Before every line of the file. */
const HERE = 1;
const BROUGHT = { edition: 4, withdrawal: 8, tombstone: 16 };

/**
 * Plays an archive's acts through without their words, as publishing will: on an archive of a million releases in some hundred
 * megabytes. What is in the newsroom is asked for a few hundred acts at a time.
 *
 * @param present null where there is no newsroom to ask: as if it were empty.
 */
export function openForesight(present: Present | null): Foresight {
  const known = openKeyTable();
  const lastNumbers = new Map<string, { last: number; readonly lastHere: number }>();
  let waiting: ExpectedAct[] = [];
  let isEmpty: boolean | null = present === null ? true : null;

  async function settle(): Promise<Refused | null> {
    const acts = waiting;
    waiting = [];
    if (acts.length === 0) return null;
    if (present === null)
      return decide(
        acts,
        new Set(),
        async () => 0,
        async () => false,
      );
    return present.inTransaction(async (tx) => {
      isEmpty ??= (await present.publications.sequence(tx)) === 0;
      await learnAssets(tx, present, acts);
      const here = isEmpty ? new Set<string>() : await learn(tx, present, acts);
      const last = (office: string, year: number) => present.publications.lastReference(tx, office, year);
      const isTaken = (reference: Reference) => present.publications.isReferenceTaken(tx, reference);
      return decide(acts, here, last, isTaken);
    });
  }

  async function learnAssets(tx: Tx, { publications }: Present, acts: readonly ExpectedAct[]): Promise<void> {
    const missing = acts.flatMap((act) => act.assets.filter((asset) => !hasAsset(act, asset)));
    for (const asset of await publications.knownAssets(tx, [...new Set(missing)])) known.set(`asset ${asset}`, HERE);
  }

  /** @returns the fingerprints of the acts that are here already. */
  async function learn(tx: Tx, { publications, store }: Present, acts: readonly ExpectedAct[]) {
    const unseen = acts.map((act) => act.release).filter((release) => known.get(`release ${release}`) === 0);
    for (const release of (await publications.releases(tx, [...new Set(unseen)])).values()) {
      known.set(`release ${release.id}`, 1);
      for (const [locale, { standing }] of release.versions) {
        const value = standing === 'published' ? PUBLISHED : standing === 'withdrawn' ? WITHDRAWN : RETRACTED;
        known.set(`text ${release.id} ${locale}`, value as number);
      }
    }
    const paths = acts.flatMap((act) => act.legacyPaths);
    for (const [path, owner] of await publications.ownersOf(tx, [...new Set(paths)])) {
      known.set(`path ${path}`, shortHash(owner));
    }
    return store.alreadyImported(
      tx,
      acts.map((act) => act.fingerprint),
    );
  }

  async function decide(
    acts: readonly ExpectedAct[],
    here: ReadonlySet<string>,
    lastHere: (office: string, year: number) => Promise<number>,
    isTakenHere: (reference: Reference) => Promise<boolean>,
  ): Promise<Refused | null> {
    for (const act of acts) {
      if (here.has(act.fingerprint) || wasBrought(act)) continue;
      const refusal = act.kind === 'withdrawal' ? whyNotEnd(act) : (whyNotPublish(act) ?? (await whyNotReference(act)));
      if (refusal !== null) return { line: act.line, refusal };
      take(act);
    }
    return null;

    /** Gives the release its reference, as publishing will. */
    async function whyNotReference({ release, wanted }: ExpectedAct): Promise<Refusal | null> {
      if (wanted === null || known.get(`release ${release}`) !== 0) return null;
      const { office, year } = wanted.reference ?? wanted;
      const counter = lastNumbers.get(`${office}/${year}`) ?? (await openCounter(office, year));
      const reference = wanted.reference ?? { office, year, number: counter.last + 1 };
      const name = formatReference(reference);
      if (known.get(`reference ${name}`) !== 0) return { reason: 'reference-taken', reference: name };
      if (reference.number <= counter.lastHere && (await isTakenHere(reference))) {
        return { reason: 'reference-taken', reference: name };
      }
      known.set(`reference ${name}`, 1);
      counter.last = Math.max(counter.last, reference.number);
      return null;
    }

    async function openCounter(office: string, year: number) {
      const last = isEmpty ? 0 : await lastHere(office, year);
      const counter = { last, lastHere: last };
      lastNumbers.set(`${office}/${year}`, counter);
      return counter;
    }
  }

  function wasBrought(act: ExpectedAct): boolean {
    if (act.isChange) return known.get(`act ${act.fingerprint}`) !== 0;
    return (known.get(`text ${act.release} ${act.locale}`) & BROUGHT[act.kind]) !== 0;
  }

  /** An act waits a while to be decided; a picture that came since does not count. */
  function hasAsset(act: ExpectedAct, asset: string): boolean {
    const line = known.get(`asset ${asset}`);
    return line !== 0 && line <= act.line;
  }

  function standingOf({ release, locale }: ExpectedAct): 'published' | 'withdrawn' | 'retracted' | null {
    const standing = known.get(`text ${release} ${locale}`) & STANDING;
    return ([null, 'published', 'withdrawn', 'retracted'] as const)[standing] ?? null;
  }

  function whyNotEnd(act: ExpectedAct): Refusal | null {
    const standing = standingOf(act);
    if (standing === null) return { reason: 'not-public' };
    return standing === 'published' ? null : { reason: 'ended', standing };
  }

  function whyNotPublish(act: ExpectedAct): Refusal | null {
    const { locale, isChange } = act;
    const standing = standingOf(act);
    if (standing === null && isChange) return { reason: 'nothing-to-correct', locale };
    if (standing === 'withdrawn' || standing === 'retracted') return { reason: 'ended', standing };
    if (standing === 'published' && !isChange) return { reason: 'already-public', locale };
    const asset = act.assets.find((one) => !hasAsset(act, one));
    if (asset !== undefined) return { reason: 'picture-unknown', asset };
    const owner = shortHash(act.release);
    const path = act.legacyPaths.find((one) => ![0, owner].includes(known.get(`path ${one}`)));
    return path === undefined ? null : { reason: 'path-taken', path };
  }

  function take(act: ExpectedAct): void {
    if (act.isChange) {
      known.set(`act ${act.fingerprint}`, 1);
      return;
    }
    const text = `text ${act.release} ${act.locale}`;
    const standing = { edition: PUBLISHED, withdrawal: WITHDRAWN, tombstone: RETRACTED }[act.kind] as number;
    known.set(text, (known.get(text) & ~STANDING) | standing | BROUGHT[act.kind]);
    if (act.kind === 'withdrawal') return;
    known.set(`release ${act.release}`, 1);
    for (const path of act.legacyPaths) known.set(`path ${path}`, shortHash(act.release));
  }

  return {
    addAsset(id, line) {
      if (known.get(`asset ${id}`) === 0) known.set(`asset ${id}`, line);
    },
    async isAnothers(hash, id) {
      const owner = present === null ? null : await present.inTransaction((tx) => present.store.assetWith(tx, hash));
      if (owner !== null) return owner !== id;
      const brought = known.get(`bytes ${hash}`);
      if (brought === 0) known.set(`bytes ${hash}`, shortHash(id));
      return brought !== 0 && brought !== shortHash(id);
    },
    async expect(act) {
      waiting.push(act);
      return waiting.length < ACTS_AT_ONCE ? null : settle();
    },
    settle,
  };
}
