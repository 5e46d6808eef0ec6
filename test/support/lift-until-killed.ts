import { join } from 'node:path';
import { StatementSync } from 'node:sqlite';

// A process of its own for the tests that kill it: lifts what is due at an instant, and dies by SIGKILL before the write
// that is named. Without one it lifts, and tells how many writes that took.
const built = (name: string) => import(new URL(`../../dist/${name}.js`, import.meta.url).href);
const { openNewsroom }: typeof import('../../src/newsroom.ts') = await built('newsroom');
const { fixedClock }: typeof import('../../src/platform/clock.ts') = await built('platform/clock');
const { newId }: typeof import('../../src/platform/ids.ts') = await built('platform/ids');

const [data = '', at = '', killedBefore = '0'] = process.argv.slice(2);
const log = { info: () => {}, warn: () => {}, error: () => {} };
const settings = { data, database: join(data, 'newsroom.sqlite'), databasePublic: null, origin: 'http://calder.test' };
const newsroom = await openNewsroom(
  { ...settings, cacheBytes: 0, pageFiles: false },
  { clock: fixedClock(at), newId, log },
);

let writes = 0;
const { run, all } = StatementSync.prototype;
const counting = <Way extends typeof run | typeof all>(way: Way): Way =>
  function (this: StatementSync, ...values: unknown[]) {
    // A write that gives rows back runs as a read does.
    const isWrite = !/^\s*(?:select|with|pragma)\b/i.test(this.sourceSQL);
    if (isWrite) writes += 1;
    if (isWrite && writes === Number(killedBefore)) process.kill(process.pid, 'SIGKILL');
    return (way as (...given: unknown[]) => unknown).apply(this, values);
  } as Way;
StatementSync.prototype.run = counting(run);
StatementSync.prototype.all = counting(all);

const report = await newsroom.liftDue();
Object.assign(StatementSync.prototype, { run, all });
const { lifted, refused, failed } = report;
process.stdout.write(JSON.stringify({ writes, lifted: lifted.length, refused: refused.length, failed: failed.length }));
await newsroom.close();
