import type { Answer, Route } from '../../src/http/route.ts';
import type { Office, Organisation } from '../../src/offices/office.ts';
import { paragraph } from '../../src/platform/html.ts';
import { civilDayOf, dayIn, instantOf } from '../../src/platform/instant.ts';
import type { Locale } from '../../src/platform/locales.ts';
import { type ListSubject, listKey, listsOf } from '../../src/published/list.ts';
import type { Institution, Published } from '../../src/published/published.ts';
import type {
  CountedPage,
  LanguageOffered,
  ListItem,
  MonthCount,
  PublishedAsset,
  PublishedText,
  TextFound,
} from '../../src/published/published-release.ts';
import { formatReference } from '../../src/published/reference.ts';
import { visitWith } from './visit-to.ts';

/** The Port of Calder: two offices, a few languages, whatever texts a test brings. */
export const calder: Organisation = {
  names: { en: 'Port of Calder', 'zh-Hans': '考尔德港', ar: 'ميناء كالدر' },
  introductions: { en: 'What the port decides, and what it regrets.' },
  locales: [
    { locale: 'en', scope: 'any' },
    { locale: 'zh-Hans', scope: 'any' },
    { locale: 'ar', scope: 'any' },
    { locale: 'mn', scope: 'locale' },
  ],
  defaultLocale: 'en',
  timeZone: 'Europe/London',
};

export const calderOffices: readonly Office[] = [
  {
    code: 'CALDER',
    slug: 'calder',
    names: { en: 'Calder harbour office' },
    introductions: { en: 'The harbour office keeps the tide tables.' },
    countries: ['GB'],
    locales: ['en'],
    timeZone: 'Europe/London',
  },
  {
    code: 'CO-BRUGES',
    slug: 'bruges-office',
    names: { en: 'Bruges office', 'zh-Hans': '布鲁日办事处', ar: 'مكتب بروج' },
    introductions: {},
    countries: ['BE'],
    locales: ['en'],
    timeZone: 'Europe/Brussels',
  },
];

export const calderInstitution: Institution = {
  organisation: calder,
  offices: calderOffices,
  topics: [{ code: 'dredging', slug: 'dredging', names: { en: 'Dredging' } }],
  countries: ['BE', 'GB'],
  types: ['press-release', 'speech', 'notice'],
};

/** One language version as a test writes it down; what is not said is usual. */
export interface TextOrder {
  readonly number: number;
  readonly at?: string;
  readonly headline?: string;
  readonly [other: string]: unknown;
}

export function textFor({ number, at = '2026-03-02T09:00:00Z', ...order }: TextOrder): PublishedText {
  const published = { at: instantOf(at), day: dayIn(instantOf(at), 'Europe/London'), precision: 'instant' };
  const text = {
    release: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    reference: { office: 'CALDER', year: Number(published.day.slice(0, 4)), number },
    type: 'press-release',
    office: 'CALDER',
    countries: ['GB'],
    topics: ['dredging'],
    organisationWide: false,
    origin: 'written',
    locale: 'en',
    slug: `release-${number}`,
    standing: 'published',
    endReason: null,
    endedAt: null,
    published,
    firstPublished: null,
    changedAt: published.at,
    sequence: number,
    edition: 1,
    isCurrent: true,
    kicker: null,
    headline: `Release ${number} of the port`,
    summary: 'The ferry leaves at nine.',
    place: null,
    body: paragraph('The ferry leaves at nine, and not before.'),
    notes: null,
    pictures: [],
    changes: [],
    translatedFrom: null,
    boilerplate: null,
    languages: [],
    ...order,
  };
  return text as unknown as PublishedText;
}

export const lostPicture: PublishedAsset = {
  id: '00000000-0000-7000-8000-00000000a55e',
  kept: null,
  credit: '© Ann Other / AFP 2023',
  creator: 'Ann Other',
  agency: 'AFP',
  copyrightHolder: null,
  copyrightYear: null,
  usageTerms: null,
};

