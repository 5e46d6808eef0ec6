import type { CivilDay } from '../../platform/instant.ts';
import type { Locale } from '../../platform/locales.ts';
import { isClosed } from '../../releases/copy-desk/find-ending.ts';
import { checkText } from '../copy-desk/check-text.ts';
import type { DeskText, Surroundings, Warning } from '../copy-desk/warnings.ts';
import type { ReadItem } from './read-item.ts';

/** So many items at the head of a list show how its texts are usually written. */
export const LOOK_AHEAD = 200;
/** A text is compared with so many before it. */
const RECENT = 50;
/** Of those usual texts. Enough for 200 summaries. */
const MAX_WORDS = 40_000;
/** With fewer summaries there is nothing usual. */
const MIN_SUMMARIES = 4;

export type Checked<Other> = Other | (ReadItem & { readonly warnings: readonly Warning[] });

/**
 * Puts each item before the copy desk. Keeps the order, and holds back at most LOOK_AHEAD items at the head of the list.
 *
 * @param recent what it is compared with at first; the last RECENT texts are in it at the end.
 */
export function deskOf<Other extends { readonly text: string }>(
  locale: Locale,
  today: CivilDay | null,
  recent: DeskText[],
) {
  let head: (ReadItem | Other)[] | null = [];
  let around: Pick<Surroundings, 'words' | 'closesSummaries'> = { words: new Set(), closesSummaries: false };

  function check(held: ReadItem | Other): Checked<Other> {
    if (!isItem(held)) return held;
    const text: DeskText = { locale, ...held };
    const slips = checkText(text, { ...around, recent, today });
    const warnings = [...slips, ...held.layout].filter(({ code }, index, all) => {
      return all.findIndex((one) => one.code === code) === index;
    });
    recent.push(text);
    if (recent.length > RECENT) recent.shift();
    return { ...held, warnings };
  }
  function* release(): Generator<Checked<Other>> {
    const held = head ?? [];
    head = null;
    around = usual(held.filter(isItem));
    for (const one of held) yield check(one);
  }

  return {
    *take(held: ReadItem | Other): Generator<Checked<Other>> {
      if (head === null) yield check(held);
      else if (head.push(held) >= LOOK_AHEAD) yield* release();
    },
    *end(): Generator<Checked<Other>> {
      if (head !== null) yield* release();
    },
  };
}

const isItem = (held: ReadItem | { readonly text: string }): held is ReadItem => 'headline' in held;

function usual(items: readonly ReadItem[]): Pick<Surroundings, 'words' | 'closesSummaries'> {
  const words = new Set<string>();
  const summaries = items.flatMap(({ summary }) => (summary === null ? [] : [summary]));
  for (const text of [...items.map(({ headline }) => headline), ...summaries]) {
    for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) if (words.size < MAX_WORDS) words.add(word);
  }
  const closed = summaries.filter(isClosed).length;
  return { words, closesSummaries: summaries.length >= MIN_SUMMARIES && closed >= summaries.length * 0.75 };
}
