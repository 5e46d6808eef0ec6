import { randomBytes } from 'node:crypto';
import { auditStore } from '../../src/audit/audit.store.ts';
import type { Engine } from '../../src/database/engine.ts';
import { institutionStore } from '../../src/offices/institution.store.ts';
import { peopleStores } from '../../src/people/people.store.ts';
import type { PeopleDeps } from '../../src/people/people-deps.ts';
import { type FixedClock, fixedClock } from '../../src/platform/clock.ts';
import { newId } from '../../src/platform/ids.ts';

/** The people of an engine as the newsroom wires them, with a clock that stands still at 2 March 2026, nine o'clock. */
export function peopleDepsOn(
  engine: Engine,
  clock: FixedClock = fixedClock('2026-03-02T09:00:00Z'),
  origin = 'https://news.calder.example',
): PeopleDeps & { readonly clock: FixedClock } {
  const institution = institutionStore();
  return {
    ...peopleStores(engine.newsroom),
    inTransaction: engine.inTransaction,
    clock,
    newId,
    randomBytes,
    audit: auditStore(),
    isOffice: async (tx, code) => (await institution.offices(tx)).some((office) => office.code === code),
    origin,
  };
}
