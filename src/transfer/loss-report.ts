import type { LossReport } from './import-batch.ts';

/** How many left-out items and examples of each warning are named; all are counted. */
const NAMED = { leftOut: 1_000, examples: 5 };

/** Gathers what an import has to say at its end. */
export function beginReport(file: string) {
  let imported = 0;
  let alreadyHere = 0;
  let leftOutCount = 0;
  const leftOut: LossReport['leftOut'][number][] = [];
  const warnings: Record<string, number> = {};
  const examples: LossReport['examples'][number][] = [];

  return {
    addImported: (count: number) => void (imported += count),
    addAlreadyHere: (count: number) => void (alreadyHere += count),

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
      return { file, imported, alreadyHere, interrupted, leftOut, leftOutCount, warnings, examples };
    },
  };
}

/** The report as a person reads it, one line each. */
export function describeReport(report: LossReport): string[] {
  const lines = [
    `${report.file}: ${report.imported} imported, ${report.alreadyHere} already here, ${report.leftOutCount} left out.`,
  ];
  if (report.interrupted) lines.push('Interrupted. Run the same command again: it goes on where it stopped.');
  else if (report.imported === 0 && report.leftOutCount === 0) lines.push('Nothing changed: all of it was here.');
  for (const { line, headline, why } of report.leftOut) lines.push(`  left out, line ${line}: ${why} “${headline}”`);
  if (report.leftOutCount > report.leftOut.length) {
    lines.push(`  … and ${report.leftOutCount - report.leftOut.length} more left out.`);
  }
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
