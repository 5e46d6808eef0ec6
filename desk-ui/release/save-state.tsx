import type { SaveState } from '../keep/autosave.ts';
import { useWords } from '../words/words.tsx';

/** Says plainly where what one typed is. */
export function SaveStateShown({ state }: { readonly state: SaveState }) {
  const { say, time } = useWords();
  const isGrave = state.kind !== 'saved' && state.kind !== 'saving' && state.kind !== 'unsaved';
  const text = () => {
    switch (state.kind) {
      case 'saved':
        return state.at === null ? '' : say('savedAt', { time: time(state.at) });
      case 'saving':
        return say('saving');
      case 'unsaved':
        return state.isKept ? say('unsaved') : say('keptNowhere');
      default:
        return state.isKept ? say(troubles[state.kind]) : say('keptNowhere');
    }
  };
  return (
    <p className={isGrave ? 'save-state grave' : 'save-state'} role="status">
      {text()}
    </p>
  );
}

const troubles = {
  offline: 'keptOffline',
  problem: 'keptProblem',
  'too-old': 'keptTooOld',
  'signed-out': 'keptSignedOut',
  refused: 'keptRefused',
  conflict: 'keptConflict',
} as const;
