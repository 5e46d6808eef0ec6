export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The smallest value that `share` per cent of the values do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil((share / 100) * sorted.length) - 1)];
  if (value === undefined) throw new Error('Nothing was measured.');
  return value;
}

/** `12,345` */
export function whole(value: number): string {
  return Math.round(value).toLocaleString('en-GB');
}

/** `1.23 ms` */
export function milliseconds(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

/** `0.41, 0.42, 0.40` */
export function listed(values: readonly number[], digits = 2): string {
  return values.map((value) => value.toFixed(digits)).join(', ');
}

/** @param bytes `131072` → `0.1 MB`, of a million bytes. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(0)} MB`;
}
