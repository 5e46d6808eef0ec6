import type { Locale } from '../../platform/locales.ts';
import { listPath, originalPath, textPath } from '../../published/addresses.ts';
import { knownChange } from '../../published/known-change.ts';
import type { Institution, Published } from '../../published/published.ts';
import type { MappedRelease } from '../../published/published-release.ts';
import { allSubjects } from './all-subjects.ts';
import type { MapLine, MapPage } from './url-set.ts';

/**
 * The most addresses that a part of the map holds, those of other languages counted. It keeps a part below both limits
 * of the protocol, 50,000 pages and 50 MB, as long as an address has less than 1,000 bytes; those made here have.
 */
const MOST_ADDRESSES = 50_000;

/** The most pictures named for a page: the protocol takes 1,000, and so many would outweigh the pages. */
const MOST_PICTURES = 5;

/** Releases read at a time. */
const BATCH = 500;

/** How many sequences a part spans, so that its pages, each naming itself, all languages and `x-default`, fit in it. */
export function spanOf({ organisation }: Institution): number {
  const languages = organisation.locales.length;
  return Math.max(1, Math.floor(MOST_ADDRESSES / (languages * (languages + 2))));
}

/** @param after where the part begins: one of `published.mapParts(spanOf(institution))`. */
export async function releaseLines(
  published: Published,
  institution: Institution,
  { origin, after }: { origin: string; after: number },
): Promise<MapLine[]> {
  const until = after + spanOf(institution);
  const locales = new Set(institution.organisation.locales.map(({ locale }) => locale));
  const lines: MapLine[] = [];
  for (let from = after; from < until; from += BATCH) {
    const releases = await published.mapped(from, Math.min(BATCH, until - from));
    lines.push(...releases.map((release) => lineOf(release, locales, origin)));
  }
  return lines;
}

/** The first address of every list, in every language. */
export function listLines(institution: Institution, origin: string): MapLine[] {
  return allSubjects(institution).map((subject) => ({
    pages: institution.organisation.locales.map(({ locale }) => {
      return { locale, address: origin + listPath(locale, subject, institution), changed: null };
    }),
    pictures: [],
  }));
}

function lineOf(release: MappedRelease, locales: ReadonlySet<Locale>, origin: string): MapLine {
  const readable = release.languages.filter(({ standing, locale }) => standing !== 'retracted' && locales.has(locale));
  const pages = readable.map((language): MapPage => {
    const { locale, slug } = language;
    return { locale, address: origin + textPath(locale, release.reference, slug), changed: knownChange(language) };
  });
  return { pages, pictures: release.pictures.slice(0, MOST_PICTURES).map((hash) => origin + originalPath(hash)) };
}
