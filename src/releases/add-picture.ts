import type { Person } from '../people/person.ts';
import { may } from '../people/rights.ts';
import type { DeskDeps } from './desk-deps.ts';
import { type DeskOutcome, refused } from './desk-outcome.ts';
import type { KeptPicture } from './picture.ts';

export interface PictureDeps extends Pick<DeskDeps, 'inTransaction' | 'clock' | 'newId' | 'pictures' | 'audit'> {
  /** Keeps the bytes durably, without the place, and reads what they say of themselves. @throws Fault MEDIA_REFUSED */
  readonly keep: (bytes: Buffer) => Promise<KeptWords>;
}

/** A picture that has come in. */
export interface KeptWords {
  readonly hash: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly rights: KeptPicture['rights'] & { readonly alt: string | null; readonly caption: string | null };
}

/** In UTF-16 units. */
const LONGEST_NAME = 200;

/**
 * Takes a picture in. Nobody outside sees it before a public edition shows it. The same bytes a second time are the
 * same picture, with the credit it has by then.
 *
 * @throws Fault MEDIA_REFUSED
 */
export async function addPicture(
  deps: PictureDeps,
  order: { readonly by: Person; readonly bytes: Buffer; readonly fileName: string },
): Promise<DeskOutcome<{ picture: KeptPicture }>> {
  const { by } = order;
  if (!may(by, 'add-picture', { office: null, locale: null }))
    return refused({ reason: 'not-allowed', act: 'add-picture' });
  const { rights, ...kept } = await deps.keep(order.bytes);
  const { alt, caption, ...credits } = rights;
  return deps.inTransaction(async (tx) => {
    const known = await deps.pictures.pictureOfHash(tx, kept.hash);
    if (known !== null) return { ok: true, picture: known };
    const at = deps.clock.now();
    const fileName =
      order.fileName
        .replace(/[\p{C}/\\]/gu, ' ')
        .trim()
        .slice(0, LONGEST_NAME) || 'picture';
    const came = { fileName, uploadedBy: by.id, uploadedAt: at };
    const picture: KeptPicture = { id: deps.newId(), ...kept, rights: credits, alt, caption, ...came };
    await deps.pictures.add(tx, picture);
    await deps.audit.append(tx, {
      at,
      person: by.id,
      name: by.name,
      act: 'added-picture',
      detail: { picture: picture.id },
    });
    return { ok: true, picture };
  });
}
