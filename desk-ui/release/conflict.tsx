import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { TextNamed } from '../../src/desk/contract.ts';
import type { Theirs } from '../keep/autosave.ts';
import { directionOf } from '../parts/me.tsx';
import { compareWords } from '../text/compare-words.ts';
import { Differences } from '../text/differences.tsx';
import { type Choice, mergeContent } from '../text/merge-content.ts';
import { blocksOf } from '../text/pieces.ts';
import { Prose } from '../text/prose.tsx';
import { useWords } from '../words/words.tsx';
import type { TextInHand } from './use-autosave.ts';

const choices = ['theirs', 'yours', 'both'] as const;

/** Two people wrote at one text: both side by side, what contradicts to choose from, and the merged text to save. */
export function ConflictView(order: { readonly text: TextInHand; readonly theirs: Theirs; readonly named: TextNamed }) {
  const { say, moment } = useWords();
  const { text, theirs } = order;
  const { locale } = order.named;
  const [chosen, setChosen] = useState<readonly (Choice | undefined)[]>([]);
  const { base } = text.autosave;
  const name = theirs.savedBy || say('somebody');
  const merge = useMemo(
    () => mergeContent(base.content, text.typed.content, theirs.content),
    [base, text.typed.content, theirs],
  );
  const save = () => {
    const merged = { content: merge.resolve(chosen), slug: text.typed.slug };
    void text.autosave.takeMerged({ content: theirs.content, slug: base.slug }, theirs.revision, merged);
    text.replace(merged);
  };
  return (
    <section className="banner fair" aria-labelledby="conflict-title">
      <div className="stack">
        <h2 id="conflict-title">{say('conflictTitle')}</h2>
        <p>{say('conflictLead', { name, when: moment(theirs.savedAt) })}</p>
        <details>
          <summary>
            {say('theirs', { name })} · {say('yours')}
          </summary>
          <div className="sides">
            <Text content={theirs.content} title={say('theirs', { name })} locale={locale} />
            <Text content={text.typed.content} title={say('yours')} locale={locale} />
          </div>
        </details>
        <p>{say('conflictCount', { count: merge.conflicts.length })}</p>
        {merge.conflicts.map((conflict, at) => (
          <fieldset className="conflict stack" key={`${conflict.field} ${conflict.theirs}`}>
            <legend>{say(conflict.field)}</legend>
            {conflict.field !== 'pictures' && (
              <div lang={locale} dir={directionOf(locale)}>
                <Differences parts={compareWords(plain(conflict.theirs), plain(conflict.yours), locale)} />
              </div>
            )}
            <div className="sides">
              {choices.map((choice) => (
                <label key={choice}>
                  <input
                    type="radio"
                    name={`conflict-${at}`}
                    checked={(chosen[at] ?? 'yours') === choice}
                    onChange={() =>
                      setChosen((all) => merge.conflicts.map((_, place) => (place === at ? choice : all[place])))
                    }
                  />{' '}
                  {say(({ theirs: 'takeTheirs', yours: 'takeYours', both: 'takeBoth' } as const)[choice])}
                  {choice !== 'both' && conflict.field !== 'pictures' && (
                    <p className="prose" lang={locale} dir={directionOf(locale)}>
                      {plain(conflict[choice])}
                    </p>
                  )}
                </label>
              ))}
            </div>
          </fieldset>
        ))}
        <div className="row">
          <Button onClick={save}>{say('saveMerged')}</Button>
        </div>
      </div>
    </section>
  );
}

function Text(order: { readonly content: Theirs['content']; readonly title: string; readonly locale: string }) {
  const { content, title, locale } = order;
  return (
    <div>
      <h3>{title}</h3>
      <div lang={locale} dir={directionOf(locale)}>
        <p>
          <strong>{content.headline}</strong>
        </p>
        <p>{content.summary}</p>
        <Prose html={content.body} />
      </div>
    </div>
  );
}

function plain(html: string): string {
  return blocksOf(html)
    .map(({ text }) => text)
    .join('\n');
}
