import { command, exitCodes } from './command.ts';
import { describeExample } from './describe-example.ts';
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
      const filled = await newsroom.fillWithExample((done, of) => {
        if (done % 20 === 0 || done === of) context.remark(`${done} of ${of} public acts`);
      });
      context.print(
        filled !== null
          ? `The example newsroom was published: ${describeExample(filled)}.`
          : 'This newsroom has releases or offices already; the example is only for an empty one. Nothing changed.',
      );
      return exitCodes.done;
    } finally {
      await newsroom.close();
    }
  },
});
