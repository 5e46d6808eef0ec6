import type { LossReport, OutsideText } from './import-batch.ts';

/** How much of what belongs to no item is kept for the report; in texts and in characters of each. */
const KEPT = { texts: 20, characters: 2_000 };

/** Gathers what stands above, between and below the items of a listing. */
export function beginOutside() {
  const texts: OutsideText[] = [];
  let isAbove = true;
  return {
    texts,
    add(line: number, text: string): void {
      if (texts.length < KEPT.texts) texts.push({ line, text: text.slice(0, KEPT.characters), isAbove });
    },
    /** From now on, items have come. */
    endIntroduction: () => void (isAbove = false),
  };
}

/** One line for each text, and what to do with an introduction. */
export function describeOutside(texts: readonly OutsideText[], of: LossReport['of']): string[] {
  const lines = texts.map(({ line, text, isAbove }) => {
    const where = isAbove ? 'above the items' : 'outside the items';
    return `  not taken in, ${where}, line ${line}: “${text.replace(/\s+/g, ' ')}”`;
  });
  if (!texts.some(({ isAbove }) => isAbove)) return lines;
  const { office, locale } = of ?? { office: 'CODE', locale: 'en' };
  const command = `bin/dateline office ${office} --introduction ${locale}="…"`;
  return [...lines, `  To have an introduction above the office’s list: ${command}`];
}
