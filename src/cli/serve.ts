import cluster from 'node:cluster';
import { existsSync } from 'node:fs';
import type { Newsroom } from '../newsroom.ts';
import { type CommandContext, command, exitCodes } from './command.ts';
import { describeExample } from './describe-example.ts';
import { newsroomFor } from './newsroom-for.ts';
import { flag } from './option.ts';
import { everySetting, isPostgres } from './settings.ts';

/** A worker that dies is replaced, unless it dies as soon as it starts. */
const MILLISECONDS_TO_PROVE_ITSELF = 2_000;

const options = { example: flag('Fill a newsroom that is empty with the example newsroom.') };

/** Serves the newsroom until it is interrupted. */
export const serve = command({
  usage: '[OPTIONS]',
  operands: null,
  settings: everySetting,
  options,
  run: (context) =>
    cluster.isPrimary && context.settings.workers > 1 ? serveWithWorkers(context) : serveHere(context),
});

type Context = CommandContext<typeof options>;

async function serveHere(context: Context): Promise<number> {
  const { settings, interrupted, print } = context;
  const newsroom = await newsroomToServe(context);
  try {
    if (cluster.isPrimary && context.options.example) await fill(context, newsroom);
    const server = await newsroom.openServer();
    try {
      const { host, port } = await server.listen({ host: settings.host, port: settings.port });
      if (cluster.isPrimary)
        print(`The newsroom is open at ${addressOf(settings.origin, host, port)} (Ctrl-C closes it).`);
      if (cluster.isPrimary) await letIn(context, newsroom, addressOf(settings.origin, host, port));
      await aborted(interrupted);
    } finally {
      // Where the port is taken too: its watch would ask a database that is closed.
      await server.close();
    }
    return exitCodes.done;
  } finally {
    await newsroom.close();
  }
}

async function serveWithWorkers(context: Context): Promise<number> {
  const { settings, interrupted, print, remark } = context;
  // Opening once brings the tables up to date before anyone answers.
  const newsroom = await newsroomToServe(context);
  if (context.options.example) await fill(context, newsroom);
  await letIn(context, newsroom, settings.origin);
  await newsroom.close();

  let listening = 0;
  const early = new Promise<number>((resolve) => {
    cluster.on('listening', (_, address) => {
      listening += 1;
      if (listening !== settings.workers) return;
      print(
        `The newsroom is open at ${addressOf(settings.origin, settings.host, address.port)}, ${settings.workers} workers (Ctrl-C closes it).`,
      );
    });
    cluster.on('exit', (worker, code) => {
      if (interrupted.aborted) return;
      if (listening < settings.workers) return resolve(code || exitCodes.failed);
      remark(`Worker ${worker.process.pid} ended (${code}); another takes its place.`);
      setTimeout(() => interrupted.aborted || cluster.fork(), MILLISECONDS_TO_PROVE_ITSELF / 10);
    });
  });
  for (let number = 0; number < settings.workers; number += 1) cluster.fork();
  const code = await Promise.race([early, aborted(interrupted).then(() => exitCodes.done)]);
  await new Promise<void>((resolve) => cluster.disconnect(resolve));
  return code;
}

/** Somebody who named the wrong folder sees why their newsroom is empty. */
async function newsroomToServe(context: Context): Promise<Newsroom> {
  const { database, data } = context.settings;
  const isMade = !isPostgres(database) && !existsSync(database);
  const newsroom = await newsroomFor(context);
  if (isMade && !context.options.example) {
    context.print(`There was no newsroom in ${data}: a new, empty one was made there.`);
    context.print('If yours is elsewhere, stop this one, remove that folder, and name yours with --data.');
  }
  return newsroom;
}

async function fill(context: Context, newsroom: Newsroom): Promise<void> {
  const filled = await newsroom.fillWithExample((done, of) => {
    if (done % 20 === 0 || done === of) context.remark(`Filling the example newsroom: ${done} of ${of} public acts.`);
  });
  if (filled !== null) context.print(`This newsroom was empty. The example was added: ${describeExample(filled)}.`);
}

/** While there is no administrator, whoever starts the server may become one. */
async function letIn(context: Context, newsroom: Newsroom, origin: string): Promise<void> {
  const link = await newsroom.firstAdministratorLink();
  if (link === null) return;
  const address = link.replace(/^https?:\/\/[^/]+/, origin);
  context.print(`The desk has no administrator yet. Become one within 72 hours, by this link, once: ${address}`);
  context.print('A restart makes a new link, and this one stops working.');
}

function addressOf(origin: string, host: string, port: number): string {
  // Port 0 asks for any: only now is it known which.
  return /:0$/.test(origin) ? `http://${host}:${port}` : origin;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
