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

/** Compiles src/ into dist/. Does nothing when no source has changed since. Throws when the compiler finds a fault. */
export async function build() {
  const files = filesIn(sources).filter((file) => !/[.]test[.]tsx?$|[.]golden[.]/.test(file));
  const state = stateOf([...files, 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json']);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;

  say('Building');
  rmSync(stamp, { force: true });
  const code = await run('tsc', ['-p', 'tsconfig.build.json']);
  if (code !== 0) throw new Error('The sources do not compile. The compiler’s messages are above.');
  copyWhatIsNotCode(files);
  removeWhatHasNoSource();
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

function copyWhatIsNotCode(files) {
  for (const file of files.filter((one) => !/[.](tsx?|md)$/.test(one))) {
    const target = join(built, relative('src', file));
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(root, file), target);
  }
}

function removeWhatHasNoSource() {
  for (const file of filesIn(built).filter((one) => one.endsWith('.js'))) {
    const source = join(sources, relative('dist', file)).replace(/[.]js$/, '');
    const hasSource = ['.ts', '.tsx', '.js'].some((ending) => existsSync(source + ending));
    if (!hasSource) rmSync(join(root, file));
  }
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
