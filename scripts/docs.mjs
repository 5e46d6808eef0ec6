import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mayImport } from '../.dependency-cruiser.mjs';
import { settingsAsMarkdown } from '../src/cli/help.ts';
import { deskTables, publishedTables } from '../src/database/schema.ts';
import { faults } from '../src/platform/faults.ts';
import { releaseTypes } from '../src/published/list.ts';
import { FileLine } from '../src/transfer/archive-line.ts';
import { drawArchitecture } from './draw-architecture.mjs';
import { root } from './project.mjs';
import { withSection } from './sections.mjs';

// The documents say what the code does. With --write the generated parts are written, without it everything is compared.

const read = (path) => readFileSync(join(root, path), 'utf8');

/** Parts that are made from the code: document, part, text. */
const generated = [
  ['docs/architecture.md', 'diagram', drawArchitecture()],
  ['docs/errors.md', 'faults', faultsAsMarkdown()],
  ['docs/operations.md', 'settings', settingsAsMarkdown()],
];

/** Files that are made whole from the code. */
const wholeFiles = [['docs/archive.schema.json', archiveSchema()]];

const documents = ['README.md', 'CHANGELOG.md', ...markdownIn('docs')];
const helps = new Map();

if (process.argv.includes('--write')) {
  for (const [path, name, text] of generated) writeFileSync(join(root, path), withSection(read(path), name, text));
  for (const [path, text] of wholeFiles) writeFileSync(join(root, path), text);
} else {
  const problems = [
    ...staleParts(),
    ...missingNames(),
    ...brokenLinks(),
    ...wrongCommands(),
    ...incompleteDecisions(),
    ...longReadme(),
  ];
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

function staleParts() {
  return [...staleSections(), ...staleFiles()];
}

function staleFiles() {
  return wholeFiles
    .filter(([path, text]) => !existsSync(join(root, path)) || read(path) !== text)
    .map(([path]) => `${path} is not what the code says. Run: node scripts/docs.mjs --write`);
}

/** The interchange format, for programs that write it. */
function archiveSchema() {
  const head = { $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'A line of a Dateline archive' };
  return `${JSON.stringify({ ...head, ...FileLine }, null, 2)}\n`;
}

function staleSections() {
  return generated
    .filter(([path, name, text]) => withSection(read(path), name, text) !== read(path))
    .map(([path, name]) => `${path}: the part “${name}” is not what the code says. Run: node scripts/docs.mjs --write`);
}

function faultsAsMarkdown() {
  const rows = Object.entries(faults).map(([code, { status, message }]) => `| \`${code}\` | ${status} | ${message} |`);
  return ['| code | status | what it says |', '|---|---|---|', ...rows].join('\n');
}

/** Every folder, table, kind of release and time has its line. */
function missingNames() {
  return [
    ...missing('docs/architecture.md', Object.keys(mayImport), (folder) => `| \`${folder}/\` |`),
    ...missing('docs/glossary.md', [...publishedTables, ...deskTables, ...releaseTypes], (name) => `\`${name}\``),
    ...missing('docs/times.md', timeColumns(), (column) => `\`${column}\``),
  ];
}

function missing(path, names, form) {
  const text = read(path);
  return names.filter((name) => !text.includes(form(name))).map((name) => `${path}: ${form(name)} is missing.`);
}

/** `table.column` for every column of the schemas that holds a time, a day, a month or a year. */
function timeColumns() {
  const schema = read('src/database/schema.ts') + read('src/database/desk-schema.ts');
  const tables = [...schema.matchAll(/^ {2}(\w+): \{([^}]*)\}/gm)];
  return tables.flatMap(([, table, columns]) =>
    [...columns.matchAll(/\b(\w*(?:_at|day|month|year)|at): /g)].map(([, column]) => `${table}.${column}`),
  );
}

function brokenLinks() {
  return documents.flatMap((path) =>
    [...read(path).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
      .map(([, target]) => target)
      .filter((target) => !/^[a-z]+:/.test(target) && !existsSync(join(root, dirname(path), target)))
      .map((target) => `${path}: the link to ${target} leads nowhere.`),
  );
}

/** Commands in shell blocks exist, with the options they are shown with. */
function wrongCommands() {
  const { scripts } = JSON.parse(read('package.json'));
  return documents.flatMap((path) =>
    commandsIn(read(path)).flatMap((line) => {
      const [, script] = /^npm (?:run )?(\w+)/.exec(line) ?? [];
      if (script !== undefined)
        return script in scripts || script === 'ci' ? [] : [`${path}: there is no “npm ${script}”.`];
      const [, name] = /bin\/dateline ([\w-]+)/.exec(line) ?? [];
      return name === undefined ? [] : wrongOptions(path, name, line);
    }),
  );
}

function wrongOptions(path, name, line) {
  const help = helpOf(name);
  if (help === null) return [`${path}: there is no “bin/dateline ${name}”.`];
  const options = [...line.matchAll(/ (--[a-z-]+)/g)].map(([, option]) => option);
  return options
    .filter((option) => !help.includes(`  ${option}`))
    .map((option) => `${path}: ${name} has no option ${option}.`);
}

function helpOf(name) {
  if (!helps.has(name)) {
    try {
      helps.set(
        name,
        execFileSync(join(root, 'bin', 'dateline'), [name, '--help'], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        }),
      );
    } catch {
      helps.set(name, null);
    }
  }
  return helps.get(name);
}

function commandsIn(text) {
  const blocks = [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, block]) => block);
  return blocks
    .flatMap((block) => block.replaceAll('\\\n', ' ').split('\n'))
    .filter((line) => line !== '' && !line.startsWith('#'));
}

function incompleteDecisions() {
  const parts = ['Date: ', 'Status: ', '## Context', '## Decision', '## Alternatives', '## Consequences'];
  return markdownIn('docs/adr').flatMap((path) => missing(path, parts, (part) => `\n${part}`));
}

function longReadme() {
  const lines = read('README.md').split('\n').length;
  return lines <= 80 ? [] : [`README.md: ${lines} lines are more than one screen (80). Move something into docs/.`];
}

function markdownIn(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join(folder, file))
    .sort();
}
