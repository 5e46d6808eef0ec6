import { command, exitCodes } from './command.ts';
import { counted } from './counted.ts';
import { newsroomThere } from './newsroom-for.ts';
import { databaseSettings } from './settings.ts';

/** Brings the search index up to date, as a running server does by itself. */
export const indexTexts = command({
  usage: '[OPTIONS]',
  operands: null,
  settings: databaseSettings,
  options: {},
  async run(context) {
    const newsroom = await newsroomThere(context);
    try {
      let indexed = 0;
      const progress = (done: number, of: number) => {
        if (done === indexed) return;
        indexed = done;
        context.remark(`Indexing: ${done} of ${of} public acts.`);
      };
      await newsroom.bringIndexUp({ progress, isInterrupted: () => context.interrupted.aborted });
      if (context.interrupted.aborted) return exitCodes.interrupted;
      context.print(`${counted(indexed, 'public act')} indexed; everything is found.`);
      return exitCodes.done;
    } finally {
      await newsroom.close();
    }
  },
});
