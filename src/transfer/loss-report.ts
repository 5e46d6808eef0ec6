import type { LossReport, OtherKind } from './import-batch.ts';
import { beginOutside, describeOutside } from './outside-texts.ts';

/** How many left-out items and examples of each warning are named; all are counted. */
const NAMED = { leftOut: 1_000, differing: 1_000, examples: 5 };

/**
 * Gathers what an import has to say at its end.
 *
 * @param of a listing: whose, and in which language.
 */
export function beginReport(file: string, of: LossReport['of'] = null) {
  let imported = 0;
  let alreadyHere = 0;
  let creditsAlone = 0;
  const others: Partial<Record<OtherKind, number>> = {};
  const differing: LossReport['differing']['named'][number][] = [];
  let differingCount = 0;
  const outside = beginOutside();
  let leftOutCount = 0;
  const leftOut: LossReport['leftOut'][number][] = [];
  const warnings: Record<string, number> = {};
  const examples: LossReport['examples'][number][] = [];

  return {
    addImported: (count: number) => void (imported += count),
    addCreditAlone: () => void (creditsAlone += 1),
    addAlreadyHere: (count: number) => void (alreadyHere += count),

    addOthers(kinds: readonly OtherKind[]): void {
      for (const kind of kinds) others[kind] = (others[kind] ?? 0) + 1;
    },

    addDiffering(texts: LossReport['differing']['named']): void {
      differingCount += texts.length;
      differing.push(...texts.slice(0, NAMED.differing - differing.length));
    },

    addOutside: outside.add,
    endIntroduction: outside.endIntroduction,

    leaveOut(line: number, headline: string, why: string): void {
      leftOutCount += 1;
      if (leftOut.length < NAMED.leftOut) leftOut.push({ line, headline, why });
    },

    warn(line: number, headline: string, code: string, detail: string): void {
      const count = (warnings[code] ?? 0) + 1;
      warnings[code] = count;
      if (count <= NAMED.examples) examples.push({ line, code, detail, headline });
    },

    done: (interrupted: boolean): LossReport => {
      const counts = { imported, alreadyHere, differing: { count: differingCount, named: differing }, others };
      const lacks = { leftOutCount, warnings };
      return { file, of, ...counts, ...lacks, creditsAlone, interrupted, leftOut, outside: outside.texts, examples };
    },
  };
}

/** The report as a person reads it, one line each. */
export function describeReport(report: LossReport): string[] {
  const lines = [
    `${report.file}: ${report.imported} imported, ${report.alreadyHere} already here, ${report.leftOutCount} left out.`,
  ];
  const others = describeOthers(report.others);
  if (others !== null) lines.push(`Also came in: ${others}.`);
  if (report.interrupted) lines.push('Interrupted. Run the same command again: it goes on where it stopped.');
  else if (report.imported === 0 && others === null && report.leftOutCount === 0)
    lines.push(
      report.differing.count === 0
        ? 'Nothing changed: all of it was here.'
        : 'Nothing changed: what was here stayed as it is.',
    );
  lines.push(...describeDiffering(report.differing), ...describeCredits(report.creditsAlone, 'came in'));
  for (const { line, headline, why } of report.leftOut) lines.push(`  left out, line ${line}: ${why} “${headline}”`);
  if (report.leftOutCount > report.leftOut.length) {
    lines.push(`  … and ${report.leftOutCount - report.leftOut.length} more left out.`);
  }
  lines.push(...describeOutside(report.outside, report.of));
  for (const [code, count] of Object.entries(report.warnings).sort()) {
    lines.push(`  ${code}: ${count}`);
    for (const example of report.examples) {
      if (example.code === code) lines.push(`    line ${example.line}: “${example.headline}” ${example.detail}`);
    }
  }
  if (Object.keys(report.warnings).length > 0)
    lines.push('  What each code means: docs/import.md. Texts were imported as they stand.');
  return lines;
}

function describeDiffering({ count, named }: LossReport['differing']): string[] {
  if (count === 0) return [];
  const are = count === 1 ? '1 text is' : `${count} texts are`;
  return [
    `${are} here in other words than in the file. What is public stays; a change of it is a correction, a line of its own.`,
    ...named.map(({ line, headline }) => `  here in other words, line ${line}: “${headline}”`),
    ...(count > named.length ? [`  … and ${count - named.length} more.`] : []),
  ];
}

/** @param come what they do or did. */
export function describeCredits(count: number, come: 'come' | 'came in'): string[] {
  if (count === 0) return [];
  const credits = count === 1 ? '1 credit' : `${count} credits`;
  const verb = count === 1 && come === 'come' ? 'comes' : come;
  return [
    `${credits} ${verb} without ${count === 1 ? 'its picture' : 'their pictures'}. A list page has no pictures to move in. The interchange format has, and the desk takes them.`,
  ];
}

/** One of each kind, and several. */
const nouns: Readonly<Record<OtherKind, readonly [one: string, several: string]>> = {
  organisation: ['the organisation', 'organisations'],
  office: ['1 office', 'offices'],
  topic: ['1 topic', 'topics'],
  boilerplate: ['1 boilerplate', 'boilerplates'],
  asset: ['1 picture', 'pictures'],
  'legacy-address': ['1 old address', 'old addresses'],
  pin: ['1 pin', 'pins'],
  'legacy-pattern': ['1 pattern of old addresses', 'patterns of old addresses'],
};

/** @returns null when nothing came in beside the texts. */
function describeOthers(others: LossReport['others']): string | null {
  const parts = Object.entries(nouns).flatMap(([kind, [one, several]]) => {
    const count = others[kind as OtherKind] ?? 0;
    return count === 0 ? [] : [count === 1 ? one : `${count} ${several}`];
  });
  return parts.length === 0 ? null : parts.join(', ');
}
