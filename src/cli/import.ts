import { createReadStream, realpathSync, statSync } from 'node:fs';
import { noSuchOffice } from '../offices/no-such-office.ts';
import type { Office } from '../offices/office.ts';
import { Fault } from '../platform/faults.ts';
import { dayIn } from '../platform/instant.ts';
import { localeOf } from '../platform/locales.ts';
import { type ArchiveCheck, openArchiveCheck } from '../transfer/check-archive.ts';
import type { ArchiveFile, LossReport } from '../transfer/import-batch.ts';
import { describeReport } from '../transfer/loss-report.ts';
import { formatOf } from '../transfer/recognise-format.ts';
import { openScriptCheck } from '../transfer/script-check.ts';
import { type CommandContext, command, exitCodes } from './command.ts';
import { checkWhose, foreseeImport, type Source, type Whose } from './foresee-import.ts';
import { newsroomFor, newsroomIfThere } from './newsroom-for.ts';
import { flag, optional, refuse } from './option.ts';
import { type DryRun, describeTally, printListing } from './print-listing.ts';
import { anyText, encodingLabel, oneOf } from './readers.ts';
import { remarkOnLanguages, remarkOnOffice } from './remark-on-languages.ts';
import { databaseSettings } from './settings.ts';

const options = {
  office: optional('CODE', 'The office whose page it was. A listing needs it.', anyText),
  locale: optional('LOCALE', 'The language of the texts: en, zh-Hans, mn. A listing needs it.', localeOf),
  newLanguage: flag('Take a list in a language that neither the site nor the office has; without it that is refused.'),
  slashedDates: optional(
    'day-first|month-first',
    'How dates like 03/04/2017 are meant; the list, else its language, tells when not given.',
    oneOf(['day-first', 'month-first']),
  ),
  encoding: optional(
    'ENCODING',
    'What a list is written in: windows-1252, gb18030. What a page declares, else UTF-8, when not given.',
    encodingLabel,
  ),
  format: optional('listing|ndjson', 'What the file is; recognised when not given.', oneOf(['listing', 'ndjson'])),
  dryRun: flag('Read and report; write nothing.'),
  indexLater: flag('Leave the search index to a running server or to “bin/dateline index”.'),
  json: flag('Print JSON: of a dry run one object for each release, else the report.'),
};

const LEFT_FOR_LATER =
  'Search finds the newest of it until its index is made: by a running server, or by “bin/dateline index”.';

/** A list is judged as a whole before its first item is read, and an archive before its first line is written. */
const NO_STREAM =
  'Standard input is read once, and an import reads its files several times. Write it into one, … > list.txt, and name that.';

const NO_LANGUAGE = 'a listing does not say its language. Write --locale en.';

/** Moves an archive in. */
export const importCommand = command({
  usage: 'FILE… [--office CODE --locale en]',
  operands: { shows: 'FILE', least: 1, most: 10_000 },
  settings: databaseSettings,
  options,
  async run(context) {
    const sources = await sourcesOf(context);
    if (context.options.dryRun) return dryRun(context, sources);
    const newsroom = await newsroomFor(context);
    try {
      const archives = await newsroom.checkArchives();
      const whose = () => needed(context);
      if (sources.length > 1) await foreseeImport(sources, { archives, whose, remark: context.remark });
      else if (sources[0]?.format === 'listing') checkWhose(whose(), archives);
      remarkOnWhose(context, archives);
      let leftOut = 0;
      for (const part of partsOf(sources)) {
        for (const report of await moveIn(context, newsroom, part)) {
          leftOut += report.leftOutCount;
          if (context.options.json) context.print(JSON.stringify(report));
          else for (const line of describeReport(report)) context.print(line);
        }
        if (context.interrupted.aborted) return exitCodes.interrupted;
      }
      if (context.options.indexLater) context.remark(LEFT_FOR_LATER);
      return leftOut > 0 ? exitCodes.leftOut : exitCodes.done;
    } finally {
      await newsroom.close();
    }
  },
});

type Context = CommandContext<typeof options>;
type How = Pick<Context['options'], 'newLanguage' | 'slashedDates' | 'encoding'>;
type Newsroom = Awaited<ReturnType<typeof newsroomFor>>;

/** A file that is named twice is read once. */
async function sourcesOf({ operands, options: { format }, remark }: Context): Promise<Source[]> {
  const sources = new Map<string, Source>();
  for (const file of operands.map(fileAt)) {
    const path = realpathSync(file.name);
    if (sources.has(path)) remark(`${file.name} is named twice; it is read once.`);
    else sources.set(path, { file, format: format ?? (await formatOf(file)) });
  }
  return [...sources.values()];
}

/**
 * Refuses files that the import would refuse, then prints what they would bring. Without a newsroom it is as if one were empty. The
 * office need not be there yet: whoever looks at a list before setting it up is told, and sees the list.
 */
