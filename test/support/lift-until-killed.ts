import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { StatementSync } from 'node:sqlite';
import pg from 'pg';
import { fixedClock } from '../../src/platform/clock.ts';
import { newId } from '../../src/platform/ids.ts';

// A process of its own for the tests that kill it: lifts what is due, and dies by SIGKILL before the write that is named; the
// number behind the last stands for a commit that is under way. Without one it lifts, and tells how many writes that took.
// Where a folder for copies is named, it leaves one there of its own folder before each write: what a killed process
// leaves in its files is what lies in them at that moment.
const built = new URL('../../dist/newsroom.js', import.meta.url).href;
const { openNewsroom }: typeof import('../../src/newsroom.ts') = await import(built);

const [data = '', database = '', at = '', killed = '0', copies = ''] = process.argv.slice(2);
const log = { info: () => {}, warn: () => {}, error: () => {} };
const settings = { data, database, databasePublic: null, origin: 'http://calder.test' };
const newsroom = await openNewsroom(
  { ...settings, cacheBytes: 0, pageFiles: false },
  { clock: fixedClock(at), newId, log },
);

let writes = 0;
const killedBefore = Number(killed);
const stopBefore = (write: number) => {
  if (copies !== '') cpSync(data, join(copies, String(write)), { recursive: true });
  if (write === killedBefore) process.kill(process.pid, 'SIGKILL');
};

function counted<Done>(statement: string, run: () => Done): Done {
  // A write that gives rows back runs as a read does.
  if (/^\s*(?:select|with|pragma)\b/i.test(statement)) return run();
  writes += 1;
  stopBefore(writes);
  const done = run();
  if (/^commit\b/i.test(statement)) stopBefore(writes + 1);
  return done;
}

const { run, all } = StatementSync.prototype;
const counting = <Way extends typeof run | typeof all>(way: Way): Way =>
  function (this: StatementSync, ...values: unknown[]) {
    return counted(this.sourceSQL, () => (way as (...given: unknown[]) => unknown).apply(this, values));
  } as Way;
const { query } = pg.Client.prototype;
const sending = function (this: pg.Client, ...given: [string | { readonly text: string }]) {
  const [asked] = given;
  return counted(typeof asked === 'string' ? asked : asked.text, () => query.apply(this, given as never));
};
Object.assign(StatementSync.prototype, { run: counting(run), all: counting(all) });
Object.assign(pg.Client.prototype, { query: sending });

const report = await newsroom.liftDue();
Object.assign(StatementSync.prototype, { run, all });
Object.assign(pg.Client.prototype, { query });
const { lifted, refused, failed } = report;
process.stdout.write(JSON.stringify({ writes, lifted: lifted.length, refused: refused.length, failed: failed.length }));
await newsroom.close();
