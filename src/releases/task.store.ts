import { inside } from '../database/schema.ts';
import type { TaskStore } from './task.ts';

export function taskStore(): TaskStore {
  return {
    async open(tx, { id, release, locale, kind, source, openedAt }) {
      const row = { id, release, locale, kind, source_locale: source.locale, source_edition: source.edition };
      await inside(tx)
        .insertInto('task')
        .values({ ...row, opened_at: openedAt, done_at: null })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async end(tx, release, locale, at) {
      const open = inside(tx).updateTable('task').set({ done_at: at }).where('done_at', 'is', null);
      const own = open.where('release', '=', release).where('locale', '=', locale);
      return (await own.executeTakeFirst()).numUpdatedRows > 0n;
    },

    async withTasks(tx, texts) {
      if (texts.length === 0) return [];
      const releases = [...new Set(texts.map(({ release }) => release))];
      const open = inside(tx).selectFrom('task').select(['release', 'locale']).where('done_at', 'is', null);
      const rows = await open.where('release', 'in', releases).execute();
      const isOpen = new Set(rows.map(({ release, locale }) => `${release} ${locale}`));
      return texts.filter(({ release, locale }) => isOpen.has(`${release} ${locale}`));
    },
  };
}
