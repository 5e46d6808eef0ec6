import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment, root, run, say } from './project.mjs';

// Runs before the first install: plain JavaScript for Node 18.

/** Brings node_modules in line with the lock file. Does nothing when it is. Throws when npm fails. */
export async function install() {
  if (isInstalled()) return;
  say('Installing what is missing (once; about a minute)');
  // What npm was started with must not make it leave the tools out.
  const env = { ...environment, NODE_ENV: 'development' };
  const code = await run('npm', ['ci', '--include=dev', '--loglevel=error', '--no-audit', '--no-fund'], { env });
  if (code !== 0) throw new Error('npm ci failed. Its message is above.');
}

/** Is every package of the lock file there, in its version? npm keeps a list of what it put down. */
function isInstalled() {
  if (!existsSync(join(root, 'node_modules', '.bin', 'node'))) return false;
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf(join('node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(
    ([path, one]) => path === '' || one.optional || one.devOptional || present[path]?.version === one.version,
  );
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}
