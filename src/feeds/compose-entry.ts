import type { Organisation } from '../offices/office.ts';
import { firstOf, type InLocales, type Locale } from '../platform/locales.ts';
import { listPath, textPath } from '../published/addresses.ts';
import type { Institution } from '../published/published.ts';
import type { PublishedText, Tombstone } from '../published/published-release.ts';
import { formatReference } from '../published/reference.ts';
import { countryName } from '../words/as-written.ts';
import { type Words, wordsFor } from '../words/words.ts';
import type { FeedCategory, FeedEntry } from './feed.ts';
import { entryId } from './feed-ids.ts';
import { feedPictures } from './feed-pictures.ts';
import { feedTime, laterOf } from './feed-time.ts';
import { fullText, retractedText } from './full-text.ts';

/** What the entries of a feed have in common. */
interface Surroundings {
  /** Without a slash at the end. */
  readonly origin: string;
  readonly institution: Institution;
  /** Of the list. */
  readonly locale: Locale;
}

export function entryOf(text: PublishedText, around: Surroundings): FeedEntry {
  const { locale } = text;
  const words = wordsFor(locale);
  const isWithdrawn = text.standing === 'withdrawn';
  const pictures = feedPictures(text, around.origin);
  const same = commonOf(text, around);
  return {
    ...same,
    title: isWithdrawn ? words('feedWithdrawn', { headline: text.headline }) : text.headline,
    summary: text.summary,
    content: fullText(text, pictures, words, same.address),
    updated: laterOf(same.published, text.changedAt),
    categories: categoriesOf(text, words, around),
    pictures,
    retraction: null,
  };
}

/** The entry that takes the place of a retracted text, under the same id. */
export function retractedEntry(tombstone: Tombstone, around: Surroundings): FeedEntry {
  const { retractedAt: at, reason } = tombstone;
  const words = wordsFor(tombstone.locale);
  const same = commonOf(tombstone, around);
  return {
    ...same,
    title: words('retractedReference', { reference: same.reference }),
    // Said here too: a reader that shows summaries alone would go on showing the old one.
    summary: reason === '' ? words('retractedText') : words('reason', { reason }),
    content: retractedText(tombstone, words),
    updated: laterOf(same.published, at),
    categories: [],
    pictures: [],
    retraction: { at, reason },
  };
}

/** What an entry says of a text, whether or not its words are still there. */
function commonOf(text: PublishedText | Tombstone, { origin, institution, locale: page }: Surroundings) {
  const { organisation, offices } = institution;
  const { release, reference, locale, slug, office: code } = text;
  const office = offices.find((one) => one.code === code);
  const readable = text.languages.filter((language) => language.standing !== 'retracted' && language.locale !== locale);
  return {
    id: entryId(release, locale),
    reference: formatReference(reference),
    address: origin + textPath(locale, reference, slug),
    language: locale,
    author: {
      name: nameIn(office?.names ?? {}, locale, organisation, code),
      address: origin + listPath(page, { kind: 'office', code }, institution),
    },
    published: feedTime(text.published),
    otherLanguages: readable.map((language) => ({
      locale: language.locale,
      address: origin + textPath(language.locale, reference, language.slug),
    })),
  };
}

function categoriesOf(text: PublishedText, words: Words, { origin, institution }: Surroundings): FeedCategory[] {
  const { organisation, topics } = institution;
  const topicName = (code: string) =>
    nameIn(topics.find((topic) => topic.code === code)?.names ?? {}, text.locale, organisation, code);
  return [
    { scheme: `${origin}/#types`, term: text.type, label: words(`type-${text.type}`) },
    ...text.topics.map((term) => ({ scheme: `${origin}/#topics`, term, label: topicName(term) })),
    ...text.countries.map((term) => ({
      scheme: 'urn:iso:std:iso:3166:-1',
      term,
      label: countryName(term, text.locale),
    })),
  ];
}

export function nameIn(names: InLocales, locale: Locale, organisation: Organisation, otherwise = ''): string {
  return firstOf(names, [locale, organisation.defaultLocale])?.text ?? otherwise;
}
