import { mkdirSync } from 'node:fs';
import { type Newsroom, openNewsroom } from '../newsroom.ts';
import { Fault } from '../platform/faults.ts';
import { newId } from '../platform/ids.ts';
import { openLog } from '../platform/log.ts';
import type { CommandContext } from './command.ts';
import type { OptionTable } from './option.ts';

/** Opens the newsroom that a command's settings name, its data folder made when it is not there. */
export async function newsroomFor<Table extends OptionTable>(
  context: Pick<CommandContext<Table>, 'settings' | 'clock'>,
): Promise<Newsroom> {
  const { settings, clock } = context;
  try {
    mkdirSync(settings.data, { recursive: true });
  } catch (cause) {
    const problem = `cannot be made or written (${(cause as NodeJS.ErrnoException).code}). Choose another folder.`;
    throw new Fault('SETTING_INVALID', { setting: '--data', problem }, { cause });
  }
  return openNewsroom(settings, { clock, newId, log: openLog(settings.logLevel, process.stderr) });
}
