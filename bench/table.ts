import type { Reading } from './row.ts';

const heads = ['what', 'measured', 'compared with, in the same run', 'ratio', 'bar', 'result'] as const;

/** A Markdown table that can be read as it stands, and below it how each line came about. */
export function tableOf(readings: readonly Reading[]): string {
  const lines = readings.map((one) => [
    one.what,
    one.measured,
    one.comparedWith,
    one.ratio === null ? '—' : one.ratio.toFixed(2),
    one.bar,
    one.isMet ? 'met' : 'MISSED',
  ]);
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...lines.map((line) => (line[column] ?? '').length)),
  );
  const drawn = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  const notes = readings.map((one) => `- ${one.isMet ? '' : 'MISSED: '}${one.what}: ${one.note}`);
  return [drawn(heads), rule, ...lines.map(drawn), '', ...notes, ''].join('\n');
}
