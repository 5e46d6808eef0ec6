import type { ComponentChild } from 'preact';
import { textPath } from '../../published/addresses.ts';
import { knownChange } from '../../published/known-change.ts';
import type { PublishedText } from '../../published/published-release.ts';
import { MachineReadable } from '../around/html.view.tsx';
import { machineTime } from '../around/inline.view.tsx';
import { OembedLink } from '../around/oembed-link.view.tsx';
import type { Stationery } from '../around/stationery.ts';
import { imageUrl, newsArticle } from './news-article.ts';

/** What a release tells those who do not read it: where it is shared, and search engines. */
export function releaseHead(text: PublishedText, stationery: Stationery, isOfEdition: boolean): ComponentChild {
  const { origin, organisation } = stationery;
  const picture = text.pictures.find((one) => one.asset.kept !== null);
  const image = picture === undefined ? null : imageUrl(picture, origin);
  return (
    <>
      <meta property="og:type" content="article" />
      <meta property="og:site_name" content={organisation.text} />
      <meta property="og:title" content={text.headline} />
      {text.summary === null ? null : <meta property="og:description" content={text.summary} />}
      <meta property="og:url" content={origin + textPath(text.locale, text.reference, text.slug)} />
      <meta property="og:locale" content={text.locale.replaceAll('-', '_')} />
      <meta property="article:published_time" content={machineTime(text.published)} />
      <meta property="article:modified_time" content={knownChange(text)} />
      {image === null ? null : <meta property="og:image" content={image} />}
      {image === null ? null : <meta property="og:image:alt" content={picture?.alt ?? ''} />}
      {!isOfEdition ? <OembedLink page={textPath(text.locale, text.reference, text.slug)} origin={origin} /> : null}
      {!isOfEdition ? <MachineReadable value={newsArticle(text, stationery)} /> : null}
    </>
  );
}
