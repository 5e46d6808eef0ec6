import { build } from './build.mjs';
import { install } from './install.mjs';
import { root, run, say } from './project.mjs';

// Measures what is promised about speed. Plain JavaScript for Node 18: on a fresh clone nothing else is there.

try {
  await install();
  await build();
  await tools();
  say('Building the measurements');
  if ((await run('tsc', ['-p', 'tsconfig.bench.json'])) !== 0) throw new Error('The measurements do not compile.');
  process.exitCode = await run('node', ['dist-bench/bench/main.js', ...process.argv.slice(2)]);
} catch (error) {
  console.error(`bench: ${error.message}`);
  process.exitCode = 1;
}

/** What the pages are compared with, and what asks for them. Without them their rows say that they could not be measured. */
async function tools() {
  const packages = { nginx: 'nginx-light', wrk: 'wrk' };
  const missing = [];
  for (const [program, name] of Object.entries(packages)) if (!(await isThere(program))) missing.push(name);
  if (missing.length === 0 || process.getuid?.() !== 0 || !(await isThere('apt-get'))) return;

  say(`Installing ${missing.join(' and ')} (once)`);
  const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'] };
  await run('apt-get', ['update', '-qq'], quiet);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], quiet);
}

async function isThere(program) {
  return (await run('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' })) === 0;
}
