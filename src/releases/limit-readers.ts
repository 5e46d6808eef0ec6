import type { Told } from '../audit/entry.ts';
import type { Actor } from '../people/person.ts';
import type { DeskDeps } from './desk-deps.ts';
import { type DeskOutcome, refused } from './desk-outcome.ts';
import { enterAct } from './enter-act.ts';
import { openRelease, whyNotAllowed } from './open-text.ts';

export interface LimitReadersOrder {
  readonly by: Actor;
  readonly release: string;
  /** Null: everybody with a role there. */
  readonly people: readonly string[] | null;
}

/** More than this is no secret. */
const MAX_READERS = 200;

/**
 * Says who may know of a release before it is public: nobody else finds it, by any way. Whoever says so is one of them.
 *
 * @throws Fault DRAFT_NOT_FOUND
 */
export async function limitReaders(
  deps: DeskDeps,
  { by, release: id, people }: LimitReadersOrder,
): Promise<DeskOutcome> {
  return deps.inTransaction(async (tx): Promise<DeskOutcome> => {
    const release = await openRelease(tx, deps, by, id);
    const { office } = release;
    const refusals = whyNotAllowed(by, 'limit-readers', { office, locale: null });
    const wanted = people === null ? null : [...new Set([...people, ...(by.id === null ? [] : [by.id])])];
    const asked = wanted?.slice(0, MAX_READERS) ?? [];
    const known = await deps.drafts.knownPeople(tx, asked);
    if (asked.some((person) => !known.has(person))) {
      const problem = 'somebody among them has no account here. Choose people of the list.';
      refusals.push({ reason: 'text-invalid', field: 'people', problem });
    }
    if (wanted !== null && wanted.length > MAX_READERS) {
      const problem = `${wanted.length} people are named; at most ${MAX_READERS} are accepted.`;
      refusals.push({ reason: 'text-invalid', field: 'people', problem });
    }
    if (refusals.length > 0) return refused(...refusals);

    await deps.drafts.changeRelease(tx, { ...release, limitedTo: wanted });
    const on = { release: id, locale: null, office };
    const detail: Told = wanted === null ? { isLimited: false } : { isLimited: true, readers: wanted.length };
    await enterAct(tx, deps, { by, act: 'limited', on, detail });
    return { ok: true };
  });
}
