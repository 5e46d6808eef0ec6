import { type CommandContext, command, exitCodes } from './command.ts';
import { counted } from './counted.ts';
import { newsroomThere } from './newsroom-for.ts';
import { flag } from './option.ts';
import { readOriginals } from './read-originals.ts';
import { databaseSettings } from './settings.ts';

/** The most differences that are named one by one. */
const MAX_NAMED = 200;

const options = {
  originals: flag(
    'Instead, read every original picture again and compare it with its hash; broken off, it goes on where it was.',
  ),
};

/** Derives everything public again from the editions and names every difference. */
export const check = command({
  usage: '[OPTIONS]',
  operands: null,
  settings: databaseSettings,
  options,
  async run(context) {
    const newsroom = await newsroomThere(context);
    try {
      return await (context.options.originals ? readOriginals(context, newsroom) : checkEverything(context, newsroom));
    } finally {
      await newsroom.close();
    }
  },
});

async function checkEverything(
  context: CommandContext<typeof options>,
  newsroom: Awaited<ReturnType<typeof newsroomThere>>,
): Promise<number> {
  let differences = 0;
  let all = { texts: 0, releases: 0 };
  for await (const { where, problem } of newsroom.check((so) => (all = so))) {
    differences += 1;
    if (differences <= MAX_NAMED) context.print(`${where}: ${problem}`);
    if (context.interrupted.aborted) return exitCodes.interrupted;
  }
  const found =
    differences === 0 ? 'everything follows from the editions, no difference' : counted(differences, 'difference');
  context.print(`Looked at ${counted(all.texts, 'text')} in ${counted(all.releases, 'release')}: ${found}.`);
  return differences === 0 ? exitCodes.done : exitCodes.failed;
}
