import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { environment, root } from './project.mjs';

// Everything it takes to read the newsroom. Plain JavaScript for Node 18: on a fresh clone nothing else is there.

try {
  await install();
  await build();
  serve(process.argv.slice(2));
} catch (error) {
  console.error(`start: ${error.message}`);
  process.exitCode = 1;
}

function serve(words) {
  // In a process group of its own, else a terminal's Ctrl-C would reach it twice: directly, and passed on from here.
  const server = spawn(join(root, 'bin', 'dateline'), ['serve', '--example', ...words], {
    stdio: 'inherit',
    env: environment,
    detached: true,
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) passOn(signal, server);
  server.on('error', (error) => {
    console.error(`start: ${error.message}`);
    process.exitCode = 1;
  });
  server.on('exit', (code) => {
    process.exitCode = code ?? 1;
    process.exit();
  });
}

/** npm repeats a terminal's signal to us within moments; only a second wish of the person is passed on again. */
function passOn(signal, server) {
  let last = Number.NEGATIVE_INFINITY;
  process.on(signal, () => {
    const now = performance.now();
    if (now - last > 500) server.kill(signal);
    last = now;
  });
}
