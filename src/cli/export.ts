import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { command, exitCodes } from './command.ts';
import { newsroomThere } from './newsroom-for.ts';
import { optional } from './option.ts';
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
