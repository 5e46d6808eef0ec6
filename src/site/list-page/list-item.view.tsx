import type { ComponentChild } from 'preact';
import { textPath } from '../../published/addresses.ts';
import type { ListSubject } from '../../published/list.ts';
import type { ListItem, ListText } from '../../published/published-release.ts';
import { formatReference } from '../../published/reference.ts';
import { languageName, ownName } from '../../words/as-written.ts';
import { Day, language, Named, runs } from '../around/inline.view.tsx';
import { creditOf, Picture } from '../around/picture.view.tsx';
import type { Stationery } from '../around/stationery.ts';

const labels = { correction: 'corrected', clarification: 'clarified', update: 'updated' } as const;

interface ItemProps {
  readonly item: ListItem;
  readonly subject: ListSubject;
  readonly stationery: Stationery;
}

/** One line of a list: day and reference in the margin, then the text. */
export function Item({ item, subject, stationery }: ItemProps): ComponentChild {
  const { locale, words, offices } = stationery;
  const office = offices.get(item.office);
  const isOwn = subject.kind === 'office' && subject.code === item.office;
  return (
    <li class="item">
      <p class="slug">
        <Day time={item.published} locale={locale} />
        <span class="ref">{formatReference(item.reference)}</span>
        {isOwn || office === undefined ? null : <Named name={office} />}
      </p>
      {item.text === null ? tombstone(item, stationery) : text(item, item.text, subject, stationery)}
      {item.text?.picture ? pictureOf(item, item.text, stationery) : null}
      {footOf(item, locale, words)}
    </li>
  );
}

function text(item: ListItem, { kicker, headline, summary }: ListText, subject: ListSubject, stationery: Stationery) {
  const isOfType = subject.kind === 'type';
  const above = kicker ?? (isOfType ? null : stationery.words(`type-${item.type}`));
  return (
    <div class="words">
      {above === null ? null : (
        <p class="kicker" {...(kicker === null ? {} : language(item.locale, stationery.locale))}>
          {above}
        </p>
      )}
      <div {...language(item.locale, stationery.locale)}>
        <h3>
          <a href={textPath(item.locale, item.reference, item.slug)}>{headline}</a>
        </h3>
        {summary === null ? null : <p class="summary">{summary}</p>}
      </div>
    </div>
  );
}

function tombstone(item: ListItem, { words }: Stationery): ComponentChild {
  return (
    <div class="words">
      <h3 class="gone">
        <a href={textPath(item.locale, item.reference, item.slug)}>
          {words('retracted')} <bdi>{formatReference(item.reference)}</bdi>
        </a>
      </h3>
      <p class="summary">{words('retractedText')}</p>
    </div>
  );
}

function pictureOf(item: ListItem, { picture }: ListText, { words, locale }: Stationery): ComponentChild {
  if (picture === null) return null;
  const { kept } = picture.asset;
  const credit = creditOf(picture.asset, words);
  if (kept === null) return credit === null ? null : <p class="credit">{credit}</p>;
  return (
    <figure class="thumb">
      <div {...language(item.locale, locale)}>
        <Picture
          picture={picture}
          kept={kept}
          sizes="(min-width: 60rem) 14rem, 100vw"
          widest={960}
          isFirstSight={false}
        />
      </div>
      {credit === null ? null : <figcaption class="credit">{credit}</figcaption>}
    </figure>
  );
}

/** What became of the text, which language it is in where that is not the page’s, and the others there are. */
function footOf(item: ListItem, locale: string, words: Stationery['words']): ComponentChild {
  const label = item.standing === 'withdrawn' ? 'withdrawn' : item.change === null ? null : labels[item.change.kind];
  const others = item.languages.filter((one) => one.locale !== item.locale && one.standing !== 'retracted');
  if (label === null && !item.isFallback && others.length === 0) return null;
  return (
    <p class="foot">
      {label === null || item.text === null ? null : <strong class={`label ${label}`}>{words(label)}</strong>}
      {item.isFallback ? (
        <span class="label">{words('textIn', { language: languageName(item.locale, locale) })}</span>
      ) : null}
      {others.length === 0 ? null : <span class="also">{words('alsoIn')}</span>}
      {others.map((one) => (
        <a
          href={textPath(one.locale, item.reference, one.slug)}
          hreflang={one.locale}
          lang={one.locale}
          dir={runs(one.locale)}
        >
          {ownName(one.locale)}
        </a>
      ))}
    </p>
  );
}
