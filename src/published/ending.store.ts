import type { NewsroomHandle, Tables } from '../database/schema.ts';
import { NO_SLUG, shortTextPath } from './addresses.ts';
import { picturesOf, referenceFrom } from './columns.query.ts';
import type { Ending, NewEdition } from './publication.ts';

/** Which pictures an edition shows, each once. */
export function shownIn({
  release,
  locale,
  number,
  pictures,
}: Pick<NewEdition, 'release' | 'locale' | 'number'> & {
  readonly pictures: readonly { readonly asset: string }[];
}): Tables['asset_shown'][] {
  return [...new Set(pictures.map((picture) => picture.asset))].map((asset) => ({ asset, release, locale, number }));
}

/** A text ends in its place; a retracted one without its words. */
export async function endVersion(db: NewsroomHandle, ending: Ending): Promise<void> {
  const { release, locale } = ending;
  const changed = {
    standing: ending.standing,
    ended_at: ending.at,
    ended_sequence: ending.sequence,
    last_sequence: ending.sequence,
    end_reason: ending.reason,
    changed_at: ending.at,
  };
  if (ending.standing === 'retracted') await removeText(db, release, locale);
  await db
    .updateTable('language_version')
    .set(changed)
    .where('release', '=', release)
    .where('locale', '=', locale)
    .execute();
  if (ending.forgetsAddress === true) await forgetAddress(db, release, locale);
}

/** Whatever stands where the slug stood is answered alike: the ledger keeps the address without it. */
async function forgetAddress(db: NewsroomHandle, release: string, locale: string): Promise<void> {
  const named = db.selectFrom('release').select(['office', 'reference_year', 'reference_number']);
  const reference = referenceFrom(await named.where('id', '=', release).executeTakeFirstOrThrow());
  const version = db.updateTable('language_version').set({ slug: NO_SLUG }).where('release', '=', release);
  await version.where('locale', '=', locale).execute();
  const ledger = db.deleteFrom('path_ledger').where('release', '=', release).where('locale', '=', locale);
  await ledger.where('outcome', '=', 'text').execute();
  const path = shortTextPath(locale, reference);
  await db.insertInto('path_ledger').values({ path, release, locale, outcome: 'text' }).execute();
}

/** The words go, and the pictures that no other text shows. */
async function removeText(db: NewsroomHandle, release: string, locale: string): Promise<void> {
  const own = db.deleteFrom('edition').where('release', '=', release).where('locale', '=', locale);
  const removed = await own.returning('pictures').execute();
  const assets = removed.flatMap(picturesOf).map(({ asset }) => asset);
  for (const asset of new Set(assets)) {
    const shown = db.deleteFrom('asset_shown').where('asset', '=', asset);
    await shown.where('release', '=', release).where('locale', '=', locale).execute();
    const elsewhere = db.selectFrom('asset_shown').select('release').where('asset', '=', asset).limit(1);
    if ((await elsewhere.executeTakeFirst()) === undefined) {
      await db.deleteFrom('asset').where('id', '=', asset).execute();
    }
  }
}
