import { accessSync, constants, existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { openDatabase } from '../database/open.ts';
import { type CommandContext, command, exitCodes } from './command.ts';
import { flag, type OptionTable, typedName } from './option.ts';
import { everySetting, isPostgres, type Settings } from './settings.ts';

/** Asks each part of the machine that the newsroom needs, and prints one line for each. */
export const doctor = command({
  usage: '[OPTIONS]',
  operands: null,
  settings: everySetting,
  options: { routes: flag('Print every public route instead: its name and its path.') },
  async run(context) {
    const { settings, options, print } = context;
    if (options.routes) return printRoutes(context);
    for (const name of everySetting) print(`${typedName(name).padEnd(19)} ${shown(settings[name])}`);
    print('');

    let failures = 0;
    for (const check of checks) {
      const finding = await check.look(settings).catch((error: Error) => ({ isWell: false, says: error.message }));
      if (!finding.isWell) failures += 1;
      print(`${finding.isWell ? 'well  ' : 'WRONG '} ${check.of}: ${finding.says.split('\n')[0]}`);
    }
    return failures === 0 ? exitCodes.done : exitCodes.failed;
  },
});

/** Loaded only when asked for: what the doctor looks at may be what keeps the newsroom from being loaded. */
async function printRoutes(
  context: Pick<CommandContext<OptionTable>, 'settings' | 'clock' | 'print'>,
): Promise<number> {
  const { newsroomThere } = await import('./newsroom-for.ts');
  const newsroom = await newsroomThere(context);
  try {
    for (const { name, path } of newsroom.routes) context.print(`${name.padEnd(24)} ${path}`);
    return exitCodes.done;
  } finally {
    await newsroom.close();
  }
}

interface Finding {
  readonly isWell: boolean;
  /** What was found; where it is wrong, what to do. */
  readonly says: string;
}

const checks: readonly { readonly of: string; readonly look: (settings: Settings) => Promise<Finding> }[] = [
  { of: 'Node', look: lookAtNode },
  { of: 'data folder', look: lookAtFolder },
  { of: 'database', look: lookAtDatabase },
  { of: 'pictures', look: lookAtPictures },
  { of: 'port', look: lookAtPort },
  { of: 'workers', look: lookAtWorkers },
];

async function lookAtNode(): Promise<Finding> {
  const isWell = Number.parseInt(process.versions.node, 10) >= 24;
  return { isWell, says: isWell ? process.version : `${process.version} is too old. Install Node 24 or newer.` };
}

async function lookAtFolder({ data }: Settings): Promise<Finding> {
  const folder = nearestThere(data);
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return {
      isWell: false,
      says: `${folder} cannot be written. Change its owner or its mode, or choose another with --data.`,
    };
  }
  return { isWell: true, says: folder === data ? data : `${data} will be made at the first start` };
}

/** Opening brings the tables up to date, as the start of every command does. A SQLite file that is not there is left unmade. */
async function lookAtDatabase({ database, databasePublic }: Settings): Promise<Finding> {
  const isFile = !isPostgres(database);
  if (isFile && !existsSync(database)) return { isWell: true, says: `${database} will be made at the first start` };
  const engine = await openDatabase({ database, publishedDatabase: databasePublic });
  await engine.close();
  return { isWell: true, says: `${isFile ? database : 'PostgreSQL'} answers, its tables are up to date` };
}

async function lookAtPictures(): Promise<Finding> {
  const { default: sharp } = await import('sharp');
  await sharp({ create: { width: 8, height: 8, channels: 3, background: 'white' } })
    .avif()
    .toBuffer();
  return { isWell: true, says: `sharp reads and writes them (libvips ${sharp.versions.vips})` };
}

async function lookAtPort({ port, host }: Settings): Promise<Finding> {
  return new Promise((resolve) => {
    const listener = createServer();
    listener.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'is in use by another program' : error.message;
      const wrong = `${host}:${port} ${why}. Stop what uses it, or choose another with --port.`;
      void answersAt(host, port).then((isWell) =>
        resolve({ isWell, says: isWell ? `a newsroom answers at ${host}:${port}` : wrong }),
      );
    });
    listener.listen(port, host, () => listener.close(() => resolve({ isWell: true, says: `${host}:${port} is free` })));
  });
}

const PATIENCE_MS = 2_000;

/** Is it a newsroom that uses the port? It says so in the beginning of its API. */
async function answersAt(host: string, port: number): Promise<boolean> {
  const everywhere: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };
  const named = everywhere[host] ?? (host.includes(':') ? `[${host}]` : host);
  try {
    const answer = await fetch(`http://${named}:${port}/api/v1`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return typeof ((await answer.json()) as { sequence?: unknown }).sequence === 'number';
  } catch {
    return false;
  }
}

async function lookAtWorkers({ workers }: Settings): Promise<Finding> {
  const cores = availableParallelism();
  const isWell = workers <= cores;
  return {
    isWell,
    says: isWell
      ? `${workers} on ${cores} cores`
      : `${workers} are more than the ${cores} cores. Take --workers ${cores}.`,
  };
}

function nearestThere(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearestThere(dirname(folder));
}

function shown(value: unknown): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return String(value).replace(/^(postgres(?:ql)?:\/\/[^:@/]*):[^@]*@/, '$1:…@');
}
