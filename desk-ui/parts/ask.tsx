import { createContext, lazy, type ReactNode, Suspense, use, useCallback, useState } from 'react';
import type { Trouble } from './trouble.tsx';

// A dialogue is not needed for the first screen.
const AskedQuestion = lazy(async () => ({ default: (await import('./asked-question.tsx')).AskedQuestion }));

/** A plain question before what cannot be undone. */
export interface Question {
  readonly title: string;
  readonly text: string;
  readonly note?: string;
  /** What speaks against it and does not stop it. */
  readonly warning?: string | undefined;
  /** What the button says: the act's own word. */
  readonly act: string;
  readonly isGrave?: boolean;
  /** A reason to write; the act waits until there is one. */
  readonly reason?: {
    readonly label: string;
    readonly name?: string;
    readonly hint?: string;
    readonly lang?: string;
    readonly dir?: string;
  };
  /** A word to type, for what removes a public text. */
  readonly confirmWord?: string;
  /** Does it while the question still stands. @returns what stands in the way, to be said there; null when it was done. */
  readonly attempt?: (reason: string) => Promise<Trouble>;
}

/** @returns the reason (empty where none was asked for); null when one thought better of it. */
export type Ask = (question: Question) => Promise<string | null>;

const AskContext = createContext<Ask>(async () => null);

export function AskProvider({ children }: { readonly children: ReactNode }) {
  const [open, setOpen] = useState<{ question: Question; answer: (reason: string | null) => void } | null>(null);
  const ask = useCallback<Ask>((question) => new Promise((answer) => setOpen({ question, answer })), []);
  const end = (reason: string | null) => {
    open?.answer(reason);
    setOpen(null);
  };
  return (
    <AskContext value={ask}>
      {children}
      {open !== null && (
        <Suspense>
          <AskedQuestion question={open.question} end={end} />
        </Suspense>
      )}
    </AskContext>
  );
}

export function useAsk(): Ask {
  return use(AskContext);
}