export const keptPicture: PublishedAsset = {
  ...lostPicture,
  kept: { hash: 'ab'.repeat(32), mediaType: 'image/jpeg', bytes: 120_000, width: 1_200, height: 800 },
  copyrightHolder: 'Port of Calder',
  copyrightYear: 2025,
};

const PAGE_SIZE = 20;

interface SmallOrder {
  readonly texts: readonly PublishedText[];
  readonly institution?: Institution;
  /** Former paths, each with the number of the release it leads to. */
  readonly paths?: Readonly<Record<string, number>>;
  /** Locale and release of texts that were retracted. */
  readonly retracted?: readonly PublishedText[];
}

/** The published half in a few arrays: the same answers as the real one gives for so little. */
export function smallPublished({ texts, institution = calderInstitution, paths = {}, retracted = [] }: SmallOrder) {
  const all = [...texts, ...retracted];
  const current = texts.filter((text) => text.isCurrent);
  const languagesOf = (release: string): LanguageOffered[] =>
    all
      .filter((text) => text.isCurrent && text.release === release)
      .map((text) => ({
        locale: text.locale,
        slug: text.slug,
        standing: retracted.includes(text) ? 'retracted' : text.standing,
      }));

  const published: Published = {
    institution: async () => institution,
    newestPage: async (subject, locale) => {
      const items = itemsOf(subject, locale);
      const pages = Math.ceil(items.length / PAGE_SIZE);
      const shown = items.slice(0, items.length - Math.max(0, pages - 2) * PAGE_SIZE);
      return pageFrom({ subject, locale, items: shown, newest: pages, older: pages > 2 ? pages - 2 : null });
    },
    pinned: async () => [],
    newestNumber: async (subject, locale) => Math.ceil(itemsOf(subject, locale).length / PAGE_SIZE),
    fixedPage: async (subject, locale, number) => {
      const items = itemsOf(subject, locale).reverse();
      const shown = items.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE).reverse();
      if (shown.length === 0) return null;
      const older = number > 1 ? number - 1 : null;
      return { ...pageFrom({ subject, locale, items: shown, newest: number, older }), number, newer: 'newest' };
    },
    yearPage: async (subject, locale, year) => {
      const items = itemsOf(subject, locale).filter((item) => item.published.day.startsWith(String(year)));
      return items.length === 0 ? null : { ...pageFrom({ subject, locale, items, newest: 1, older: null }), year };
    },
    years: async (subject, locale) => {
      const years = itemsOf(subject, locale).map(({ published: { day } }) => Number(day.slice(0, 4)));
      return [...new Set(years)].sort((one, other) => other - one);
    },
    months: async (subject, locale) => {
      const byMonth = Object.groupBy(itemsOf(subject, locale), (item) => item.published.day.slice(0, 7));
      return Object.entries(byMonth).map(([month, items]): MonthCount => {
        return { year: Number(month.slice(0, 4)), month: Number(month.slice(5)), count: items?.length ?? 0 };
      });
    },
    text: async (reference, locale, edition): Promise<TextFound | null> => {
      const isMeant = (text: PublishedText) => formatReference(text.reference) === formatReference(reference);
      const versions = all.filter(isMeant);
      const [first] = versions;
      if (first === undefined) return null;
      const languages = languagesOf(first.release);
      const gone = retracted.find((text) => isMeant(text) && text.locale === locale);
      if (gone !== undefined) {
        const { slug, office, published: when } = gone;
        const retraction = { retractedAt: instantOf('2026-04-01T10:00:00Z'), reason: 'It named the wrong ship.' };
        const tombstone = {
          release: gone.release,
          reference: gone.reference,
          office,
          locale,
          slug,
          published: when,
          ...retraction,
          languages,
        };
        return { found: 'tombstone', tombstone };
      }
      const own = versions.filter((text) => text.locale === locale);
      if (own.length === 0) return { found: 'other-languages', languages, reference: first.reference };
      const wanted = own.find((text) => (edition === null ? text.isCurrent : text.edition === edition));
      return wanted === undefined ? null : { found: 'text', text: { ...wanted, languages } };
    },
    pathLeadsTo: async (path) => {
      const text = current.find((one) => one.reference.number === paths[path]);
      return text === undefined ? null : { reference: text.reference, locale: text.locale, slug: text.slug };
    },
    legacyAddressLeadsTo: async () => null,
    legacyPatternLeadsTo: async () => null,
    asset: async () => null,
    mapped: async () => [],
    mapParts: async () => [],
    since: async () => [],
    fullTexts: async (items) =>
      current.flatMap((text) => (items.some((item) => item.release === text.release) ? [{ found: 'text', text }] : [])),
    version: () => 1,
    lastChanged: async () => [],
    harvested: async () => null,
    actsUntil: async () => 0,
    firstAct: async () => null,
    textLocales: async () => [],
    listStates: async () => [],
    listStateAt: async () => null,
    listAsOf: async () => null,
  };
  return published;

  function itemsOf(subject: ListSubject, locale: Locale): ListItem[] {
    const key = listKey(subject);
    const shown = all.filter((text) => {
      const versions = all.filter((one) => one.isCurrent && one.release === text.release);
      const best = versions.find((one) => one.locale === locale) ?? versions[0];
      return text === best && listsOf(text, institution.offices).includes(key);
    });
    return shown
      .map((text) => itemFrom(text, locale))
      .sort((one, other) => (one.published.at < other.published.at ? 1 : -1));
  }

  function itemFrom(text: PublishedText, locale: Locale): ListItem {
    const isGone = retracted.includes(text);
    const { release, reference, type, office, countries, topics, sequence, slug, changedAt } = text;
    const item = {
      ...{ release, reference, type, office, countries, topics, sequence, slug, changedAt },
      published: text.published,
      textDay: text.published.day,
      locale: text.locale,
      isFallback: text.locale !== locale,
      standing: isGone ? 'retracted' : text.standing,
      text: isGone ? null : { ...text, picture: text.pictures[0] ?? null },
      change: text.changes[0] ?? null,
      languages: languagesOf(text.release),
    };
    return item as unknown as ListItem;
  }
}

