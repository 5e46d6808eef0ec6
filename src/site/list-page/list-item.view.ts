import { shortTextPath, textPathInLetters } from '../../published/addresses.ts';
import type { ListSubject } from '../../published/list.ts';
import type { LanguageOffered, ListItem, ListText } from '../../published/published-release.ts';
import { formatReference } from '../../published/reference.ts';
import { formatDay, languageName, ownName } from '../../words/as-written.ts';
import { markup, type Rendered } from '../around/html.view.tsx';
import { machineTime, runs } from '../around/inline.view.tsx';
import { creditMarkup, pictureMarkup } from '../around/picture.view.ts';
import { inSiteOrder, type Name, type Stationery } from '../around/stationery.ts';

const labels = { correction: 'corrected', clarification: 'clarified', update: 'updated' } as const;

/** One line of a list: day and reference in the margin, then the text. The office's own list does not name it. */
export function itemMarkup(item: ListItem, subject: ListSubject, stationery: Stationery): Rendered {
  const shown: Shown = {
    office: !(subject.kind === 'office' && subject.code === item.office),
    // Most are press releases: only what is not one says what it is.
    type: item.type !== 'press-release' && subject.kind !== 'type',
  };
  return lineMarkup(item, shown, stationery);
}

/** What a line says of its release beside the text. */
interface Shown {
  readonly office: boolean;
  readonly type: boolean;
}

function lineMarkup(item: ListItem, shown: Shown, stationery: Stationery): Rendered {
  const { text } = item;
  return markup`<li class="item">${marginMarkup(item, shown.office, stationery)}${
    text === null ? tombstone(item, stationery) : words(item, text, shown, stationery)
  }${text === null ? null : pictureOf(item, text, stationery)}${footMarkup(item, stationery)}</li>`;
}

/** Day and reference, and who issued it. */
export function marginMarkup(item: ListItem, withOffice: boolean, stationery: Stationery): Rendered {
  const { published, reference } = item;
  const office = withOffice ? stationery.offices.get(item.office) : undefined;
  return markup`<p class="slug"><time datetime="${machineTime(published)}">${formatDay(published.day, stationery.locale)}</time><span class="ref">${formatReference(reference)}</span>${office === undefined ? null : named(office)}</p>`;
}

function named({ text, lang }: Name): Rendered {
  return lang === undefined ? markup`<bdi>${text}</bdi>` : markup`<bdi lang="${lang}">${text}</bdi>`;
}

function words(item: ListItem, text: ListText, shown: Shown, stationery: Stationery): Rendered {
  const own = ownLanguage(item, stationery);
  const type = shown.type ? markup`<p class="kicker">${stationery.words(`type-${item.type}`)}</p>` : null;
  const kicker = text.kicker === null ? type : markup`<p class="kicker"${own}>${text.kicker}</p>`;
  const summary = text.summary === null ? null : markup`<p class="summary">${text.summary}</p>`;
  const path = textPathInLetters(item.locale, item.reference, item.slug);
  return markup`<div class="words">${kicker}<div${own}><h3><a href="${path}">${text.headline}</a></h3>${summary}</div></div>`;
}

export function tombstone({ locale, reference, slug }: ListItem, { words: say }: Stationery): Rendered {
  const path = textPathInLetters(locale, reference, slug);
  return markup`<div class="words"><h3 class="gone"><a href="${path}">${say('retracted')} <bdi>${formatReference(reference)}</bdi></a></h3><p class="summary">${say('retractedText')}</p></div>`;
}

function pictureOf(item: ListItem, { picture }: ListText, stationery: Stationery): Rendered | null {
  if (picture === null) return null;
  const { kept } = picture.asset;
  const credit = creditMarkup(picture.asset, stationery.words);
  if (kept === null) return credit === null ? null : markup`<p class="credit">${credit}</p>`;
  const caption = credit === null ? null : markup`<figcaption class="credit">${credit}</figcaption>`;
  const sizes = '(min-width: 64rem) 14rem, 100vw';
  const shown = pictureMarkup({ picture, kept, sizes, widest: 640, loading: 'lazy' });
  return markup`<figure class="thumb"><div${ownLanguage(item, stationery)}>${shown}</div>${caption}</figure>`;
}

/** What became of the text, which language it is in where that is not the page’s, since when it is there, and the others there are. */
export function footMarkup(item: ListItem, stationery: Stationery): Rendered | null {
  const { words: say, locale } = stationery;
  const readable = item.languages.filter((one) => one.locale !== item.locale && one.standing !== 'retracted');
  const others = inSiteOrder(readable, stationery);
  const became = item.standing === 'withdrawn' ? 'withdrawn' : item.change === null ? null : labels[item.change.kind];
  const label = became === null || item.text === null ? null : became;
  const isLater = item.text !== null && item.textDay !== item.published.day;
  if (label === null && !item.isFallback && !isLater && others.length === 0) return null;

  const strong = label === null ? null : markup`<strong class="label ${label}">${say(label)}</strong>`;
  const fallback = item.isFallback
    ? markup`<span class="label">${say('textIn', { language: languageName(item.locale, locale) })}</span>`
    : null;
  const later = isLater ? markup`<span>${since(item, stationery)}</span>` : null;
  const also = others.length === 0 ? null : markup`<span>${say('alsoIn')}</span>`;
  return markup`<p class="foot">${strong}${fallback}${later}${also}${others.map((one) => otherLanguage(item, one))}</p>`;
}

function since({ locale, textDay }: ListItem, { words: say, locale: own }: Stationery): string {
  return say('inLanguageSince', { language: languageName(locale, own), day: formatDay(textDay, own) });
}

/** Six slugs in other scripts would weigh more than all the rest of a line. */
function otherLanguage({ reference }: ListItem, { locale }: LanguageOffered): Rendered {
  return markup`<a href="${shortTextPath(locale, reference)}" hreflang="${locale}" lang="${locale}" dir="${runs(locale)}">${ownName(locale)}</a>`;
}

/** The attributes of words in the text’s own language, where it is not the page’s. */
export function ownLanguage({ locale }: ListItem, page: Stationery): Rendered | null {
  return locale === page.locale ? null : markup` lang="${locale}" dir="${runs(locale)}"`;
}
