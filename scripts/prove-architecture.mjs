import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import configuration, { mayImport } from '../.dependency-cruiser.mjs';
import { architectureIsCurrent } from './draw-architecture.mjs';
import { root } from './project.mjs';

// A rule that cannot fail checks nothing. Each is given a small project with one deliberate fault, and must find it.

const nothing = 'export const nothing = 0;';
const imports = (...paths) =>
  paths.map((path, at) => `import * as it${at} from '${path}';\nconsole.log(it${at});`).join('\n');

/** By rule: the file at fault, and what it says. */
const faults = {
  'new-folder-needs-a-row': ['src/lobby/door.ts', imports('../platform/a.ts')],
  'sql-lives-in-store-and-query-files': ['src/releases/sql.ts', imports('../database/schema.ts')],
  'engines-are-opened-in-one-place': ['src/offices/engine.store.ts', imports('node:sqlite')],
  'no-engine-knows-another': ['src/database/engines/sqlite.ts', imports('./postgres.ts')],
  'stores-routes-and-views-are-private': ['src/published/private.ts', imports('../offices/office.store.ts')],
  'public-surfaces-cannot-reach-drafts': ['src/feeds/leak.ts', imports('../offices/way-round.ts')],
  'site-and-feeds-own-no-tables': ['src/site/table.ts', imports('kysely')],
  'every-store-runs-on-every-engine': [
    'test/engine-contract/one.test.ts',
    imports('../../src/offices/office.store.ts'),
  ],
  'journeys-walk-through-the-front-door': ['test/journeys/back-door.test.ts', imports('../../src/published/a.ts')],
  'main-only-starts-a-command': ['src/main.ts', imports('./published/a.ts', './cli/a.ts')],
  'nothing-imports-the-composition-root': ['src/platform/root.ts', imports('../newsroom.ts')],
  'desk-ui-speaks-the-contract': [
    'desk-ui/too-far.ts',
    "import type * as it from '../src/people/a.ts';\nexport type It = typeof it;",
  ],
  'desk-ui-takes-types-only': ['desk-ui/code.ts', imports('../src/desk/contract.ts')],
  'server-never-imports-the-browser-app': ['src/cli/browser.ts', imports('../../desk-ui/code.ts')],
  'no-circles': ['src/words/round.ts', imports('./about.ts')],
  'no-orphans': ['src/words/alone.ts', nothing],
  'nothing-unresolvable': ['src/words/lost.ts', imports('./nowhere.ts')],
  'no-tests-in-production': ['src/words/tested.ts', imports('./words.test.ts')],
  'no-dev-dependencies-in-production': ['src/words/tool.ts', imports('vitest')],
  ...Object.fromEntries(Object.keys(mayImport).map((folder) => [`${folder}-arrows`, arrowFault(folder)])),
};

/** What the faults lead to. */
const surroundings = {
  'src/newsroom.ts': imports('./platform/a.ts'),
  'src/desk/contract.ts': nothing,
  'src/database/schema.ts': imports('../platform/a.ts'),
  'src/database/engines/postgres.ts': imports('pg'),
  'src/offices/office.store.ts': imports('../database/schema.ts'),
  'src/offices/way-round.ts': imports('../releases/a.ts'),
  'src/published/unproved.query.ts': imports('../database/schema.ts'),
  'src/words/about.ts': imports('./round.ts'),
  'src/words/words.test.ts': imports('../platform/a.ts'),
  ...Object.fromEntries(Object.keys(mayImport).map((folder) => [`src/${folder}/a.ts`, nothing])),
};

const fired = new Set(await rulesThatFire());
const silent = configuration.forbidden.map((rule) => rule.name).filter((rule) => !fired.has(rule));
for (const rule of silent)
  console.error(`${rule} found nothing wrong in ${faults[rule]?.[0] ?? 'anything: give it a fault to find'}.`);
const isCurrent = architectureIsCurrent();
if (!isCurrent)
  console.error(
    'docs/architecture.md draws another table than .dependency-cruiser.mjs. Run: node scripts/draw-architecture.mjs',
  );
process.exitCode = silent.length === 0 && isCurrent ? 0 : 1;

async function rulesThatFire() {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-architecture-'));
  try {
    const files = { ...surroundings, ...Object.fromEntries(Object.values(faults)) };
    files['tsconfig.json'] =
      '{ "compilerOptions": { "module": "nodenext", "allowImportingTsExtensions": true, "noEmit": true } }';
    files['package.json'] =
      '{ "type": "module", "dependencies": { "kysely": "*", "pg": "*" }, "devDependencies": { "vitest": "*" } }';
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), `${text}\n`);
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    process.chdir(folder);
    const { forbidden, options } = configuration;
    const found = await cruise(
      ['src', 'test', 'desk-ui'],
      { ...options, baseDir: folder, validate: true, ruleSet: { forbidden } },
      undefined,
      { tsConfig: extractTSConfig(join(folder, 'tsconfig.json')) },
    );
    return found.output.summary.violations.map((violation) => violation.rule.name);
  } finally {
    process.chdir(root);
    rmSync(folder, { recursive: true });
  }
}

/** A file of the folder that imports one the table does not allow it. Who may reach the database is another rule's matter. */
function arrowFault(folder) {
  const allowed = [folder, 'platform', 'database', ...mayImport[folder]];
  const forbidden = Object.keys(mayImport).find((other) => !allowed.includes(other));
  return [`src/${folder}/stray.ts`, imports(`../${forbidden}/a.ts`)];
}
