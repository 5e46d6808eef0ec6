import { useEffect, useRef, useState } from 'react';
import type { Change, DraftOpened, TextNamed } from '../../src/desk/contract.ts';
import { call } from '../api.ts';
import { type NoteInHand, openKeepNote } from '../keep/kept-note.ts';
import { useRefresh } from '../parts/asked.ts';
import { useDesk } from '../parts/me.tsx';
import type { Trouble } from '../parts/trouble.tsx';
import type { TextInHand } from './use-autosave.ts';

interface NoteOrder {
  readonly named: TextNamed;
  readonly draft: DraftOpened;
  readonly text: TextInHand;
  readonly isEditable: boolean;
}

export type Note = ReturnType<typeof useNote>;

/** After the last key. */
const SAVE_AFTER_MILLISECONDS = 2_000;

/** The public note in the hands of one person: saved while they type, and never over what somebody else saved meanwhile. */
export function useNote({ named, draft, text, isEditable }: NoteOrder) {
  const { me } = useDesk();
  const held = draft.change ?? { kind: 'correction', note: '', isMajor: false };
  const [keep] = useState(() => openKeepNote(localStorage, [me.person.id, named.release, named.locale, draft.edition]));
  /** Null where nothing is typed that the newsroom has not. */
  const [own, setOwn] = useState<NoteInHand | null>(() => (isEditable ? keep.read() : null));
  const [trouble, setTrouble] = useState<Trouble>(null);
  const refresh = useRefresh();
  const isSaved = own === null || isSame(own.change, held);
  const isBehind = !isSaved && !isSame(own.seen, held) && !isSame(own.sent, held);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  /** @returns why the newsroom has it not; null when it has. */
  const flush = async (): Promise<Trouble> => {
    clearTimeout(timer.current);
    if (isSaved || !isEditable) return null;
    if (isBehind) return { kind: 'unsaved', state: 'conflict' };
    await text.autosave.flush();
    const underWay = { ...own, sent: own.change };
    keep.write(underWay);
    setOwn((now) => now && { ...now, sent: own.change });
    const order = { ...named, revision: text.autosave.revision, change: own.change };
    const outcome = await call('POST /desk/api/draft/change', order);
    if (outcome.kind !== 'done') {
      setTrouble(outcome);
      return outcome;
    }
    setTrouble(null);
    void refresh();
    text.autosave.heard(text.autosave.base, outcome.answer.revision);
    keep.drop();
    return null;
  };
  const latest = useRef(flush);
  latest.current = flush;
  useEffect(() => text.alsoSave(() => latest.current()), [text.alsoSave]);
  useEffect(() => {
    // What the newsroom has is no longer one's own: what somebody saves after it contradicts nothing.
    if (own !== null && isSaved) setOwn(null);
  }, [own, isSaved]);
  useEffect(() => {
    if (own === null || isSaved || !isEditable) return;
    keep.write(own);
    timer.current = setTimeout(() => void latest.current(), SAVE_AFTER_MILLISECONDS);
    return () => clearTimeout(timer.current);
  }, [own, isSaved, isEditable, keep]);

  return {
    change: own?.change ?? held,
    put: (change: Change) => setOwn(isSaved ? { change, seen: held, sent: null } : { ...own, change }),
    /** What somebody else saved since, where one has to choose; null where nobody did. */
    theirs: isBehind ? held : null,
    takeYours: () => setOwn((now) => now && { ...now, seen: held }),
    takeTheirs: () => {
      setOwn(null);
      keep.drop();
    },
    ...{ isSaved, flush, trouble },
  };
}

function isSame(one: Change | null | undefined, other: Change): boolean {
  return one?.kind === other.kind && one.note === other.note && one.isMajor === other.isMajor;
}
