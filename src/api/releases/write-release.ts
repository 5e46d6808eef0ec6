import type { Locale } from '../../platform/locales.ts';
import {
  editionPath,
  originalPath,
  plainTextPath,
  pressKitPath,
  referencePath,
  renditionPath,
  renditionWidths,
  shortTextPath,
  textPath,
} from '../../published/addresses.ts';
import { creditLine } from '../../published/credit.ts';
import type { KeptBytes, PublishedPicture } from '../../published/published-release.ts';
import { formatReference, type Reference } from '../../published/reference.ts';
import type {
  EditionFacts,
  LanguageFacts,
  ReleaseFacts,
  WholeEdition,
  WholeRelease,
} from '../../published/whole-release.ts';
import type { Told } from '../shapes.ts';
import type * as shape from './release-shape.ts';

/** How releases are written down for programs. Nothing in it depends on who asks, when or how. */
export interface ReleaseWriter {
  release(release: WholeRelease): Told<typeof shape.Release>;
  releaseFacts(release: ReleaseFacts): Told<typeof shape.ReleaseFacts>;
  languageFacts(
    reference: Reference,
    language: LanguageFacts,
  ): Told<(typeof shape.EditionFound)['properties']['language']>;
  edition(reference: Reference, language: LanguageFacts, edition: WholeEdition): Told<typeof shape.Edition>;
  picture(picture: PublishedPicture): Told<typeof shape.Picture>;
}

/** @param origin public origin: every address begins with it. */
export function releaseWriter(origin: string): ReleaseWriter {
  const releaseFacts = (release: ReleaseFacts) => {
    const { id, reference, type, office, countries, topics, organisationWide, origin: from } = release;
    return {
      ...{ id, reference: formatReference(reference), type, office, countries, topics, organisationWide, origin: from },
      ...{ published: release.published, sequence: release.sequence },
      links: {
        self: origin + releasePath(reference),
        permanent: origin + referencePath(reference),
        office: `${origin}/api/v1/offices/${office}`,
      },
    };
  };
  const languageFacts = (reference: Reference, language: LanguageFacts) => {
    const { locale, standing, published, sequence, changedAt, end, slug } = language;
    // The slug may say what a retraction took away.
    const path = standing === 'retracted' ? shortTextPath(locale, reference) : textPath(locale, reference, slug);
    return { locale, standing, published, sequence, changedAt, end, links: { page: origin + path } };
  };
  const editionFacts = (reference: Reference, { locale, slug }: LanguageFacts, facts: EditionFacts) => {
    const { number, publishedAt, sequence, change, translatedFrom } = facts;
    const page = origin + editionPath(locale, reference, slug, number);
    const files = { pressKit: pressKitPath(page), plainText: plainTextPath(page) };
    const links = { self: origin + releasePath(reference, locale, number), page, ...files };
    return { number, publishedAt, sequence, change, translatedFrom, links };
  };
  const edition = (reference: Reference, language: LanguageFacts, text: WholeEdition) => {
    const { kicker, headline, summary, place, body, notes } = text;
    const pictures = text.pictures.map((picture) => pictureOf(picture, origin));
    return { ...editionFacts(reference, language, text), kicker, headline, summary, place, body, notes, pictures };
  };

  return {
    ...{ releaseFacts, languageFacts, edition },
    picture: (picture) => pictureOf(picture, origin),
    release(release) {
      const { reference } = release;
      const languages = release.languages.map((language) => ({
        ...languageFacts(reference, language),
        edition: language.current === null ? null : edition(reference, language, language.current),
        editions: language.editions.map((facts) => editionFacts(reference, language, facts)),
        behindCorrection: language.isBehindCorrection,
      }));
      return { ...releaseFacts(release), languages };
    },
  };
}

/** `/api/v1/releases/CO-BEIJING/2017/3`, or one edition of it. */
export function releasePath(reference: Reference, locale?: Locale, edition?: number): string {
  const release = `/api/v1/releases/${formatReference(reference)}`;
  return locale === undefined ? release : `${release}/editions/${locale}/${edition}`;
}

function pictureOf({ asset, alt, caption }: PublishedPicture, origin: string): Told<typeof shape.Picture> {
  const { id, creator, agency, copyrightHolder, copyrightYear, usageTerms, kept } = asset;
  return {
    ...{ id, alt, caption, credit: creditLine(asset), creator, agency, copyrightHolder, copyrightYear, usageTerms },
    file: kept === null ? null : fileOf(kept, origin),
  };
}

function fileOf({ hash, mediaType, bytes, width, height }: KeptBytes, origin: string) {
  const rendition = (of: number, format: 'avif' | 'webp' | 'jpeg') => origin + renditionPath(hash, of, format);
  const renditions = renditionWidths
    .filter((one) => one <= width)
    .map((one) => ({
      width: one,
      avif: rendition(one, 'avif'),
      webp: rendition(one, 'webp'),
      jpeg: rendition(one, 'jpeg'),
    }));
  return { hash, mediaType, bytes, width, height, url: origin + originalPath(hash), renditions };
}
