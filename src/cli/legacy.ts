import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { MapOutcome, MapReport } from '../legacy/legacy-map.ts';
import type { Coverage } from '../legacy/measure-coverage.ts';
import { Fault } from '../platform/faults.ts';
import { type CommandContext, command, exitCodes } from './command.ts';
import { counted } from './counted.ts';
import { newsroomFor, newsroomThere } from './newsroom-for.ts';
import { flag, optional } from './option.ts';
import { anyText } from './readers.ts';
import { databaseSettings } from './settings.ts';

/** How many problems and how many addresses are named for a person; `--json` has them all. */
const NAMED = { problems: 100, unmatched: 50 };

const options = {
  coverage: optional(
    'FILE',
    'Instead of a map: a list of addresses, a sitemap or an access log. Tells which of them lead nowhere.',
    anyText,
  ),
  dryRun: flag('Look at everything; write nothing.'),
  json: flag('Print JSON, with everything in it.'),
};

type Context = CommandContext<typeof options>;
type Newsroom = Awaited<ReturnType<typeof newsroomFor>>;

/** Takes a legacy map in, or tells how much of what is asked for is covered. */
export const legacy = command({
  usage: 'FILE.csv | --coverage FILE',
  operands: { shows: 'FILE.csv', least: 0, most: 1 },
  settings: [...databaseSettings, 'origin'],
  options,
  async run(context) {
    const [map] = context.operands;
    const { coverage } = context.options;
    if ((map === undefined) === (coverage === null)) {
      const problem = 'Name one file: a map of old addresses (FILE.csv), or what was asked for (--coverage FILE).';
      throw new Fault('COMMAND_INVALID', { problem });
    }
    await refuseMissing(map ?? coverage ?? '');
    const readsOnly = map === undefined || context.options.dryRun;
    const newsroom = await (readsOnly ? newsroomThere(context) : newsroomFor(context));
    try {
      return map === undefined
        ? await tellCoverage(context, newsroom, coverage ?? '')
        : await takeIn(context, newsroom, map);
    } finally {
      await newsroom.close();
    }
  },
});

async function takeIn(context: Context, newsroom: Newsroom, file: string): Promise<number> {
  const { dryRun, json } = context.options;
  const order = { file, bytes: await readFile(file), isDryRun: dryRun };
  const outcome = await newsroom.importLegacyMap(order, progressOn(context, file));
  if (json) context.print(JSON.stringify(outcome));
  else for (const line of describeOutcome(file, outcome, dryRun)) context.print(line);
  return outcome.ok ? exitCodes.done : exitCodes.failed;
}

async function tellCoverage(context: Context, newsroom: Newsroom, name: string): Promise<number> {
  const file = { name, open: () => createReadStream(name, { highWaterMark: 256 * 1024 }) };
  const isInterrupted = () => context.interrupted.aborted;
  const coverage = await newsroom.measureCoverage(file, { progress: progressOn(context, name), isInterrupted });
  if (isInterrupted()) return exitCodes.interrupted;
  if (context.options.json) context.print(JSON.stringify(coverage));
  else for (const line of describeCoverage(coverage)) context.print(line);
  return exitCodes.done;
}

function describeOutcome(file: string, outcome: MapOutcome, isDryRun: boolean): string[] {
  if (outcome.ok) return describeMap(outcome.report, isDryRun);
  const { problems } = outcome;
  const named = problems.slice(0, NAMED.problems).map(({ line, problem }) => `line ${line}: ${problem}`);
  const more = problems.length - named.length;
  return [
    ...named,
    ...(more > 0 ? [`… and ${more} more.`] : []),
    `${file}: ${problems.length} wrong. Nothing was written.`,
  ];
}

function describeMap(report: MapReport, isDryRun: boolean): string[] {
  const { texts, pages, gone } = report.leadTo;
  const leads = `${texts} ${texts === 1 ? 'leads' : 'lead'} to a text, ${pages} to another page, ${gone} ${gone === 1 ? 'is' : 'are'} gone; ${counted(report.patterns, 'pattern')}.`;
  const done = `${report.added} new, ${report.changed} changed, ${report.takenBack} taken back, ${report.alreadyHere} already here.`;
  const isSame = report.added + report.changed + report.takenBack === 0;
  const end = isDryRun ? ['Nothing was written.'] : isSame ? ['Nothing changed: all of it was here.'] : [];
  return [`${report.file}: ${counted(report.rows, 'row')}: ${leads}`, done, ...end];
}

function describeCoverage(coverage: Coverage): string[] {
  const { addresses, asked, unmatched, unread, beyond } = coverage;
  const all = Object.values(addresses).reduce((sum, count) => sum + count, 0);
  const row = (words: string, outcome: keyof typeof addresses) =>
    `${words.padEnd(28)}${String(addresses[outcome]).padStart(9)}${String(asked[outcome]).padStart(12)}`;
  const shown = unmatched.slice(0, NAMED.unmatched);
  const more = unmatched.length - shown.length;
  return [
    `${coverage.file}: ${counted(all, 'address', 'addresses')}`,
    `${''.padEnd(28)}addresses       asked`,
    row('lead to a text', 'text'),
    row('lead to another page', 'page'),
    row('gone, and the page says so', 'gone'),
    row('lead to nothing', 'nothing'),
    ...(unread.lines > 0 ? [`${unread.lines} lines hold no address; the first is line ${unread.first}.`] : []),
    ...(beyond > 0
      ? [`${beyond} more requests were for too many other addresses to be looked at. Split the file.`]
      : []),
    ...(shown.length > 0 ? ['', 'Lead to nothing, most asked first:'] : []),
    ...shown.map((one) => `${String(one.asked).padStart(9)}  ${one.address}`),
    ...(more > 0 ? [`… and ${more} more; --json has them all.`] : []),
  ];
}

function progressOn({ remark }: Context, file: string) {
  return (done: number, of: number) => {
    if (done > 0) remark(`${file}: ${done} of ${of} addresses`);
  };
}

async function refuseMissing(name: string): Promise<void> {
  const about = await stat(name).catch((cause: NodeJS.ErrnoException) => {
    const problem = cause.code === 'ENOENT' ? `There is no file ${name}.` : `${name} cannot be read (${cause.code}).`;
    throw new Fault('COMMAND_INVALID', { problem }, { cause });
  });
  if (!about.isFile()) throw new Fault('COMMAND_INVALID', { problem: `${name} is not a file. Name a file.` });
}
