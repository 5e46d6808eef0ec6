import { originalPath, renditionPath, renditionWidths } from '../../published/addresses.ts';
import { creditLine } from '../../published/credit.ts';
import type { KeptBytes, PublishedAsset, PublishedPicture } from '../../published/published-release.ts';
import type { Words } from '../../words/words.ts';
import { markup, type Rendered } from './html.view.tsx';
import { sentence } from './inline.view.tsx';

interface PictureOrder {
  readonly picture: PublishedPicture;
  readonly kept: KeptBytes;
  /** As the `sizes` attribute has it. */
  readonly sizes: string;
  /** In pixels: no wider rendition is offered. */
  readonly widest: number;
  readonly loading: 'lazy' | 'eager';
}

/** A picture in the formats and widths that there are; the browser takes the smallest that serves. */
export function pictureMarkup({ picture, kept, sizes, widest, loading }: PictureOrder): Rendered {
  const widths = offeredWidths(kept, widest);
  const width = widths.at(-1) ?? kept.width;
  const height = Math.max(1, Math.round((width * kept.height) / kept.width));
  const shown = markup`alt="${picture.alt}" width="${width}" height="${height}" loading="${loading}" decoding="async"`;
  if (widths.length === 0) return markup`<img src="${originalPath(kept.hash)}" ${shown}>`;

  const set = (format: 'avif' | 'webp') =>
    widths.map((one) => `${renditionPath(kept.hash, one, format)} ${one}w`).join(', ');
  const plain = widths.findLast((one) => one <= WIDEST_PLAIN) ?? width;
  return markup`<picture><source type="image/avif" srcset="${set('avif')}" sizes="${sizes}"><source type="image/webp" srcset="${set('webp')}" sizes="${sizes}"><img src="${renditionPath(kept.hash, plain, 'jpeg')}" ${shown}></picture>`;
}

/** What a browser that knows neither AVIF nor WebP gets, which none has been since 2020: one width is enough. In pixels. */
const WIDEST_PLAIN = 960;

/** Widths in pixels, none above the original’s; empty for one that is smaller than all of them. */
export function offeredWidths(kept: KeptBytes, widest: number): number[] {
  return renditionWidths.filter((width) => width <= kept.width && width <= widest);
}

/** Who made the picture. The words before the names are the page’s. */
export function creditMarkup(asset: PublishedAsset, words: Words): Rendered | null {
  const credit = creditLine(asset);
  if (credit === null) return null;
  const parts = sentence(words, 'photograph', { credit: markup`<bdi>${credit}</bdi>` });
  return markup`${parts.map((part) => markup`${part}`)}`;
}
