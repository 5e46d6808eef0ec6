import type { Actor } from '../people/person.ts';
import { may } from '../people/rights.ts';
import type { ListKey } from '../published/list.ts';
import { MOST_PINNED, whyNotAbove } from '../published/pin.ts';
import { formatReference } from '../published/reference.ts';
import type { DeskDeps } from './desk-deps.ts';
import { type DeskOutcome, type DeskRefusal, refused } from './desk-outcome.ts';
import { enterAct } from './enter-act.ts';
import { openPublicRelease } from './open-text.ts';

export interface PinOrder {
  readonly by: Actor;
  readonly release: string;
  readonly list: ListKey;
}

/**
 * Keeps a public release in sight above a list that it is on. The list stays as it is, order and pages. What is pinned there
 * already is left alone.
 *
 * @throws Fault DRAFT_NOT_FOUND
 */
export async function pinRelease(deps: DeskDeps, { by, release: id, list }: PinOrder): Promise<DeskOutcome> {
  return deps.inTransaction(async (tx): Promise<DeskOutcome> => {
    const { release } = await openPublicRelease(tx, deps, by, id);
    const offices = await deps.publishing.publications.offices(tx);
    const refusals = whyNotToPin(by, list, offices);
    const known = (await deps.publishing.publications.releases(tx, [id])).get(id);
    const reason = whyNotAbove(known, list, offices);
    if (reason !== null) refusals.push({ reason });
    const pins = await deps.pins.onList(tx, list);
    const isPinned = pins.some((pin) => pin.release === id);
    if (!isPinned && pins.length >= MOST_PINNED) {
      const others = await deps.publishing.publications.releases(
        tx,
        pins.map((pin) => pin.release),
      );
      const references = [...others.values()].map(({ reference }) => formatReference(reference));
      refusals.push({ reason: 'pins-full', references });
    }
    if (refusals.length > 0) return refused(...refusals);
    if (isPinned) return { ok: true };

    await deps.publishing.beforePublic(tx);
    await deps.pins.add(tx, { list, release: id, pinnedAt: deps.clock.now() });
    const on = { release: id, locale: null, office: release.office };
    await enterAct(tx, deps, { by, act: 'pinned', on, detail: { list } });
    return { ok: true };
  });
}

/** What somebody lacks to say what stands above a list. */
export function whyNotToPin(by: Actor, list: ListKey, offices: readonly { readonly code: string }[]): DeskRefusal[] {
  return mayPin(by, list, offices) ? [] : [{ reason: 'not-allowed', act: 'pin' }];
}

/** An office's list is its own; any other is everybody's: above it whoever publishes for all of them. */
export function mayPin(by: Actor, list: ListKey, offices: readonly { readonly code: string }[]): boolean {
  const own = list.startsWith('office:') ? [list.slice('office:'.length)] : offices.map(({ code }) => code);
  return own.every((office) => may(by, 'pin', { office, locale: null }));
}
