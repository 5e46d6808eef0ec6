import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Outcome } from '../api.ts';
import type { Refusal } from '../types.ts';
import type { Word } from '../words/en.ts';
import { refusalWords } from '../words/refusal-words.ts';
import { useWords } from '../words/words.tsx';

/** What takes an act back. */
export interface Undo {
  readonly label: string;
  readonly act: () => void;
}

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly undo?: Undo;
}

interface Notices {
  /** Says briefly what was done. */
  readonly say: (text: string, undo?: Undo) => void;
}

const NoticesContext = createContext<Notices>({ say: () => {} });
const SHOWN_MILLISECONDS = 8_000;

export function NoticesProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const last = useRef(0);
  const drop = useCallback((id: number) => setToasts((all) => all.filter((one) => one.id !== id)), []);
  const notices = useMemo<Notices>(
    () => ({
      say(text, undo) {
        last.current += 1;
        const id = last.current;
        setToasts((all) => [...all.slice(-2), { id, text, undo }]);
      },
    }),
    [drop],
  );
  return (
    <NoticesContext value={notices}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map((toast) => (
          <ToastShown key={toast.id} toast={toast} drop={drop} />
        ))}
      </div>
    </NoticesContext>
  );
}

/** Goes by itself after a while, but never from under a hand: while the keyboard or the pointer is on it, it stays. */
function ToastShown({ toast, drop }: { readonly toast: Toast; readonly drop: (id: number) => void }) {
  const { say } = useWords();
  const { id, text, undo } = toast;
  const [hands, setHands] = useState({ focus: false, pointer: false });
  const isHeld = hands.focus || hands.pointer;
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => drop(id), SHOWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [isHeld, drop, id]);
  return (
    <div
      className="toast"
      onFocus={() => setHands((now) => ({ ...now, focus: true }))}
      onBlur={() => setHands((now) => ({ ...now, focus: false }))}
      onPointerEnter={() => setHands((now) => ({ ...now, pointer: true }))}
      onPointerLeave={() => setHands((now) => ({ ...now, pointer: false }))}
    >
      <span>{text}</span>
      {undo !== undefined && (
        <button
          type="button"
          onClick={() => {
            undo.act();
            drop(id);
          }}
        >
          {undo.label}
        </button>
      )}
      <button type="button" onClick={() => drop(id)}>
        {say('close')}
      </button>
    </div>
  );
}

export function useNotices(): Notices {
  return use(NoticesContext);
}

/** Why something was not done; null when it was. Stands where one was about to go on. */
export type Trouble =
  | Exclude<Outcome<unknown>, { kind: 'done' }>
  /** What had to be saved first was not. */
  | { readonly kind: 'unsaved'; readonly state: NotSaved }
  | null;

/** There is no such thing, or it is not for this person: the two are told alike. */
export function isNowhere(trouble: Trouble): boolean {
  return trouble?.kind === 'problem' && trouble.status === 404;
}

export function TroubleShown({ trouble }: { readonly trouble: Trouble }) {
  const { say } = useWords();
  if (trouble === null || trouble.kind === 'page-too-old') return null;
  if (trouble.kind === 'refused') return <Refusals refusals={trouble.refusals} />;
  if (trouble.kind === 'signed-out') return <Grave>{say('signInSession')}</Grave>;
  if (trouble.kind === 'unsaved') return <Grave>{say(notSaved[trouble.state])}</Grave>;
  if (trouble.kind === 'offline') return <Grave>{say('offlineTry')}</Grave>;
  if (isNowhere(trouble)) return <Grave>{say('notFound')}</Grave>;
  return (
    <Grave>
      {say('problemLead')} {trouble.problem.message}
    </Grave>
  );
}

/** As `TroubleShown`, before the banner of the page that says the newsroom was upgraded. */
export function TroubleInDialogue({ trouble }: { readonly trouble: Trouble }) {
  const { say } = useWords();
  return trouble?.kind === 'page-too-old' ? <Grave>{say('tooOld')}</Grave> : <TroubleShown trouble={trouble} />;
}

const notSaved = { conflict: 'unsavedConflict', problem: 'unsavedProblem' } as const satisfies Record<string, Word>;
type NotSaved = keyof typeof notSaved;

/** As `TroubleShown`, where it may come above or below what is in sight. */
export function TroubleInSight({ trouble }: { readonly trouble: Trouble }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (trouble !== null) place.current?.scrollIntoView({ block: 'center' });
  }, [trouble]);
  return (
    <div ref={place}>
      <TroubleShown trouble={trouble} />
    </div>
  );
}

export function Refusals({ refusals }: { readonly refusals: readonly Refusal[] }) {
  const words = useWords();
  const said = refusals.map((one) => refusalWords(one, words));
  return (
    <div className="banner grave" role="alert">
      <div>
        <p>{words.say('refusedLead', { count: said.length })}</p>
        <ul>
          {said.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function Grave({ children }: { readonly children: ReactNode }) {
  return (
    <div className="banner grave" role="alert">
      <div>{children}</div>
    </div>
  );
}
