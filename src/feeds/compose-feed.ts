import type { Organisation } from '../offices/office.ts';
import type { Instant } from '../platform/instant.ts';
import { firstOf, type InLocales, type Locale } from '../platform/locales.ts';
import { listPath, pagePath, textPath } from '../published/addresses.ts';
import type { ListSubject } from '../published/list.ts';
import type { Institution } from '../published/published.ts';
import type { ListPage, PublishedText } from '../published/published-release.ts';
import { formatReference } from '../published/reference.ts';
import { countryName } from '../words/as-written.ts';
import { type Words, wordsFor } from '../words/words.ts';
import type { Feed, FeedCategory, FeedEntry } from './feed.ts';
import { entryId, feedId } from './feed-ids.ts';
import { feedPictures } from './feed-pictures.ts';
import { feedTime } from './feed-time.ts';
import { fullText } from './full-text.ts';
import { type Portion, portionOf } from './neighbours.ts';

export interface FeedOrder {
  /** Without a slash at the end. */
  readonly origin: string;
  readonly institution: Institution;
  readonly page: ListPage;
  /** Set on a further portion of an overfull page. */
  readonly after: number | undefined;
  readonly older: Portion | null;
  readonly newer: Portion | null;
  /** Of the page's items, in its order; tombstones are left out. */
  readonly texts: readonly PublishedText[];
}

/** A list page and its full texts as a feed. The same order gives the same feed: nothing is asked of the clock. */
export function composeFeed(order: FeedOrder): Feed {
  const { origin, institution, page } = order;
  const { organisation } = institution;
  const list = origin + listPath(page.locale, page.subject, institution);
  const pageOf = (portion: Portion | null) => (portion === null ? null : pagePath(list, { year: null, ...portion }));
  const self = page.number === null ? null : portionOf(page.number, order.after);
  const entries = order.texts.map((text) => entryOf(order, text));
  const named = { institution, subject: page.subject, locale: page.locale };
  return {
    id: feedId(origin, page.subject, page.locale),
    title: titleOf(named),
    introduction: introductionOf(named),
    language: page.locale,
    organisation: nameIn(organisation.names, page.locale, organisation),
    updated: entries.reduce((latest, entry) => laterOf(latest, entry.updated), UNPUBLISHED),
    documents: {
      self: pageOf(self) ?? list,
      current: list,
      older: pageOf(order.older),
      newer: pageOf(order.newer),
      isArchive: page.number !== null && (page.number < page.newest || order.after !== undefined),
    },
    entries,
  };
}

/** Atom wants a time even of a list that has nothing yet. */
const UNPUBLISHED = '1970-01-01T00:00:00.000Z' as Instant;

interface Named {
  readonly institution: Institution;
  readonly subject: ListSubject;
  readonly locale: Locale;
}

function titleOf(named: Named): string {
  const { organisation } = named.institution;
  const own = nameIn(organisation.names, named.locale, organisation);
  return wordsFor(named.locale)('feedTitle', { list: listName(named), organisation: own });
}

function listName({ institution, subject, locale }: Named): string {
  const { organisation, offices, topics } = institution;
  switch (subject.kind) {
    case 'organisation':
      return wordsFor(locale)('allReleases');
    case 'office':
      return nameIn(offices.find(({ code }) => code === subject.code)?.names ?? {}, locale, organisation, subject.code);
    case 'country':
      return countryName(subject.code, locale);
    case 'topic':
      return nameIn(topics.find(({ code }) => code === subject.code)?.names ?? {}, locale, organisation, subject.code);
    case 'type':
      return wordsFor(locale)(`types-${subject.type}`);
  }
}

function introductionOf({ institution, subject, locale }: Named): string | null {
  const { organisation, offices } = institution;
  if (subject.kind === 'organisation') return organisation.introductions[locale] ?? null;
  if (subject.kind !== 'office') return null;
  return offices.find(({ code }) => code === subject.code)?.introductions[locale] ?? null;
}

function entryOf(order: FeedOrder, text: PublishedText): FeedEntry {
  const { origin, institution } = order;
  const { organisation, offices } = institution;
  const { locale } = text;
  const isWithdrawn = text.standing === 'withdrawn';
  const words = wordsFor(locale);
  const address = origin + textPath(locale, text.reference, text.slug);
  const published = feedTime(text.published);
  const pictures = feedPictures(text, origin);
  const office = offices.find(({ code }) => code === text.office);
  const readable = text.languages.filter((language) => language.standing !== 'retracted' && language.locale !== locale);
  return {
    id: entryId(text.release, locale),
    reference: formatReference(text.reference),
    address,
    language: locale,
    title: isWithdrawn ? words('feedWithdrawn', { headline: text.headline }) : text.headline,
    summary: text.summary,
    content: fullText(text, pictures, words, address),
    author: {
      name: nameIn(office?.names ?? {}, locale, organisation, text.office),
      address: origin + listPath(order.page.locale, { kind: 'office', code: text.office }, institution),
    },
    published,
    updated: laterOf(published, text.changedAt),
    categories: categoriesOf(order, text, words),
    pictures,
    otherLanguages: readable.map((language) => ({
      locale: language.locale,
      address: origin + textPath(language.locale, text.reference, language.slug),
    })),
  };
}

function categoriesOf({ origin, institution }: FeedOrder, text: PublishedText, words: Words): FeedCategory[] {
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

function nameIn(names: InLocales, locale: Locale, organisation: Organisation, otherwise = ''): string {
  return firstOf(names, [locale, organisation.defaultLocale])?.text ?? otherwise;
}

function laterOf(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}
