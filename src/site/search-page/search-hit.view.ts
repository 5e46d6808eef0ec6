import { textPathInLetters } from '../../published/addresses.ts';
import type { Extract, SearchHit } from '../../search/search.ts';
import { markup, type Rendered } from '../around/html.view.tsx';
import type { Stationery } from '../around/stationery.ts';
import { footMarkup, marginMarkup, ownLanguage, tombstone } from '../list-page/list-item.view.ts';

/** A release that was found: as it stands in lists, without its picture, and with the words that were found marked. */
export function hitMarkup(hit: SearchHit, stationery: Stationery): Rendered {
  const item = { ...hit.item, isFallback: hit.item.locale !== stationery.locale };
  return markup`<li class="item">${marginMarkup(item, true, stationery)}${
    item.text === null ? tombstone(item, stationery) : wordsOf(hit, stationery)
  }${footMarkup(item, stationery)}</li>`;
}

function wordsOf({ item, headline, extract }: SearchHit, stationery: Stationery): Rendered {
  // Most are press releases: only what is not one says what it is.
  const isUsual = item.type === 'press-release';
  const type = isUsual ? null : markup`<p class="kicker">${stationery.words(`type-${item.type}`)}</p>`;
  const part = extract === null ? item.text?.summary : marked(extract);
  const summary = part == null ? null : markup`<p class="summary">${part}</p>`;
  const path = textPathInLetters(item.locale, item.reference, item.slug);
  return markup`<div class="words">${type}<div${ownLanguage(item, stationery)}><h3><a href="${path}">${marked(headline)}</a></h3>${summary}</div></div>`;
}

function marked(extract: Extract): Rendered {
  return markup`${extract.map(({ text, isFound }) => (isFound ? markup`<mark>${text}</mark>` : markup`${text}`))}`;
}
