import { parseArgs } from 'node:util';
import { Fault } from '../platform/faults.ts';
import { nearest } from '../platform/nearest.ts';
import type { Command } from './command.ts';
import { type OptionTable, readTable, refuse, typedName, type Values, variableName } from './option.ts';
import { everySetting, isPostgres, type Settings, settingsTable } from './settings.ts';

export interface Typed {
  readonly settings: Settings;
  readonly options: Values<OptionTable>;
  readonly operands: readonly string[];
}

/**
 * Reads the words behind a command's name and the environment.
 *
 * @throws Fault SETTING_INVALID for an option or a variable, by name; COMMAND_INVALID for the words around them.
 */
export function readTyped(
  command: Command,
  words: readonly string[],
  variables: Readonly<Record<string, string | undefined>>,
): Typed {
  const chosen = Object.fromEntries(command.settings.map((name) => [name, settingsTable[name]]));
  const table: OptionTable = { ...command.options, ...chosen };
  const { typed, operands } = sortWords(table, words);
  refuseMisspelt(variables);
  checkOperands(command, operands);

  const isChosen = (name: string) => name in chosen;
  const used = Object.fromEntries(Object.entries(variables).filter(([name]) => usedVariables(command).includes(name)));
  const settings = readTable(settingsTable, new Map([...typed].filter(([name]) => isChosen(name))), used);
  refuseTwoHalvesInSqlite(settings, typed.has('databasePublic'));
  return {
    settings,
    options: readTable(command.options, typed, null),
    operands,
  };
}

function refuseTwoHalvesInSqlite({ database, databasePublic }: Settings, isTyped: boolean): void {
  if (databasePublic === null || isPostgres(database)) return;
  const called = isTyped ? typedName('databasePublic') : variableName('databasePublic');
  refuse(called, 'it is for PostgreSQL, and --database is a SQLite file. Leave it out, or name a PostgreSQL database.');
}

function sortWords(table: OptionTable, words: readonly string[]) {
  const names = new Map(Object.keys(table).map((name) => [typedName(name).slice(2), name]));
  const { tokens } = parseArgs({
    args: [...words],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      [...names].map(([typed, name]) => [
        typed,
        { type: table[name]?.kind === 'flag' ? 'boolean' : 'string', multiple: true },
      ]),
    ),
  });

  const typed = new Map<string, string[]>();
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const name = names.get(token.name);
    if (name === undefined) return refuseUnknown(token.rawName, [...names.keys()]);
    const isFlag = table[name]?.kind === 'flag';
    if (isFlag && token.value !== undefined) refuse(token.rawName, 'it takes no value. Write it alone.');
    if (!isFlag && token.value === undefined)
      refuse(token.rawName, `a value is missing. Write ${token.rawName} ${table[name]?.shows}.`);
    typed.set(name, [...(typed.get(name) ?? []), token.value ?? '']);
  }
  return { typed, operands };
}

function refuseUnknown(rawName: string, names: readonly string[]): never {
  const meant = nearest(rawName.replace(/^-+/, ''), names);
  const advice = meant === null ? 'Add --help to see the options.' : `Did you mean --${meant}?`;
  return refuse(rawName, `there is no such option here. ${advice}`);
}

/** A setting under a name that nobody reads would go unnoticed. */
function refuseMisspelt(variables: Readonly<Record<string, string | undefined>>): void {
  const known = everySetting.map(variableName);
  for (const name of Object.keys(variables)) {
    if (!name.startsWith('DATELINE_') || known.includes(name)) continue;
    const meant = nearest(name, known);
    if (meant !== null) refuse(name, `there is no such variable. Did you mean ${meant}?`);
    if (!isOfContainers(name)) refuse(name, 'there is no such variable. Take it away; --help names those that are.');
  }
}

/** What Kubernetes and container links tell of a service called `dateline`: `DATELINE_SERVICE_HOST`, `DATELINE_PORT_8080_TCP`. */
function isOfContainers(name: string): boolean {
  return /^DATELINE_(?:SERVICE|PORT|ENV)_|^DATELINE_NAME$/.test(name);
}

function checkOperands({ operands }: Command, given: readonly string[]): void {
  const { least, most, shows } = operands ?? { least: 0, most: 0, shows: '' };
  if (given.length < least)
    throw new Fault('COMMAND_INVALID', { problem: `${shows} is missing. Add --help to see the usage.` });
  const extra = given[most];
  if (extra === undefined) return;
  throw new Fault('COMMAND_INVALID', { problem: `“${extra}” is one word too many. Quote values that have spaces.` });
}

function usedVariables(command: Command): readonly string[] {
  return command.settings.map(variableName);
}
