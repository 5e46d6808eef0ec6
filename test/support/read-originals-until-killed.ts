import { openUntilKilled } from './newsroom-until-killed.ts';

// A process of its own for the tests that kill it: reads the originals again, and dies by SIGKILL before the change to a file
// that is named. Without one it reads to the end, and tells how many changes that took and what it found.
const [data = '', killedBefore = '0'] = process.argv.slice(2);
const order = { data, origin: 'https://newsroom.example', killedBefore: Number(killedBefore) };
const { newsroom, changes } = await openUntilKilled(order);
const isEnd = await newsroom.originals.readAll({ progress: () => {}, isInterrupted: () => false });
const { originals, unsound } = await newsroom.originals.report();
const found = unsound.map((one) => [one.hash, one.found]);
process.stdout.write(JSON.stringify({ changes: changes(), isEnd, originals, found }));
await newsroom.close();
