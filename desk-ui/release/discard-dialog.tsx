import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { DraftOpened, ReleaseOpened } from '../../src/desk/contract.ts';
import { Dialogue } from '../parts/dialogue.tsx';
import { FormActs } from '../parts/form-acts.tsx';
import { directionOf } from '../parts/me.tsx';
import { type Trouble, TroubleInDialogue } from '../parts/trouble.tsx';
import { useWords } from '../words/words.tsx';

/** Asks whether a draft is to be thrown away, and which other languages with it. */
export function DiscardDialog(order: {
  readonly opened: ReleaseOpened;
  readonly draft: DraftOpened;
  readonly close: () => void;
  /** @returns what stands in the way; null when it is discarded. */
  readonly discard: (others: readonly DraftOpened[]) => Promise<Trouble>;
}) {
  const { say, languageName } = useWords();
  const { opened, draft, close } = order;
  const others = opened.drafts.filter(({ locale, may }) => locale !== draft.locale && may.includes('discard'));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const also = others.filter(({ locale }) => chosen.includes(locale));
  const [isDoing, setDoing] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>(null);
  const choose = (locale: string, isWanted: boolean) =>
    setChosen((all) => [...all.filter((one) => one !== locale), ...(isWanted ? [locale] : [])]);
  const discard = async () => {
    setDoing(true);
    const inTheWay = await order.discard(also);
    setDoing(false);
    setTrouble(inTheWay);
    if (inTheWay === null) close();
  };
  const headline = draft.content.headline || say('untitled');
  return (
    <Dialogue close={close} title={say('discard')}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void discard();
        }}
      >
        <p>{draft.edition > 1 ? say('discardCorrectionAsk') : say('discardAsk', { headline })}</p>
        {[draft, ...also].some(({ bundle }) => bundle !== null) && <p>{say('discardBundled')}</p>}
        {others.length > 0 && (
          <fieldset>
            <legend>{say('discardAlso')}</legend>
            <ul className="choices">
              {others.map(({ locale, content: { headline: other } }) => (
                <li key={locale}>
                  <Checkbox
                    checked={chosen.includes(locale)}
                    onChange={(event) => choose(locale, event.currentTarget.checked)}
                    label={
                      <>
                        <span
                          lang={other === '' ? undefined : locale}
                          dir={other === '' ? undefined : directionOf(locale)}
                        >
                          {other || say('untitled')}
                        </span>{' '}
                        <span className="small">{languageName(locale)}</span>
                      </>
                    }
                  />
                </li>
              ))}
            </ul>
          </fieldset>
        )}
        <TroubleInDialogue trouble={trouble} />
        <FormActs act={say('discard')} isDoing={isDoing} close={close} />
      </form>
    </Dialogue>
  );
}
