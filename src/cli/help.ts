import type { Command, CommandEntry } from './command.ts';
import { type Option, type OptionTable, typedName, variableName } from './option.ts';
import { type SettingName, settingsTable } from './settings.ts';

/** What `bin/dateline` prints when it is asked for nothing or for help. */
export function overview(commands: readonly CommandEntry[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'Dateline: a newsroom server for institutions with many offices and many languages.',
    '',
    'Usage: bin/dateline COMMAND [OPTIONS]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'bin/dateline COMMAND --help explains a command.',
    'Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but for what was left out, 130 interrupted.',
  ].join('\n');
}

/** What `bin/dateline import --help` prints. */
export function helpOf({ name, summary }: CommandEntry, { usage, options, settings }: Command): string {
  const chosen: OptionTable = Object.fromEntries(settings.map((setting) => [setting, settingsTable[setting]]));
  return [
    summary,
    '',
    `Usage: bin/dateline ${name}${usage === '' ? '' : ` ${usage}`}`,
    ...section('Options', options, false),
    ...section('Settings, each also as an environment variable', chosen, true),
  ].join('\n');
}

/** The settings as the table of docs/operations.md. */
export function settingsAsMarkdown(): string {
  const rows = (Object.keys(settingsTable) as SettingName[]).map((name) => {
    const one: Option<unknown> = settingsTable[name];
    const cells = [`\`${typed(name, one)}\``, `\`${variableName(name)}\``, standard(one), one.meaning];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  return ['| option | variable | standard | meaning |', '|---|---|---|---|', ...rows].join('\n');
}

function section(title: string, table: OptionTable, hasVariables: boolean): string[] {
  const entries = Object.entries(table);
  if (entries.length === 0) return [];
  const paragraphs = entries.flatMap(([name, one]) => {
    const preset = one.standard === null ? '' : ` Standard: ${one.standard}`;
    const repeatable = one.kind === 'many' ? ' May be given several times.' : '';
    const variable = hasVariables ? `  (${variableName(name)})` : '';
    return [`  ${typed(name, one)}${variable}`, `      ${one.meaning}${repeatable}${preset}`];
  });
  return ['', `${title}:`, ...paragraphs];
}

function typed(name: string, one: Option<unknown>): string {
  return one.shows === null ? typedName(name) : `${typedName(name)} ${one.shows}`;
}

function standard(one: Option<unknown>): string {
  return one.standard === null ? 'none' : `\`${one.standard}\``;
}
