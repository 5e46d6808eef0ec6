import { afterEach, expect, test } from 'vitest';
import { fixedClock } from '../../platform/clock.ts';
import { noBulk } from './bulk-folder.ts';
import { type BulkWatch, watchBulk } from './watch-bulk.ts';

let watch: BulkWatch | null = null;
afterEach(() => watch?.close());

/** A newsroom of numbers, whose rounds come when the test says so. */
function openTestWatch() {
  const clock = fixedClock('2026-11-24T12:00:00Z');
  const state = { sequence: 1, isRetracted: false, made: 0, fails: false, logged: 0 };
  const year = { year: 2026, releases: 1, file: 'x', bytes: 1, sha256: '0'.repeat(64), madeAt: clock.now() };
  let manifest = noBulk;
  let work = () => {};
  watch = watchBulk({
    ...{ clock, folder: { manifest: async () => manifest } },
    releases: { sequence: async () => state.sequence, isRetractedSince: async () => state.isRetracted },
    async make() {
      state.made += 1;
      if (state.fails) throw new TypeError('no space');
      manifest = { sequence: state.sequence, form: '', years: [{ ...year, sequence: state.sequence }] };
      return { made: [2026], isWhole: true };
    },
    log: { info: () => {}, warn: () => {}, error: () => (state.logged += 1) },
    timers: {
      after: () => () => {},
      every(_, round) {
        work = round;
        return () => {};
      },
    },
  });
  const round = async () => {
    work();
    for (let turns = 0; turns < 20; turns += 1) await Promise.resolve();
    return state.made;
  };
  return { clock, state, round };
}

test('files are looked after at the first round, then when something was published, and not more than four times an hour', async () => {
  const { clock, state, round } = openTestWatch();
  expect([await round(), await round()]).toEqual([1, 1]);
  state.sequence = 2;
  expect(await round()).toBe(1);
  clock.advanceTo('2026-11-24T12:15:00Z');
  expect([await round(), await round()]).toEqual([2, 2]);
});

test('a retraction waits for nothing', async () => {
  const { state, round } = openTestWatch();
  await round();
  Object.assign(state, { sequence: 2, isRetracted: true });
  expect(await round()).toBe(2);
});

test('what fails is logged, and tried again a quarter of an hour later', async () => {
  const { clock, state, round } = openTestWatch();
  state.fails = true;
  expect([await round(), await round(), state.logged]).toEqual([1, 1, 1]);
  clock.advanceTo('2026-11-24T12:15:00Z');
  state.fails = false;
  expect([await round(), state.logged]).toEqual([2, 1]);
});
