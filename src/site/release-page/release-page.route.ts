import { numberIn } from '../../http/public-path.ts';
import { isSpelled, movedTo, nowAt } from '../../http/redirect.ts';
import type { Answer, Route, SurfaceSettings, Visit } from '../../http/route.ts';
import type { Instant } from '../../platform/instant.ts';
import type { Locale } from '../../platform/locales.ts';
import { editionPath, NO_SLUG, textPath } from '../../published/addresses.ts';
import { mementoHeaders, originalHeaders } from '../../published/memento.ts';
import { siteLocale, textLocale } from '../../published/named-locale.ts';
import type { Institution, Published } from '../../published/published.ts';
import type { PublishedText, TextFound } from '../../published/published-release.ts';
import { type Reference, readReference } from '../../published/reference.ts';
import { page } from '../around/answers.ts';
import { stationeryFor } from '../around/stationery.ts';
import { OtherLanguagesPage, TombstonePage } from './absent-page.view.tsx';
import type { Compared } from './difference.view.tsx';
import { ReleasePageView } from './release-page.view.tsx';

/** The text of a release in a language, and its earlier public editions. */
export function releasePageRoutes(published: Published, { origin }: SurfaceSettings): Route[] {
  const answer = (visit: Visit) => answerRelease({ published, origin }, visit);
  return [
    { name: 'release-page', path: '/:locale/releases/:reference/:slug', answer },
    { name: 'release-page', path: '/:locale/releases/:reference', answer },
    { name: 'edition-page', path: '/:locale/releases/:reference/:slug/editions/:number', answer },
  ];
}

interface Asked {
  readonly published: Published;
  readonly origin: string;
}

async function answerRelease({ published, origin }: Asked, visit: Visit): Promise<Answer | null> {
  const { params } = visit;
  const institution = await published.institution();
  const reference = readReference(params['reference'] ?? '');
  const number = numberIn(params['number']);
  if (reference === null || ('number' in params && number === null)) return null;
  const { locale, found } = await findText(published, institution, params['locale'] ?? '', { reference, number });
  if (found === null) return null;

  const isAddress = (canonical: string) => isSpelled(visit.path, canonical);
  const leadOn = params['slug'] === undefined ? nowAt : movedTo;
  const stationery = stationeryFor(institution, siteLocale(locale, institution) ?? defaultOf(institution), origin);
  switch (found.found) {
    case 'text': {
      const { text } = found;
      const own = textPath(text.locale, text.reference, text.slug);
      const isOfEdition = number !== null;
      const canonical = isOfEdition ? editionPath(text.locale, text.reference, text.slug, text.edition) : own;
      if (!isAddress(canonical)) return leadOn(canonical);
      const compared = await comparedWithNext(published, text);
      const answer = page(ReleasePageView({ text, stationery, isOfEdition, compared }));
      return { ...answer, headers: isOfEdition ? mementoHeaders(own, editionBegan(text)) : originalHeaders(own) };
    }
    case 'tombstone': {
      const { tombstone } = found;
      const canonical = textPath(tombstone.locale, tombstone.reference, tombstone.slug);
      // One that was taken down is not led on: the address that was asked for may be all that somebody knows of it.
      return isAddress(canonical) || number !== null || tombstone.slug === NO_SLUG
        ? page(TombstonePage({ tombstone, stationery }), 410)
        : leadOn(canonical);
    }
    case 'other-languages':
      return siteLocale(locale, institution) === null ? null : page(OtherLanguagesPage({ ...found, stationery }), 404);
  }
}

/** When readers first had this edition. */
function editionBegan({ changes, edition, published }: PublishedText): Instant {
  return changes.find((change) => change.edition === edition)?.at ?? published.at;
}

/** What the edition that followed an earlier one changed. */
async function comparedWithNext(published: Published, text: PublishedText): Promise<Compared | null> {
  if (text.isCurrent) return null;
  const found = await published.text(text.reference, text.locale, text.edition + 1);
  if (found?.found !== 'text') return null;
  // Most readers never ask for an earlier edition: a start does not wait for what compares two.
  const { differenceOf } = await import('./difference.ts');
  return { later: found.text, changed: differenceOf(text, found.text) };
}

/** A text may be in a language that the site itself does not speak. */
async function findText(
  published: Published,
  institution: Institution,
  tag: string,
  { reference, number }: { reference: Reference; number: number | null },
): Promise<{ locale: Locale; found: TextFound | null }> {
  const locale = textLocale(tag, institution);
  if (locale === null) return { locale: tag, found: null };
  return { locale, found: await published.text(reference, locale, number) };
}

function defaultOf({ organisation }: Institution): Locale {
  return organisation.defaultLocale;
}
