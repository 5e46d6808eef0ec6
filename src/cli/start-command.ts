import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../platform/clock.ts';
import { Fault } from '../platform/faults.ts';
import { nearest } from '../platform/nearest.ts';
import { projectFolder } from '../platform/project-folder.ts';
import { carryPlace } from './carry-place.ts';
import { type CommandEntry, exitCodes } from './command.ts';
import { helpOf, overview } from './help.ts';
import { readTyped } from './typed.ts';

/** What a command touches of the process: a test has its own. */
export interface Terminal {
  readonly words: readonly string[];
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly print: (line: string) => void;
  readonly remark: (line: string) => void;
  /** Calls back at each Ctrl-C or SIGTERM. @returns what stops listening. */
  readonly onInterrupt: (listener: () => void) => () => void;
  /** Ends the process at once. */
  readonly leave: (code: number) => void;
}

/**
 * Runs the command that the words name. Whatever goes wrong becomes one line that says what to do.
 *
 * @returns the exit code.
 */
export async function startCommand(commands: readonly CommandEntry[], terminal: Terminal): Promise<number> {
  const interruption = new AbortController();
  const stopListening = terminal.onInterrupt(() => {
    if (interruption.signal.aborted) terminal.leave(exitCodes.interrupted);
    interruption.abort();
  });
  try {
    return await chosen(commands, terminal, interruption.signal);
  } catch (error) {
    if (interruption.signal.aborted && error === interruption.signal.reason) return exitCodes.interrupted;
    return report(error, terminal);
  } finally {
    stopListening();
  }
}

async function chosen(
  commands: readonly CommandEntry[],
  terminal: Terminal,
  interrupted: AbortSignal,
): Promise<number> {
  const [name, ...words] = terminal.words;
  const { print, remark } = terminal;
  if (name === '--version') return said(print, version());
  if (name === '--help' || name === '-h' || name === 'help') return said(print, overview(commands));
  if (name === undefined) {
    remark(overview(commands));
    return exitCodes.wrongUsage;
  }

  const entry = commands.find((one) => one.name === name) ?? refuseCommand(name, commands);
  const command = await entry.load();
  const ends = words.indexOf('--');
  const asked = ends < 0 ? words : words.slice(0, ends);
  if (asked.includes('--help') || asked.includes('-h')) return said(print, helpOf(entry, command));
  const typed = readTyped(command, words, terminal.variables);
  const carried = carryPlace(words);
  return command.run({
    ...typed,
    clock: systemClock,
    interrupted,
    print: (line) => print(carried(line)),
    remark: (line) => remark(carried(line)),
  });
}

function said(print: (line: string) => void, text: string): number {
  print(text);
  return exitCodes.done;
}

function refuseCommand(name: string, commands: readonly CommandEntry[]): never {
  const names = commands.map((one) => one.name);
  const meant = nearest(name, names);
  const advice = meant === null ? `Write one of: ${names.join(', ')}.` : `Did you mean ${meant}?`;
  throw new Fault('COMMAND_INVALID', { problem: `There is no command “${name}”. ${advice}` });
}

function report(error: unknown, { remark, variables, words }: Terminal): number {
  const message = error instanceof Error ? error.message : String(error);
  const [line = ''] = message.split('\n');
  remark(carryPlace(words)(`dateline: ${line}`));
  // The stack and the causes are for whoever repairs the program, and only when asked for. What was typed may be what failed,
  // so it is looked at as it stands.
  const level = /--log-level[= ](\w+)/.exec(words.join(' '))?.[1] ?? variables['DATELINE_LOG_LEVEL'];
  if (level === 'info' && error instanceof Error) remark(causes(error));
  const isUsage = error instanceof Fault && ['SETTING_INVALID', 'COMMAND_INVALID'].includes(error.code);
  return isUsage ? exitCodes.wrongUsage : exitCodes.failed;
}

function causes(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncaused by: ${causes(error.cause)}` : '';
  return `${error.stack ?? error.message}${cause}`;
}

function version(): string {
  return (JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { version: string }).version;
}
