import { expect, test } from 'vitest';
import { openNeighbour } from './neighbour.ts';

const log = { info: () => {}, warn: () => {}, error: () => {} };
const open = async () => ({ take: () => {}, close: async () => {} });

/** Loads three pieces. @returns how many are loaded so far. */
function inPieces(onPiece: (loaded: number) => void = () => {}) {
  let loaded = 0;
  const load = async (pause: () => Promise<boolean>) => {
    while (loaded < 3 && (await pause())) {
      loaded += 1;
      onPiece(loaded);
    }
  };
  return { load, loaded: () => loaded };
}

test('a neighbour is loaded in pieces, and whoever waits is answered between two', async () => {
  const told: string[] = [];
  const pieces = inPieces((loaded) => {
    told.push(`piece ${loaded}`);
    setImmediate(() => told.push(`an answer after ${loaded}`));
  });
  await openNeighbour('/desk', { load: pieces.load, open }, log).prepare();
  expect(told.slice(0, 5)).toEqual(['piece 1', 'an answer after 1', 'piece 2', 'an answer after 2', 'piece 3']);
});

test('a neighbour that is closed meanwhile loads nothing more', async () => {
  const pieces = inPieces(() => void neighbour.close());
  const neighbour = openNeighbour('/desk', { load: pieces.load, open }, log);
  await neighbour.prepare();
  expect(pieces.loaded()).toBe(1);
});
