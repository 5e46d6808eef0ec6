import type { Instant } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';
import { listPath, pagePath } from '../published/addresses.ts';
import type { ListSubject } from '../published/list.ts';
import type { Institution } from '../published/published.ts';
import type { ListPage, TextOrTombstone } from '../published/published-release.ts';
import { countryName } from '../words/as-written.ts';
import { wordsFor } from '../words/words.ts';
import { entryOf, nameIn, retractedEntry } from './compose-entry.ts';
import type { Feed } from './feed.ts';
import { feedId } from './feed-ids.ts';
import { laterOf } from './feed-time.ts';
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
  /** Of the page's items, in its order. */
  readonly texts: readonly TextOrTombstone[];
}

/** A list page and its full texts as a feed. The same order gives the same feed: nothing is asked of the clock. */
export function composeFeed(order: FeedOrder): Feed {
  const { origin, institution, page } = order;
  const { organisation } = institution;
  const list = origin + listPath(page.locale, page.subject, institution);
  const pageOf = (portion: Portion | null) => (portion === null ? null : pagePath(list, { year: null, ...portion }));
  const self = page.number === null ? null : portionOf(page.number, order.after);
  const surroundings = { origin, institution, locale: page.locale };
  const entries = order.texts.map((one) =>
    one.found === 'text' ? entryOf(one.text, surroundings) : retractedEntry(one.tombstone, surroundings),
  );
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
      isArchive: page.number !== null && (page.number !== page.newest || order.after !== undefined),
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
