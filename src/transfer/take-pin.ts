import type { Tx } from '../database/transaction.ts';
import { instantOf } from '../platform/instant.ts';
import { MOST_PINNED, type PinStore, whyNotAbove } from '../published/pin.ts';
import type { PublishDeps } from '../releases/publish-release.ts';
import type { ArchiveLine } from './archive-line.ts';

export interface TakePinDeps {
  readonly publishing: PublishDeps;
  readonly pins: PinStore;
}

/**
 * Pins a release as an archive says.
 *
 * @returns false where it is pinned already or cannot be: it is not published here, not on that list, or there is no room.
 */
export async function takePin(
  tx: Tx,
  { publishing, pins }: TakePinDeps,
  { list, release, at }: Extract<ArchiveLine, { kind: 'pin' }>,
): Promise<boolean> {
  const { publications } = publishing;
  const known = (await publications.releases(tx, [release])).get(release);
  if (whyNotAbove(known, list, await publications.offices(tx)) !== null) return false;
  const here = await pins.onList(tx, list);
  if (here.length >= MOST_PINNED || here.some((pin) => pin.release === release)) return false;
  await publishing.beforePublic(tx);
  await pins.add(tx, { list, release, pinnedAt: instantOf(at) });
  return true;
}
