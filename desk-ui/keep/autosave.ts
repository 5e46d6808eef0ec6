import type { Outcome } from '../api.ts';
import type { Finding, Refusal } from '../types.ts';
import { isSame, type Keep, type Typed } from './kept-text.ts';

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
  listen(): void;
  /** Sends what is left and tells nobody any more. */
  stop(): void;
}

const SAVE_AFTER_MILLISECONDS = 3_000;
const TRY_AGAIN_AFTER_MILLISECONDS = 10_000;

/**
 * Keeps what one types: nothing typed is ever lost. It stays in this browser from the first key until the newsroom has
 * answered that it holds it; one save is under way at a time.
 */
export function startAutosave(order: AutosaveOrder): Autosave {
  let { base, revision } = order;
  let typed = base;
  let state: SaveState = { kind: 'saved', at: null };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay: Promise<void> | null = null;
  let isStopped = false;

  const set = (next: SaveState) => {
    state = next;
    if (!isStopped) order.onState(next);
  };
  const keepNow = () => order.keep.write({ base, revision, typed, keptAt: order.now().toISOString() });
  const later = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), milliseconds);
  };

  async function send(): Promise<void> {
    const sent = typed;
    set({ kind: 'saving' });
    const outcome = await order.save(sent, revision);
    if (outcome.kind === 'done') {
      ({ revision } = outcome.answer);
      base = sent;
      order.onFindings(outcome.answer.findings);
      if (isSame(typed, sent)) {
        order.keep.drop();
        set({ kind: 'saved', at: order.now() });
      } else {
        set({ kind: 'unsaved', isKept: keepNow() });
        later(SAVE_AFTER_MILLISECONDS);
      }
      return;
    }
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
        if (outcome.status >= 500) later(TRY_AGAIN_AFTER_MILLISECONDS);
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

  async function flush(): Promise<SaveState> {
    clearTimeout(timer);
    if (underWay !== null) await underWay;
    // A conflict is for a person to end, not for a clock.
    if (isSame(typed, base) || state.kind === 'conflict' || state.kind === 'too-old') return state;
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
      if (isSame(typed, base) && underWay === null && state.kind !== 'conflict') {
        clearTimeout(timer);
        order.keep.drop();
        return set({ kind: 'saved', at: null });
      }
      const isKept = keepNow();
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
      if (nextRevision <= revision || underWay !== null || !isSame(typed, base)) return false;
      revision = nextRevision;
      const isOther = !isSame(next, base);
      base = next;
      typed = next;
      return isOther;
    },
    listen() {
      isStopped = false;
    },
    stop() {
      void flush();
      isStopped = true;
    },
  };
  return self;
}
