import { Button } from '@mantine/core';
import type { DraftOpened } from '../../src/desk/contract.ts';
import { openKeep } from '../keep/kept-text.ts';
import { useDoing } from '../parts/asked.ts';
import { useDesk } from '../parts/me.tsx';
import { type Trouble, TroubleShown } from '../parts/trouble.tsx';
import { useWords } from '../words/words.tsx';
import type { TextInHand } from './use-autosave.ts';

interface Named {
  readonly release: string;
  readonly locale: string;
}

/** Above a text that was thrown away, or of which a correction was: by whom, and what this browser still keeps of it. */
export function Discarded({ named, draft }: { readonly named: Named; readonly draft: DraftOpened }) {
  const { say, moment } = useWords();
  const { me } = useDesk();
  if (draft.discarded === null) return null;
  const told = { name: draft.discarded.by || say('somebody'), when: moment(draft.discarded.at) };
  const isKept = openKeep(localStorage, me.person.id, named.release, named.locale).read() !== null;
  return (
    <div className="banner" role="status">
      <div>
        <p>{draft.state === 'discarded' ? say('discardedBy', told) : say('correctionDiscarded', told)}</p>
        {isKept && <p>{say('keptWhileDiscarded')}</p>}
      </div>
    </div>
  );
}

/** Under the refusal of a text that somebody else threw away while one was typing: brings it back, and saves what was typed. */
export function RestoreTyped(order: { readonly named: Named; readonly draft: DraftOpened; readonly text: TextInHand }) {
  const { named, draft, text } = order;
  const { say } = useWords();
  const { doIt, isDoing, trouble } = useDoing();
  // A correction is restored by whoever might have discarded it.
  const mayRestore = draft.edition === 1 || draft.may.includes('discard');
  if (!mayRestore || text.state.kind !== 'refused' || !isDiscarded(text.state)) return null;
  const restore = async () => {
    // Somebody may have restored it already.
    if (!isDiscarded(await text.flush())) return;
    const answer = await doIt('POST /desk/api/drafts/restore', { release: named.release, locales: [named.locale] });
    if (answer !== undefined) await text.flush();
  };
  return (
    <>
      <TroubleShown trouble={trouble} />
      <p>
        <Button loading={isDoing} onClick={() => void restore()}>
          {say('restore')}
        </Button>
      </p>
    </>
  );
}

function isDiscarded(trouble: Trouble): boolean {
  return trouble?.kind === 'refused' && trouble.refusals.some(({ reason }) => reason === 'discarded');
}
