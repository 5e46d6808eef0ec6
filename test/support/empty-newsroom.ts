import type { Engine } from '../../src/database/engine.ts';
import { inside } from '../../src/database/schema.ts';

/** Takes every release out of a newsroom again, faster than a new one is made: for properties that try many. */
export async function withoutReleases(engine: Engine): Promise<void> {
  await engine.inTransaction(async (tx) => {
    const tables = [
      ...(['path_ledger', 'edition', 'language_version', 'placement', 'page', 'month_count', 'release'] as const),
      ...(['asset_shown', 'reference_counter', 'outbox', 'import_item', 'import_batch', 'imported'] as const),
      ...(['search_posting', 'search_word', 'search_span', 'public_state', 'list_since'] as const),
    ];
    for (const table of tables) await inside(tx).deleteFrom(table).execute();
    await inside(tx).updateTable('counter').set({ value: 0 }).where('name', '=', 'sequence').execute();
  });
}
