import { command, exitCodes } from './command.ts';
import { newsroomFor } from './newsroom-for.ts';
import { databaseSettings } from './settings.ts';

/** Fills an empty newsroom with the example. */
export const seed = command({
  usage: '[OPTIONS]',
  operands: null,
  settings: databaseSettings,
  options: {},
  async run(context) {
    const newsroom = await newsroomFor(context);
    try {
      const added = await newsroom.fillWithExample((done, of) => {
        if (done % 20 === 0 || done === of) context.remark(`${done} of ${of} texts`);
      });
      context.print(
        added > 0
          ? `${added} texts of the example newsroom were published.`
          : 'This newsroom has releases or offices already; the example is only for an empty one. Nothing changed.',
      );
      return exitCodes.done;
    } finally {
      await newsroom.close();
    }
  },
});
