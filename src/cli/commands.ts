import type { CommandEntry } from './command.ts';

/** Everything `bin/dateline` can do, in the order it is explained. A new command is a file and an entry here. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'serve',
    summary: 'Serves the newsroom until it is interrupted.',
    load: async () => (await import('./serve.ts')).serve,
  },
  {
    name: 'organisation',
    summary: 'Names the organisation or changes what is said of it; alone it shows it.',
    load: async () => (await import('./organisation.ts')).organisation,
  },
  {
    name: 'office',
    summary: 'Makes or changes an office; alone it lists them.',
    load: async () => (await import('./office.ts')).office,
  },
  {
    name: 'seed',
    summary: 'Fills an empty newsroom with the example newsroom.',
    load: async () => (await import('./seed.ts')).seed,
  },
  {
    name: 'lift-embargoes',
    summary: 'Makes public what is due, as a running server does by itself.',
    load: async () => (await import('./lift-embargoes.ts')).liftEmbargoes,
  },
  {
    name: 'import',
    summary: 'Moves an archive in: an old list page as text or HTML, or the interchange format.',
    load: async () => (await import('./import.ts')).importCommand,
  },
  {
    name: 'index',
    summary: 'Brings the search index up to date, as a running server does by itself.',
    load: async () => (await import('./index-texts.ts')).indexTexts,
  },
  {
    name: 'export',
    summary: 'Writes everything public in the interchange format.',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  {
    name: 'legacy',
    summary: 'Leads the addresses of an old site to where things are now, and tells which lead nowhere.',
    load: async () => (await import('./legacy.ts')).legacy,
  },
  {
    name: 'key',
    summary: 'Makes a key for programs that read much, or revokes one; alone it lists them.',
    load: async () => (await import('./key.ts')).key,
  },
  {
    name: 'administrator',
    summary: 'Prints a link for an administrator who can no longer come in; alone it lists them.',
    load: async () => (await import('./administrator.ts')).administrator,
  },
  {
    name: 'check',
    summary: 'Derives everything public again from the editions and names every difference.',
    load: async () => (await import('./check.ts')).check,
  },
  {
    name: 'doctor',
    summary: 'Looks whether everything is there that the newsroom needs, and says what to do where it is not.',
    load: async () => (await import('./doctor.ts')).doctor,
  },
];
