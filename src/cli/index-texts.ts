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
      let told = 0;
      let all = 0;
      const progress = (done: number, of: number) => {
        all = done;
        if (done === told) return;
        told = done;
        context.remark(`Indexing: ${done} of ${of} public acts.`);
      };
      await newsroom.bringIndexUp({ progress, isInterrupted: () => context.interrupted.aborted });
      if (context.interrupted.aborted) return exitCodes.interrupted;
      context.print(`${counted(all, 'public act')} indexed; everything is found.`);
      return exitCodes.done;
    } finally {
      await newsroom.close();
    }
  },
});
