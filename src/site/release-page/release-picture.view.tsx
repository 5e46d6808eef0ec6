import type { ComponentChild } from 'preact';
import type { PublishedPicture, PublishedText } from '../../published/published-release.ts';
import { language } from '../around/inline.view.tsx';
import { creditOf, Picture } from '../around/picture.view.tsx';
import type { Stationery } from '../around/stationery.ts';

interface ReleasePictureProps {
  readonly picture: PublishedPicture;
  readonly text: PublishedText;
  readonly stationery: Stationery;
  readonly isFirstSight: boolean;
}

/** A picture with what it shows and who made it. Where only the credit has come down to us, that is said. */
export function ReleasePicture({ picture, text, stationery, isFirstSight }: ReleasePictureProps): ComponentChild {
  const { words, locale } = stationery;
  const { kept } = picture.asset;
  const credit = creditOf(picture.asset, words);
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
        {caption} {credit} <span>{words('pictureLost')}</span>
      </p>
    );
  }
  return (
    <figure class="plate">
      <div {...own}>
        <Picture
          picture={picture}
          kept={kept}
          sizes="(min-width: 60rem) 42rem, 100vw"
          widest={1_920}
          isFirstSight={isFirstSight}
        />
      </div>
      {credit === null && caption === null ? null : (
        <figcaption>
          {caption} {credit === null ? null : <span class="credit">{credit}</span>}
        </figcaption>
      )}
    </figure>
  );
}
