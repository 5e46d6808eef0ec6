import { sql } from 'kysely';
import type { PublishedHandle } from '../database/schema.ts';
import type { Instant } from '../platform/instant.ts';
import { assetsOf } from './asset.query.ts';
import { picturesOf, referenceFrom, timeFrom } from './columns.query.ts';
import { currentEdition } from './current-edition.query.ts';
import type { MappedRelease } from './published-release.ts';

/** Releases whose sequence lies in (after, after + span]: dense numbers make each part of a map stand still. */
export async function mappedAfter(db: PublishedHandle, after: number, span: number): Promise<MappedRelease[]> {
  const rows = await db
    .selectFrom('release')
    .innerJoin('language_version as version', 'version.release', 'release.id')
    .innerJoin('edition', currentEdition)
    .select([
      'release.id',
      'release.office',
      'release.reference_year',
      'release.reference_number',
      'release.sequence',
      'version.published_at',
      'version.day',
      'version.precision',
      'version.locale',
      'version.slug',
      'version.standing',
      'version.changed_at',
      'edition.headline',
      'edition.pictures',
    ])
    .where('release.sequence', '>', after)
    .where(sql<boolean>`release.sequence <= ${after + span}`)
    .orderBy('release.sequence')
    .orderBy('version.sequence')
    .execute();

  const pictures = rows.flatMap(picturesOf);
  const assets = await assetsOf(
    db,
    pictures.map((picture) => picture.asset),
  );
  const mapped = new Map<string, { -readonly [Key in keyof MappedRelease]: MappedRelease[Key] }>();
  for (const row of rows) {
    const hashes = picturesOf(row).flatMap((picture) => assets.get(picture.asset)?.kept?.hash ?? []);
    const { locale, slug, standing, headline } = row;
    const changedAt = row.changed_at as Instant;
    const language = { locale, slug, standing, headline, published: timeFrom(row), changedAt };
    const known = mapped.get(row.id);
    mapped.set(row.id, {
      reference: referenceFrom(row),
      sequence: row.sequence,
      languages: [...(known?.languages ?? []), language],
      pictures: [...new Set([...(known?.pictures ?? []), ...hashes])],
    });
  }
  return [...mapped.values()];
}
