import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { endAll } from './children.ts';
import { openGeneratedNewsrooms } from './generated-newsrooms.ts';
import type { Reading, Row, Workshop } from './row.ts';
import { rows } from './rows.ts';
import { tableOf } from './table.ts';

// Measures what the issue promises about speed. Started by scripts/bench.mjs, which has compiled everything.

const say = (line: string) => console.error(`\u2022 ${line}`);
/** How many processes wanted the processors in the minute before. */
const busyBefore = loadavg()[0] ?? 0;
const { size, only } = wishes(process.argv.slice(2));
const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
// nginx reads page files as somebody else.
chmodSync(folder, 0o755);

const clear = () => {
  endAll();
  rmSync(folder, { recursive: true, force: true });
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    clear();
    process.exit(130);
  });
}

try {
  const here: Workshop = { size, folder, newsrooms: openGeneratedNewsrooms(folder, say), say };
  const readings: Reading[] = [];
  for (const row of only ?? rows) {
    readings.push(...(await readingsOf(row, here)));
    // After each row, so that an interrupted run leaves what it has found.
    if (only === null) writeFileSync('bench/RESULTS.md', reportOf(readings));
  }
  console.log(`\n${reportOf(readings)}`);
  if (only !== null) say('bench/RESULTS.md is written by a run of all rows.');
} finally {
  clear();
}

/** A row that breaks leaves a line that says why; the others go on. */
async function readingsOf(row: Row, here: Workshop): Promise<readonly Reading[]> {
  say(row.name);
  try {
    return await row.measure(here);
  } catch (error) {
    process.exitCode = 1;
    // What fetch refuses with says only that it failed; its cause says why.
    const { message, cause } = error as Error;
    const note = [message, cause instanceof Error ? cause.message : '']
      .map((words) => words.split('\n', 1)[0])
      .join(' ');
    return [{ what: row.name, measured: 'not measured', comparedWith: '—', ratio: null, bar: '—', isMet: false, note }];
  } finally {
    endAll();
  }
}

function reportOf(readings: readonly Reading[]): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GB`;
  return [
    '# What it costs',
    '',
    `Written by \`npm run bench -- --size ${size}\` on ${new Date().toISOString().slice(0, 10)}: ${machine}, Node ${process.versions.node}.`,
    'Releases are generated: 12 offices, 6 languages, 27 years, headlines of 60 to 120 characters, bodies of 1.5 to 3 KB.',
    `Load of the machine in the minute before: ${busyBefore.toFixed(1)}${busyBefore > 0.7 ? '; it was busy with other work, and times are longer for it' : ''}.`,
    'The load generator runs on the same machine. A bar that is missed stays in the table.',
    '',
    tableOf(readings),
  ].join('\n');
}

function wishes(words: readonly string[]): { size: number; only: readonly Row[] | null } {
  const valueOf = (name: string) => {
    const at = words.indexOf(name);
    return at < 0 ? null : (words[at + 1] ?? '');
  };
  const wanted = Number(valueOf('--size') ?? 100_000);
  const name = valueOf('--only');
  const chosen = rows.filter((row) => row.name === name);
  const known = words.every((word, at) => ['--size', '--only'].includes(words[at % 2 === 0 ? at : at - 1] ?? word));
  if (
    !known ||
    !Number.isInteger(wanted) ||
    wanted < 1_000 ||
    wanted > 1_000_000 ||
    (name !== null && chosen.length === 0)
  ) {
    console.error(`Write: npm run bench -- [--size 1000…1000000] [--only ${rows.map((row) => row.name).join('|')}]`);
    process.exit(2);
  }
  return { size: wanted - (wanted % 20), only: name === null ? null : chosen };
}
