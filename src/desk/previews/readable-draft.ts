import type { Tx } from '../../database/transaction.ts';
import type { Person } from '../../people/person.ts';
import { may } from '../../people/rights.ts';
import { Fault } from '../../platform/faults.ts';
import type { Draft, DraftRelease, DraftStore } from '../../releases/draft.ts';

/**
 * A draft that this person may know of; one that is limited to others is not there for them.
 *
 * @throws Fault DRAFT_NOT_FOUND
 */
export async function readableDraft(
  tx: Tx,
  drafts: DraftStore,
  person: Person,
  release: string,
  locale: string,
): Promise<{ release: DraftRelease; draft: Draft }> {
  const found = await readableRelease(tx, drafts, person, release);
  const draft = await drafts.draft(tx, release, locale);
  if (draft === null) throw new Fault('DRAFT_NOT_FOUND');
  return { release: found, draft };
}

/** @throws Fault DRAFT_NOT_FOUND */
export async function readableRelease(tx: Tx, drafts: DraftStore, person: Person, id: string): Promise<DraftRelease> {
  const release = await drafts.release(tx, id);
  if (release === null || !isReadable(person, release)) throw new Fault('DRAFT_NOT_FOUND');
  return release;
}

function isReadable(person: Person, { office, limitedTo }: DraftRelease): boolean {
  return may(person, 'read-drafts', { office, locale: null }) && (limitedTo === null || limitedTo.includes(person.id));
}
