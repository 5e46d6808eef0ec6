import type { DraftOpened } from '../../src/desk/contract.ts';
import { directionOf } from '../parts/me.tsx';
import { Prose } from '../text/prose.tsx';
import { useWords } from '../words/words.tsx';
import { fieldId } from './findings.tsx';

/** A text that does not change now, as one reads it: what it does not have is not there. */
export function ReadText({ draft }: { readonly draft: DraftOpened }) {
  const { say } = useWords();
  const { content, locale, pictures } = draft;
  const isAt = (field: string) => ({ id: fieldId(field), tabIndex: -1 });
  return (
    <article className="read-text" lang={locale} dir={directionOf(locale)}>
      {content.kicker !== '' && (
        <p className="kicker" {...isAt('kicker')}>
          {content.kicker}
        </p>
      )}
      <p className="headline" {...isAt('headline')}>
        {content.headline || say('untitled')}
      </p>
      {content.summary !== '' && (
        <p className="summary" {...isAt('summary')}>
          {content.summary}
        </p>
      )}
      {content.place !== '' && (
        <p className="place" {...isAt('place')}>
          {content.place}
        </p>
      )}
      <div {...isAt('body')}>
        <Prose html={content.body} />
      </div>
      {content.notes !== '' && (
        <section className="notes" {...isAt('notes')}>
          <h2 lang="" dir="auto">
            {say('notes')}
          </h2>
          <Prose html={content.notes} />
        </section>
      )}
      {content.pictures.length > 0 && (
        <ul className="pictures" {...isAt('pictures')}>
          {content.pictures.map((one, at) => {
            const known = pictures.find(({ id }) => id === one.picture);
            return (
              <li className="picture" key={one.picture} {...isAt(`pictures.${at}`)}>
                {known !== undefined && <img src={known.address} alt={one.alt} loading="lazy" />}
                <div className="words">
                  {one.caption !== '' && <p>{one.caption}</p>}
                  <p className="small">{say('labelled', { label: say('alt'), words: one.alt || say('none') })}</p>
                  <p className="small">{known?.credit ?? say('creditMissing')}</p>
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </article>
  );
}
