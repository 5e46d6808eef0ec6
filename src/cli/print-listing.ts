import type { CivilDay } from '../platform/instant.ts';
import type { DeskText } from '../transfer/copy-desk/warnings.ts';
import type { Foreseen, ForeseenEvent, ListingForesight } from '../transfer/foresee-listing.ts';
import { describeItem, type ListingEvent, readListing } from '../transfer/listing/read-listing.ts';
import { describeCredits } from '../transfer/loss-report.ts';
import { beginOutside, describeOutside } from '../transfer/outside-texts.ts';
import type { ScriptCheck } from '../transfer/script-check.ts';
import type { Source, Whose } from './foresee-import.ts';

export interface DryRun {
  /** On the clocks of the office. */
  readonly today: CivilDay;
  /** The last texts of the lists before; those of this one take their place. */
  readonly recent: DeskText[];
  /** What an import would do with each item; null where no office is there to do it for. */
  readonly foresight: ListingForesight | null;
  /** How many of the items of all lists are foreseen as what. */
  readonly tally: Record<Foreseen['outcome'], number>;
  /** Looks at the texts of all lists. */
  readonly script: ScriptCheck | null;
  readonly isJson: boolean;
  readonly interrupted: AbortSignal;
  readonly print: (line: string) => void;
}

/** Prints what a list would bring in: each release, its warnings, and what stands around them. */
export async function printListing(
  { file }: Source,
  { office, locale, slashes, encoding }: Whose,
  run: DryRun,
): Promise<void> {
  const { print, isJson } = run;
  let items = 0;
  let warnings = 0;
  let credits = 0;
  const outside = beginOutside();
  const order = { locale, slashes, encoding, today: run.today, recent: run.recent };
  const events = readListing(() => file.open(), order);
  const foreseenEvents: AsyncIterable<ListingEvent | ForeseenEvent> = run.foresight?.look(events) ?? events;
  for await (const event of foreseenEvents) {
    if (event.kind !== 'item') {
      outside.add(event.line, event.text);
      continue;
    }
    outside.endIntroduction();
    items += 1;
    run.script?.look(event.item);
    warnings += event.item.warnings.length;
    const foreseen = 'foreseen' in event ? event.foreseen : null;
    if (foreseen !== null) run.tally[foreseen.outcome] += 1;
    if (event.item.credit !== null && (foreseen === null || foreseen.outcome === 'new')) credits += 1;
    if (isJson) print(describeItem(event.item));
    else {
      const { line, date, headline } = event.item;
      print(`${date ?? 'no date   '}  ${headline}`);
      for (const { code, detail } of event.item.warnings) print(`            line ${line}: ${code}: ${detail}`);
      const would = foreseen === null ? null : wordsFor(foreseen);
      if (would !== null) print(`            line ${line}: ${would}`);
    }
    if (run.interrupted.aborted) return;
  }
  if (isJson) return;
  for (const line of describeOutside(outside.texts, { office: office ?? 'CODE', locale })) print(line);
  for (const line of describeCredits(credits, 'come')) print(line);
  print(`${file.name}: ${items} releases, ${warnings} warnings. Nothing was written.`);
}

/** Of what is new, nothing need be said. */
function wordsFor(foreseen: Foreseen): string | null {
  switch (foreseen.outcome) {
    case 'new':
      return null;
    case 'here':
      return foreseen.reference === null ? 'already here.' : `already here: ${foreseen.reference}`;
    case 'left-out':
      return `would be left out: ${foreseen.why}`;
  }
}

/** What an import of all these lists would do, in one line. */
export function describeTally(tally: DryRun['tally']): string {
  const { new: fresh, here, 'left-out': leftOut } = tally;
  const line = `The import: ${fresh} would come in, ${here} already here, ${leftOut} would be left out.`;
  return fresh === 0 && leftOut === 0 ? `${line} Nothing would change.` : line;
}
