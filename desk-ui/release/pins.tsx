import { Checkbox } from '@mantine/core';
import type { ReleaseOpened } from '../../src/desk/contract.ts';
import { useDoing } from '../parts/asked.ts';
import { useNames } from '../parts/me.tsx';
import { useNotices } from '../parts/notices.tsx';
import { TroubleShown } from '../parts/trouble.tsx';
import { listWords } from '../words/told-words.ts';
import { useWords } from '../words/words.tsx';

/** Above which of its lists the release is kept in sight; a box is done with as soon as it is ticked. */
export function Pins({ opened: { release, lists } }: { readonly opened: ReleaseOpened }) {
  const words = useWords();
  const { say } = words;
  const names = useNames();
  const notices = useNotices();
  const { doIt, isDoing, trouble } = useDoing();
  const shown = lists.filter(({ isPinned, mayPin }) => isPinned || mayPin);
  if (shown.length === 0) return null;
  const put = async (list: string, isWanted: boolean) => {
    const call = isWanted ? 'POST /desk/api/release/pin' : 'POST /desk/api/release/unpin';
    if ((await doIt(call, { release: release.id, list })) === undefined) return;
    notices.say(say(isWanted ? 'donePinned' : 'doneUnpinned'));
  };
  return (
    <fieldset className="stack">
      <legend>{say('pinnedAbove')}</legend>
      <p className="small soft">{say('pinnedHint')}</p>
      <div className="row">
        {shown.map(({ list, isPinned, mayPin }) => (
          <Checkbox
            key={list}
            label={listWords(list, words, names)}
            checked={isPinned}
            disabled={!mayPin}
            // While it is done a box stays enabled: it has the focus.
            onChange={(event) => !isDoing && void put(list, event.currentTarget.checked)}
          />
        ))}
      </div>
      <TroubleShown trouble={trouble} />
    </fieldset>
  );
}
