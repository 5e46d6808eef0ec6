import type { Answer, Route } from '../http/route.ts';
import { fileExtension } from '../published/file-extension.ts';
import type { Published } from '../published/published.ts';
import type { PublishedAsset } from '../published/published-release.ts';
import type { Media } from './media.ts';
import { isHash } from './media-folder.ts';
import { renditionFile } from './rendition-file.ts';

/**
 * Pictures for readers: only those that a public text shows, so the bytes of a picture under embargo are not found
 * either. An address names its content and may be kept for ever.
 */
export function mediaRoutes(published: Pick<Published, 'asset'>, media: Media): Route[] {
  return [
    {
      name: 'original',
      path: '/media/:hash/original',
      answer: async ({ params }) => {
        const asset = await publicAsset(published, params['hash']);
        if (asset === null) return null;
        // It is public and will be here again: a page that is not there would say otherwise.
        const bytes = await media.wholeOriginal(asset.kept.hash);
        const name = `${asset.kept.hash.slice(0, 12)}.${fileExtension(asset.kept.mediaType)}`;
        return lasting(bytes, {
          type: asset.kept.mediaType,
          tag: asset.kept.hash,
          headers: { 'content-disposition': `inline; filename="${name}"` },
        });
      },
    },
    {
      name: 'rendition',
      path: '/media/:hash/:file',
      answer: async ({ params }) => {
        const wanted = renditionFile(params['file'] ?? '');
        const asset = wanted === null ? null : await publicAsset(published, params['hash']);
        if (asset === null || wanted === null) return null;
        const bytes = await media.rendition(asset, wanted.width, wanted.format);
        return lasting(bytes, { type: `image/${wanted.format}`, headers: {} });
      },
    },
  ];
}

type KeptAsset = PublishedAsset & { readonly kept: NonNullable<PublishedAsset['kept']> };

async function publicAsset(published: Pick<Published, 'asset'>, hash = ''): Promise<KeptAsset | null> {
  const asset = isHash(hash) ? await published.asset(hash) : null;
  return asset !== null && asset.kept !== null ? { ...asset, kept: asset.kept } : null;
}

/** Not for the cache of pages, which it would fill; browsers and proxies keep it for a year. */
function lasting(
  body: Buffer,
  order: { type: string; tag?: string; headers: Readonly<Record<string, string>> },
): Answer {
  const { type, tag, headers } = order;
  const tagged = tag === undefined ? {} : { etag: `"${tag}"` };
  const kept = { 'cache-control': 'public, max-age=31536000, immutable', ...tagged, ...headers };
  return { status: 200, type, body, headers: kept, keep: false };
}
