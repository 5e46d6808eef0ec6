import type { ComponentChild } from 'preact';
import type { PublishedPicture, PublishedText } from '../../published/published-release.ts';
import { Html } from '../around/html.view.tsx';
import { language } from '../around/inline.view.tsx';
import { creditMarkup, pictureMarkup } from '../around/picture.view.ts';
import type { Stationery } from '../around/stationery.ts';

interface ReleasePictureProps {
  readonly picture: PublishedPicture;
  readonly text: PublishedText;
  readonly stationery: Stationery;
  readonly loading: 'lazy' | 'eager';
}

/** A picture with what it shows and who made it. Where the picture itself is not in the archive, that is said. */
export function ReleasePicture({ picture, text, stationery, loading }: ReleasePictureProps): ComponentChild {
  const { words, locale } = stationery;
  const { kept } = picture.asset;
  const credit = creditMarkup(picture.asset, words);
  const own = language(text.locale, locale);
  const caption =
    picture.caption === null ? null : (
      <span class="caption" {...own}>
        {picture.caption}
      </span>
    );
  if (kept === null) {
    if (credit === null && caption === null) return null;
    return (
      <p class="lost credit">
        {caption} {credit === null ? null : <Html as="span" value={credit} />}
        <br />
        <span>{words('pictureAbsent')}</span>
      </p>
    );
  }
  return (
    <figure class="plate">
      <Html
        {...own}
        value={pictureMarkup({ picture, kept, sizes: '(min-width: 64rem) 44rem, 100vw', widest: 1_920, loading })}
      />
      {credit === null && caption === null ? null : (
        <figcaption>
          {caption} {credit === null ? null : <Html as="span" class="credit" value={credit} />}
        </figcaption>
      )}
    </figure>
  );
}
