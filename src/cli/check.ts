import { command, exitCodes } from './command.ts';
import { newsroomFor } from './newsroom-for.ts';
import { databaseSettings } from './settings.ts';

/** The most differences that are named one by one. */
const MAX_NAMED = 200;

/** Derives everything public again from the editions and names every difference. */
export const check = command({
  usage: '[OPTIONS]',
  operands: null,
  settings: databaseSettings,
  options: {},
  async run(context) {
    const newsroom = await newsroomFor(context);
    try {
      let differences = 0;
      for await (const { where, problem } of newsroom.check()) {
        differences += 1;
        if (differences <= MAX_NAMED) context.print(`${where}: ${problem}`);
        if (context.interrupted.aborted) return exitCodes.interrupted;
      }
      context.print(
        differences === 0 ? 'Everything follows from the editions: no difference.' : `${differences} differences.`,
      );
      return differences === 0 ? exitCodes.done : exitCodes.failed;
    } finally {
      await newsroom.close();
    }
  },
});
