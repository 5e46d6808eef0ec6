import { SaxesParser } from 'saxes';
import { composeFeed } from '../../src/feeds/compose-feed.ts';
import type { Feed } from '../../src/feeds/feed.ts';
import type { Visit } from '../../src/http/route.ts';
import type { Office, Organisation, Topic } from '../../src/offices/office.ts';
import type { SafeHtml } from '../../src/platform/html.ts';
import { type CivilDay, type Instant, instantOf } from '../../src/platform/instant.ts';
import type { ListSubject } from '../../src/published/list.ts';
import type { Institution, Published } from '../../src/published/published.ts';
import type {
  ListItem,
  ListPage,
  MappedRelease,
  PublishedAsset,
  PublishedPicture,
  PublishedText,
  TextOrTombstone,
  Tombstone,
} from '../../src/published/published-release.ts';
import { visitWith } from './visit-to.ts';

/** The Port of Calder, small enough to hold in the head. */
export const origin = 'https://news.calder.example';

const organisation: Organisation = {
  names: { en: 'Port of Calder', cy: 'Porthladd Calder' },
  introductions: { en: 'What the port has to say.' },
  locales: [
    { locale: 'en', scope: 'any' },
    { locale: 'cy', scope: 'locale' },
    { locale: 'ar', scope: 'any' },
  ],
  defaultLocale: 'en',
  timeZone: 'Europe/London',
};
const calder: Office = {
  code: 'CALDER',
  slug: 'harbour-office',
  names: { en: 'Harbour Office', cy: "Swyddfa'r Harbwr" },
  introductions: { en: 'Ferries, cranes and dredgers.' },
  countries: ['GB'],
  locales: ['en', 'cy'],
  timeZone: 'Europe/London',
};
const ferries: Topic = { code: 'ferries', slug: 'ferries', names: { en: 'Ferries & boats', cy: 'Fferïau' } };

export const institution: Institution = {
  organisation,
  offices: [calder],
  topics: [ferries],
  countries: ['GB'],
  types: ['news'],
};

const asset: PublishedAsset = {
  id: '01890000-0000-7000-8000-00000000a001',
  kept: { hash: 'ab'.repeat(32), mediaType: 'image/png', bytes: 52_000, width: 1500, height: 1000 },
  credit: '© Mara Quill / Port of Calder',
  creator: 'Mara Quill',
  agency: null,
  copyrightHolder: 'Port of Calder',
  copyrightYear: 2025,
  usageTerms: 'Free for editorial use',
};

export const ferryPicture: PublishedPicture = {
  asset,
  alt: 'A white ferry at the quay',
  caption: 'The first boat of the summer',
};

export const smallPicture: PublishedPicture = {
  asset: { ...asset, kept: { hash: 'cd'.repeat(32), mediaType: 'image/png', bytes: 900, width: 200, height: 100 } },
  alt: '',
  caption: null,
};

export const lostPicture: PublishedPicture = {
  asset: { ...asset, kept: null, credit: '© Lost & Found', creator: null, copyrightHolder: null, copyrightYear: null },
  alt: '',
  caption: null,
};

const plain = {
  type: 'press-release',
  office: 'CALDER',
  countries: ['GB'],
  topics: ['ferries'],
  organisationWide: false,
  origin: 'written',
  standing: 'published',
  endReason: null,
  endedAt: null,
  edition: 1,
  isCurrent: true,
  kicker: null,
  summary: null,
  place: null,
  body: '' as SafeHtml,
  notes: null,
  pictures: [],
  changes: [],
  translatedFrom: null,
  boilerplate: null,
} as const;

