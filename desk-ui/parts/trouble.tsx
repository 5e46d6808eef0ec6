import { type ReactNode, useEffect, useRef } from 'react';
import type { Outcome } from '../api.ts';
import type { Refusal } from '../types.ts';
import type { Word } from '../words/en.ts';
import { useWords } from '../words/words.tsx';
import { Reasons } from './reasons.tsx';

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
  const { say } = useWords();
  return (
    <Grave>
      <p>{say('refusedLead', { count: refusals.length })}</p>
      <Reasons refusals={refusals} />
    </Grave>
  );
}

function Grave({ children }: { readonly children: ReactNode }) {
  return (
    <div className="banner grave" role="alert">
      <div>{children}</div>
    </div>
  );
}
