import { openUntilKilled } from './newsroom-until-killed.ts';

// A process of its own for the tests that kill it: makes the bulk files, and dies by SIGKILL before the change to the
// folder that is named. Without one it makes them, and tells how many changes that took.
const [data = '', origin = '', killedBefore = '0'] = process.argv.slice(2);
const { newsroom, changes } = await openUntilKilled({ data, origin, killedBefore: Number(killedBefore) });
const made = await newsroom.makeBulk();
process.stdout.write(JSON.stringify({ changes: changes(), made }));
await newsroom.close();
