import { holdsWord, searchedWords } from '../database/holds-words.ts';
import { inside, type NewsroomHandle, type Tables } from '../database/schema.ts';
import type { Instant } from '../platform/instant.ts';
import type { KeptPicture, KeptPictureStore, PictureRights } from './picture.ts';
import { mayBeSeenBy } from './picture-readers.query.ts';

export function pictureStore(): KeptPictureStore {
  return {
    async picture(tx, id) {
      const row = await inside(tx).selectFrom('picture').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : pictureFrom(row);
    },

    async pictureOfHash(tx, hash) {
      const row = await inside(tx).selectFrom('picture').selectAll().where('hash', '=', hash).executeTakeFirst();
      return row === undefined ? null : pictureFrom(row);
    },

    async pictures(tx, ids) {
      if (ids.length === 0) return [];
      const rows = inside(tx).selectFrom('picture').selectAll().where('id', 'in', ids);
      return (await rows.orderBy('id').execute()).map(pictureFrom);
    },

    async knownTo(tx, person, ids) {
      if (ids.length === 0) return new Set();
      const known = inside(tx).selectFrom('picture').select('id').where('id', 'in', ids).where(mayBeSeenBy(person));
      return new Set((await known.execute()).map(({ id }) => id));
    },

    async search(tx, { person, search, limit }) {
      let found = inside(tx).selectFrom('picture').selectAll().orderBy('uploaded_at', 'desc').orderBy('id', 'desc');
      found = found.where(mayBeSeenBy(person));
      for (const word of searchedWords(search)) {
        found = found.where(({ or }) =>
          or(['file_name', 'credit', 'caption'].map((column) => holdsWord(column, word))),
        );
      }
      return (await found.limit(limit).execute()).map(pictureFrom);
    },

    async add(tx, picture) {
      await inside(tx).insertInto('picture').values(rowOf(picture)).execute();
    },

    async changeRights(tx, id, rights) {
      await inside(tx).updateTable('picture').set(rightsColumns(rights)).where('id', '=', id).execute();
    },

    async assetsOf(tx, pictures) {
      const known = await assetsByHash(inside(tx), pictures);
      return new Map(pictures.map(({ id, hash }) => [id, known.get(hash) ?? id]));
    },

    async release(tx, { id, hash, mediaType, bytes, width, height, rights }) {
      const columns = rightsColumns(rights);
      await inside(tx)
        .insertInto('asset')
        .values({ id, hash, media_type: mediaType, bytes, width, height, ...columns })
        .onConflict((conflict) => conflict.column('hash').doUpdateSet(columns))
        .execute();
    },

    async adopt(tx, assets, uploaded) {
      const pictures = new Map<string, string>();
      for (const asset of new Set(assets)) {
        const picture = await adopted(inside(tx), asset, uploaded);
        if (picture !== null) pictures.set(asset, picture);
      }
      return pictures;
    },
  };
}

async function assetsByHash(
  db: NewsroomHandle,
  pictures: readonly KeptPicture[],
): Promise<ReadonlyMap<string | null, string>> {
  if (pictures.length === 0) return new Map();
  const hashes = pictures.map((picture) => picture.hash);
  const rows = await db.selectFrom('asset').select(['id', 'hash']).where('hash', 'in', hashes).execute();
  return new Map(rows.map((row) => [row.hash, row.id]));
}

async function adopted(
  db: NewsroomHandle,
  id: string,
  { uploadedBy, uploadedAt }: Pick<KeptPicture, 'uploadedBy' | 'uploadedAt'>,
): Promise<string | null> {
  const asset = await db.selectFrom('asset').selectAll().where('id', '=', id).executeTakeFirst();
  if (asset === undefined) return null;
  const { hash, media_type, bytes, width, height, ...own } = asset;
  if (hash === null || media_type === null || bytes === null || width === null || height === null) return null;
  const known = await db.selectFrom('picture').select('id').where('hash', '=', hash).executeTakeFirst();
  if (known !== undefined) return known.id;
  await db
    .insertInto('picture')
    .values({
      ...{ ...own, hash, media_type, bytes, width, height },
      ...{ file_name: '', caption: null, alt: null, uploaded_by: uploadedBy, uploaded_at: uploadedAt },
    })
    .execute();
  return id;
}

function rowOf(picture: KeptPicture): Tables['picture'] {
  const { id, hash, bytes, width, height, caption, alt } = picture;
  return {
    ...{ id, hash, bytes, width, height, caption, alt, ...rightsColumns(picture.rights) },
    media_type: picture.mediaType,
    file_name: picture.fileName,
    uploaded_by: picture.uploadedBy,
    uploaded_at: picture.uploadedAt,
  };
}

function rightsColumns({ credit, creator, agency, copyrightHolder, copyrightYear, usageTerms }: PictureRights) {
  const own = { copyright_holder: copyrightHolder, copyright_year: copyrightYear, usage_terms: usageTerms };
  return { credit, creator, agency, ...own };
}

function pictureFrom(row: Tables['picture']): KeptPicture {
  const { id, hash, bytes, width, height, caption, alt, credit, creator, agency } = row;
  return {
    ...{ id, hash, bytes, width, height, caption, alt },
    mediaType: row.media_type,
    fileName: row.file_name,
    rights: {
      ...{ credit, creator, agency },
      copyrightHolder: row.copyright_holder,
      copyrightYear: row.copyright_year,
      usageTerms: row.usage_terms,
    },
    uploadedBy: row.uploaded_by,
    uploadedAt: row.uploaded_at as Instant,
  };
}
