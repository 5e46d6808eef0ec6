import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { DraftOpened, ReleaseOpened } from '../../src/desk/contract.ts';
import { ActForm } from '../parts/act-form.tsx';
import { Dialogue } from '../parts/dialogue.tsx';
import { directionOf } from '../parts/me.tsx';
import type { Trouble } from '../parts/trouble.tsx';
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
  const choose = (locale: string, isWanted: boolean) =>
    setChosen((all) => [...all.filter((one) => one !== locale), ...(isWanted ? [locale] : [])]);
  const headline = draft.content.headline || say('untitled');
  return (
    <Dialogue close={close} title={say('discard')}>
      <ActForm act={say('discard')} send={() => order.discard(also)} close={close}>
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
      </ActForm>
    </Dialogue>
  );
}
