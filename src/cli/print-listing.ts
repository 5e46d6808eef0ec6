import { dayIn, type Instant } from '../platform/instant.ts';
import type { DeskText } from '../transfer/copy-desk/warnings.ts';
import { describeItem, readListing } from '../transfer/listing/read-listing.ts';
import { beginOutside, describeOutside } from '../transfer/outside-texts.ts';
import type { ScriptCheck } from '../transfer/script-check.ts';
import type { Source, Whose } from './foresee-import.ts';

interface DryRun {
  readonly now: Instant;
  /** In which the office counts its days (IANA name). */
  readonly timeZone: string;
  /** The last texts of the lists before; those of this one take their place. */
  readonly recent: DeskText[];
  /** Looks at the texts of all lists. */
  readonly script: ScriptCheck | null;
  readonly isJson: boolean;
  readonly interrupted: AbortSignal;
  readonly print: (line: string) => void;
}

/** Prints what a list would bring in: each release, its warnings, and what stands around them. */
export async function printListing({ file }: Source, { office, locale }: Whose, run: DryRun): Promise<void> {
  const { print, isJson } = run;
  let items = 0;
  let warnings = 0;
  const outside = beginOutside();
  const order = { locale, today: dayIn(run.now, run.timeZone), recent: run.recent };
  for await (const event of readListing(() => file.open(), order)) {
    if (event.kind !== 'item') {
      outside.add(event.line, event.text);
      continue;
    }
    outside.endIntroduction();
    items += 1;
    run.script?.look(event.item);
    warnings += event.item.warnings.length;
    if (isJson) print(describeItem(event.item));
    else {
      const { line, date, headline } = event.item;
      print(`${date ?? 'no date   '}  ${headline}`);
      for (const { code, detail } of event.item.warnings) print(`            line ${line}: ${code}: ${detail}`);
    }
    if (run.interrupted.aborted) return;
  }
  if (isJson) return;
  for (const line of describeOutside(outside.texts, { office: office ?? 'CODE', locale })) print(line);
  print(`${file.name}: ${items} releases, ${warnings} warnings. Nothing was written.`);
}
