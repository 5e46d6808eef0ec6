import { createReadStream, statSync } from 'node:fs';
import { Fault } from '../platform/faults.ts';
import { dayIn } from '../platform/instant.ts';
import { localeOf } from '../platform/locales.ts';
import { checkArchive } from '../transfer/check-archive.ts';
import type { ArchiveFile } from '../transfer/import-batch.ts';
import { textOf } from '../transfer/listed-item.ts';
import { describeItem, readListing } from '../transfer/listing/read-listing.ts';
import { describeReport } from '../transfer/loss-report.ts';
import { beginOutside, describeOutside } from '../transfer/outside-texts.ts';
import { readArchive } from '../transfer/read-archive.ts';
import { formatOf } from '../transfer/recognise-format.ts';
import { type CommandContext, command, exitCodes } from './command.ts';
import { newsroomFor } from './newsroom-for.ts';
import { flag, optional, refuse } from './option.ts';
import { anyText, oneOf } from './readers.ts';
import { remarkOnLanguages } from './remark-on-languages.ts';
import { databaseSettings } from './settings.ts';

const options = {
  office: optional('CODE', 'The office whose page it was. A listing needs it.', anyText),
  locale: optional('LOCALE', 'The language of the texts: en, zh-Hans, mn. A listing needs it.', localeOf),
  format: optional('listing|ndjson', 'What the file is; recognised when not given.', oneOf(['listing', 'ndjson'])),
  dryRun: flag('Read and report; write nothing.'),
  indexLater: flag('Leave the search index to a running server or to “bin/dateline index”.'),
  json: flag('Print JSON: of a dry run one object for each release, else the report.'),
};

const LEFT_FOR_LATER =
  'Search finds the newest of it until its index is made: by a running server, or by “bin/dateline index”.';

/** Moves an archive in. */
export const importCommand = command({
  usage: 'FILE… [--office CODE --locale en]',
  operands: { shows: 'FILE', least: 1, most: 10_000 },
  settings: databaseSettings,
  options,
  async run(context) {
    const files = context.operands.map(fileAt);
    const dry = context.options.dryRun;
    const newsroom = dry ? null : await newsroomFor(context);
    try {
      if (newsroom !== null && files.length > 1) for (const file of files) await readThrough(context, file);
      for (const file of files) {
        const format = context.options.format ?? (await formatOf(file));
        if (newsroom === null) await readOnly(context, file, format);
        else await moveIn(context, newsroom, file, format);
        if (context.interrupted.aborted) return exitCodes.interrupted;
      }
      if (!dry && context.options.indexLater) context.remark(LEFT_FOR_LATER);
      const { locale } = context.options;
      if (newsroom !== null && locale !== null) await remarkOnLanguages(context, newsroom, [locale]);
      return exitCodes.done;
    } finally {
      await newsroom?.close();
    }
  },
});

type Context = CommandContext<typeof options>;
type Newsroom = Awaited<ReturnType<typeof newsroomFor>>;

/** Of several files none is written before each has been read to its end; what one needs of another is checked in its turn. */
async function readThrough(context: Context, file: ArchiveFile): Promise<void> {
  const format = context.options.format ?? (await formatOf(file));
  try {
    if (format === 'ndjson') for await (const _ of readArchive(file.open()));
    else {
      const { locale } = needed(context);
      for await (const event of readListing(() => file.open(), { locale }))
        if (event.kind === 'item') textOf(event.item);
    }
  } catch (error) {
    if (error instanceof Fault) context.remark(`${file.name}: nothing of any file was written.`);
    throw error;
  }
}

async function readOnly(context: Context, file: ArchiveFile, format: 'listing' | 'ndjson'): Promise<void> {
  if (format === 'ndjson') {
    const acts = { acts: await checkArchive(file, { offices: [], now: context.clock.now() }, () => {}) };
    context.print(
      context.options.json ? JSON.stringify(acts) : `${file.name}: ${acts.acts} texts and acts, nothing wrong.`,
    );
    return;
  }
  const locale =
    context.options.locale ?? refuse('--locale', 'a listing does not say its language. Write --locale en.');
  let items = 0;
  let warnings = 0;
  const outside = beginOutside();
  for await (const event of readListing(() => file.open(), { locale, today: dayIn(context.clock.now(), 'UTC') })) {
    if (event.kind !== 'item') {
      outside.add(event.line, event.text);
      continue;
    }
    outside.endIntroduction();
    items += 1;
    warnings += event.item.warnings.length;
    if (context.options.json) context.print(describeItem(event.item));
    else {
      const { line, date, headline } = event.item;
      context.print(`${date ?? 'no date   '}  ${headline}`);
      for (const { code, detail } of event.item.warnings) context.print(`            line ${line}: ${code}: ${detail}`);
    }
    if (context.interrupted.aborted) return;
  }
  if (context.options.json) return;
  const { office } = context.options;
  for (const line of describeOutside(outside.texts, { office: office ?? 'CODE', locale })) context.print(line);
  context.print(`${file.name}: ${items} releases, ${warnings} warnings. Nothing was written.`);
}

async function moveIn(
  context: Context,
  newsroom: Newsroom,
  file: ArchiveFile,
  format: 'listing' | 'ndjson',
): Promise<void> {
  const watch = {
    progress: progressOn(context, file, format === 'ndjson' ? 'texts' : 'releases'),
    isInterrupted: () => context.interrupted.aborted,
    isIndexedLater: context.options.indexLater,
  };
  const report =
    format === 'ndjson'
      ? await newsroom.importArchive(file, watch)
      : await newsroom.importListing({ file, ...needed(context) }, watch);
  if (context.options.json) context.print(JSON.stringify(report));
  else for (const line of describeReport(report)) context.print(line);
}

function needed({ options: { office, locale } }: Context): { office: string; locale: string } {
  return {
    office: office ?? refuse('--office', 'a listing does not say whose it is. Write --office CODE.'),
    locale: locale ?? refuse('--locale', 'a listing does not say its language. Write --locale en.'),
  };
}

/** At most a line for every hundredth of the work, so that a log stays readable. */
function progressOn(context: Context, file: ArchiveFile, of: 'texts' | 'releases') {
  let told = '';
  return ({ step, releases, of: all }: { step: string; releases: number; of: number | null }) => {
    const share = all === null ? `${Math.floor(releases / 5_000)}` : `${Math.floor((releases / all) * 100)} %`;
    if (told === `${step} ${share}`) return;
    told = `${step} ${share}`;
    context.remark(`${file.name}: ${step}, ${releases}${all === null ? '' : ` of ${all}`} ${of}`);
  };
}

function fileAt(name: string): ArchiveFile {
  try {
    const about = statSync(name);
    if (!about.isFile()) throw new Fault('COMMAND_INVALID', { problem: `${name} is not a file. Name a file.` });
    return { name, size: about.size, open: () => createReadStream(name, { highWaterMark: 256 * 1024 }) };
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    const problem = code === 'ENOENT' ? `There is no file ${name}.` : `${name} cannot be read (${code}).`;
    throw new Fault('COMMAND_INVALID', { problem }, { cause });
  }
}
