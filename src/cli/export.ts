import { createWriteStream, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { command, exitCodes } from './command.ts';
import { newsroomThere } from './newsroom-for.ts';
import { optional, refuse } from './option.ts';
import { anyText } from './readers.ts';
import { databaseSettings } from './settings.ts';

/** Everything public in the interchange format, to standard output or into a file. */
export const exportCommand = command({
  usage: '[--output FILE]',
  operands: null,
  settings: databaseSettings,
  options: { output: optional('FILE', 'Where to; standard output when not given.', anyText) },
  async run(context) {
    const { output } = context.options;
    if (output !== null) refuseUnwritable(output);
    const newsroom = await newsroomThere(context);
    try {
      const lines = Readable.from(newsroom.exportArchive());
      if (output === null) {
        await pipeline(lines, process.stdout, { end: false, signal: context.interrupted });
        return exitCodes.done;
      }
      const unfinished = `${output}.part`;
      try {
        await pipeline(lines, createWriteStream(unfinished, { flush: true }), { signal: context.interrupted });
        await rename(unfinished, output);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
      context.remark(`Written to ${output}.`);
      return exitCodes.done;
    } catch (error) {
      if (context.interrupted.aborted) return exitCodes.interrupted;
      throw error;
    } finally {
      await newsroom.close();
    }
  },
});

/** Said before anything is opened, by the name that was typed. */
function refuseUnwritable(output: string): void {
  const folder = dirname(output);
  const about = statSync(folder, { throwIfNoEntry: false });
  if (about === undefined) refuse('--output', `There is no folder ${folder}. Make it, or name another file.`);
  if (!about.isDirectory()) refuse('--output', `${folder} is not a folder. Name another file.`);
  if (statSync(output, { throwIfNoEntry: false })?.isDirectory())
    refuse('--output', `${output} is a folder. Name a file.`);
}
