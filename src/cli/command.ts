import type { Clock } from '../platform/clock.ts';
import type { OptionTable, Values } from './option.ts';
import type { SettingName, Settings } from './settings.ts';

/** What the process answers to whoever started it. */
export const exitCodes = { done: 0, failed: 1, wrongUsage: 2, leftOut: 3, interrupted: 130 } as const;

/** One thing that `bin/dateline` can do. Its name and summary stand in commands.ts. */
export interface Command<Table extends OptionTable = OptionTable> {
  /** What follows the name, for the help: `FILE… --office CODE --locale en`. Empty when nothing need follow. */
  readonly usage: string;
  /** Words that are not options: what they are, how few and how many. */
  readonly operands: { readonly shows: string; readonly least: number; readonly most: number } | null;
  /** The settings it uses. Others are refused when typed. */
  readonly settings: readonly SettingName[];
  readonly options: Table;
  /**
   * @returns one of `exitCodes`.
   * @throws Fault, whose message the person sees as one line.
   */
  run(context: CommandContext<Table>): Promise<number>;
}

export interface CommandContext<Table extends OptionTable> {
  /** All of them; those the command does not use stand at their standard. */
  readonly settings: Settings;
  readonly options: Values<Table>;
  readonly operands: readonly string[];
  readonly clock: Clock;
  /** Aborted at the first Ctrl-C or SIGTERM: leave things whole and return. A second one ends the process at once. */
  readonly interrupted: AbortSignal;
  /** A line on standard output: what was asked for. */
  readonly print: (line: string) => void;
  /** A line on standard error: progress and remarks. */
  readonly remark: (line: string) => void;
}

/** Ties a command's run to its own options; what is returned fits in the list of all. */
export function command<Table extends OptionTable>(one: Command<Table>): Command {
  return one as unknown as Command;
}

/** A line of the list in commands.ts. A command is loaded when it is asked for, so a broken one cannot stop the others. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<Command>;
}
