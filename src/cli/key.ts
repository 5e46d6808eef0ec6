import { type Command, command, exitCodes } from './command.ts';
import { newsroomFor, newsroomThere } from './newsroom-for.ts';
import { optional, Problem, refuse } from './option.ts';
import { anyText, oneOf, wholeNumber, wordList } from './readers.ts';
import { databaseSettings } from './settings.ts';

const scopes = ['read', 'bulk'] as const;
type Scope = (typeof scopes)[number];

const options = {
  name: optional('NAME', 'Makes a key. Whose it is, or what for.', anyText),
  scopes: optional('read,bulk', 'What it is for: answers, the bulk files, or both; both when not given.', scopeList),
  perMinute: optional('N', 'How many requests a minute it may make; 600 when not given.', wholeNumber(1, 1_000_000)),
  revoke: optional('ID', 'Refuses the key with this id from now on.', anyText),
};

/** Makes a key for the API and prints it, once; revokes one; alone it lists them. */
export const key: Command = command({
  usage: '[--name NAME | --revoke ID]',
  operands: null,
  settings: databaseSettings,
  options,
  async run(context) {
    const { name, revoke, perMinute } = context.options;
    const { print } = context;
    if (name !== null && revoke !== null)
      refuse('--revoke', 'it goes without --name. Make the new key in another call.');
    if (name === null && (context.options.scopes !== null || perMinute !== null))
      refuse('--name', 'it is missing: scopes and rates are those of a new key. Say whose it is.');
    const newsroom = await (name === null ? newsroomThere(context) : newsroomFor(context));
    try {
      if (name !== null) {
        const order = { name, scopes: context.options.scopes ?? scopes, perMinute: perMinute ?? 600 };
        const { key: made, text } = await newsroom.makeKey(order);
        print(`Made: ${describe(made)}`);
        print(`The key, which is told this once: ${text}`);
        return exitCodes.done;
      }
      if (revoke !== null) {
        const isRevoked = await newsroom.revokeKey(revoke);
        print(
          isRevoked ? `Revoked: ${revoke}` : `No key with the id ${revoke} is in use. bin/dateline key lists them.`,
        );
        return isRevoked ? exitCodes.done : exitCodes.failed;
      }
      const keys = await newsroom.keys();
      for (const one of keys) print(describe(one));
      if (keys.length === 0) print('There is no key yet. Make one: bin/dateline key --name "…"');
      return exitCodes.done;
    } finally {
      await newsroom.close();
    }
  },
});

function scopeList(text: string): readonly Scope[] {
  const named = wordList(text).map(oneOf(scopes));
  if (new Set(named).size < named.length) throw new Problem(`“${text}” names one twice. Name each once.`);
  return named;
}

function describe(one: {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly perMinute: number;
  readonly createdAt: string;
  readonly revokedAt: string | null;
}): string {
  const state = one.revokedAt === null ? `since ${one.createdAt}` : `revoked ${one.revokedAt}`;
  return `${one.id}  ${one.name}  (${one.scopes.join(', ')}; ${one.perMinute} a minute; ${state})`;
}
