import { expect, test } from 'vitest';
import { liftStore } from '../../src/embargo/lift.store.ts';
import { delayEdges, liftCounts } from '../../src/embargo/lift-counts.query.ts';
import { instantOf } from '../../src/platform/instant.ts';
import { openDeskAtWork } from '../support/desk-at-work.ts';
import { draftOf, mara, releaseOf } from '../support/desk-cast.ts';
import { eachEngine } from '../support/engines.ts';

eachEngine('lifts', (open) => {
  test('are counted by how late they were, and what is overdue beside them', async () => {
    const { deps } = await openDeskAtWork(await open());
    const at = instantOf('2026-03-02T09:00:00Z');
    const counts = () => deps.inTransaction((tx) => liftCounts(tx, at));
    const nothing = delayEdges.map(() => 0);
    expect(await counts()).toEqual({ lifted: 0, refused: 0, delaySum: 0, within: nothing, overdue: 0 });

    await deps.inTransaction(async (tx) => {
      const lift = { release: 'r', locale: 'en', dueAt: at, outcome: 'lifted', detail: '' } as const;
      for (const [edition, late] of [0, 10, 11, 70_000].entries()) {
        const liftedAt = instantOf(new Date(Date.parse(at) + late).toISOString());
        await liftStore().add(tx, [{ ...lift, edition: edition + 1, liftedAt }]);
      }
      await liftStore().add(tx, [{ ...lift, edition: 9, liftedAt: at, outcome: 'refused', detail: '[]' }]);
      const [due, held] = ['2026-03-02T08:59:59Z', '2026-03-02T08:00:00Z'].map(instantOf) as [typeof at, typeof at];
      for (const [place, heldAt] of [null, held].entries()) {
        const id = `01900000-0000-7000-8000-00000000000${place}`;
        await deps.drafts.addRelease(tx, releaseOf(id, mara));
        const signed = { by: mara.id, at: held };
        const standing = { state: 'scheduled', goesPublicAt: due, heldAt } as const;
        await deps.drafts.addDraft(tx, draftOf(id, 'en', mara, { standing, submitted: signed, approved: signed }));
      }
    });
    expect(await counts()).toEqual({
      ...{ lifted: 4, refused: 1, delaySum: 70_021, overdue: 1 },
      within: [2, 3, 3, 3, 3, 3, 3, 3, 3],
    });
  });
});
