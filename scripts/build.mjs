import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';
import { root, run, say } from './project.mjs';

// Runs before the first install: plain JavaScript for Node 18.

const sources = join(root, 'src');
const built = join(root, 'dist');
const stamp = join(built, '.stamp');
const application = join(root, 'desk-ui');
const builtApplication = join(built, 'desk-ui');
const applicationStamp = join(built, '.stamp-desk-ui');
const builtOfDesk = [builtApplication, applicationStamp];

/** Builds what is not built yet: the server, and the editors' application in the browser. Throws when there is a fault. */
export async function build() {
  await buildServer();
  await buildApplication();
}

/** Bundles desk-ui/ into dist/desk-ui/. Does nothing when none of its sources has changed since, nor what it says to the server. */
async function buildApplication() {
  const files = filesIn(application).filter((file) => !/[.]test[.]tsx?$/.test(file));
  const state = stateOf([...files, ...spokenOf(), 'package.json', 'package-lock.json']);
  if (existsSync(applicationStamp) && readFileSync(applicationStamp, 'utf8') === state) return;

  say('Building the desk');
  rmSync(applicationStamp, { force: true });
  const code = await run('vite', ['build', '--config', 'desk-ui/vite.config.ts', '--logLevel', 'warn']);
  if (code !== 0) throw new Error('The desk could not be built. The messages are above.');
  writeFileSync(applicationStamp, state);
}

/** The contract of browser and server, and the files whose types it takes. */
function spokenOf() {
  const desk = join('src', 'desk');
  const parts = readdirSync(join(root, desk)).filter((file) => /^contract.*[.]ts$/.test(file));
  const taken = parts.flatMap((file) => {
    const text = readFileSync(join(root, desk, file), 'utf8');
    return [...text.matchAll(/from '[.][.]\/([^']+)'/g)].map(([, path]) => join('src', path));
  });
  return [...new Set([...parts.map((file) => join(desk, file)), ...taken])];
}

/** Bundles src/ into dist/. Does nothing when no source has changed since. */
async function buildServer() {
  const files = filesIn(sources).filter((file) => !/[.]test[.]tsx?$|[.]golden[.]/.test(file));
  const state = stateOf([...files, 'tsconfig.json', 'scripts/bundle-server.mjs', 'package-lock.json']);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;

  say('Building');
  removeServer();
  // The types are looked at by `npm test`: whoever starts a newsroom would wait for it half a minute.
  const code = await run('node', ['scripts/bundle-server.mjs']);
  if (code !== 0) throw new Error('The sources do not compile. The bundler’s messages are above.');
  writeFileSync(stamp, state);
}

/** Sizes and times tell a changed file without reading it. */
function stateOf(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const { size, mtimeMs } = statSync(join(root, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Also what node:module compiled of the former files. The desk's application is built apart. */
function removeServer() {
  const ofServer = (name) => !builtOfDesk.includes(join(built, name));
  for (const name of existsSync(built) ? readdirSync(built).filter(ofServer) : [])
    rmSync(join(built, name), { recursive: true });
}

/** Paths from the project's folder, in order. */
function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesIn(path) : [relative(root, path)];
    });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await install();
    await build();
  } catch (error) {
    console.error(`build: ${error.message}`);
    process.exitCode = 1;
  }
}
