import type { Person } from '../people/person.ts';
import { may } from '../people/rights.ts';
import { Fault } from '../platform/faults.ts';
import { plainText } from '../platform/text.ts';
import type { DeskDeps } from './desk-deps.ts';
import { type DeskOutcome, type DeskRefusal, refused } from './desk-outcome.ts';
import type { KeptPicture, PictureRights } from './picture.ts';

/** In UTF-16 units. */
const LONGEST_CREDIT = 500;

/**
 * Says whose a picture is. What is public already keeps the words it went public with: an edition does not change.
 *
 * @throws Fault PICTURE_NOT_FOUND
 */
export async function creditPicture(
  deps: Pick<DeskDeps, 'inTransaction' | 'clock' | 'pictures' | 'audit'>,
  order: { readonly by: Person; readonly picture: string; readonly rights: PictureRights },
): Promise<DeskOutcome<{ picture: KeptPicture }>> {
  const { by } = order;
  const reasons: DeskRefusal[] = [];
  if (!may(by, 'add-picture', { office: null, locale: null }))
    reasons.push({ reason: 'not-allowed', act: 'add-picture' });
  reasons.push(...faultsOf(order.rights));
  if (reasons.length > 0) return refused(...reasons);
  return deps.inTransaction(async (tx) => {
    const known = await deps.pictures.picture(tx, order.picture);
    const isKnown = known !== null && (await deps.pictures.knownTo(tx, by.id, [known.id])).has(known.id);
    if (known === null || !isKnown) throw new Fault('PICTURE_NOT_FOUND', { picture: order.picture });
    await deps.pictures.changeRights(tx, known.id, order.rights);
    const at = deps.clock.now();
    await deps.audit.append(tx, {
      at,
      person: by.id,
      name: by.name,
      act: 'credited-picture',
      detail: { picture: known.id },
    });
    return { ok: true, picture: { ...known, rights: order.rights } };
  });
}

function faultsOf({ copyrightYear: _, ...words }: PictureRights): DeskRefusal[] {
  return Object.entries(words).flatMap(([field, text]): DeskRefusal[] => {
    try {
      if (text !== null) plainText(text, field, LONGEST_CREDIT);
      return [];
    } catch (error) {
      if (error instanceof Fault) return [{ reason: 'text-invalid', field, problem: String(error.detail['problem']) }];
      throw error;
    }
  });
}
