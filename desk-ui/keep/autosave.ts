import type { Outcome } from '../api.ts';
import type { Finding, Refusal } from '../types.ts';
import { isSame, type Keep, type KeptText, type Typed } from './kept-text.ts';

/** What is said beside the text. `isKept` is false when this browser had no room for it. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: Date | null }
  | { readonly kind: 'saving' }
  | { readonly kind: 'unsaved' | 'offline' | 'problem' | 'too-old' | 'signed-out'; readonly isKept: boolean }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[]; readonly isKept: boolean }
  | { readonly kind: 'conflict'; readonly theirs: Theirs; readonly isKept: boolean };

export type Theirs = Extract<Refusal, { reason: 'changed-meanwhile' }>['theirs'];

type SaveOutcome = Outcome<{ readonly revision: number; readonly findings: readonly Finding[] }>;

export interface AutosaveOrder {
  /** What the newsroom holds. */
  readonly base: Typed;
  readonly revision: number;
  readonly keep: Keep;
  /** What this browser had kept, and is put back. */
  readonly kept: KeptText | null;
  readonly save: (typed: Typed, revision: number) => Promise<SaveOutcome>;
  readonly now: () => Date;
  /** Told of every change of state. */
  readonly onState: (state: SaveState) => void;
  readonly onFindings: (findings: readonly Finding[]) => void;
}

export interface Autosave {
  readonly state: SaveState;
  readonly revision: number;
  /** What is in the fields now. */
  readonly typed: Typed;
  /** What the newsroom held when it was last heard of. */
  readonly base: Typed;
  /** Takes what was typed: kept in this browser at once, sent three seconds after the last key. */
  change(typed: Typed): void;
  /** Sends now what has not been sent, and waits for the answer. */
  flush(): Promise<SaveState>;
  /** Somebody else's text is the new base; what was merged is sent. */
  takeMerged(theirs: Typed, revision: number, merged: Typed): Promise<SaveState>;
  /** What the newsroom holds now; taken when nothing is unsaved here. @returns whether the fields have to follow. */
  heard(typed: Typed, revision: number): boolean;
  /** Begins to tell; what was put back is sent. */
  listen(): void;
  /** Sends what is left and tells nobody any more. */
  stop(): void;
}

const SAVE_AFTER_MILLISECONDS = 3_000;
const TRY_AGAIN_AFTER_MILLISECONDS = 10_000;

/**
 * Keeps what one types: nothing typed is ever lost. It stays in this browser from the first key until the newsroom has
 * answered that it holds it; one save is under way at a time.
 *
 * A save whose answer never came may have arrived: the tab was closed, or the network went. It is sent again before anything
 * else, which changes nothing where it did. So one's own text is never somebody else's.
 */
