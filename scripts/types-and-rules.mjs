import { join, relative } from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript';
import { root } from './project.mjs';

// The types of the sources, and the house rules over the same types: the rule that looks for promises nobody waits for would
// work all of them out a second time.

const host = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: () => root,
  getNewLine: () => '\n',
};

for (const [config, linted] of [
  ['tsconfig.json', 'src'],
  ['desk-ui/tsconfig.json', 'desk-ui'],
]) {
  const program = programOf(join(root, config));
  const faults = ts.getPreEmitDiagnostics(program);
  console.log(faults.length > 0 ? ts.formatDiagnostics(faults, host) : `${config}: no fault in its types.`);
  const broken = await brokenRules(program, linted);
  console.log(broken === '' ? `${linted}: no rule is broken.` : broken);
  if (faults.length > 0 || broken !== '') process.exitCode = 1;
}

/** @throws Error where the configuration cannot be read */
function programOf(config) {
  const { options, fileNames, errors } = ts.getParsedCommandLineOfConfigFile(
    config,
    { noEmit: true, incremental: false },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (fault) => fail([fault]) },
  );
  if (errors.length > 0) fail(errors);
  // It goes with `incremental`.
  delete options.tsBuildInfoFile;
  return ts.createProgram({ rootNames: fileNames, options });
}

async function brokenRules(program, folder) {
  const languageOptions = { parserOptions: { projectService: false, programs: [program] } };
  const eslint = new ESLint({ cwd: root, overrideConfig: { languageOptions } });
  const results = await eslint.lintFiles([folder]);
  if (results.length === 0) throw new Error(`No file of ${relative(root, folder)} was looked at.`);
  return (await eslint.loadFormatter('stylish')).format(results);
}

function fail(faults) {
  throw new Error(ts.formatDiagnostics(faults, host));
}
