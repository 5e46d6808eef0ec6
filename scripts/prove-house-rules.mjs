import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, runApart } from './project.mjs';

// A rule that cannot fail checks nothing. Each is given one line that breaks it, and must find it.

const faults = {
  'house(ask-the-clock)': 'export const now = new Date();',
  'house(take-ids-from-ids)': 'export const chance = Math.random();',
  'house(settings-arrive)': "export const home = process.env['HOME'];",
  'house(throw-a-fault)': "export function fail(): never {\n  throw new Error('no');\n}",
  'house(export-by-name)': 'export default 1;',
  'eslint(no-console)': 'console.log(1);\nexport {};',
  'eslint(max-lines)': `export const lines = [\n${'  1,\n'.repeat(301)}];`,
  'typescript(no-explicit-any)': 'export const what: any = 1;',
  'typescript(no-floating-promises)': 'Promise.resolve(1);\nexport {};',
  'typescript(TS2322)': "export const number: number = 'one';",
};

const folder = mkdtempSync(join(tmpdir(), 'dateline-rules-'));
try {
  mkdirSync(join(folder, 'src'));
  for (const file of ['.oxlintrc.json', 'house-rules.mjs', 'tsconfig.json'])
    cpSync(join(root, file), join(folder, file));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const names = Object.keys(faults).map((rule, at) => [rule, `src/fault-${at}.ts`]);
  for (const [rule, name] of names) writeFileSync(join(folder, name), `${faults[rule]}\n`);
  // Not the whole folder: the modules would be looked at through their link.
  const words = ['--type-aware', '--type-check', '--format', 'json', 'src'];
  const { output } = await runApart('oxlint', words, { cwd: folder });
  const { diagnostics } = JSON.parse(output);
  for (const [rule, name] of names) {
    const found = diagnostics.filter(({ filename }) => filename === name).map(({ code }) => code);
    if (found.join() === rule) console.log(`${rule} finds its fault.`);
    else fail(`${rule} did not find its fault, but ${found.join() || 'nothing'}.`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function fail(line) {
  console.error(line);
  process.exitCode = 1;
}
