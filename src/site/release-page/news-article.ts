import { renditionPath, textPath } from '../../published/addresses.ts';
import { creditLine } from '../../published/credit.ts';
import { knownChange } from '../../published/known-change.ts';
import type { LanguageOffered, PublishedPicture, PublishedText } from '../../published/published-release.ts';
import { formatReference } from '../../published/reference.ts';
import { machineTime } from '../around/inline.view.tsx';
import { offeredWidths } from '../around/picture.view.ts';
import type { Stationery } from '../around/stationery.ts';

/** The release as https://schema.org/NewsArticle, for search engines and archives. */
export function newsArticle(text: PublishedText, stationery: Stationery): object {
  const { origin, organisation, offices } = stationery;
  const url = origin + textPath(text.locale, text.reference, text.slug);
  const corrections = text.changes.filter((change) => change.kind !== 'update');
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': url,
    url,
    mainEntityOfPage: url,
    identifier: formatReference(text.reference),
    headline: text.headline,
    ...(text.summary === null ? {} : { description: text.summary }),
    ...(text.place === null ? {} : { dateline: text.place }),
    inLanguage: text.locale,
    datePublished: machineTime(text.published),
    dateModified: knownChange(text),
    publisher: { '@type': 'Organization', name: organisation.text, url: origin },
    author: { '@type': 'Organization', name: offices.get(text.office)?.text ?? text.office },
    image: text.pictures.flatMap((picture) => imageObject(picture, origin)),
    ...(corrections.length === 0
      ? {}
      : {
          correction: corrections.map(({ note, at }) => {
            return { '@type': 'CorrectionComment', text: note, datePublished: at };
          }),
        }),
    ...(text.standing === 'withdrawn' ? { creativeWorkStatus: 'Withdrawn' } : {}),
    ...translations(text, origin),
  };
}

export function imageUrl({ asset: { kept } }: PublishedPicture, origin: string): string | null {
  const width = kept === null ? undefined : offeredWidths(kept, 1_280).at(-1);
  return kept === null || width === undefined ? null : origin + renditionPath(kept.hash, width, 'jpeg');
}

function imageObject(picture: PublishedPicture, origin: string): object[] {
  const contentUrl = imageUrl(picture, origin);
  if (contentUrl === null) return [];
  const { asset, caption } = picture;
  const credit = creditLine(asset);
  return [
    {
      '@type': 'ImageObject',
      contentUrl,
      ...(caption === null ? {} : { caption }),
      ...(credit === null ? {} : { creditText: credit }),
      ...(asset.creator === null ? {} : { creator: { '@type': 'Person', name: asset.creator } }),
      ...(asset.copyrightHolder === null
        ? {}
        : { copyrightHolder: { '@type': 'Organization', name: asset.copyrightHolder } }),
      ...(asset.copyrightYear === null ? {} : { copyrightYear: asset.copyrightYear }),
    },
  ];
}

/** Both ways: the text this one was made from, else the texts that were made beside it. */
function translations(text: PublishedText, origin: string): object {
  const others = text.languages.filter((one) => one.locale !== text.locale && one.standing !== 'retracted');
  const work = (one: LanguageOffered) => {
    return {
      '@type': 'NewsArticle',
      '@id': origin + textPath(one.locale, text.reference, one.slug),
      inLanguage: one.locale,
    };
  };
  const source = others.find((one) => one.locale === text.translatedFrom?.locale);
  if (source !== undefined) return { translationOfWork: work(source) };
  return others.length === 0 ? {} : { workTranslation: others.map(work) };
}
