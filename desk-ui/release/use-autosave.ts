import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftOpened } from '../../src/desk/contract.ts';
import { call } from '../api.ts';
import { now } from '../clock.ts';
import { type Autosave, type SaveState, startAutosave } from '../keep/autosave.ts';
import { isSame, type Keep, type KeptText, openKeep, type Typed } from '../keep/kept-text.ts';
import { useDesk } from '../parts/me.tsx';
import type { Trouble } from '../parts/trouble.tsx';
import type { Content, Finding } from '../types.ts';
import { useShowSaved } from './use-show-saved.ts';

export interface TextInHand {
  readonly typed: Typed;
  readonly put: (more: Partial<Content>) => void;
  readonly putSlug: (slug: string | null) => void;
  /** Another text altogether: the fields begin anew. */
  readonly replace: (typed: Typed) => void;
  /** Rises when the fields have to begin anew. */
  readonly version: number;
  readonly state: SaveState;
  readonly findings: readonly Finding[];
  /** The end of the address that the words make; null until the newsroom was asked. */
  readonly slugMade: string | null;
  readonly autosave: Autosave;
  /** Sends now what has not been sent, what stands beside the text too. @returns why the newsroom has not all of it; null when it has. */
  readonly flush: () => Promise<Trouble>;
  /** Something beside the text that is saved with it. @returns no longer. */
  readonly alsoSave: (save: () => Promise<Trouble>) => () => void;
  /** What this browser had kept, when it was put back, and what the newsroom had; null again when its notice is closed. */
  readonly restored: (KeptText & { readonly instead: Typed }) | null;
  readonly forgetRestored: () => void;
}

/** After the last key, before the copy desk is asked. */
const CHECK_AFTER_MILLISECONDS = 900;

/** One language version in the hands of one person: what they type, what became of it, and what the copy desk says. */
export function useAutosave(release: string, draft: DraftOpened, isEditable: boolean): TextInHand {
  const { me } = useDesk();
  const { locale } = draft;
  const showSaved = useShowSaved(release);
  const told = useRef<{ state: (state: SaveState) => void; findings: (findings: readonly Finding[]) => void }>(null);
  const [begun] = useState(() =>
    begin(draft, isEditable, openKeep(localStorage, me.person.id, release, locale), {
      save: async (sent, revision) => {
        const outcome = await call('POST /desk/api/draft/save', { release, locale, revision, ...sent });
        if (outcome.kind === 'done') showSaved(locale, { ...sent, ...outcome.answer });
        return outcome;
      },
      onState: (state) => told.current?.state(state),
      onFindings: (findings) => told.current?.findings(findings),
    }),
  );
  const { autosave } = begun;
  const [typed, setTyped] = useState(autosave.typed);
  const [state, setState] = useState(autosave.state);
  const [findings, setFindings] = useState(draft.findings);
  const [restored, setRestored] = useState(begun.restored);
  const [version, setVersion] = useState(0);
  const [slugMade, setSlugMade] = useState<string | null>(null);
  told.current = { state: setState, findings: setFindings };

  useEffect(() => {
    autosave.listen();
    const send = () => void autosave.flush();
    const leaving = () => document.visibilityState === 'hidden' && send();
    addEventListener('online', send);
    document.addEventListener('visibilitychange', leaving);
    return () => {
      removeEventListener('online', send);
      document.removeEventListener('visibilitychange', leaving);
      autosave.stop();
    };
  }, [autosave]);

  useEffect(() => {
    // The copy desk may think otherwise of the same words: a picture of theirs was credited.
    if (isSame(autosave.typed, typedOf(draft))) setFindings(draft.findings);
  }, [autosave, draft]);
  useEffect(() => {
    // Somebody else, or this person elsewhere, has saved; or an act has moved the text on.
    if (!autosave.heard(typedOf(draft), draft.revision)) return;
    setTyped(autosave.typed);
    setVersion((all) => all + 1);
  }, [autosave, draft]);

  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current || !isEditable) {
      isFirst.current = false;
      return;
    }
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      const order = { text: typed.content, locale, slug: typed.slug };
      const outcome = await call('POST /desk/api/draft/check', order, abort.signal);
      if (outcome.kind !== 'done') return;
      setFindings(outcome.answer.findings);
      setSlugMade(outcome.answer.slug);
    }, CHECK_AFTER_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [typed.content, typed.slug, locale, isEditable]);

  const change = (next: Typed) => {
    autosave.change(next);
    setTyped(next);
  };
  const [others] = useState(() => new Set<() => Promise<Trouble>>());
  const alsoSave = useCallback(
    (save: () => Promise<Trouble>) => {
      others.add(save);
      return () => void others.delete(save);
    },
    [others],
  );
  const flush = async () => {
    for (const save of others) {
      const inTheWay = await save();
      if (inTheWay !== null) return inTheWay;
    }
    return unsavedTrouble(await autosave.flush());
  };
  return {
    ...{ alsoSave, flush },
    typed,
    put: (more) => change({ ...autosave.typed, content: { ...autosave.typed.content, ...more } }),
    putSlug: (slug) => change({ ...autosave.typed, slug }),
    replace: (next) => {
      change(next);
      setVersion((all) => all + 1);
    },
    ...{ version, state, findings, slugMade, autosave, restored },
    forgetRestored: () => setRestored(null),
  };
}

/** Why what was typed could not be saved, where a dialogue can say it. */
function unsavedTrouble(state: SaveState): Trouble {
  switch (state.kind) {
    case 'saved':
      return null;
    case 'refused':
      return { kind: 'refused', refusals: state.refusals };
    case 'offline':
    case 'signed-out':
      return { kind: state.kind };
    case 'too-old':
      return { kind: 'page-too-old' };
    case 'conflict':
      return { kind: 'unsaved', state: 'conflict' };
    // Typed on since it was sent: what is acted on is not what one sees.
    case 'unsaved':
    case 'saving':
    case 'problem':
      return { kind: 'unsaved', state: 'problem' };
  }
}

export function typedOf({ content, slug }: Pick<DraftOpened, 'content' | 'slug'>): Typed {
  return { content, slug };
}

type Ways = Pick<Parameters<typeof startAutosave>[0], 'save' | 'onState' | 'onFindings'>;

/** Takes up what this browser has kept since the last time, unless the newsroom has it. */
function begin(draft: DraftOpened, isEditable: boolean, keep: Keep, ways: Ways) {
  const held = { base: typedOf(draft), revision: draft.revision };
  const kept = isEditable ? keep.read() : null;
  const isPutBack = kept !== null && !isSame(kept.typed, held.base);
  // A save that is still to come would undo what one took back.
  const isUnderWay = kept?.sent != null && !isSame(kept.sent, held.base);
  if (kept === null || !(isPutBack || isUnderWay)) {
    // Where nothing can be typed now, what was typed stays kept: somebody may let one write again.
    if (kept !== null) keep.drop();
    return { autosave: startAutosave({ ...held, ...ways, kept: null, keep, now }), restored: null };
  }
  // Begun from an older text: what the newsroom holds may be one's own save, or somebody else's.
  const base = kept.revision === draft.revision ? held : { base: kept.base, revision: kept.revision };
  const autosave = startAutosave({ ...base, ...ways, kept, keep, now });
  return { autosave, restored: isPutBack ? { ...kept, instead: held.base } : null };
}