async function dryRun(context: Context, sources: readonly Source[]): Promise<number> {
  const {
    options: { office },
    clock,
    interrupted,
    print,
    remark,
  } = context;
  const asksNobody = office === null && sources.every(({ format }) => format === 'listing');
  const newsroom = asksNobody ? null : await newsroomIfThere(context);
  try {
    const archives = (await newsroom?.checkArchives()) ?? openArchiveCheck({ offices: [], now: clock.now() });
    const known = () => archives.offices.get(office ?? '');
    const whose = () => ({ ...whoseOf(context), office: known()?.code ?? null });
    const acts = await foreseeImport(sources, { archives, whose, remark });
    if (office !== null && known() === undefined) remark(noSuchOffice(office, archives.offices.keys()).message);
    remarkOnWhose(context, archives);
    const run = await dryRunFor(context, newsroom, known());
    for (const source of sources) {
      const count = acts.get(source);
      if (count === undefined) await printListing(source, whoseOf(context), run);
      else if (run.isJson) print(JSON.stringify({ acts: count }));
      else print(`${source.file.name}: ${count} texts and acts, nothing wrong.`);
      if (interrupted.aborted) return exitCodes.interrupted;
    }
    const isForeseen = run.foresight !== null && acts.size < sources.length;
    if (isForeseen) (run.isJson ? remark : print)(describeTally(run.tally));
    const otherLanguage = run.script?.problem() ?? null;
    if (otherLanguage !== null) remark(`${otherLanguage.message} The import will refuse it.`);
    return run.tally['left-out'] > 0 ? exitCodes.leftOut : exitCodes.done;
  } finally {
    await newsroom?.close();
  }
}

/** What the lists of a dry run are looked at with, one after the other. Without its office nothing is told of what is here. */
async function dryRunFor(
  { options: { locale, json: isJson }, clock, interrupted, print }: Context,
  newsroom: Newsroom | null,
  office: Pick<Office, 'code' | 'timeZone'> | undefined,
): Promise<DryRun> {
  const today = dayIn(clock.now(), office?.timeZone ?? 'UTC');
  const canTell = newsroom !== null && office !== undefined && locale !== null;
  const foresight = canTell ? await newsroom.foreseeListing({ office: office.code, locale, today }) : null;
  const script = locale === null ? null : openScriptCheck(locale);
  const tally = { new: 0, here: 0, 'left-out': 0 };
  return { today, recent: [], foresight, tally, script, isJson, interrupted, print };
}

/** Lists that follow one another are the pages of one; each archive is for itself. */
function partsOf(sources: readonly Source[]): Part[] {
  const parts: { format: Source['format']; files: ArchiveFile[] }[] = [];
  for (const { file, format } of sources) {
    const last = parts.at(-1);
    if (format === 'listing' && last?.format === 'listing') last.files.push(file);
    else parts.push({ format, files: [file] });
  }
  return parts;
}

interface Part {
  readonly format: Source['format'];
  readonly files: readonly ArchiveFile[];
}

async function moveIn(context: Context, newsroom: Newsroom, { files, format }: Part): Promise<readonly LossReport[]> {
  const watch = {
    progress: progressOn(context, files, format === 'ndjson' ? 'texts' : 'releases'),
    isInterrupted: () => context.interrupted.aborted,
    isIndexedLater: context.options.indexLater,
  };
  if (format === 'listing') return newsroom.importListing({ files, ...needed(context) }, watch);
  const reports: LossReport[] = [];
  for (const file of files) reports.push(await newsroom.importArchive(file, watch));
  return reports;
}

/** Said before anything is public, and not after it. */
function remarkOnWhose(context: Context, { offices, site }: ArchiveCheck): void {
  const { office, locale } = context.options;
  if (locale === null) return;
  remarkOnLanguages(context, site(), [locale]);
  remarkOnOffice(context, offices.get(office ?? ''), locale);
}

function needed({ options: { office, locale, ...options } }: Context): Whose & { readonly office: string } {
  return {
    ...howOf(options),
    office: office ?? refuse('--office', 'a listing does not say whose it is. Write --office CODE.'),
    locale: locale ?? refuse('--locale', NO_LANGUAGE),
  };
}

/** Of a dry run, which need not say whose the list is. */
function whoseOf({ options: { office, locale, ...options } }: Context): Whose {
  return { ...howOf(options), office, locale: locale ?? refuse('--locale', NO_LANGUAGE) };
}

function howOf({ newLanguage, slashedDates, encoding }: How) {
  return { isNewLanguage: newLanguage, slashes: slashedDates, encoding };
}

/** At most a line for every hundredth of the work, so that a log stays readable. */
function progressOn(context: Context, files: readonly ArchiveFile[], of: 'texts' | 'releases') {
  const name = files.length === 1 ? files[0]?.name : `${files.length} files`;
  let told = '';
  return ({ step, releases, of: all }: { step: string; releases: number; of: number | null }) => {
    const share = all === null ? `${Math.floor(releases / 5_000)}` : `${Math.floor((releases / all) * 100)} %`;
    if (told === `${step} ${share}`) return;
    told = `${step} ${share}`;
    context.remark(`${name}: ${step}, ${releases}${all === null ? '' : ` of ${all}`} ${of}`);
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
    const problem =
      code === 'ENOENT'
        ? name === '-'
          ? NO_STREAM
          : `There is no file ${name}.`
        : `${name} cannot be read (${code}).`;
    throw new Fault('COMMAND_INVALID', { problem }, { cause });
  }
}
