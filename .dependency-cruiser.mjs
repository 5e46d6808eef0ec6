/**
 * The architecture of Dateline, as a table: each folder of src/, and the folders it may import besides platform/.
 * `npm test` fails on any arrow that is not here, and docs/architecture.md draws it. Change a row together with that
 * document; a new arrow needs a decision in docs/adr/.
 */
export const mayImport = {
  // Foundation: knows nothing about news.
  platform: [],
  http: [],
  database: [],

  // The public half: what is public, and the only door out.
  offices: [],
  published: ['offices'],
  search: ['published', 'offices'],
  words: [],

  // The newsroom: what a release is and what may be done to it.
  audit: [],
  people: ['audit'],
  media: ['published', 'http'],
  releases: ['offices', 'people', 'audit', 'published', 'search'],
  embargo: ['releases', 'people', 'audit', 'offices'],

  // Surfaces: how the outside reaches in. No surface imports another.
  site: ['published', 'search', 'offices', 'words', 'http'],
  feeds: ['published', 'offices', 'words', 'http'],
  api: ['published', 'search', 'offices', 'http'],
  syndication: ['published', 'offices', 'words', 'http'],
  transfer: ['releases', 'media', 'offices', 'published'],
  legacy: ['published'],
  desk: ['embargo', 'releases', 'people', 'audit', 'media', 'offices', 'published', 'http'],
  example: ['embargo', 'releases', 'people', 'media', 'offices', 'published'],

  cli: ['transfer', 'legacy', 'offices', 'http'],
};

const tests = '[.]test[.]tsx?$';
const publicFolders = 'site|feeds|api|syndication|words|search|published|http';
const privateFolders = 'releases|embargo|desk|people|audit|transfer|legacy|example';

/** Folders that look into the database by their own, sharper rule: only from *.store.ts and *.query.ts. */
const withTables = [
  'audit',
  'people',
  'embargo',
  'desk',
  'offices',
  'published',
  'search',
  'api',
  'releases',
  'media',
  'transfer',
  'legacy',
  'example',
];

