import { command, exitCodes } from './command.ts';
import { counted } from './counted.ts';
import { newsroomThere } from './newsroom-for.ts';
import { flag } from './option.ts';
import { databaseSettings } from './settings.ts';

/** Makes public what is due, as a running server does by itself. Nothing goes public before its instant. */
export const liftEmbargoes = command({
  usage: '[OPTIONS]',
  operands: null,
  settings: databaseSettings,
  options: { dryRun: flag('Name what is due and lift nothing.') },
  async run(context) {
    const newsroom = await newsroomThere(context);
    try {
      const due = await newsroom.whatIsDue();
      if (context.options.dryRun) {
        for (const one of due) context.print(`due: ${'bundle' in one ? `bundle ${one.bundle}` : textOf(one)}`);
        context.print(`${counted(due.length, 'text or bundle', 'texts or bundles')} due; nothing was lifted.`);
        return exitCodes.done;
      }
      const { lifted, refused, failed } = await newsroom.liftDue();
      for (const one of lifted) context.print(`lifted: ${textOf(one)}, due ${one.dueAt}, public ${one.liftedAt}`);
      for (const one of refused) context.print(`refused and held: ${textOf(one)}, due ${one.dueAt}: ${one.detail}`);
      for (const { together, error } of failed) {
        const which = 'bundle' in together ? `bundle ${together.bundle}` : textOf(together);
        context.print(`failed, still due: ${which}: ${error instanceof Error ? error.message : String(error)}`);
      }
      context.print(`${counted(lifted.length, 'text')} lifted, ${refused.length} refused, ${failed.length} failed.`);
      return refused.length + failed.length === 0 ? exitCodes.done : exitCodes.failed;
    } finally {
      await newsroom.close();
    }
  },
});

function textOf({ release, locale }: { readonly release: string; readonly locale: string }): string {
  return `${release} ${locale}`;
}
