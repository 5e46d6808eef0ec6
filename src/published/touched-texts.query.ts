import type { NewsroomHandle, Tables } from '../database/schema.ts';
import { referenceFrom } from './columns.query.ts';
import type { NewEdition } from './publication.ts';
import { subjectOf } from './subject.ts';
import { MOST_TOUCHED, type Touched } from './touched.ts';

/** Asked at once in one query: short statements stay prepared. */
const IDS_AT_ONCE = 500;

/** The releases of some editions, and all that show a picture with them: its credit may have changed with this publication. */
export async function touchTexts(
  db: NewsroomHandle,
  touched: Touched,
  { editions, shown }: { editions: readonly NewEdition[]; shown: readonly Tables['asset_shown'][] },
): Promise<void> {
  if (editions.length > MOST_TOUCHED) return touched.addEverything();
  const releases = new Set(editions.map(({ release }) => release));
  const assets = [...new Set(shown.map(({ asset }) => asset))];
  for (let from = 0; from < assets.length; from += IDS_AT_ONCE) {
    const showing = db.selectFrom('asset_shown').select('release').distinct();
    const some = await showing.where('asset', 'in', assets.slice(from, from + IDS_AT_ONCE)).execute();
    for (const { release } of some) releases.add(release);
  }
  await touchReleases(db, touched, [...releases]);
}

export async function touchReleases(db: NewsroomHandle, touched: Touched, releases: readonly string[]): Promise<void> {
  touched.add(subjectOf.map);
  for (let from = 0; from < releases.length && !touched.isEverything; from += IDS_AT_ONCE) {
    const named = db.selectFrom('release').select(['office', 'reference_year', 'reference_number']);
    const some = releases.slice(from, from + IDS_AT_ONCE);
    const rows = await named.where('id', 'in', some).execute();
    for (const row of rows) touched.add(subjectOf.release(referenceFrom(row)));
    const pins = await db.selectFrom('pin').select('list').where('release', 'in', some).execute();
    for (const { list } of pins) touched.add(subjectOf.pins(list));
  }
}
