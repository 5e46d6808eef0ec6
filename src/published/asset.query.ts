import type { PublishedHandle, Tables } from '../database/schema.ts';
import type { PublishedAsset } from './published-release.ts';

export async function assetsOf(
  db: PublishedHandle,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PublishedAsset>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('asset')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, assetFrom(row)]));
}

export function assetFrom(row: Tables['asset']): PublishedAsset {
  const { hash, media_type: mediaType, bytes, width, height } = row;
  const isKept = hash !== null && mediaType !== null && bytes !== null && width !== null && height !== null;
  return {
    id: row.id,
    kept: isKept ? { hash, mediaType, bytes, width, height } : null,
    credit: row.credit,
    creator: row.creator,
    agency: row.agency,
    copyrightHolder: row.copyright_holder,
    copyrightYear: row.copyright_year,
    usageTerms: row.usage_terms,
  };
}
