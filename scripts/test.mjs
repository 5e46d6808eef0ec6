import { readFileSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { browser } from './browser.mjs';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { run, runApart } from './project.mjs';
import { scratchFolder } from './scratch.mjs';

// Everything that is checked. Plain JavaScript for Node 18: on a fresh clone nothing else is there. The steps themselves
// run on the project's own Node.

const node = (script, ...words) => ['node', [`scripts/${script}`, ...words]];

/**
 * A step is an action or commands, each of which counts as a test, or one vitest project or all, whose tests count. One that is
 * beside the others goes on with what they leave of the processors: tests wait for browsers and databases a fifth of their time.
 */
const steps = [
  { name: 'Build', action: build },
  {
    name: 'Sources',
    isBeside: true,
    commands: [
      // Types, and the house rules.
      ['oxlint', ['--type-aware', '--type-check', '.']],
      node('prove-house-rules.mjs'),
      ['biome', ['check', '--error-on-warnings', '.']],
      ['depcruise', ['--config', '.dependency-cruiser.mjs', 'src', 'test', 'desk-ui']],
      node('prove-architecture.mjs'),
      ['knip', []],
      node('docs.mjs'),
    ],
  },
  { name: 'Browser', action: findBrowser },
  { name: 'Tests', project: null },
];

const total = { passed: 0, failed: 0 };
const scratch = scratchFolder();
const discard = () => rmSync(scratch, { recursive: true, force: true });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    discard();
    process.exit(1);
  });
}
try {
  await install();
  const beside = [];
  for (const step of chosenSteps(process.argv.slice(2))) {
    const taken = take(step);
    if (step.isBeside) beside.push(taken);
    else await taken;
  }
  await Promise.all(beside);
} catch (error) {
  console.log(error.message);
  total.failed += 1;
} finally {
  discard();
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** All; with `--engine postgres` that engine's tests; with paths the tests of these files. */
function chosenSteps(words) {
  const at = words.indexOf('--engine');
  const engine = at < 0 ? null : words[at + 1];
  const paths = words.filter((_, place) => at < 0 || (place !== at && place !== at + 1));
  if (at >= 0 && !['sqlite', 'postgres'].includes(engine))
    throw new Error('Write --engine sqlite or --engine postgres.');
  const unknown = paths.find((path) => path.startsWith('-'));
  if (unknown !== undefined) throw new Error(`There is no option ${unknown}. Write a path, or --engine postgres.`);
  if (engine === null && paths.length === 0) return steps;

  const narrowed = { isNarrowed: true, words: [...paths, ...(engine === null ? [] : ['-t', `on ${engine}`])] };
  if (engine !== null) return [{ name: `Engines, ${engine}`, project: 'engines', ...narrowed }];
  return [
    { name: 'Build', action: build },
    ...(paths.some((path) => path.includes('browser')) ? [{ name: 'Browser', action: findBrowser }] : []),
    { name: paths.join(' '), project: null, ...narrowed },
  ];
}

async function take(step) {
  console.log(`\n── ${step.name} ──`);
  const began = performance.now();
  const { passed, failed } = await outcomeOf(step).catch((error) => {
    console.log(error.message);
    return { passed: 0, failed: 1 };
  });
  total.passed += passed;
  total.failed += failed;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`── ${step.name}: ${passed} passed, ${failed} failed, ${seconds} s`);
}

async function outcomeOf(step) {
  if (step.action !== undefined) {
    await step.action();
    return { passed: 1, failed: 0 };
  }
  return step.commands === undefined ? runTests(step) : runCommands(step.commands);
}

/** For the tests that start one. */
async function findBrowser() {
  process.env.CHROMIUM_PATH = await browser();
}

/** As many at once as there are processors, behind everything else; each is shown whole when it has ended. */
async function runCommands(commands) {
  const left = [...commands];
  const failed = [];
  const takeTurns = async () => {
    for (let command = left.shift(); command !== undefined; command = left.shift()) {
      const [program, words] = command;
      const { code, output } = await runApart('nice', ['-n', '10', program, ...words]);
      console.log(`${output}${program} ${words.join(' ')} ended with ${code}`);
      if (code !== 0) failed.push(command);
    }
  };
  await Promise.all(Array.from({ length: cpus().length }, takeTurns));
  return { passed: commands.length - failed.length, failed: failed.length };
}

/** All of them in one run, so that no processor waits for the last file of a kind. */
async function runTests({ project, words = [], isNarrowed = false }) {
  const { CHROMIUM_PATH } = process.env;
  const compiled = join(scratch, 'compiled');
  const env = { TMPDIR: scratch, NODE_COMPILE_CACHE: compiled, ...(CHROMIUM_PATH && { CHROMIUM_PATH }) };
  const report = join(scratch, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const chosen = project === null ? [] : ['--project', project];
  const code = await run('vitest', ['run', ...chosen, ...reporters, ...words], { env });
  return count(report, code, isNarrowed);
}

/** A test that was skipped or left for later has proved nothing: it counts as failed, unless it was not asked for. */
function count(report, code, isNarrowed) {
  const files = JSON.parse(readFileSync(report, 'utf8')).testResults;
  const tests = files.flatMap((file) => file.assertionResults);
  const passed = tests.filter((test) => test.status === 'passed').length;
  const unproved = tests.filter((test) => test.status !== 'passed' && (!isNarrowed || test.status === 'failed'));
  for (const test of unproved.filter((one) => one.status !== 'failed')) console.log(`${test.status}: ${test.fullName}`);
  const broken = files.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  const failed = unproved.length + broken.length;
  // Vitest also fails for what belongs to no test: an error out of turn, or no test at all.
  const isUnexplained = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: failed + (isUnexplained ? 1 : 0) };
}