const arrows = Object.entries(mayImport).map(([folder, allowed]) => {
  const open = [...new Set([folder, ...allowed, 'platform'])];
  return {
    name: `${folder}-arrows`,
    severity: 'error',
    comment: `src/${folder}/ may import only: ${open.join(', ')}. See docs/architecture.md.`,
    from: { path: `^src/${folder}/`, pathNot: tests },
    to: {
      path: '^src/',
      pathNot: [
        `^src/(${open.join('|')})/`,
        ...(withTables.includes(folder) ? ['^src/database/'] : []),
        // The commands are started by main.ts, and take what they need from the wiring. The doctor looks at the database itself.
        ...(folder === 'cli' ? ['^src/newsroom[.]ts$', '^src/database/open[.]ts$'] : []),
      ],
    },
  };
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...arrows,
    {
      name: 'new-folder-needs-a-row',
      severity: 'error',
      comment: 'This folder is not in the table above. Add it, and say in docs/architecture.md what it is for.',
      from: {
        path: '^src/',
        pathNot: [
          `^src/(${Object.keys(mayImport).join('|')})/`,
          '^src/(main|newsroom|load-desk|desk-half|public-half)[.]ts$',
        ],
      },
      to: {},
    },
    {
      name: 'sql-lives-in-store-and-query-files',
      severity: 'error',
      comment:
        'Only *.store.ts (reads and writes) and *.query.ts (reads) talk to the database. Others may hold a transaction, never look inside it.',
      from: {
        path: '^src/',
        pathNot: [
          '^src/database/',
          '[.](store|query)[.]ts$',
          '^src/(newsroom|load-desk|desk-half|public-half)[.]ts$',
          '^src/cli/doctor[.]ts$',
          // Threads of their own: each opens its half of the database.
          '^src/search/(search|index)-worker[.]ts$',
          tests,
        ],
      },
      to: { path: ['^src/database/', 'node_modules/kysely/'], pathNot: '^src/database/transaction[.]ts$' },
    },
    {
      name: 'engines-are-opened-in-one-place',
      severity: 'error',
      comment: 'Code that knows which database it runs on belongs in that engine’s file.',
      from: {
        path: '^(src|test)/',
        pathNot: [
          '^src/database/(open[.]ts$|engines/)',
          '^test/support/(start-postgres|engines|lift-until-killed)[.]ts$',
        ],
      },
      to: { path: ['^src/database/engines/', 'node_modules/pg/', '^(node:)?sqlite$'] },
    },
    {
      name: 'no-engine-knows-another',
      severity: 'error',
      comment: 'SQLite and PostgreSQL share the Engine interface, not code. What they have in common is shared SQL.',
      from: { path: '^src/database/engines/([^/.]+)' },
      to: { path: '^src/database/engines/', pathNot: '^src/database/engines/$1' },
    },
    {
      name: 'stores-routes-and-views-are-private',
      severity: 'error',
      comment: 'A folder’s store, route and view files are its own. Import the noun or the verb instead.',
      from: { path: '^src/([^/]+)/' },
      to: { path: '[.](store|route|view)[.]tsx?$', pathNot: '^src/$1/' },
    },
    {
      name: 'public-surfaces-cannot-reach-drafts',
      severity: 'error',
      comment: 'Nothing the public reads may reach, even indirectly, code that loads what is not public.',
      from: { path: `^src/(${publicFolders})/`, pathNot: tests },
      to: { path: `^src/(${privateFolders})/`, reachable: true },
    },
    {
      name: 'site-and-feeds-own-no-tables',
      severity: 'error',
      comment: 'Pages and feeds show what published/ hands them. A query here could forget the embargo.',
      from: { path: '^src/(site|feeds|syndication)/' },
      to: { path: ['^src/database/', 'node_modules/kysely/'] },
    },
    {
      name: 'every-store-runs-on-every-engine',
      severity: 'error',
      comment: 'test/engine-contract/ does not reach this file, so nothing proves it works on both databases.',
      from: { path: '^test/engine-contract/' },
      to: { path: '^src/.+[.](store|query)[.]ts$', reachable: false },
    },
    {
      name: 'journeys-walk-through-the-front-door',
      severity: 'error',
      comment:
        'A journey drives the newsroom over HTTP and a clock. Reaching past that tests the wiring, not the promise.',
      from: { path: '^test/journeys/' },
      to: { path: '^src/', pathNot: ['^src/newsroom[.]ts$', '^src/platform/clock[.]ts$', '^src/cli/settings[.]ts$'] },
    },
    {
      name: 'main-only-starts-a-command',
      severity: 'error',
      comment: 'What a process does is a command in src/cli/.',
      from: { path: '^src/main[.]ts$' },
      to: { path: '^src/', pathNot: '^src/cli/' },
    },
    {
      name: 'nothing-imports-the-composition-root',
      severity: 'error',
      comment:
        'newsroom.ts wires everything together, so whatever imports it knows everything. Take what you need as a parameter.',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { path: '^src/newsroom[.]ts$' },
    },
    {
      name: 'desk-ui-speaks-the-contract',
      severity: 'error',
      comment: 'The browser knows of the server what src/desk/contract.ts says, and only its types. Add a call there.',
      from: { path: '^desk-ui/', pathNot: tests },
      to: { path: '^src/', pathNot: '^src/desk/contract[.]ts$' },
    },
    {
      name: 'desk-ui-takes-types-only',
      severity: 'error',
      comment: 'No code of the server runs in the browser. Write `import type`.',
      from: { path: '^desk-ui/', pathNot: tests },
      to: { path: '^src/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'server-never-imports-the-browser-app',
      severity: 'error',
      comment: 'What runs in the browser is built for it. The server hands out dist/desk-ui/ as files.',
      from: { path: '^src/' },
      to: { path: '^desk-ui/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Two files that import each other are one idea in two places.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'Nothing imports this file and it imports nothing.',
      from: { orphan: true, pathNot: ['[.]d[.]ts$', '^test/'] },
      to: {},
    },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      comment: 'There is no such file.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-tests-in-production',
      severity: 'error',
      comment: 'What a test needs stays with the tests.',
      from: { path: '^src/', pathNot: tests },
      to: { path: [tests, '^test/'] },
    },
    {
      name: 'no-dev-dependencies-in-production',
      severity: 'error',
      comment: 'An installation without the development packages would not start.',
      from: { path: '^src/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts'],
    },
  },
};
