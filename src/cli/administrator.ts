import { type Command, command, exitCodes } from './command.ts';
import { newsroomThere } from './newsroom-for.ts';
import { databaseSettings } from './settings.ts';

/** Prints a link for an administrator who can no longer come in; alone it lists them. */
export const administrator: Command = command({
  usage: '[EMAIL]',
  operands: { shows: 'EMAIL', least: 0, most: 1 },
  // The link begins with the origin, whose standard is made of host and port.
  settings: [...databaseSettings, 'host', 'port', 'origin'],
  options: {},
  async run(context) {
    const { print, remark, settings } = context;
    const newsroom = await newsroomThere(context);
    try {
      const [email] = context.operands;
      if (email === undefined) {
        const all = await newsroom.administrators();
        for (const one of all) print(`${one.email}  ${one.name}  (${one.standing})`);
        if (all.length === 0) print('There is no administrator yet. bin/dateline serve prints the link for the first.');
        return exitCodes.done;
      }
      const outcome = await newsroom.letAdministratorIn(email);
      if (!outcome.ok) {
        const problems = outcome.refusals.map((one) => ('problem' in one ? one.problem : one.reason));
        remark(`“${email}”: ${problems.join(' ')} bin/dateline administrator lists them.`);
        return exitCodes.failed;
      }
      print(`${outcome.person.name} comes in within 72 hours, by this link, once: ${outcome.link}`);
      remark(
        `It ends their sessions, and their authenticator, recovery codes and passkeys are gone. It begins with ${settings.origin}; name another address with --origin.`,
      );
      return exitCodes.done;
    } finally {
      await newsroom.close();
    }
  },
});