/** Release number `number`, issued on that day of a long year. */
export function textNumbered(number: number, changed: Partial<PublishedText> = {}): PublishedText {
  const at = instantOf(new Date(Date.UTC(2026, 0, 1 + number, 9)).toISOString());
  const locale = changed.locale ?? 'en';
  const text = {
    ...plain,
    release: `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    reference: { office: 'CALDER', year: 2026, number },
    locale,
    slug: `release-${number}`,
    published: { at, day: at.slice(0, 10) as CivilDay, precision: 'instant' },
    changedAt: at,
    sequence: number,
    headline: `Release ${number}`,
    languages: [{ locale, slug: `release-${number}`, standing: 'published' }],
    ...changed,
  };
  return text as unknown as PublishedText;
}

/** What is left of a text; the words went on 1 March. */
export function tombstoneOf({
  release,
  reference,
  office,
  locale,
  slug,
  published,
  languages,
}: PublishedText): Tombstone {
  const retraction = { retractedAt: instantOf('2026-03-01T10:00:00Z'), reason: 'It named <another> ship.' };
  return { release, reference, office, locale, slug, published, languages, ...retraction };
}

/** A newsroom in memory: `texts` oldest first, on pages of `pageSize`, shown `most` at a time; `retracted` by number. */
export function publishedOf(
  texts: readonly PublishedText[],
  { pageSize = 20, most = 40, overfull = 0, retracted = [] as readonly number[] } = {},
): Published {
  const isGone = ({ sequence }: { sequence: number }) => retracted.includes(sequence);
  const items = texts.map((text) => (isGone(text) ? retractedItem(text) : itemOf(text)));
  // The first page takes `overfull` more, as backdated releases would make it.
  const startOf = (number: number) => (number <= 1 ? 0 : (number - 1) * pageSize + overfull);
  const newest = Math.max(1, Math.ceil((items.length - overfull) / pageSize));

  const pageOf = (
    asked: { subject: ListSubject; locale: string },
    from: number,
    to: number,
    after?: number,
  ): ListPage => {
    const span = items.slice(startOf(from), startOf(to + 1)).reverse();
    const below = after === undefined ? span : span.slice(span.findIndex((item) => item.sequence === after) + 1);
    const shown = below.slice(0, most);
    const last = shown.at(-1);
    const isCut = below.length > most && last !== undefined;
    return {
      ...asked,
      scope: 'any',
      number: from === to ? from : null,
      year: null,
      items: shown,
      older: from > 1 ? from - 1 : null,
      newer: null,
      rest: isCut ? { page: from, after: last.sequence } : null,
      newest: items.length === 0 ? 0 : newest,
    };
  };
  const published = {
    institution: async () => institution,
    newestPage: async (subject: ListSubject, locale: string) => ({
      ...pageOf({ subject, locale }, Math.max(1, newest - 1), newest),
      number: null,
    }),
    fixedPage: async (subject: ListSubject, locale: string, number: number, after?: number) =>
      number > newest ? null : pageOf({ subject, locale }, number, number, after),
    fullTexts: async (asked: readonly ListItem[]) =>
      asked.flatMap(({ sequence }): TextOrTombstone[] => {
        const text = texts.find((one) => one.sequence === sequence);
        if (text === undefined) return [];
        return [isGone(text) ? { found: 'tombstone', tombstone: tombstoneOf(text) } : { found: 'text', text }];
      }),
    mapped: async (after: number, span: number) =>
      texts.filter(({ sequence }) => sequence > after && sequence <= after + span).map(mappedOf),
    mapParts: async (span: number) => {
      const parts = Math.ceil((texts.at(-1)?.sequence ?? 0) / span);
      return Array.from({ length: parts }, (_, part) => part * span);
    },
    since: async (locale: string, since: Instant) =>
      items.filter((item) => item.locale === locale && item.published.at >= since).reverse(),
  };
  return published as unknown as Published;
}

/** A feed of one page of the texts, oldest first, in the midst of a list. @param retracted those of them that are there no more. */
export async function feedWith(
  texts: readonly PublishedText[],
  retracted: readonly PublishedText[] = [],
): Promise<Feed> {
  const published = publishedOf(texts, { retracted: retracted.map(({ sequence }) => sequence) });
  const page = await published.fixedPage({ kind: 'office', code: 'CALDER' }, 'en', 1);
  if (page === null) throw new TypeError('the cast has a first page');
  const around = { after: undefined, older: { number: 7 }, newer: { number: 9, after: 12 } };
  const newestFirst = await published.fullTexts(page.items);
  return composeFeed({ origin, institution, page: { ...page, number: 8, newest: 10 }, ...around, texts: newestFirst });
}

export function visitTo(params: Record<string, string>, path = '/'): Visit {
  return visitWith({ params, path });
}

/** Reads a document with saxes, which refuses whatever is not well formed. */
export function namesIn(document: string): string[] {
  const names: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (problem) => {
    throw problem;
  });
  parser.on('opentag', (tag) => names.push(tag.name));
  parser.write(document).close();
  return names;
}

function itemOf(text: PublishedText): ListItem {
  const { kicker, headline, summary, pictures } = text;
  const shown = { kicker, headline, summary, picture: pictures[0] ?? null };
  return {
    ...text,
    textDay: text.published.day,
    isFallback: false,
    text: shown,
    change: text.changes[0] ?? null,
  } as unknown as ListItem;
}

function retractedItem(text: PublishedText): ListItem {
  return { ...itemOf(text), standing: 'retracted', text: null, change: null } as unknown as ListItem;
}

function mappedOf(text: PublishedText): MappedRelease {
  const { reference, sequence, published, headline, changedAt } = text;
  const languages = text.languages.map((language) => ({ ...language, headline, published, changedAt }));
  const pictures = text.pictures.flatMap((picture) => picture.asset.kept?.hash ?? []);
  return { reference, sequence, languages, pictures };
}
