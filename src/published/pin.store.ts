import { renewPublicVersion } from '../database/public-version.ts';
import { inside, type NewsroomHandle, type Tables } from '../database/schema.ts';
import type { Instant } from '../platform/instant.ts';
import { MOST_PINNED, type Pin, type PinStore } from './pin.ts';
import { subjectOf } from './subject.ts';

export function pinStore(): PinStore {
  return {
    async onList(tx, list) {
      const rows = inside(tx).selectFrom('pin').selectAll().where('list', '=', list);
      return (await rows.orderBy('pinned_at', 'desc').orderBy('place').execute()).map(pinFrom);
    },

    async ofRelease(tx, release) {
      const rows = inside(tx).selectFrom('pin').selectAll().where('release', '=', release);
      return (await rows.orderBy('list').execute()).map(pinFrom);
    },

    async add(tx, { list, release, pinnedAt }) {
      const db = inside(tx);
      const taken = await db.selectFrom('pin').select('place').where('list', '=', list).execute();
      const places = Array.from({ length: MOST_PINNED }, (_, before) => before + 1);
      const place = places.find((one) => taken.every((row) => row.place !== one));
      if (place === undefined) throw new RangeError(`There is no room for a pin above ${list}.`);
      await db.insertInto('pin').values({ list, release, place, pinned_at: pinnedAt }).execute();
      await renewPublicVersion(db, { subjects: new Set([subjectOf.pins(list)]) });
    },

    async remove(tx, { list, release }) {
      const db = inside(tx);
      await db.deleteFrom('pin').where('list', '=', list).where('release', '=', release).execute();
      await renewPublicVersion(db, { subjects: new Set([subjectOf.pins(list)]) });
    },
  };
}

/** A release of which nothing is published any more is not kept in sight. */
export async function removeEndedPins(db: NewsroomHandle, release: string): Promise<void> {
  const stands = db.selectFrom('language_version').select('locale').where('release', '=', release);
  if ((await stands.where('standing', '=', 'published').limit(1).executeTakeFirst()) !== undefined) return;
  await db.deleteFrom('pin').where('release', '=', release).execute();
}

function pinFrom({ list, release, pinned_at }: Tables['pin']): Pin {
  return { list, release, pinnedAt: pinned_at as Instant };
}
