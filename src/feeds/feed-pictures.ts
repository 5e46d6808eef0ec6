import { originalPath, renditionPath, renditionWidths } from '../published/addresses.ts';
import { creditLine } from '../published/credit.ts';
import type { KeptBytes, PublishedAsset, PublishedText } from '../published/published-release.ts';
import type { FeedPicture } from './feed.ts';

/** Wide enough for any reader's screen in a column of text. In pixels. */
const WIDEST = 1280;

/** The pictures of a text whose bytes are there, each with the credit of its own data. */
export function feedPictures(text: PublishedText, origin: string): FeedPicture[] {
  return text.pictures.flatMap(({ asset, alt, caption }) => {
    if (asset.kept === null) return [];
    return [{ ...shownAs(asset.kept, origin), alt, caption, credit: creditLine(asset), copyright: copyrightOf(asset) }];
  });
}

function shownAs(kept: KeptBytes, origin: string) {
  const width = renditionWidths.findLast((one) => one <= Math.min(kept.width, WIDEST));
  if (width === undefined) {
    const { mediaType: type, width: own, height } = kept;
    return { address: origin + originalPath(kept.hash), type, width: own, height };
  }
  const height = Math.round((kept.height * width) / kept.width);
  return { address: origin + renditionPath(kept.hash, width, 'jpeg'), type: 'image/jpeg', width, height };
}

/** The year is the photo's own or is not said. */
function copyrightOf({ copyrightHolder, copyrightYear, usageTerms }: PublishedAsset): string | null {
  const holder = copyrightHolder === null ? [] : ['©', copyrightYear, copyrightHolder].filter((part) => part !== null);
  const said = [holder.join(' '), usageTerms ?? ''].filter((part) => part !== '').join('. ');
  return said === '' ? null : said;
}
