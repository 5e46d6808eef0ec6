import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openRounds } from './rounds.ts';

/** Goes off when the test says so. */
function openByHand(round: () => Promise<unknown>) {
  const logged: unknown[] = [];
  let ring = () => {};
  const rounds = openRounds({
    ...{ round, everyMilliseconds: 10 },
    timers: {
      after: () => () => {},
      every: (_, work) => {
        ring = work;
        return () => {
          ring = () => {};
        };
      },
    },
    log: { info: () => {}, warn: () => {}, error: (detail) => logged.push(detail) },
  });
  return { rounds, logged, ring: () => ring() };
}

test('a round that takes long is not begun a second time, and closing waits for it', async () => {
  let begun = 0;
  let end = () => {};
  const { rounds, ring } = openByHand(() => {
    begun += 1;
    return new Promise<void>((resolve) => {
      end = resolve;
    });
  });
  ring();
  ring();
  expect(begun).toBe(1);
  let isClosed = false;
  const closing = rounds.close().then(() => {
    isClosed = true;
  });
  await setImmediate();
  expect(isClosed).toBe(false);
  end();
  await closing;
  ring();
  expect(begun).toBe(1);
});

test('a round that fails is told in the log, and the next one tries again', async () => {
  let begun = 0;
  const { rounds, logged, ring } = openByHand(async () => {
    begun += 1;
    if (begun === 1) throw new TypeError('the disk is away');
  });
  ring();
  await setImmediate();
  ring();
  await rounds.close();
  expect([begun, logged.length]).toEqual([2, 1]);
});
