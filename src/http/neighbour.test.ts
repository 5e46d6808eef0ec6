import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { openNeighbour } from './neighbour.ts';

const log = { info: () => {}, warn: () => {}, error: () => {} };

test('a neighbour is loaded in pieces by its first request, and whoever waits next door is answered between two', async () => {
  const told: string[] = [];
  const load = async (pause: () => Promise<void>) => {
    for (const piece of [1, 2, 3]) {
      await pause();
      told.push(`piece ${piece}`);
      setImmediate(() => told.push(`an answer after ${piece}`));
    }
  };
  const taken = Promise.withResolvers<void>();
  const open = async () => ({ take: () => taken.resolve(), close: async () => {} });
  const neighbour = openNeighbour('/desk', { load, open }, log);
  expect(told).toEqual([]);
  neighbour.take({} as IncomingMessage, {} as ServerResponse);
  await taken.promise;
  expect(told.slice(0, 5)).toEqual(['piece 1', 'an answer after 1', 'piece 2', 'an answer after 2', 'piece 3']);
  await neighbour.close();
});
