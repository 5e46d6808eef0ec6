import type { ComponentChild } from 'preact';
import { editionPath, plainTextPath, pressKitPath, textPath } from '../../published/addresses.ts';
import { aboutKitBytes } from '../../published/kit-bytes.ts';
import { formatBytes } from '../../words/as-written.ts';
import type { EditionProps } from './release-page.view.tsx';

/** For who writes about the release: all of it in one file, and its words alone. */
export function PressKit({ text, stationery, isOfEdition }: EditionProps): ComponentChild {
  const { words, locale } = stationery;
  const { reference, slug, edition } = text;
  const page = isOfEdition
    ? editionPath(text.locale, reference, slug, edition)
    : textPath(text.locale, reference, slug);
  const hasPictures = text.pictures.some(({ asset }) => asset.kept !== null);
  return (
    <section class="notes kit">
      <h2>{words('pressKit')}</h2>
      <p>{words(hasPictures ? 'pressKitText' : 'pressKitTextAlone')}</p>
      <p class="files">
        <a rel="nofollow" href={pressKitPath(page)}>
          {words('pressKitFile', { size: formatBytes(aboutKitBytes(text), locale) })}
        </a>{' '}
        <a rel="nofollow" href={plainTextPath(page)}>
          {words('plainText')}
        </a>
      </p>
    </section>
  );
}
