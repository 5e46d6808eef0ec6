import type { CommandEntry } from './command.ts';

/** Everything `bin/dateline` can do, in the order it is explained. A new command is a file and a line here. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'doctor',
    summary: 'Looks whether everything is there that the newsroom needs, and says what to do where it is not.',
    load: async () => (await import('./doctor.ts')).doctor,
  },
];
