import type { Locale } from '../../platform/locales.ts';
import { originalPath } from '../../published/addresses.ts';
import { creditLine } from '../../published/credit.ts';
import type { KeptBytes, PublishedPicture } from '../../published/published-release.ts';
import { wordsFor } from '../../words/words.ts';
import { spacedLine } from '../one-line.ts';

/** A picture in a kit, and what is said of it. */
export interface KitPicture {
  /** Begins with 1, in the order of the page. */
  readonly number: number;
  /** Null where its original is not in the kit. */
  readonly file: string | null;
  readonly kept: KeptBytes | null;
  readonly alt: string;
  readonly caption: string | null;
  /** As pages and feeds have it. */
  readonly credit: string | null;
  /** What stands in the file beside it. */
  readonly note: string;
}

interface PictureOrder {
  readonly picture: PublishedPicture;
  readonly number: number;
  readonly file: string | null;
  readonly locale: Locale;
  readonly origin: string;
}

export function kitPicture({ picture, number, file, locale, origin }: PictureOrder): KitPicture {
  const { asset, alt, caption } = picture;
  const words = wordsFor(locale);
  const credit = creditLine(asset);
  const { kept, copyrightHolder: holder, copyrightYear: year } = asset;
  const copyright = holder === null ? null : `© ${year === null ? '' : `${year} `}${holder}`;
  const said: readonly (readonly [string, string | null])[] = [
    [words('caption'), caption],
    [words('alternativeText'), alt],
    [words('creator'), asset.creator],
    [words('creditLine'), credit],
    [words('copyright'), copyright],
    [words('usageTerms'), asset.usageTerms ?? words('usageTermsNone')],
    ['SHA-256', kept?.hash ?? null],
    [words('originalPicture'), kept === null ? null : origin + originalPath(kept.hash)],
  ];
  const lines = said.flatMap(([label, value]) => {
    const line = value === null ? '' : spacedLine(value);
    return line === '' ? [] : [words('labelled', { label, value: line })];
  });
  const absent = kept === null ? words('pictureAbsent') : words('pictureNotHere');
  const note = [file ?? words('pictureNumber', { number }), ...(file === null ? [absent] : []), ...lines].join('\n');
  return {
    number,
    file,
    kept,
    alt: spacedLine(alt),
    caption: caption === null ? null : spacedLine(caption),
    credit,
    note,
  };
}
