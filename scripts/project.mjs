import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Everything in this file runs before the first install too: plain JavaScript for Node 18.

/** The project's folder, without a slash at the end. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

const tools = join(root, 'node_modules', '.bin');

/** The project's own tools first, so that the pinned Node runs whatever is started. */
export const environment = { ...process.env, PATH: `${tools}${delimiter}${process.env.PATH ?? ''}` };

/**
 * Runs a program in the project's folder, its output shown as it comes.
 *
 * @param attend is handed the process as soon as there is one.
 * @returns its exit code; 127 when it could not be started, 128 when a signal ended it.
 */
export function run(program, words, more = {}, attend = () => {}) {
  return new Promise((resolve) => {
    const child = spawn(program, words, {
      cwd: root,
      stdio: 'inherit',
      ...more,
      env: { ...environment, ...more.env },
    });
    attend(child);
    child.on('error', (error) => {
      console.error(`${program}: ${error.message}`);
      resolve(127);
    });
    // Not "exit": what it wrote may still be on its way.
    child.on('close', (code) => resolve(code ?? 128));
  });
}

/** As `run`, its output kept until it ends. @returns its exit code, and what it wrote. */
export async function runApart(program, words, more = {}) {
  let output = '';
  const keep = (bytes) => {
    output += bytes;
  };
  const code = await run(program, words, { stdio: ['ignore', 'pipe', 'pipe'], ...more }, (child) => {
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
  });
  return { code, output };
}

/** A line for people about what is being done. */
export function say(line) {
  console.error(`\u2022 ${line}`);
}
