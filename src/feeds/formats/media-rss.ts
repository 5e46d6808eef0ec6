import { element, type XmlElement } from '../../platform/xml.ts';
import type { FeedPicture } from '../feed.ts';

/** Pictures with their credit, for the formats in XML. @see https://www.rssboard.org/media-rss */
export function mediaContents(pictures: readonly FeedPicture[]): XmlElement[] {
  return pictures.map(({ address, type, width, height, alt, caption, credit, copyright }) =>
    element(
      'media:content',
      { url: address, type, medium: 'image', width, height },
      alt !== '' && element('media:title', { type: 'plain' }, alt),
      caption !== null && element('media:description', { type: 'plain' }, caption),
      credit !== null && element('media:credit', {}, credit),
      copyright !== null && element('media:copyright', {}, copyright),
    ),
  );
}
