import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Newsroom, openNewsroom } from '../newsroom.ts';
import { Fault } from '../platform/faults.ts';
import { newId } from '../platform/ids.ts';
import { openLog } from '../platform/log.ts';
import type { CommandContext } from './command.ts';
import { type OptionTable, refuse } from './option.ts';

type Chosen = Pick<CommandContext<OptionTable>, 'settings' | 'clock'>;

/** Opens the newsroom that a command's settings name, its data folder made when it is not there. */
export async function newsroomFor(context: Chosen): Promise<Newsroom> {
  const { settings } = context;
  refuseFile(settings.data);
  try {
    makeFolder(settings.data);
  } catch (cause) {
    const problem = `cannot be made or written (${(cause as NodeJS.ErrnoException).code}). Choose another folder.`;
    throw new Fault('SETTING_INVALID', { setting: '--data', problem }, { cause });
  }
  const { metricsTokenFile: file } = settings;
  const metricsToken = file === null ? null : readFileSync(file, 'utf8').trim();
  return openNewsroom(
    { ...settings, oidc: oidcOf(settings), metricsToken, originals: originalsOf(settings) },
    around(context),
  );
}

/** Not `recursive`, which never returns below /proc (Node 24). */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false }) !== undefined) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another command may have made it meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/**
 * Opens the newsroom that a command only reads; makes nothing.
 *
 * @throws Fault NEWSROOM_MISSING
 */
export async function newsroomThere(context: Chosen): Promise<Newsroom> {
  refuseFile(context.settings.data);
  return openNewsroom({ ...context.settings, mustBeThere: true }, around(context));
}

/** As `newsroomThere`; null where none is. */
export async function newsroomIfThere(context: Chosen): Promise<Newsroom | null> {
  try {
    return await newsroomThere(context);
  } catch (error) {
    if (error instanceof Fault && error.code === 'NEWSROOM_MISSING') return null;
    throw error;
  }
}

/** How a server reads the originals again; null: it does not. */
function originalsOf({ originalsHours: hours, originalsRate }: Chosen['settings']) {
  return hours === 0 ? null : { hours, bytesPerSecond: originalsRate * 1_000_000 };
}

/** The organisation's own sign-in; null where it has none. */
function oidcOf({
  oidcIssuer: issuer,
  oidcClientId: clientId,
  oidcSecretFile: file,
  oidcName: name,
}: Chosen['settings']) {
  if (issuer === null) return null;
  return { issuer, clientId, clientSecret: file === null ? null : readFileSync(file, 'utf8').trim(), name };
}

function refuseFile(data: string): void {
  if (statSync(data, { throwIfNoEntry: false })?.isFile())
    refuse('--data', `${data} is a file. Choose another folder.`);
}

function around({ settings, clock }: Chosen) {
  return { clock, newId, log: openLog(settings.logLevel, process.stderr) };
}
