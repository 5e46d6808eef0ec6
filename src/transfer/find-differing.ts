import type { Tx } from '../database/transaction.ts';
import { localeOf } from '../platform/locales.ts';
import { editionText, type RawText } from '../releases/edition-text.ts';
import { isAct } from './archive-line.ts';
import type { LossReport } from './import-batch.ts';
import type { NumberedLine } from './read-archive.ts';
import { type WordsHere, wordsHere } from './words-here.query.ts';

/**
 * Of lines whose texts are here already, those whose words no edition of the text has. A text that was retracted since has
 * no words, and is passed over.
 */
export async function findDiffering(tx: Tx, lines: readonly NumberedLine[]): Promise<LossReport['differing']['named']> {
  const editions = lines.flatMap(({ number, line }) =>
    isAct(line) && line.kind === 'edition'
      ? [{ number, line, key: keyOf(line.release.id, localeOf(line.locale)) }]
      : [],
  );
  const rows = await wordsHere(tx, [...new Set(editions.map(({ line }) => line.release.id))]);
  const here = Map.groupBy(rows, (row) => keyOf(row.release, row.locale));
  return editions.flatMap(({ number, line, key }) => {
    const words = wordsOf(editionText(line));
    const isKnown = here.get(key)?.some((row: WordsHere) => wordsOf(row) === words) ?? true;
    return isKnown ? [] : [{ line: number, headline: line.headline }];
  });
}

function keyOf(release: string, locale: string): string {
  return `${release} ${locale}`;
}

function wordsOf({ kicker, headline, summary, place, body, notes }: RawText): string {
  return JSON.stringify([kicker, headline, summary, place, body, notes]);
}