export function startAutosave(order: AutosaveOrder): Autosave {
  let { base, revision } = order;
  let typed = order.kept?.typed ?? base;
  let unanswered = order.kept?.sent ?? null;
  let state: SaveState = isSame(typed, base) ? { kind: 'saved', at: null } : { kind: 'unsaved', isKept: true };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay: Promise<void> | null = null;
  let isStopped = false;

  const set = (next: SaveState) => {
    state = next;
    if (!isStopped) order.onState(next);
  };
  const isSettled = () => unanswered === null && isSame(typed, base);
  const keepTyped = () =>
    order.keep.write({ base, revision, typed, sent: unanswered, keptAt: order.now().toISOString() });
  /** What one left is kept already, and whoever opened it again writes there now. */
  const keepNow = () => isStopped || keepTyped();
  const drop = () => {
    const kept = order.keep.read();
    if (kept === null || isSame(kept.typed, typed)) order.keep.drop();
  };
  const later = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), milliseconds);
  };

  async function send(): Promise<void> {
    const isAgain = unanswered !== null;
    const sent = unanswered ?? typed;
    unanswered = sent;
    keepNow();
    set({ kind: 'saving' });
    const outcome = await order.save(sent, revision);
    if (outcome.kind === 'done') {
      ({ revision } = outcome.answer);
      base = sent;
      unanswered = null;
      if (!isSame(typed, sent)) {
        set({ kind: 'unsaved', isKept: keepNow() });
        return isAgain ? send() : later(SAVE_AFTER_MILLISECONDS);
      }
      order.onFindings(outcome.answer.findings);
      drop();
      return set({ kind: 'saved', at: order.now() });
    }
    const isUnknown = outcome.kind === 'offline' || (outcome.kind === 'problem' && outcome.status >= 500);
    if (!isUnknown) unanswered = null;
    if (outcome.kind === 'refused' && (await isOwn(outcome.refusals))) return send();
    // What is wrong with an earlier text may have been mended since.
    if (outcome.kind === 'refused' && isAgain && !isSame(sent, typed)) return send();
    const isKept = keepNow();
    switch (outcome.kind) {
      case 'refused': {
        const met = outcome.refusals.find((one) => one.reason === 'changed-meanwhile');
        // Nothing is put together with what was thrown away.
        const isGone = outcome.refusals.some((one) => one.reason === 'discarded');
        if (met?.reason === 'changed-meanwhile' && !isGone)
          return set({ kind: 'conflict', theirs: met.theirs, isKept });
        return set({ kind: 'refused', refusals: outcome.refusals, isKept });
      }
      case 'problem':
        if (isUnknown) later(TRY_AGAIN_AFTER_MILLISECONDS);
        return set({ kind: 'problem', isKept });
      case 'offline':
        later(TRY_AGAIN_AFTER_MILLISECONDS);
        return set({ kind: 'offline', isKept });
      case 'page-too-old':
        return set({ kind: 'too-old', isKept });
      case 'signed-out':
        return set({ kind: 'signed-out', isKept });
    }
  }

  /**
   * Whether the newsroom, at a later revision, holds what one wrote oneself or began from: its note was changed, or the save of
   * a tab that was left came after all. A save from an earlier revision writes nothing, and is done only where it changes nothing.
   */
  async function isOwn(refusals: readonly Refusal[]): Promise<boolean> {
    if (refusals.some(({ reason }) => reason !== 'changed-meanwhile')) return false;
    for (const own of [base, ...(order.kept === null ? [] : [order.kept.typed])]) {
      const outcome = await order.save(own, revision);
      if (outcome.kind !== 'done') continue;
      ({ revision } = outcome.answer);
      base = own;
      return true;
    }
    return false;
  }

  async function flush(): Promise<SaveState> {
    clearTimeout(timer);
    // Others may have waited for the same save, and have sent the next.
    while (underWay !== null) await underWay;
    // A conflict is for a person to end, not for a clock.
    if (isSettled() || state.kind === 'conflict' || state.kind === 'too-old') return state;
    underWay = send().finally(() => {
      underWay = null;
    });
    await underWay;
    return state;
  }

  const self: Autosave = {
    get state() {
      return state;
    },
    get revision() {
      return revision;
    },
    get typed() {
      return typed;
    },
    get base() {
      return base;
    },
    change(next) {
      typed = next;
      if (isSettled() && underWay === null && state.kind !== 'conflict') {
        clearTimeout(timer);
        order.keep.drop();
        return set({ kind: 'saved', at: null });
      }
      const isKept = keepTyped();
      if (state.kind === 'conflict' || state.kind === 'too-old') return set({ ...state, isKept });
      if (underWay === null) set(state.kind === 'offline' ? { kind: 'offline', isKept } : { kind: 'unsaved', isKept });
      later(SAVE_AFTER_MILLISECONDS);
    },
    flush,
    async takeMerged(theirs, theirRevision, merged) {
      base = theirs;
      revision = theirRevision;
      typed = merged;
      set({ kind: 'unsaved', isKept: keepNow() });
      if (isSame(typed, base)) {
        order.keep.drop();
        set({ kind: 'saved', at: order.now() });
      }
      return flush();
    },
    heard(next, nextRevision) {
      if (nextRevision <= revision || underWay !== null || unanswered !== null) return false;
      const isOther = !isSame(next, base);
      if (isOther && !isSame(typed, base)) return false;
      revision = nextRevision;
      if (!isOther) {
        if (!isSettled()) keepNow();
        return false;
      }
      base = next;
      typed = next;
      return true;
    },
    listen() {
      isStopped = false;
      if (!isSettled()) void flush();
    },
    stop() {
      void flush();
      isStopped = true;
    },
  };
  return self;
}
