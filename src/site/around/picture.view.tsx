import type { ComponentChild } from 'preact';
import { originalPath, renditionPath, renditionWidths } from '../../published/addresses.ts';
import type { KeptBytes, PublishedAsset, PublishedPicture } from '../../published/published-release.ts';
import type { Words } from '../../words/words.ts';
import { creditLine } from './credit.ts';
import { sentence } from './inline.view.tsx';

interface PictureProps {
  readonly picture: PublishedPicture;
  readonly kept: KeptBytes;
  /** As the `sizes` attribute has it. */
  readonly sizes: string;
  /** In pixels: no wider rendition is offered. */
  readonly widest: number;
  readonly isFirstSight: boolean;
}

/** A picture in the formats and widths that there are; the browser takes the smallest that serves. */
export function Picture({ picture, kept, sizes, widest, isFirstSight }: PictureProps): ComponentChild {
  const widths = offeredWidths(kept, widest);
  const width = widths.at(-1) ?? kept.width;
  const shown = {
    alt: picture.alt,
    width,
    height: Math.max(1, Math.round((width * kept.height) / kept.width)),
    decoding: 'async' as const,
    ...(isFirstSight ? {} : { loading: 'lazy' as const }),
  };
  if (widths.length === 0) return <img src={originalPath(kept.hash)} {...shown} />;

  const set = (format: 'avif' | 'webp' | 'jpeg') =>
    widths.map((one) => `${renditionPath(kept.hash, one, format)} ${one}w`).join(', ');
  return (
    <picture>
      <source type="image/avif" srcset={set('avif')} sizes={sizes} />
      <source type="image/webp" srcset={set('webp')} sizes={sizes} />
      <img src={renditionPath(kept.hash, width, 'jpeg')} srcset={set('jpeg')} sizes={sizes} {...shown} />
    </picture>
  );
}

/** Widths in pixels, none above the original’s; empty for one that is smaller than all of them. */
export function offeredWidths(kept: KeptBytes, widest: number): number[] {
  return renditionWidths.filter((width) => width <= kept.width && width <= widest);
}

/** Who made the picture. The words before the names are the page’s. */
export function creditOf(asset: PublishedAsset, words: Words): ComponentChild[] | null {
  const credit = creditLine(asset);
  return credit === null ? null : sentence(words, 'photograph', 'credit', <bdi>{credit}</bdi>);
}