function pageFrom(page: Pick<CountedPage, 'subject' | 'locale' | 'items' | 'newest' | 'older'>): CountedPage {
  return { ...page, scope: 'any', number: null, year: null, newer: null, rest: null };
}

/** A day without a time, as an imported release has it. */
export function onlyDay(day: string): PublishedText['published'] {
  return { at: instantOf(`${day}T00:00:00Z`), day: civilDayOf(day), precision: 'day' };
}

/** The line of a list that a text has. */
export function itemFor(text: PublishedText, locale: Locale = text.locale): ListItem {
  const { picture = null } = { picture: text.pictures[0] };
  const item = {
    ...text,
    textDay: text.published.day,
    isFallback: text.locale !== locale,
    text: { ...text, picture },
    change: text.changes[0] ?? null,
  };
  return item as unknown as ListItem;
}

/** Asks the routes for a path as http/ would: in their order, the first that has an answer. */
export function visitor(routes: readonly Route[]) {
  const patterns = routes.map((route) => {
    const shape = route.path.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)').replace('*', '.*');
    return { route, pattern: new RegExp(`^${shape}$`) };
  });
  return async (url: string, acceptLanguage = ''): Promise<Answer | null> => {
    const [path = '', asked = ''] = url.split('?', 2);
    const query = new URLSearchParams(asked);
    for (const { route, pattern } of patterns) {
      const match = pattern.exec(path);
      if (match === null) continue;
      const named = Object.entries(match.groups ?? {}).map(([name, part]) => [name, decodeURIComponent(part)]);
      const answer = await route.answer(visitWith({ params: Object.fromEntries(named), path, query, acceptLanguage }));
      if (answer !== null) return answer;
    }
    return null;
  };
}
