import type { PublishedHandle } from '../database/schema.ts';
import { itemsAt } from './item.query.ts';
import { type Asked, shelfOf } from './page.query.ts';
import type { ListItem } from './published-release.ts';
import type { Slots } from './stretch.query.ts';

/**
 * What is pinned above a list, the latest pin first, at most three: what the list shows of it in this language, and
 * nothing that was withdrawn or retracted in the language shown.
 */
export async function pinnedTo(db: PublishedHandle, asked: Asked): Promise<readonly ListItem[]> {
  const { list, scope, showing } = shelfOf(asked);
  const rows = db.selectFrom('pin').select('release').where('list', '=', list);
  const pins = await rows.orderBy('pinned_at', 'desc').orderBy('place').execute();
  if (pins.length === 0) return [];
  const placed = (slot: Slots) => (scope === 'any' ? placedOnce(db, slot) : placedInLanguage(db, slot));
  const places = { name: `pinned ${scope === 'any'}`, values: { list, scope }, placed };
  const items = (await itemsAt(db, places, showing)).filter(({ standing, text }) => standing === 'published' && text);
  return pins.flatMap((pin) => items.find(({ release }) => release === pin.release) ?? []);
}

/** At the release's own place. */
function placedOnce(db: PublishedHandle, slot: Slots) {
  return db
    .selectFrom('pin')
    .innerJoin('release', 'release.id', 'pin.release')
    .select(['pin.release', 'release.published_at', 'release.sequence'])
    .where('pin.list', '=', slot<string>('list'));
}

function placedInLanguage(db: PublishedHandle, slot: Slots) {
  return db
    .selectFrom('pin')
    .innerJoin('language_version as version', 'version.release', 'pin.release')
    .select(['pin.release', 'version.published_at', 'version.sequence'])
    .where('pin.list', '=', slot<string>('list'))
    .where('version.locale', '=', slot<string>('scope'));
}
