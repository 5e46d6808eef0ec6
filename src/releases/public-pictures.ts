import type { Tx } from '../database/transaction.ts';
import type { Actor } from '../people/person.ts';
import type { DeskDeps } from './desk-deps.ts';
import type { DraftContent } from './draft.ts';

/** A text that was public before the desk had it shows assets: where their bytes are here, they are pictures of the desk too. */
export async function withKeptPictures(
  tx: Tx,
  { pictures, clock }: Pick<DeskDeps, 'pictures' | 'clock'>,
  { by, content }: { readonly by: Actor; readonly content: DraftContent },
): Promise<DraftContent> {
  const ids = content.pictures.map(({ picture }) => picture);
  const kept = await pictures.pictures(tx, ids);
  const missing = ids.filter((id) => !kept.some((one) => one.id === id));
  const adopted = await pictures.adopt(tx, missing, { uploadedBy: by.id ?? '', uploadedAt: clock.now() });
  return {
    ...content,
    pictures: content.pictures.map((one) => ({ ...one, picture: adopted.get(one.picture) ?? one.picture })),
  };
}
