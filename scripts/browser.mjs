import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, say } from './project.mjs';

/** Chromium's engine without windows to draw around its pages: the same pages for a quarter less processor time. */
const windowless = 'chromium-headless-shell';

/**
 * The path of a Chromium: the one that CHROMIUM_PATH names, one that is installed, Debian's package where it may be
 * installed, else Playwright's own. Throws when there is none to be had.
 */
export async function browser() {
  const found = process.env.CHROMIUM_PATH || onPath();
  if (found) return found;

  if (process.getuid?.() === 0 && isOnPath('apt-get')) {
    say('Installing Debian’s Chromium (once)');
    const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'] };
    await run('apt-get', ['update', '-qq'], quiet);
    await run(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', windowless, 'fonts-noto-core', 'fonts-noto-cjk'],
      quiet,
    );
    const installed = onPath();
    if (installed) return installed;
  }
  return playwrightsOwn();
}

async function playwrightsOwn() {
  const { chromium } = await import('playwright-core');
  if (!existsSync(chromium.executablePath())) {
    say('Installing Playwright’s Chromium (once)');
    await run('playwright-core', ['install', 'chromium']);
  }
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  throw new Error('There is no Chromium. Install one, or name it: CHROMIUM_PATH=/path/to/chromium npm test');
}

function onPath() {
  return [windowless, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
    .map(pathOf)
    .find(Boolean);
}

function isOnPath(program) {
  return pathOf(program) !== undefined;
}

function pathOf(program) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path));
}
