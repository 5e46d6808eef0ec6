import type { InsertResult } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { Engine } from '../database/engine.ts';
import { renewPublicVersion } from '../database/public-version.ts';
import { inside, type NewsroomHandle, type Tables } from '../database/schema.ts';
import type { Tx } from '../database/transaction.ts';
import type { Instant } from '../platform/instant.ts';
import { listKey } from '../published/list.ts';
import { formatReference } from '../published/reference.ts';
import type { LegacyLine } from './archive-line.ts';
import type { ImportStore } from './import-batch.ts';

/** Asked or removed at once: one transaction stays short. */
const ITEMS_AT_ONCE = 200;

export function importStore(engine: Engine): ImportStore {
  const db = engine.newsroom;
  return {
    async begin(batch) {
      await engine.inTransaction(async (tx) => {
        await forget(tx, batch.fingerprint);
        const { createdAt, ...columns } = batch;
        await inside(tx)
          .insertInto('import_batch')
          .values({ ...columns, created_at: createdAt })
          .execute();
      });
    },

    async stage(batch, items) {
      await engine.inTransaction(async (tx) => {
        const rows = items.map(({ position, sortKey, fingerprint, content }) => {
          return { batch, position, sort_key: sortKey, fingerprint, content };
        });
        await engine.insertRows(tx, 'import_item', rows);
      });
    },

    async nextItems(batch, after) {
      let query = db
        .selectFrom('import_item')
        .select(['position', 'sort_key', 'fingerprint', 'content'])
        .where('batch', '=', batch)
        .orderBy('sort_key')
        .limit(ITEMS_AT_ONCE);
      if (after !== null) query = query.where('sort_key', '>', after);
      const rows = await query.execute();
      return rows.map(({ sort_key: sortKey, ...row }) => ({ ...row, sortKey }));
    },

    async finish(batch) {
      await engine.inTransaction(async (tx) => {
        await inside(tx).deleteFrom('import_item').where('batch', '=', batch).execute();
        await inside(tx).deleteFrom('import_batch').where('id', '=', batch).execute();
      });
    },

    async alreadyImported(tx, fingerprints) {
      if (fingerprints.length === 0) return new Set();
      const rows = await inside(tx)
        .selectFrom('imported')
        .select('fingerprint')
        .where('fingerprint', 'in', fingerprints)
        .execute();
      return new Set(rows.map((row) => row.fingerprint));
    },

    async headlinesHere(tx, { office, locale, first, last, headlines }) {
      if (headlines.length === 0) return [];
      // A day begins and ends at another instant in each zone; the stored day decides.
      const from = Temporal.PlainDate.from(first).subtract({ days: 1 }).toString();
      const until = Temporal.PlainDate.from(last).add({ days: 2 }).toString();
      const rows = await inside(tx)
        .selectFrom('placement')
        .innerJoin('release', 'release.id', 'placement.release')
        .innerJoin('language_version', (on) =>
          on.onRef('language_version.release', '=', 'release.id').on('language_version.locale', '=', locale),
        )
        .innerJoin('edition', (on) => on.onRef('edition.release', '=', 'release.id').on('edition.locale', '=', locale))
        .select(['language_version.day', 'edition.headline', 'edition.summary', 'release.office'])
        .select(['release.reference_year', 'release.reference_number'])
        .where('placement.list', '=', listKey({ kind: 'office', code: office }))
        .where('placement.scope', '=', locale)
        .where('placement.published_at', '>=', from as Instant)
        .where('placement.published_at', '<', until as Instant)
        .where('release.office', '=', office)
        .where('edition.headline', 'in', [...new Set(headlines)])
        .execute();
      return rows.map(({ day, headline, summary, reference_year: year, reference_number: number }) => {
        return { day, headline, summary, reference: formatReference({ office, year, number }) };
      });
    },

    async remember(tx, imported) {
      await engine.insertRows(tx, 'imported', [...imported]);
    },

    async addLegacy(tx, lines) {
      const added: LegacyLine[] = [];
      for (const line of lines) if (await addLegacyLine(inside(tx), line)) added.push(line);
      if (added.length === 0) return added;
      // Every process then reads its table of patterns anew.
      await renewPublicVersion(inside(tx), { subjects: null });
      return added;
    },

    async assetWith(tx, hash) {
      const row = await inside(tx).selectFrom('asset').select('id').where('hash', '=', hash).executeTakeFirst();
      return row?.id ?? null;
    },

    async addAssets(tx, assets) {
      const rows: Tables['asset'][] = assets.map((asset) => ({
        id: asset.id,
        hash: asset.kept?.hash ?? null,
        media_type: asset.kept?.mediaType ?? null,
        bytes: asset.kept?.bytes ?? null,
        width: asset.kept?.width ?? null,
        height: asset.kept?.height ?? null,
        credit: asset.credit,
        creator: asset.creator,
        agency: asset.agency,
        copyright_holder: asset.copyrightHolder,
        copyright_year: asset.copyrightYear,
        usage_terms: asset.usageTerms,
      }));
      let added = 0;
      for (const row of rows) {
        const { numInsertedOrUpdatedRows: count } = await inside(tx)
          .insertInto('asset')
          .values(row)
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow();
        added += Number(count ?? 0);
      }
      return added;
    },
  };
}

async function forget(tx: Tx, fingerprint: string): Promise<void> {
  const old = await inside(tx).selectFrom('import_batch').select('id').where('fingerprint', '=', fingerprint).execute();
  for (const { id } of old) {
    await inside(tx).deleteFrom('import_item').where('batch', '=', id).execute();
    await inside(tx).deleteFrom('import_batch').where('id', '=', id).execute();
  }
}

/** @returns false where it was here. */
async function addLegacyLine(db: NewsroomHandle, line: LegacyLine): Promise<boolean> {
  if (line.kind === 'legacy-address') {
    const { address, target } = line;
    const row = db.insertInto('legacy_address').values({ address, target });
    return isNew(await row.onConflict((conflict) => conflict.doNothing()).executeTakeFirstOrThrow());
  }
  const { pattern, target } = line;
  const last = await db
    .selectFrom('legacy_pattern')
    .select(({ fn }) => fn.max<number | null>('position').as('position'))
    .executeTakeFirst();
  const row = db.insertInto('legacy_pattern').values({ pattern, position: (last?.position ?? 0) + 1, target });
  return isNew(await row.onConflict((conflict) => conflict.column('pattern').doNothing()).executeTakeFirstOrThrow());
}

function isNew({ numInsertedOrUpdatedRows: count }: InsertResult): boolean {
  return count === 1n;
}
